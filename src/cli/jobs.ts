import { availableParallelism } from "node:os";
import type { Extractor, Result } from "../index.js";
import type { PoolDocument, PoolOptions } from "../pool.js";
import type { InputError } from "./error.js";

/** An input on its way: a document to read, or why there is none. */
export interface Work extends PoolDocument {
  readonly id: unknown;
  /** How messages name it: `news.jsonl:12`. */
  readonly where: string;
  /** Of a stream of documents a line; otherwise a whole file. */
  readonly isLine: boolean;
  /** How long it was as it stood in the input. */
  readonly bytes: number;
  /** Where its results go, below a folder of results. */
  readonly name: string;
  readonly error?: InputError;
}

/** What became of it. `json` is the result as a worker wrote it. */
export type Worked = { readonly id: unknown; readonly work: Work; readonly result: Result; readonly json?: string } | { readonly id: unknown; readonly work: Work; readonly error: Error };

/** Less than this, in UTF-16 code units, is read before a worker has even started. */
const SMALL = 100_000;

/**
 * Reads inputs in their order, on `jobs` cores. What little input there is, and all of it where `jobs` is 1, is read on this
 * thread: workers are started only when there is work for them.
 */
export async function* extractInOrder(inputs: AsyncGenerator<Work>, extractor: Extractor, options: PoolOptions, jobs = availableParallelism()): AsyncGenerator<Worked> {
  let units = 0;
  while (jobs === 1 || units < SMALL) {
    const { value: work, done } = await inputs.next();
    if (done) return;
    units += work.text.length;
    yield extractHere(work, extractor);
  }
  const { createPool } = await import("../pool.js");
  const pool = createPool({ ...options, workers: jobs });
  try {
    for await (const outcome of pool.map(inputs)) {
      const { document: work } = outcome;
      if (work.error) yield { id: work.id, work, error: work.error };
      else if ("error" in outcome) yield { id: work.id, work, error: outcome.error };
      else
        yield {
          id: work.id,
          work,
          json: outcome.json,
          get result() {
            return outcome.result;
          },
        };
    }
  } finally {
    await pool.close();
  }
}

function extractHere(work: Work, extractor: Extractor): Worked {
  if (work.error) return { id: work.id, work, error: work.error };
  const { text, referenceDate } = work;
  try {
    return { id: work.id, work, result: extractor.extract(text, referenceDate === undefined ? {} : { referenceDate }) };
  } catch (error) {
    return { id: work.id, work, error: error as Error };
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** A wish to stop: told by the first signal; the second ends the process as ever. */
export interface Interruption {
  /** The exit code of the signal that came; 0 while none has. */
  readonly code: number;
  /** What comes from `source` until a signal does, even where the source is waiting for input then. */
  until<T>(source: AsyncGenerator<T>): AsyncGenerator<T>;
  /** Resolves when a signal comes. */
  readonly stopped: Promise<undefined>;
  /** Signals end the process again. */
  ignore(): void;
}

export function listenForSignals(): Interruption {
  let code = 0;
  let stop: () => void = () => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });
  const handlers = Object.entries(SIGNALS).map(([signal, value]) => [signal, () => ((code = value), handlers.forEach(([name, handler]) => process.off(name, handler)), stop())] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return {
    get code() {
      return code;
    },
    stopped,
    async *until(source) {
      for (;;) {
        const next = source.next();
        // Once stopped, what a source that still waits has to say is nobody's business.
        next.catch(() => undefined);
        const step = await Promise.race([stopped, next]);
        if (step === undefined || step.done || code > 0) break;
        yield step.value;
      }
      if (code > 0) process.stdin.destroy();
    },
    ignore() {
      for (const [signal, handler] of handlers) process.off(signal, handler);
    },
  };
}
