import { setTimeout } from "node:timers/promises";
import { Queue, UnrecoverableError, Worker } from "bullmq";
import { createExtractor, ExtractClaimsError } from "../index.js";
import { createPool } from "../pool/pool.js";
import type { PoolOptions } from "../pool/option.js";
import type { RedisAddress } from "./address.js";
import { DEFAULT_QUEUE, JobError, readJob, type QueueDocument } from "./job.js";
import type { ResultSink } from "./sink.js";

/** Beside what stands here, the options of a pool, the same for all workers of a queue, since a job's id does not tell them. */
export interface WorkOptions extends Omit<PoolOptions, "segmenter"> {
  readonly connection: RedisAddress;
  /** Name of the queue: `extract-claims` where absent. */
  readonly queue?: string;
  /** Where results go: `directorySink("results")`, `streamSink("claims", { port: 6379 })`, or one of your own. */
  readonly sink: ResultSink;
  /** Milliseconds after which a worker that gives no sign is taken for dead and its job goes to another: 30,000 where absent. */
  readonly patience?: number;
  /** How many workers a job may outlive before it is failed: 3 where absent. */
  readonly deaths?: number;
  /** A job whose results are written. */
  readonly onCompleted?: (jobId: string, documents: number) => void;
  /** A job that failed for good, or an attempt of one. */
  readonly onFailed?: (jobId: string, error: Error) => void;
}

const DRAIN_POLL_MS = 100;

/** A worker at its queue. */
export interface QueueWorker {
  /** Resolves when no job waits, is delayed or is under way, here or elsewhere. */
  drained(): Promise<void>;
  /** Takes no more jobs, and resolves when those under way are written and done. */
  close(): Promise<void>;
}

/**
 * Does the jobs of a queue on all cores, until it is closed. The jobs' texts are read in threads, so that this process goes on
 * telling Redis that it lives however long a text takes.
 *
 *     const worker = startWorker({ connection: { port: 6379 }, sink: directorySink("results") });
 *     process.once("SIGTERM", () => worker.close());
 *
 * @throws {OptionError} | {DictionaryError} as `createPool`
 */
export function startWorker({ connection, queue = DEFAULT_QUEUE, sink, patience = 30_000, deaths = 3, onCompleted, onFailed, ...poolOptions }: WorkOptions): QueueWorker {
  const { workers: _, ...options } = poolOptions;
  const reader = createExtractor(options);
  const pool = createPool(poolOptions);

  const lines = async (documents: readonly QueueDocument[]): Promise<string[]> => {
    const written: string[] = [];
    for await (const outcome of pool.map(documents)) {
      const id = JSON.stringify(outcome.document.id);
      if ("json" in outcome) written.push(`{"id":${id},${outcome.json.slice(1)}`);
      else if (outcome.error instanceof ExtractClaimsError) written.push(`{"id":${id},"error":${JSON.stringify({ code: outcome.error.code, message: outcome.error.message })}}`);
      else throw outcome.error;
    }
    return written;
  };

  const worker = new Worker<unknown, number>(
    queue,
    async (job) => {
      const id = job.id ?? "";
      let documents: readonly QueueDocument[];
      try {
        ({ documents } = readJob(id, job.data, reader));
      } catch (error) {
        throw error instanceof JobError ? new UnrecoverableError(error.message) : error;
      }
      await sink.write(id, await lines(documents));
      return documents.length;
    },
    { connection, concurrency: pool.workers, lockDuration: patience, stalledInterval: patience, maxStalledCount: deaths },
  );
  worker.on("completed", (job, documents) => onCompleted?.(job.id ?? "", documents));
  worker.on("failed", (job, error) => onFailed?.(job?.id ?? "", error));
  // A lost connection: BullMQ connects again by itself.
  worker.on("error", (error) => onFailed?.("", error));
  return {
    async drained() {
      const counter = new Queue(queue, { connection });
      try {
        while ((await counter.getJobCountByTypes("waiting", "active", "delayed", "prioritized")) > 0) await setTimeout(DRAIN_POLL_MS);
      } finally {
        await counter.close();
      }
    },
    async close() {
      await worker.close();
      await Promise.all([pool.close(), sink.close()]);
    },
  };
}
