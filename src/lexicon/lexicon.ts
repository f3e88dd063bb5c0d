/** Every table the stages read, each built once per extractor and frozen; a stage asks for its own part. */
export interface Lexicon {
  readonly userEntries: readonly never[];
}

export function createLexicon(): Lexicon {
  return Object.freeze({ userEntries: [] });
}
