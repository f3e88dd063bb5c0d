import { ExtractClaimsError, type Token } from "../model/index.js";

/** Cuts a stretch of text into words: in order, without gap or overlap, so that they rebuild it. */
export interface Segmenter {
  readonly name: string;
  /** Appends the tokens of `text.slice(start, end)` to `into`, with offsets in `text`. */
  segment(text: string, start: number, end: number, into: Token[]): void;
}

/** A word that an engine is to know beside its dictionary, as a line of jieba's user dictionary gives it. */
export interface SegmenterWord {
  readonly word: string;
  readonly tag: string;
  /** How often it would occur in jieba's corpus of 60 million; absent: as often as the median word. */
  readonly frequency?: number;
}

/**
 * @throws {ExtractClaimsError} code `segmenter`: a word that jieba could not hold, or would never find
 */
export function checkWords(words: readonly SegmenterWord[]): void {
  for (const { word, tag, frequency } of words) {
    const fail = (found: unknown, expected: string): never => {
      throw new ExtractClaimsError("segmenter", `word ${JSON.stringify(word)}`, JSON.stringify(found), expected);
    };
    if (word === "" || word.length > 512 || !word.isWellFormed()) fail(word, "1 to 512 well-formed characters");
    if (/[\s\0，。]/.test(word)) fail(word, "no space, ， or 。, at which jieba always cuts");
    if (!/^[a-z]+$/.test(tag)) fail(tag, "a part of speech such as nz");
    if (frequency !== undefined && !(Number.isInteger(frequency) && frequency > 0 && frequency < 2 ** 31)) fail(frequency, "a whole number from 1");
  }
}
