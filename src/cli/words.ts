import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { WORD_TABLES, type OwnWords, type WordRows, type WordTableName } from "../index.js";
import { InputError, UsageError } from "./error.js";

/**
 * Files of words for the claim rules, each named after its table: `metrics.tsv`, `shop.metrics.tsv`.
 *
 * @throws {UsageError} a file that cannot be read, or of a name that no table has
 */
export function readWordFiles(paths: readonly string[]): OwnWords {
  const words: Partial<Record<WordTableName, WordRows[]>> = {};
  for (const path of paths) {
    const table = WORD_TABLES.find((name) => name === basename(path).replace(/\.\w+$/, "").split(".").at(-1));
    if (!table) throw new UsageError(`--words: found ${path}; expected a file named after its table, such as metrics.tsv or shop.metrics.tsv; tables: ${WORD_TABLES.join(", ")}`);
    (words[table] ??= []).push({ file: path, text: readText(path) });
  }
  return words;
}

function readText(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new UsageError(`--words: ${InputError.from(path, error).message}`);
  }
}
