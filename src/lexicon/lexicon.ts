import { bodyEndings, type BodyKind } from "./body.js";
import { claimLexemes, type OwnWords } from "./claim.js";
import { comparedWords, type ComparedWords } from "./compared.js";
import { confidenceWeights, type ConfidenceWeights } from "./confidence.js";
import { dateWords, type DateWords } from "./date.js";
import type { DictionarySource } from "./dictionary.js";
import type { Endings } from "./ending.js";
import { eventNouns, type EventNouns } from "./event.js";
import { figureLexicon, type FigureLexicon } from "./figure.js";
import type { LexemeTable } from "./lexeme.js";
import { knownNames, type KnownNames } from "./name.js";
import { nameParts, type NameParts } from "./name-part.js";
import { nounEndings, type NounClass } from "./noun-ending.js";
import { userEntries, type UserEntries } from "./user-entry.js";

/** Every table the stages read, each built once per extractor and frozen; a stage asks for its own part. */
export interface Lexicon {
  /** The user's own names. */
  readonly userEntries: UserEntries;
  /** What the claim rules know of words. */
  readonly lexemes: LexemeTable;
  /** What nouns beside an event's trigger make of it. */
  readonly eventNouns: EventNouns;
  /** Which bodies 公司 may stand for, by how their names end. */
  readonly bodyEndings: Endings<BodyKind>;
  /** What nouns are to the measures beside them, by how they end. */
  readonly nounEndings: Endings<readonly NounClass[]>;
  /** What changes are measured against, by the words that say so. */
  readonly compared: ComparedWords;
  /** How much each rule and circumstance is to be trusted. */
  readonly confidence: ConfidenceWeights;
  /** Words of dates and durations. */
  readonly dates: DateWords;
  /** Units, currencies, counters, hedges. */
  readonly figures: FigureLexicon;
  /** The names the dictionaries list. */
  readonly names: KnownNames;
  /** Surnames, given-name characters, titles, suffixes: what names are made of. */
  readonly nameParts: NameParts;
  /** The weights of the name model (`models/names.bin`); without them names come from dictionaries and context alone. */
  readonly nameModel?: Uint8Array;
}

/** What is too large to be compiled in, and what is the user's. */
export interface LexiconResources {
  readonly nameModel?: Uint8Array;
  readonly dictionaries?: readonly DictionarySource[];
  /** The user's rows for the tables of words. */
  readonly words?: OwnWords;
}

/** @throws {DictionaryError} a row of `dictionaries` or `words` cannot be read */
export function createLexicon({ nameModel, dictionaries = [], words = {} }: LexiconResources = {}): Lexicon {
  return Object.freeze({ ...(nameModel && { nameModel }), userEntries: userEntries(dictionaries), lexemes: claimLexemes(words), eventNouns: eventNouns(), bodyEndings: bodyEndings(), nounEndings: nounEndings(), compared: comparedWords(), confidence: confidenceWeights(), dates: dateWords(), figures: figureLexicon(), names: knownNames(), nameParts: nameParts() });
}
