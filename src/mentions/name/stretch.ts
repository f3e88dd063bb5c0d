import type { Document, Sentence, Span } from "../../model/index.js";
import { outsideKey, type FeatureTables, type Stretch } from "./feature.js";
import type { NameModel } from "./model.js";

/** A stretch is cut at a word's end after so many characters, so that a text without punctuation is read in parts. */
const LONGEST = 2000;
const OPENERS = "《“";
const CLOSERS = "》”";

/**
 * The stretches of a sentence that can hold a name: its words but those that no name of the training texts holds, unless
 * they are part of a known name or stand in 《》 or “”. Most of a text is skipped so.
 */
export function openStretches({ folded, tokens }: Document, sentence: Sentence, first: number, last: number, model: NameModel, { known, native }: FeatureTables): Stretch[] {
  const stretches: Stretch[] = [];
  let depth = 0;
  let covered = sentence.start;
  let open = -1;
  const close = (to: number): void => {
    if (open < 0) return;
    stretches.push({ start: tokens[open]!.start, end: tokens[to - 1]!.end, first: open, last: to, sentence });
    open = -1;
  };
  for (let i = first; i < last; i += 1) {
    const token = tokens[i]!;
    const unit = folded[token.start]!;
    if (OPENERS.includes(unit)) depth += 1;
    covered = Math.max(covered, knownEnd(folded, token, known));
    const isOpen = depth > 0 || covered > token.start || isJoint(native[folded.charCodeAt(token.start)]!) || !model.isMark(outsideKey(folded, token));
    if (CLOSERS.includes(unit) && depth > 0) depth -= 1;
    if (!isOpen || (open >= 0 && token.end - tokens[open]!.start > LONGEST)) close(i);
    if (isOpen && open < 0) open = i;
  }
  close(last);
  return stretches;
}

/** Latin letters and what joins their words (see `KINDS` in table.ts): a name may hold any of them. */
const isJoint = (kind: number): boolean => kind >= 8 && kind <= 12 && kind !== 9;

/** Where the known name that starts with the token ends, if there is a certain one. */
function knownEnd(folded: string, { start }: Span, known: FeatureTables["known"]): number {
  const form = known(folded, start);
  return form && !form.ambiguous ? start + form.length : 0;
}
