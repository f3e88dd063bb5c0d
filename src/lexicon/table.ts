import { DictionaryError } from "../model/index.js";

/** Reads one cell; throws a string that says what would be right. */
export type Cell<T> = (text: string) => T;

export const word: Cell<string> = (text) => {
  if (text === "") throw "a word";
  return text;
};
export const optional: Cell<string | undefined> = (text) => (text === "" ? undefined : text);
/** `a|b|c`; empty is none. */
export const list: Cell<readonly string[]> = (text) => (text === "" ? [] : text.split("|"));
export const integer: Cell<number> = (text) => {
  if (!/^-?\d+$/.test(text)) throw "a whole number such as 8";
  return Number(text);
};
export const oneOf =
  <const T extends string>(...values: readonly T[]): Cell<T> =>
  (text) => {
    if (!(values as readonly string[]).includes(text)) throw `one of ${values.join(", ")}`;
    return text as T;
  };

export type Row<C extends Record<string, Cell<unknown>>> = { readonly [K in keyof C]: ReturnType<C[K]> };

/**
 * Reads a table of `dict/`: the first line names its columns and source, each further line is a row of tab-separated
 * cells; lines that start with `#` and empty lines say nothing. Trailing empty cells may be left out.
 *
 *     #columns: word, comparator; source: written for extract-claims; licence: MIT
 *     约	approx
 *
 * @throws {DictionaryError} a row with too many cells, or a cell that its column cannot read
 */
export function readTable<C extends Record<string, Cell<unknown>>>(file: string, text: string, columns: C): Row<C>[] {
  const names = Object.keys(columns);
  const head = text.split(/\r?\n/, 1)[0] ?? "";
  const expected = `#columns: ${names.join(", ")}; source: …; licence: …`;
  if (!head.startsWith(`#columns: ${names.join(", ")}; source: `) || !head.includes("; licence: ")) throw new DictionaryError(file, 1, JSON.stringify(head), expected);
  return readLines(file, text, columns);
}

/**
 * As `readTable` for a user's file: it may do without the first line, but one that it has names the same columns.
 *
 * @throws {DictionaryError}
 */
export function readOwnTable<C extends Record<string, Cell<unknown>>>(file: string, text: string, columns: C): Row<C>[] {
  const names = Object.keys(columns);
  const head = text.split(/\r?\n/, 1)[0] ?? "";
  const named = /^#columns:([^;]*)/.exec(head)?.[1]?.split(",").map((name) => name.trim());
  if (named && named.join() !== names.join()) throw new DictionaryError(file, 1, JSON.stringify(head), `#columns: ${names.join(", ")}`);
  return readLines(file, text, columns);
}

function readLines<C extends Record<string, Cell<unknown>>>(file: string, text: string, columns: C): Row<C>[] {
  const names = Object.keys(columns);
  const readers = Object.entries(columns);
  const rows: Row<C>[] = [];
  const lines = text.includes("\r") ? text.split(/\r?\n/) : text.split("\n");
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (cells.length > names.length) throw new DictionaryError(file, i + 1, `${cells.length} cells`, `at most ${names.length}: ${names.join(", ")}`);
    rows.push(readRow<C>(file, i + 1, cells, readers));
  }
  return rows;
}

/**
 * Reads rows given as objects: a text for each column, left out where it is empty. `from` is the number of the first.
 *
 * @throws {DictionaryError} a row that is none, has a field of another name, or a cell that its column cannot read
 */
export function readRows<C extends Record<string, Cell<unknown>>>(file: string, rows: readonly unknown[], columns: C, from = 0): Row<C>[] {
  const names = Object.keys(columns);
  const readers = Object.entries(columns);
  return rows.map((row, position) => {
    const i = from + position;
    if (typeof row !== "object" || row === null) throw new DictionaryError(file, i + 1, String(row), `a row such as { ${names[0]}: "…" }`);
    for (const [name, value] of Object.entries(row)) {
      if (!names.includes(name)) throw new DictionaryError(file, i + 1, `a field ${name}`, `only ${names.join(", ")}`);
      if (typeof value !== "string") throw new DictionaryError(file, i + 1, `${name}: ${String(value)}`, "a text");
    }
    return readRow<C>(file, i + 1, names.map((name) => (row as Record<string, string>)[name] ?? ""), readers);
  });
}

/** One row by its cells. */
export function readRow<C extends Record<string, Cell<unknown>>>(file: string, line: number, cells: readonly string[], readers: readonly (readonly [string, Cell<unknown>])[]): Row<C> {
  const row: Record<string, unknown> = {};
  let column = 0;
  for (const [name, read] of readers) {
    const cell = cells[column] ?? "";
    column += 1;
    try {
      row[name] = read(cell);
    } catch (reason) {
      if (typeof reason !== "string") throw reason;
      throw new DictionaryError(file, line, JSON.stringify(cell), `${reason} in column ${name}`);
    }
  }
  return row as Row<C>;
}

/** Where `mark` next stands, from `from` on; the end of the text where it does not. By a native search: when tables are read, no loop over characters has been compiled yet. */
export function findMark(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}
