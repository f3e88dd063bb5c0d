import type { ClaimRule } from "./claims/own-rule.js";
import { WORD_TABLES, type OwnWords } from "./lexicon/claim.js";
import type { DictionaryEntry, DictionarySource } from "./lexicon/dictionary.js";
import { parseReferenceDate } from "./mentions/date.js";
import { OptionError, type OffsetUnit, type ReferenceDate } from "./model/index.js";
import type { Stage } from "./result.js";
import type { Segmenter } from "./tokens/segmenter.js";

/** How a text is read; each call of an extractor may set its own. */
export interface ExtractOptions {
  /**
   * The day or local time from which 昨日 and 今年 are counted: `2022-02-01` or `2022-02-01T16:30:00`. A dateline in the
   * text (1月20日消息) goes before it; without either such dates have no value.
   */
  readonly referenceDate?: string;
  /** Unit of every offset in the result. UTF-16 code units, as JavaScript counts, where absent. */
  readonly offsets?: OffsetUnit;
  /** Stages whose output the result holds: sentences, mentions and claims where absent. */
  readonly include?: readonly Stage[];
  /** Longest text taken, in UTF-16 code units: 5,000,000 where absent. A longer one is refused, never cut. */
  readonly maxLength?: number;
  /** Also tell why: each claim's `explanation`, and `dropped`, what became no claim. Costs nothing where absent. */
  readonly explain?: boolean;
}

/** A path (in Node), a file's name and text, or entries. */
export type DictionaryInput = string | { readonly file: string; readonly text: string } | DictionaryEntry;

export interface ExtractorOptions extends ExtractOptions {
  /** Names of your own: they win over every other reading wherever they stand. */
  readonly dictionary?: DictionaryInput | readonly DictionaryInput[];
  /** Words of your own for the claim rules: metrics, cues, event triggers and more, rows by the tables of `dict/`. */
  readonly words?: OwnWords;
  /** Claim rules of your own, asked once a sentence. */
  readonly rules?: readonly ClaimRule[];
  /** The built-in segmenter where absent; or one of your own, such as `nodejiebaSegmenter()` of `extract-claims/nodejieba`. */
  readonly segmenter?: "builtin" | Segmenter;
}

export interface Settings {
  readonly referenceDate?: ReferenceDate;
  readonly referenceText?: string;
  readonly offsets: OffsetUnit;
  readonly include: ReadonlySet<Stage>;
  readonly maxLength: number;
  readonly explain: boolean;
}

const OFFSETS: readonly OffsetUnit[] = ["utf16", "codepoint", "utf8"];
const STAGES: readonly Stage[] = ["sentences", "tokens", "mentions", "claims"];
const EXTRACT_OPTIONS = ["referenceDate", "offsets", "include", "maxLength", "explain"] as const;
const EXTRACTOR_OPTIONS = [...EXTRACT_OPTIONS, "dictionary", "words", "rules", "segmenter"] as const;

const DEFAULTS: Settings = { offsets: "utf16", include: new Set<Stage>(["sentences", "mentions", "claims"]), maxLength: 5_000_000, explain: false };

/** How a value reads in an error: its type, and itself where that is short. */
export function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function checkNames(options: unknown, known: readonly string[], where: string): asserts options is Record<string, unknown> {
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw new OptionError(where, describe(options), "an object of options, or nothing");
  for (const name of Object.keys(options)) if (!known.includes(name)) throw new OptionError(`${where}.${name}`, "an unknown option", `one of ${known.join(", ")}`);
}

/** @throws {OptionError} an option of an unknown name, of another type, or out of range */
export function readExtractOptions(options: unknown, base: Settings = DEFAULTS): Settings {
  if (options === undefined) return base;
  checkNames(options, EXTRACT_OPTIONS, "options");
  return readSettings(options, base);
}

/** @throws {OptionError} as above */
export function readExtractorOptions(options: unknown): { settings: Settings; dictionary: readonly DictionaryInput[]; words: OwnWords; rules: readonly ClaimRule[]; segmenter: "builtin" | Segmenter } {
  if (options === undefined) return { settings: DEFAULTS, dictionary: [], words: {}, rules: [], segmenter: "builtin" };
  checkNames(options, EXTRACTOR_OPTIONS, "options");
  const { dictionary, words, rules, segmenter } = options;
  return { settings: readSettings(options, DEFAULTS), dictionary: readDictionary(dictionary), words: readWords(words), rules: readRules(rules), segmenter: readSegmenter(segmenter) };
}

function readSettings({ referenceDate, offsets, include, maxLength, explain }: Record<string, unknown>, base: Settings): Settings {
  if (referenceDate !== undefined && typeof referenceDate !== "string") throw new OptionError("referenceDate", describe(referenceDate), "a date such as 2022-02-01 or 2022-02-01T16:30:00");
  if (offsets !== undefined && !OFFSETS.includes(offsets as OffsetUnit)) throw new OptionError("offsets", describe(offsets), `one of ${OFFSETS.join(", ")}`);
  if (include !== undefined && !(Array.isArray(include) && include.every((stage) => STAGES.includes(stage as Stage)))) throw new OptionError("include", describe(include), `an array of ${STAGES.join(", ")}`);
  if (maxLength !== undefined && !(typeof maxLength === "number" && Number.isInteger(maxLength) && maxLength >= 0)) throw new OptionError("maxLength", describe(maxLength), "a whole number of UTF-16 code units");
  if (explain !== undefined && typeof explain !== "boolean") throw new OptionError("explain", describe(explain), "true or false");
  return {
    ...base,
    ...(referenceDate !== undefined && { referenceDate: parseReferenceDate(referenceDate), referenceText: referenceDate }),
    ...(offsets !== undefined && { offsets: offsets as OffsetUnit }),
    ...(include !== undefined && { include: new Set(include as Stage[]) }),
    ...(maxLength !== undefined && { maxLength: maxLength as number }),
    ...(explain !== undefined && { explain: explain as boolean }),
  };
}

function readDictionary(dictionary: unknown): readonly DictionaryInput[] {
  if (dictionary === undefined) return [];
  const inputs: readonly unknown[] = Array.isArray(dictionary) ? dictionary : [dictionary];
  for (const [i, input] of inputs.entries())
    if (typeof input !== "string" && (typeof input !== "object" || input === null)) throw new OptionError(`dictionary[${i}]`, describe(input), "a path, { file, text } or an entry such as { name, type }");
  return inputs as readonly DictionaryInput[];
}

function readWords(words: unknown): OwnWords {
  if (words === undefined) return {};
  const expected = `rows by table, such as { metrics: [{ word: "日均单量", key: "daily_orders" }] }; tables: ${WORD_TABLES.join(", ")}`;
  if (typeof words !== "object" || words === null || Array.isArray(words)) throw new OptionError("words", describe(words), expected);
  for (const [table, rows] of Object.entries(words)) {
    if (!(WORD_TABLES as readonly string[]).includes(table)) throw new OptionError(`words.${table}`, "an unknown table", `one of ${WORD_TABLES.join(", ")}`);
    if (!Array.isArray(rows)) throw new OptionError(`words.${table}`, describe(rows), "an array of rows");
  }
  return words as OwnWords;
}

function readRules(rules: unknown): readonly ClaimRule[] {
  if (rules === undefined) return [];
  if (!Array.isArray(rules)) throw new OptionError("rules", describe(rules), "an array of rules such as { name, apply }");
  const names = new Set<string>();
  for (const [i, rule] of rules.entries()) {
    const { name, apply } = (typeof rule === "object" && rule !== null ? rule : {}) as Partial<ClaimRule>;
    if (typeof name !== "string" || name === "" || typeof apply !== "function") throw new OptionError(`rules[${i}]`, describe(rule), "a rule such as { name, apply }: a text and a function");
    if (names.has(name)) throw new OptionError(`rules[${i}].name`, describe(name), "a name of its own");
    names.add(name);
  }
  return rules as readonly ClaimRule[];
}

function readSegmenter(segmenter: unknown): "builtin" | Segmenter {
  if (segmenter === undefined || segmenter === "builtin") return "builtin";
  if (typeof segmenter === "object" && segmenter !== null && typeof (segmenter as Segmenter).segment === "function" && typeof (segmenter as Segmenter).name === "string") return segmenter as Segmenter;
  throw new OptionError("segmenter", describe(segmenter), '"builtin" or a segmenter such as nodejiebaSegmenter() of extract-claims/nodejieba');
}

/** Dictionary inputs as sources: entries that follow each other are one source, a path is read by `readFile`. */
export function dictionarySources(inputs: readonly DictionaryInput[], readFile: (path: string) => string): DictionarySource[] {
  const sources: DictionarySource[] = [];
  let entries: DictionaryEntry[] | undefined;
  for (const input of inputs) {
    if (typeof input === "object" && !("file" in input)) {
      if (!entries) sources.push((entries = []));
      entries.push(input);
      continue;
    }
    entries = undefined;
    sources.push(typeof input === "string" ? { file: input, text: readFile(input) } : input);
  }
  return sources;
}
