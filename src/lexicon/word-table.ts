import { fold } from "./fold.js";
import type { Lexeme, LexemeBuilder } from "./lexeme.js";
import { word, type Cell, type Row } from "./table.js";

/** A table whose rows say something of a word. */
export interface WordTable {
  /** As it stands in `dict/`. */
  readonly text: string;
  /** Adds what the rows say to the lexemes; `read` gives them, with these columns. */
  add(lexemes: LexemeBuilder, read: <C extends Record<string, Cell<unknown>>>(columns: C) => readonly Row<C>[]): void;
}

/** A table of columns, the first of which holds the word. */
export function wordTable<C extends Record<string, Cell<unknown>>>(text: string, columns: C, says: (row: Row<C>) => Lexeme): WordTable {
  const first = Object.keys(columns)[0] ?? "word";
  return {
    text,
    add: (lexemes, read) => {
      for (const row of read(columns)) lexemes.add(fold(String(row[first])), says(row));
    },
  };
}

/** A table of words alone, which says the same of each. */
export const saying = (text: string, says: Lexeme): WordTable => wordTable(text, { word }, () => says);
