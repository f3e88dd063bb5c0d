import { createHash } from "node:crypto";
import { z } from "zod";
import { ExtractClaimsError } from "../model/index.js";

/** A text of a job. `id` is what its result is told apart by: a string or number. */
export interface QueueDocument {
  readonly id: string | number;
  readonly text: string;
  readonly referenceDate?: string;
}

/** Limits of one job; what is beyond them is refused by producer and worker alike. */
export const MOST_DOCUMENTS = 1_000;
/** UTF-16 code units of all texts of a job. */
export const MOST_UNITS = 8_000_000;

export const DEFAULT_QUEUE = "extract-claims";

const documentSchema = z.strictObject({
  id: z.union([z.string().max(1_000), z.number()]),
  text: z.string(),
  referenceDate: z.string().max(30).exactOptional(),
});

/** What a job carries: documents, and the version and dictionaries they are to be read with. */
const jobSchema = z.strictObject({
  version: z.string().max(100),
  dictionaryHash: z.string().max(100),
  documents: z.array(documentSchema).min(1).max(MOST_DOCUMENTS),
});
/** What a job holds: documents, and the version and dictionaries that are to read them. */
export type JobData = z.infer<typeof jobSchema>;

/** A job that no worker can do: refused at once, never tried again. */
export class JobError extends ExtractClaimsError {
  override name = "JobError";
  constructor(job: string, found: string, expected: string) {
    super("job", job, found, expected);
  }
}

/**
 * The same documents for the same version and dictionaries are the same job, whoever adds them and whenever.
 *
 * @returns SHA-256, 64 hexadecimal digits
 */
export function jobId({ version, dictionaryHash, documents }: JobData): string {
  const fields = documents.map(({ id, text, referenceDate = null }) => [id, text, referenceDate]);
  return createHash("sha256").update(JSON.stringify([version, dictionaryHash, fields])).digest("hex");
}

/**
 * A job's data as they came out of Redis, where anybody may have put them.
 *
 * @throws {JobError} of another form, too large, for another version or other dictionaries, or with an id that is not its own
 */
export function readJob(id: string, data: unknown, reader: { readonly version: string; readonly dictionaryHash: string }): JobData {
  const parsed = jobSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new JobError(`job ${id.slice(0, 80)}`, `${issue?.path.join(".") ?? "data"}: ${issue?.message ?? "unreadable"}`, "what addDocuments of extract-claims/queue writes");
  }
  const job = parsed.data;
  const units = job.documents.reduce((sum, { text }) => sum + text.length, 0);
  if (units > MOST_UNITS) throw new JobError(`job ${id}`, `${units} UTF-16 code units of text`, `at most ${MOST_UNITS}`);
  if (job.version !== reader.version || job.dictionaryHash !== reader.dictionaryHash)
    throw new JobError(`job ${id}`, `version ${job.version} with dictionaries ${job.dictionaryHash}`, `${reader.version} with ${reader.dictionaryHash}, which this worker has`);
  if (id !== jobId(job)) throw new JobError(`job ${id.slice(0, 80)}`, "an id of its own", `${jobId(job)}, the hash of its data`);
  return job;
}
