import { readFileSync } from "node:fs";
import { checkDictionaryWith, type DictionaryCheck } from "./check-dictionary.js";
import { loadCompromise } from "./compromise.js";
import { createExtractorWith, type Extractor } from "./extractor.js";
import { DictionaryError, type Result } from "./model/index.js";
import type { DictionaryInput, ExtractOptions, ExtractorOptions } from "./option.js";
import { readResources } from "./tables.js";

export * from "./api.js";

let shared: Extractor | undefined;

/**
 * An extractor with dictionaries of its own, to be used for many texts. All files are read here; `extract` reads none.
 *
 *     const extractor = createExtractor({ dictionary: [{ name: "淘特", type: "product" }] });
 *     extractor.extract("淘特新增微信支付。").mentions[0]   { type: "product", text: "淘特", … }
 *
 * @throws {OptionError}      an option of an unknown name, of another type, or out of range
 * @throws {DictionaryError}  a dictionary, or a row of it, cannot be read: `file`, `line`, `found`, `expected`
 * @throws {ExtractClaimsError} code `tables`: the package's own tables are missing
 */
export function createExtractor(options?: ExtractorOptions): Extractor {
  return createExtractorWith({ resources: readResources(), readFile: readDictionaryFile, loadCompromise }, options);
}

/**
 * Extract the claims a Chinese news text states, each tied to the words that state it.
 *
 *     extract("微信月活跃用户数达13.089亿。").claims[0]   { type: "metric", subject: { text: "微信" }, figure: { value: 1308900000 }, … }
 *
 * @param text     One article, used exactly as given: offsets are UTF-16, `text.slice(start, end)` is the quotation.
 * @param options  `referenceDate`: the day or local time from which 昨日 is counted; without it 昨日 has no value.
 *                 `dictionary` builds an extractor for this one call: for many texts use `createExtractor`.
 * @returns  Mentions and claims in reading order, empty when there are none. Money in whole units (元, not 万元), `percent` in
 *           points (12.3 is 12.3%), dates TIMEX3 and only as precise as the text.
 * @throws {OptionError}      no string, a string longer than `maxLength`, or a wrong option: `where`, `found`, `expected`
 * @throws {DictionaryError}  a row of a dictionary cannot be read: `file`, `line`, `found`, `expected`
 */
export function extract(text: string, options: ExtractorOptions = {}): Result {
  const { dictionary, words, rules, segmenter, ...call } = options ?? {};
  if (dictionary !== undefined || words !== undefined || rules !== undefined || segmenter !== undefined) return createExtractor(options).extract(text);
  shared ??= createExtractor();
  return shared.extract(text, call as ExtractOptions);
}

/**
 * Looks through dictionaries and tells everything that is wrong with them, where `createExtractor` stops at the first row that it
 * cannot use.
 *
 *     checkDictionary("names.tsv")   { entries: 12, errors: [DictionaryError: names.tsv:5: found "company"; expected one of …] }
 *
 * @throws {OptionError} no dictionary: neither path nor `{ file, text }` nor entry, nor an array of these
 */
export function checkDictionary(dictionary: DictionaryInput | readonly DictionaryInput[]): DictionaryCheck {
  return checkDictionaryWith(readDictionaryFile, dictionary);
}

function readDictionaryFile(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new DictionaryError(path, 0, error instanceof Error ? error.message : String(error), "a readable file in UTF-8");
  }
}
