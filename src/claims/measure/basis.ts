import type { Cue, DateMention, Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { dateOf } from "../../syntax/word.js";
import { NO_CUES } from "../draft.js";
import type { Walk } from "./measure.js";

/** What a change is measured against, and the words that say so. */
export interface Basis {
  readonly basis: string | undefined;
  readonly cues: readonly Cue[];
}

/** 较上年, 与上年持平 */
const COMPARES = new Set(["comparison", "partner"]);
const NONE: Basis = { basis: undefined, cues: NO_CUES };

/** Basis of the change at `words[at]`, looked for back to `floor`: 同比, 较上年同期, 比年初, 环比 by the period's grain. */
export function basisOf(walk: Walk, clause: Clause, at: number, floor: number, period: DateMention | undefined): Basis {
  for (let i = at - 1; i >= floor; i -= 1) {
    const word = clause.words[i];
    if (!word) continue;
    const frame = clause.frames.find((f) => f.from <= i && i < f.to && COMPARES.has(f.preposition.lexeme?.preposition ?? ""));
    if (frame) {
      const [first, last] = [clause.words[frame.from], clause.words[frame.to - 1]];
      if (!first || !last) continue;
      const cue: Cue = { start: first.start, end: last.end, sets: "basis" };
      return { basis: comparisonBasis(walk, { start: first.end, end: last.end }, dateOf(clause.words[frame.object.from]), period), cues: [cue] };
    }
    const { basis } = word.lexeme ?? {};
    if (!basis) continue;
    const cues: Cue[] = [{ start: word.start, end: word.end, sets: "basis" }];
    if (basis !== "环比") return { basis, cues };
    return { basis: grainBasis(dateOf(clause.words[i + 1]) ?? period) ?? basis, cues };
  }
  return NONE;
}

/** Dates that say when, not against what. */
export function periodsOf({ words, dates, frames }: Clause): DateMention[] {
  const periods: DateMention[] = [];
  for (const at of dates) {
    const date = dateOf(words[at]);
    const compared = frames.some((frame) => frame.from <= at && at < frame.to && COMPARES.has(frame.preposition.lexeme?.preposition ?? ""));
    if (date && !compared) periods.push(date);
  }
  return periods;
}

/** By the words that are compared with, or by the years of both; else those words. */
function comparisonBasis({ reading, compared }: Walk, { start, end }: Span, then: DateMention | undefined, now: DateMention | undefined): string {
  const [before, after] = [yearOf(then), yearOf(now)];
  const { text, folded } = reading.analysis.document;
  return compared(folded.slice(start, end)) ?? (before !== undefined && after !== undefined && after - before === 1 ? "yoy" : text.slice(start, end));
}

const yearOf = (date: DateMention | undefined): number | undefined => {
  const year = /^(\d{4})/.exec(date?.value ?? "")?.[1];
  return year === undefined ? undefined : Number(year);
};

function grainBasis(period: DateMention | undefined): string | undefined {
  const value = period?.value ?? "";
  if (/^[\dX]{4}-Q\d$/.test(value)) return "qoq";
  if (/^[\dX]{4}-\d\d$/.test(value)) return "mom";
  if (/^[\dX]{4}-W\d\d$/.test(value)) return "wow";
  return undefined;
}
