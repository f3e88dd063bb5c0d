import type { Token } from "../model/index.js";

/** Cuts a stretch of text into words: in order, without gap or overlap, so that they rebuild it. */
export interface Segmenter {
  readonly name: string;
  /** Appends the tokens of `text.slice(start, end)` to `into`, with offsets in `text`. */
  segment(text: string, start: number, end: number, into: Token[]): void;
}
