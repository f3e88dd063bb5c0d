import { claimLexemes } from "./claim.js";
import { figureLexicon, type FigureLexicon } from "./figure.js";
import type { LexemeTable } from "./lexeme.js";
import { knownNames, type KnownNames } from "./name.js";
import { nameParts, type NameParts } from "./name-part.js";

/** Every table the stages read, each built once per extractor and frozen; a stage asks for its own part. */
export interface Lexicon {
  readonly userEntries: readonly never[];
  /** What the claim rules know of words. */
  readonly lexemes: LexemeTable;
  /** Units, currencies, counters, hedges. */
  readonly figures: FigureLexicon;
  /** The names the dictionaries list. */
  readonly names: KnownNames;
  /** Surnames, given-name characters, titles, suffixes: what names are made of. */
  readonly nameParts: NameParts;
  /** The weights of the name model (`models/names.bin`); without them names come from dictionaries and context alone. */
  readonly nameModel?: Uint8Array;
}

/** What is too large to be compiled in. */
export interface LexiconResources {
  readonly nameModel?: Uint8Array;
}

export function createLexicon({ nameModel }: LexiconResources = {}): Lexicon {
  return Object.freeze({ ...(nameModel && { nameModel }), userEntries: [], lexemes: claimLexemes(), figures: figureLexicon(), names: knownNames(), nameParts: nameParts() });
}
