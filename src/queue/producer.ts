import { Queue } from "bullmq";
import type { RedisAddress } from "./address.js";
import { describe } from "../option.js";
import { DEFAULT_QUEUE, JobError, jobId, MOST_DOCUMENTS, MOST_UNITS, type JobData, type QueueDocument } from "./job.js";

/** Where documents go, and who is to read them. */
export interface AddOptions {
  readonly connection: RedisAddress;
  /** Name of the queue: `extract-claims` where absent. */
  readonly queue?: string;
  /** Which version and dictionaries the workers have: of `createExtractor` with the same dictionaries. */
  readonly reader: { readonly version: string; readonly dictionaryHash: string };
  /** Documents a job: 100 where absent. */
  readonly batch?: number;
  /** How often a job is tried: 3 where absent, with growing pauses from one second. */
  readonly attempts?: number;
  /** Told of each document that no job can hold; without it such a document throws. */
  readonly onRejected?: (document: unknown, error: JobError) => void;
}

/** What has been added. */
export interface Added {
  readonly documents: number;
  /** Jobs of these documents; those that were in the queue already were not added again. */
  readonly jobs: number;
  readonly rejected: number;
}

/** While more jobs than this wait, nothing is added: Redis holds all of it in memory. */
const MOST_WAITING = 2_000;
const PAUSE_MS = 200;
/** Completed jobs are kept, so that adding them again does nothing. */
const KEEP_COMPLETED = { age: 7 * 24 * 3600, count: 1_000_000 };

/**
 * Adds documents to a queue in batches, in constant memory.
 *
 *     const { version, dictionaryHash } = createExtractor();
 *     await addDocuments(documents, { connection: { host: "127.0.0.1", port: 6379 }, reader: { version, dictionaryHash } });
 *
 * @throws {JobError} a document without id or text, or too large for any job, where there is no `onRejected`
 */
export async function addDocuments(documents: Iterable<QueueDocument> | AsyncIterable<QueueDocument>, options: AddOptions): Promise<Added> {
  const { connection, queue: name = DEFAULT_QUEUE, reader, batch: most = 100, attempts = 3, onRejected } = options;
  if (!Number.isInteger(most) || most < 1 || most > MOST_DOCUMENTS) throw new JobError("batch", describe(most), `a whole number from 1 to ${MOST_DOCUMENTS}`);
  const queue = new Queue<JobData>(name, { connection });
  const count = { documents: 0, jobs: 0, rejected: 0 };
  let batch: QueueDocument[] = [];
  let units = 0;
  const send = async (): Promise<void> => {
    if (batch.length === 0) return;
    while ((await queue.getWaitingCount()) > MOST_WAITING) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const data: JobData = { version: reader.version, dictionaryHash: reader.dictionaryHash, documents: batch };
    await queue.add("extract", data, { jobId: jobId(data), attempts, backoff: { type: "exponential", delay: 1_000 }, removeOnComplete: KEEP_COMPLETED, removeOnFail: false });
    count.documents += batch.length;
    count.jobs += 1;
    [batch, units] = [[], 0];
  };
  try {
    for await (const found of documents) {
      try {
        const document = check(found, count.documents + count.rejected + batch.length + 1);
        if (batch.length === most || units + document.text.length > MOST_UNITS) await send();
        batch.push(document);
        units += document.text.length;
      } catch (error) {
        if (!(error instanceof JobError && onRejected)) throw error;
        count.rejected += 1;
        onRejected(found, error);
      }
    }
    await send();
    return count;
  } finally {
    await queue.close();
  }
}

/** Only the fields that a job has. */
function check(found: unknown, position: number): QueueDocument {
  const where = `document ${position}`;
  const expected = 'a document such as {"id":1,"text":"…"}';
  if (typeof found !== "object" || found === null) throw new JobError(where, describe(found), expected);
  const { id, text, referenceDate } = found as Record<string, unknown>;
  if ((typeof id !== "string" || id.length > 1_000) && !(typeof id === "number" && Number.isFinite(id))) throw new JobError(where, `id ${describe(id)}`, "a string or number in id");
  if (typeof text !== "string") throw new JobError(where, `text ${describe(text)}`, "a string in text");
  if (text.length > MOST_UNITS) throw new JobError(where, `${text.length} UTF-16 code units`, `at most ${MOST_UNITS}`);
  if (referenceDate !== undefined && (typeof referenceDate !== "string" || referenceDate.length > 30)) throw new JobError(where, `referenceDate ${describe(referenceDate)}`, "a date such as 2022-02-01");
  return { id, text, ...(referenceDate !== undefined && { referenceDate }) };
}
