import { DictionaryError, type NameType } from "../model/index.js";

/** A name of the user's own. */
export interface DictionaryEntry {
  readonly name: string;
  readonly type: NameType;
  /** The name's usual full form; the name itself where absent. */
  readonly canonical?: string;
  /** Other ways it is written. */
  readonly aliases?: readonly string[];
  /** Which of two entries that share a writing is meant: the heavier. 1 where absent. */
  readonly weight?: number;
}

/** Entries, or the text of a file of them: jieba's user dictionary, or a table whose first line names its columns. */
export type DictionarySource = readonly DictionaryEntry[] | { readonly file: string; readonly text: string };

/** An entry as read, with everything it leaves open filled in. */
export interface UserEntry {
  readonly name: string;
  /** Absent for a mere word of a jieba dictionary (`云计算 5 n`): one token, but no mention. */
  readonly type?: NameType;
  readonly canonical: string;
  readonly aliases: readonly string[];
  readonly weight: number;
  /** jieba's part of speech for its token. */
  readonly tag: string;
  readonly file: string;
  /** Counts from 1; of objects, their number. */
  readonly line: number;
}

const COLUMNS = ["name", "type", "canonical", "aliases", "weight"] as const;
type Column = (typeof COLUMNS)[number];

const TAG_OF: Readonly<Record<NameType, string>> = { organization: "nt", person: "nr", location: "ns", product: "nz" };
const TYPE_OF = new Map<string, NameType>([["nt", "organization"], ["nr", "person"], ["nrt", "person"], ["nrfg", "person"], ["ns", "location"], ["nz", "product"]]);
/** The tags of jieba's dictionary. */
const TAGS = new Set("a ad ag an b c d df dg e eng f g h i j k l m mg mq n ng nr nrfg nrt ns nt nz o p q r rg rr rz s t tg u ud ug uj ul uv uz v vd vg vi vn vq x y z zg".split(" "));
const LONGEST = 200;

/** Reads a row: lets its error through, or keeps it and goes on without the row. */
export type Attempt = <T>(read: () => T) => T | undefined;

/**
 * Reads dictionaries of users, in any of three forms:
 *
 *     [{ name: "淘特", type: "product", canonical: "淘宝特价版", aliases: ["淘宝特价版"], weight: 2 }]
 *
 *     淘特 nz                             word [frequency] [tag], as in jieba's user dictionary; nt, nr, ns, nz are
 *     云海科技 20 nt                      organization, person, location, product; the frequency is the weight
 *
 *     name→type→canonical→aliases→weight  (tab-separated; name and type are needed, names may hold spaces,
 *     Cloud Sea→organization→云海科技→云海|Cloudsea      aliases are separated by |)
 *
 * Lines may end in \r\n, a byte order mark may stand first, and empty lines say nothing; so do lines of a table that
 * begin with #.
 *
 * @throws {DictionaryError} the first row that cannot be read; nothing is skipped in silence
 */
export function readDictionaries(sources: readonly DictionarySource[], attempt: Attempt = (read) => read()): UserEntry[] {
  return sources.flatMap((source, i) => ("file" in source ? attempt(() => readText(source.file, source.text, attempt)) : attempt(() => readObjects(sources.length > 1 ? `dictionary[${i}]` : "dictionary", source, attempt))) ?? []);
}

function readText(file: string, text: string, attempt: Attempt): UserEntry[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
  const head = lines[first] ?? "";
  const isTable = head.includes("\t") && head.split("\t").includes("name");
  const columns = isTable ? readHead(file, first + 1, head) : undefined;
  const entries: UserEntry[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "" || (columns && (i <= first || line.startsWith("#")))) continue;
    const entry = attempt(() => (columns ? readRow(file, i + 1, line, columns) : readJiebaLine(file, i + 1, line)));
    if (entry) entries.push(entry);
  }
  return entries;
}

function readHead(file: string, line: number, head: string): Column[] {
  const expected = `a first line of ${COLUMNS.join(", ")}, of which name and type are needed, separated by tabs`;
  const columns = head.split("\t").map((cell) => {
    const column = COLUMNS.find((name) => name === cell);
    if (column === undefined) throw new DictionaryError(file, line, JSON.stringify(cell), expected);
    return column;
  });
  if (new Set(columns).size < columns.length || !columns.includes("type")) throw new DictionaryError(file, line, JSON.stringify(head), expected);
  return columns;
}

function readRow(file: string, line: number, row: string, columns: readonly Column[]): UserEntry {
  const cells = row.split("\t");
  if (cells.length > columns.length) throw new DictionaryError(file, line, `${cells.length} cells`, `at most ${columns.length}: ${columns.join(", ")}`);
  const { name = "", type = "", canonical = "", aliases = "", weight = "" } = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
  if (weight !== "" && !/^\d+(?:\.\d+)?$/.test(weight)) throw new DictionaryError(file, line, JSON.stringify(weight), "a weight such as 2 or 0.5");
  return check({ file, line, name, type, canonical, aliases: aliases === "" ? [] : aliases.split("|"), weight: weight === "" ? 1 : Number(weight) });
}

function readJiebaLine(file: string, line: number, text: string): UserEntry {
  if (text.includes("\t")) throw new DictionaryError(file, line, JSON.stringify(text), `word [frequency] [tag] separated by spaces, or a first line that names columns: ${COLUMNS.join(", ")}`);
  const cells = text.trim().split(/ +/);
  const [name = "", ...rest] = cells;
  const tag = rest.length > 0 && !/^[-+.\d]/.test(rest.at(-1) ?? "") ? rest.pop() : undefined;
  const frequency = rest.pop();
  if (rest.length > 0) throw new DictionaryError(file, line, JSON.stringify(text), "word [frequency] [tag]; a name with spaces needs a table whose first line is name, type, … separated by tabs");
  if (frequency !== undefined && !/^[1-9]\d{0,14}$/.test(frequency)) throw new DictionaryError(file, line, JSON.stringify(frequency), "a frequency, a whole number from 1");
  if (tag !== undefined && !TAGS.has(tag)) throw new DictionaryError(file, line, JSON.stringify(tag), "one of jieba's tags, such as nt, nr, ns, nz");
  const type = tag === undefined ? undefined : TYPE_OF.get(tag);
  return check({ file, line, name, type, canonical: "", aliases: [], weight: frequency === undefined ? 1 : Number(frequency), tag: tag ?? "x" });
}

function readObjects(file: string, objects: readonly DictionaryEntry[], attempt: Attempt): UserEntry[] {
  if (!Array.isArray(objects)) throw new DictionaryError(file, 0, describe(objects), "an array of entries, or { file, text }");
  return (objects as readonly unknown[]).flatMap((object, i) => attempt(() => readObject(file, i + 1, object)) ?? []);
}

function readObject(file: string, line: number, object: unknown): UserEntry {
  const fail = (found: unknown, expected: string): never => {
    throw new DictionaryError(file, line, describe(found), expected);
  };
  if (typeof object !== "object" || object === null || Array.isArray(object)) return fail(object, '{ name, type, … } such as { name: "淘特", type: "product" }');
  const { name, type, canonical = "", aliases = [], weight = 1, ...others } = object as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined) return fail(other, `no field but ${COLUMNS.join(", ")}`);
  if (typeof name !== "string") return fail(name, "a name");
  if (typeof type !== "string") return fail(type, `one of ${Object.keys(TAG_OF).join(", ")} in type`);
  if (typeof canonical !== "string") return fail(canonical, "a string in canonical");
  if (!Array.isArray(aliases) || !aliases.every((alias) => typeof alias === "string")) return fail(aliases, "an array of strings in aliases");
  if (typeof weight !== "number") return fail(weight, "a number in weight");
  return check({ file, line, name, type, canonical, aliases: [...aliases] as string[], weight });
}

interface Draft extends Omit<UserEntry, "type" | "tag"> {
  readonly type: string | undefined;
  readonly tag?: string;
}

function check({ file, line, name, type, canonical, aliases, weight, tag }: Draft): UserEntry {
  const fail = (found: unknown, expected: string): never => {
    throw new DictionaryError(file, line, describe(found), expected);
  };
  for (const written of [name, ...(canonical === "" ? [] : [canonical]), ...aliases]) {
    if (written === "") fail(written, "a name of at least one character");
    if (written !== written.trim()) fail(written, "a name without white space around it");
    if (written.length > LONGEST) fail(`${written.length} characters`, `a name of at most ${LONGEST}`);
    if (!written.isWellFormed()) fail(written, "a name of whole characters");
    if (/[\p{Cc}\u2028\u2029]/u.test(written)) fail(written, "a name without control characters");
    if (!/[\p{L}\p{N}]/u.test(written)) fail(written, "a name with a letter or digit in it");
  }
  const repeated = aliases.find((alias, i) => alias === name || aliases.indexOf(alias) < i);
  if (repeated !== undefined) fail(repeated, "each alias once, and other than the name");
  if (type !== undefined && !Object.hasOwn(TAG_OF, type)) fail(type, `one of ${Object.keys(TAG_OF).join(", ")} in type`);
  if (!(weight > 0 && weight < Infinity)) fail(weight, "a weight above 0");
  const known = type as NameType | undefined;
  return Object.freeze({ name, ...(known && { type: known }), canonical: canonical === "" ? name : canonical, aliases: Object.freeze(aliases), weight, tag: tag ?? (known ? TAG_OF[known] : "x"), file, line });
}

const describe = (found: unknown): string => (typeof found === "number" || typeof found === "bigint" ? String(found) : (JSON.stringify(found) ?? String(found)));
