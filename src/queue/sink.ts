import { mkdirSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";
import type { RedisAddress } from "./address.js";

/** Takes a job's results, one line of JSON a document. Taking the same job twice is as taking it once. */
export interface ResultSink {
  /** Resolves when the lines are safe. */
  write(jobId: string, lines: readonly string[]): Promise<void>;
  /** Lets go of files and connections. */
  close(): Promise<void>;
}

/**
 * A file `<job id>.ndjson` a job, complete or absent: `cat DIR/*.ndjson` is all there is. A job that is done twice, because its
 * worker died between writing and telling, writes the same file again.
 */
export function directorySink(directory: string): ResultSink {
  mkdirSync(directory, { recursive: true });
  return {
    async write(jobId, lines) {
      const path = join(directory, `${jobId}.ndjson`);
      // Two workers may be at the same job for a moment, when one was taken for dead.
      const temporary = `${path}.${process.pid}.part`;
      const file = await open(temporary, "w");
      try {
        for (const line of lines) await file.write(`${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    },
    close: () => Promise.resolve(),
  };
}

/** Marks the job as written and appends its lines: both or neither, as Redis runs a script alone. */
const APPEND_ONCE = `
if redis.call("HSETNX", KEYS[2], ARGV[1], 1) == 0 then return 0 end
for i = 2, #ARGV do redis.call("XADD", KEYS[1], "*", "job", ARGV[1], "result", ARGV[i]) end
return #ARGV - 1`;

/**
 * A Redis stream, an entry a document with the fields `job` and `result`. The hash `<stream>:jobs` names the jobs it holds.
 */
export function streamSink(stream: string, connection: RedisAddress): ResultSink {
  const redis = new Redis({ ...connection, maxRetriesPerRequest: null });
  return {
    async write(jobId, lines) {
      await redis.eval(APPEND_ONCE, 2, stream, `${stream}:jobs`, jobId, ...lines);
    },
    async close() {
      await redis.quit();
    },
  };
}
