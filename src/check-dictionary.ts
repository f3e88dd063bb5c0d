import { userEntries } from "./lexicon/user-entry.js";
import { DictionaryError } from "./model/index.js";
import { dictionarySources, readExtractorOptions, type DictionaryInput } from "./option.js";

/** What a look through dictionaries has found. */
export interface DictionaryCheck {
  /** How many rows can be used. */
  readonly entries: number;
  /** Why the others cannot: `file`, `line`, `found`, `expected`. */
  readonly errors: readonly DictionaryError[];
}

/** Reads dictionaries as an extractor does, but goes on behind a row that is of no use. */
export function checkDictionaryWith(readFile: (path: string) => string, dictionary: DictionaryInput | readonly DictionaryInput[]): DictionaryCheck {
  const errors: DictionaryError[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DictionaryError)) throw error;
      errors.push(error);
      return undefined;
    }
  };
  const inputs = readExtractorOptions({ dictionary }).dictionary;
  // A file that cannot be read stands for no rows.
  const sources = dictionarySources(inputs, (path) => attempt(() => readFile(path)) ?? "");
  return { entries: userEntries(sources, attempt).entries.length, errors };
}
