import type { Document, Sentence, Span } from "../../model/index.js";
import { outsideKey, partKey, type FeatureTables, type Stretch } from "./feature.js";
import type { NameModel } from "./model.js";

/** A stretch is cut at a word's end after so many characters, so that a text without punctuation is read in parts. */
const LONGEST = 2000;

/**
 * The stretches of a sentence that can hold a name: its words but those that no name of the training texts holds, unless
 * they are part of a known name or stand in 《》 or “”. One word by itself must be such as names consist of. Most of a
 * text is skipped so.
 */
export function openStretches({ folded, tokens }: Document, sentence: Sentence, first: number, last: number, model: NameModel, { known, native }: FeatureTables): Stretch[] {
  const stretches: Stretch[] = [];
  let depth = 0;
  let covered = sentence.start;
  let open = -1;
  /** Whether what is open is open for more reasons than its words. */
  let sure = false;
  for (let i = first; i <= last; i += 1) {
    const token = i < last ? tokens[i] : undefined;
    let isOpen = false;
    let isSure = false;
    if (token) {
      const unit = folded.charCodeAt(token.start);
      if (isOpener(unit)) depth += 1;
      covered = Math.max(covered, knownEnd(folded, token, known));
      isSure = depth > 0 || covered > token.start || isJoint(native[unit]!);
      isOpen = isSure || !model.isMark(outsideKey(folded, token));
      if (depth > 0 && isCloser(unit)) depth -= 1;
    }
    if (open >= 0 && (!isOpen || token!.end - tokens[open]!.start > LONGEST)) {
      const { start } = tokens[open]!;
      const { end } = tokens[i - 1]!;
      if (sure || i - open > 1 || !model.isMark(partKey(folded, tokens[open]!))) stretches.push({ start, end, first: open, last: i, sentence });
      open = -1;
    }
    if (!isOpen) continue;
    if (open < 0) {
      open = i;
      sure = false;
    }
    sure ||= isSure;
  }
  return stretches;
}

/** 《 and “ */
const isOpener = (unit: number): boolean => unit === 0x300a || unit === 0x201c;
/** 》 and ” */
const isCloser = (unit: number): boolean => unit === 0x300b || unit === 0x201d;

/** Latin letters and what joins their words (see `KINDS` in table.ts): a name may hold any of them. */
const isJoint = (kind: number): boolean => kind >= 8 && kind <= 12 && kind !== 9;

/** Where the known name that starts with the token ends, if there is a certain one. */
function knownEnd(folded: string, { start }: Span, known: FeatureTables["known"]): number {
  const form = known(folded, start);
  return form && !form.ambiguous ? start + form.length : 0;
}
