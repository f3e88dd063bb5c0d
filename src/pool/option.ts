import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { userEntries } from "../lexicon/user-entry.js";
import { DictionaryError, OptionError } from "../model/index.js";
import { describe, dictionarySources, readExtractorOptions, type DictionaryInput, type ExtractorOptions } from "../option.js";

/** The options of an extractor, as far as they can go to another thread. */
export interface PoolOptions extends Omit<ExtractorOptions, "segmenter" | "rules"> {
  /** How many threads read texts: as many as the machine has cores where absent. */
  readonly workers?: number;
  /** A segmenter by name: a function cannot go to another thread. */
  readonly segmenter?: "builtin" | "nodejieba";
}

/** What a worker makes its extractor of; every dictionary is text by then. */
export interface WorkerOptions extends Omit<PoolOptions, "workers" | "dictionary"> {
  readonly dictionary: readonly DictionaryInput[];
}

const MOST_WORKERS = 1024;
const SEGMENTERS = ["builtin", "nodejieba"];

/**
 * Checks everything here, where the caller can be told: workers meet no wrong option.
 *
 * @throws {OptionError} | {DictionaryError} as `createExtractor`
 */
export function readPoolOptions(options: PoolOptions = {}): { workers: number; options: WorkerOptions } {
  if (typeof options !== "object" || options === null) throw new OptionError("options", describe(options), "an object of options, or nothing");
  const { workers = availableParallelism(), segmenter = "builtin", ...others } = options;
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS) throw new OptionError("workers", describe(workers), `a whole number from 1 to ${MOST_WORKERS}`);
  if (!SEGMENTERS.includes(segmenter)) throw new OptionError("segmenter", describe(segmenter), `one of ${SEGMENTERS.join(", ")}`);
  const sources = dictionarySources(readExtractorOptions(others).dictionary, readFile);
  userEntries(sources);
  return { workers, options: { ...others, segmenter, dictionary: sources.flat() as DictionaryInput[] } };
}

function readFile(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new DictionaryError(path, 0, error instanceof Error ? error.message : String(error), "a readable file in UTF-8");
  }
}
