import type { Result } from "./result.js";

/** A text with what was found in it: what exports and reports are made of. */
export interface AnnotatedText {
  /** Names the text: a path, an address, a number; unique among the texts that go into one file. */
  readonly id: string;
  /** The text as it was given to `extract`. */
  readonly text: string;
  /** What `extract` returned for it, in any unit of offsets. */
  readonly result: Result;
}
