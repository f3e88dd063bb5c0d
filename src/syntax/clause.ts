import type { Sentence, Span } from "../model/index.js";
import type { Marks } from "./mark.js";
import type { Word } from "./word.js";

/** A stretch between clause punctuation; what stands in brackets inside it is a clause of its own, and not among its words. */
export interface Clause extends Span, Marks {
  /** Position in `Analysis.clauses`. */
  readonly index: number;
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  /** The punctuation that ends it; not among its words. */
  readonly closing: Word | undefined;
  /** The clause whose brackets hold this one. */
  readonly host: Clause | undefined;
  /** Prepositional frames, in order; none lies inside another. */
  readonly frames: readonly Frame[];
}

/** A preposition with what it governs: words `[from, to)` of the clause. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly preposition: Word;
  /** Words it governs, without preposition and closing word. */
  readonly object: { readonly from: number; readonly to: number };
}

export interface WordGroup {
  readonly words: Word[];
  readonly host: number | undefined;
  closing: Word | undefined;
}

/** No clause of prose has so many words. What runs on is read in pieces, so that a rule may look over a whole clause for each word. */
const LONGEST = 120;

/** A sentence's words by clause. Brackets that are never closed end with the sentence. */
export function groupClauses(sentence: Sentence, words: readonly Word[]): WordGroup[] {
  const groups: WordGroup[] = [];
  const open: number[] = [];
  let current = -1;
  let clause = 0;
  let next = sentence.clauses[1];
  const start = (host?: number): number => groups.push({ words: [], host, closing: undefined }) - 1;
  for (const word of words) {
    if (open.length === 0) {
      while (next && word.start >= next.start) {
        clause += 1;
        next = sentence.clauses[clause + 1];
        current = -1;
      }
      if (current < 0) current = start();
    }
    if (word.kind === "open") {
      open.push(current);
      current = start(current);
    } else if (word.kind === "close" && open.length > 0) {
      current = open.pop() ?? current;
    } else if (word.kind === "comma" || word.kind === "stop" || word.kind === "colon") {
      const group = groups[current];
      if (group && !group.closing) group.closing = word;
      if (open.length > 0) current = start(open.at(-1));
    } else {
      const group = groups[current];
      if (group && group.words.length >= LONGEST) current = start(group.host);
      groups[current]?.words.push(word);
    }
  }
  return groups;
}
