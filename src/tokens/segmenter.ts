import type { Token } from "../model/index.js";

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
