import type { Span } from "./span.js";

/** The moment from which 昨日 and 今年 are counted, in the text's own local time. */
export interface ReferenceDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
  /** 0 to 23; absent when only a date was given */
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** A sentence of the text, without the white space around it; its closing quotes and 。 belong to it. */
export interface Sentence extends Span {
  /** Position in `Document.sentences`. */
  readonly index: number;
  /** Counts from 0; a line break starts a new paragraph. */
  readonly paragraph: number;
  /** The stretches between ，；：。！？ outside brackets; together with their closing punctuation they fill the sentence. */
  readonly clauses: readonly Span[];
}

/** A word with jieba's part-of-speech tag (`n`, `v`, `nr`, `m`, `x` …). */
export interface Token extends Span {
  readonly tag: string;
}

/** A name or quantity in a run of two Latin words or more, as compromise reads it. */
export interface LatinSpan extends Span {
  readonly kind: "organization" | "person" | "location" | "money" | "date" | "number";
}

/** What the stages read: the text and what earlier stages found in it. Nothing in it is changed once made. */
export interface Document {
  /** The caller's text, untouched. */
  readonly text: string;
  /** `text` with full width, Traditional and letter case folded, one code unit for one: for matching only, same offsets. */
  readonly folded: string;
  readonly sentences: readonly Sentence[];
  /** In order, and without gaps inside a sentence: the tokens of a sentence rebuild it. */
  readonly tokens: readonly Token[];
  /** In order; absent where no reader of Latin was given. */
  readonly latin?: readonly LatinSpan[];
  readonly referenceDate?: ReferenceDate | undefined;
}
