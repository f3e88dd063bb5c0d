import { claimLexemes } from "./claim.js";
import type { LexemeTable } from "./lexeme.js";

/** Every table the stages read, each built once per extractor and frozen; a stage asks for its own part. */
export interface Lexicon {
  readonly userEntries: readonly never[];
  /** What the claim rules know of words. */
  readonly lexemes: LexemeTable;
}

export function createLexicon(): Lexicon {
  return Object.freeze({ userEntries: [], lexemes: claimLexemes() });
}
