import { createWriteStream, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import type { Writable } from "node:stream";
import { InputError, UsageError } from "./error.js";

/** A file that is complete or not there: until it is finished it is called `FILE.part`. */
export interface OutputFile {
  readonly stream: Writable;
  /** Lines that an earlier run has written whole. */
  readonly lines: number;
  /** Those of them that hold an error. */
  readonly failures: number;
  /** Gives the file its name, or leaves it to be continued with `--resume`. */
  close(complete: boolean): Promise<void>;
}

/**
 * @param resume  Go on behind the last whole line of what an earlier run has left, however it ended.
 * @throws {UsageError} a file that cannot be written, or no plain file to continue
 */
export async function openOutputFile(path: string, resume: boolean): Promise<OutputFile> {
  const found = statSync(path, { throwIfNoEntry: false });
  const plain = found === undefined || found.isFile();
  if (resume && !plain) throw new UsageError(`--resume: ${path} is no file that could be continued`);
  const part = plain ? `${path}.part` : path;
  try {
    if (resume && found && !statSync(part, { throwIfNoEntry: false })) await rename(path, part);
    const { lines, failures } = resume ? await keepWholeLines(part) : { lines: 0, failures: 0 };
    const file = await open(part, resume ? "a" : "w");
    const stream = createWriteStream(part, { fd: file });
    stream.on("error", (error: NodeJS.ErrnoException) => {
      console.error(`extract-claims: ${path}: ${error.code === "ENOSPC" ? "no space left on the device" : error.message}`);
      process.exit(1);
    });
    return {
      stream,
      lines,
      failures,
      async close(complete) {
        await new Promise<void>((resolve) => stream.end(resolve));
        if (complete && plain) await rename(part, path);
      },
    };
  } catch (error) {
    throw new UsageError(`--out: ${InputError.from(path, error).message}`);
  }
}

const LINE_FEED = 0x0a;
/** Only a line of an error holds this: in a result's strings the quotes are escaped. */
const ERROR_FIELD = Buffer.from(',"error":{"code":');

/** Cuts off the line that a killed run has torn, and counts the others. */
async function keepWholeLines(path: string): Promise<{ lines: number; failures: number }> {
  const file = await open(path, "a+");
  try {
    let [lines, failures, whole, size] = [0, 0, 0, 0];
    let tail = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) {
        lines += 1;
        whole = size + at + 1;
      }
      size += chunk.length;
      // The field may lie across two chunks.
      const seen = Buffer.concat([tail, chunk]);
      for (let at = seen.indexOf(ERROR_FIELD); at >= 0; at = seen.indexOf(ERROR_FIELD, at + 1)) failures += 1;
      tail = seen.subarray(-(ERROR_FIELD.length - 1));
    }
    // A torn line may have counted as a failure: it is read again.
    if (whole < size) {
      const rest = Buffer.alloc(size - whole);
      await file.read(rest, 0, rest.length, whole);
      if (rest.includes(ERROR_FIELD)) failures -= 1;
      await file.truncate(whole);
    }
    return { lines, failures };
  } finally {
    await file.close();
  }
}
