import type { Lexeme } from "./lexeme.js";
import { readRow, word, type Cell, type Row } from "./table.js";

/** A table whose rows say something of a word. */
export interface WordTable {
  /** As it stands in `dict/`. */
  readonly text: string;
  /** What a row of it says of its word, by its cells; tests read every row. */
  says(cells: readonly string[]): Lexeme;
  /** The words of the rows that `read` gives for its columns, and what they say of them. */
  rows(read: <C extends Record<string, Cell<unknown>>>(columns: C) => readonly Row<C>[]): (readonly [word: string, says: Lexeme])[];
}

/** A table of columns, the first of which holds the word. */
export function wordTable<C extends Record<string, Cell<unknown>>>(text: string, columns: C, says: (row: Row<C>) => Lexeme): WordTable {
  const readers = Object.entries(columns);
  const [first = "word"] = Object.keys(columns);
  return {
    text,
    says: (cells) => says(readRow<C>("dict", 0, cells, readers)),
    rows: (read) => read(columns).map((row) => [String(row[first]), says(row)]),
  };
}

/** A table of words alone, which says the same of each. */
export const saying = (text: string, says: Lexeme): WordTable => wordTable(text, { word }, () => says);
