import type { Cue, DateMention } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { dateOf } from "../../syntax/word.js";
import { NO_CUES } from "../draft.js";

/** What a change is measured against, and the words that say so. */
export interface Basis {
  readonly basis: string | undefined;
  readonly cues: readonly Cue[];
}

/** 较上年, 与上年持平 */
const COMPARES = new Set(["comparison", "partner"]);
const NONE: Basis = { basis: undefined, cues: NO_CUES };

/** Basis of the change at `words[at]`, looked for back to `floor`: 同比, 较上年同期, 比年初, 环比 by the period's grain. */
export function basisOf(text: string, clause: Clause, at: number, floor: number, period: DateMention | undefined): Basis {
  for (let i = at - 1; i >= floor; i -= 1) {
    const word = clause.words[i];
    if (!word) continue;
    const frame = clause.frames.find((f) => f.from <= i && i < f.to && COMPARES.has(f.preposition.lexeme?.preposition ?? ""));
    if (frame) {
      const [first, last] = [clause.words[frame.from], clause.words[frame.to - 1]];
      if (!first || !last) continue;
      const cue: Cue = { start: first.start, end: last.end, sets: "basis" };
      return { basis: comparisonBasis(text.slice(first.end, last.end), clause, frame.object.from, period), cues: [cue] };
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

const BY_WORD: readonly (readonly [RegExp, string])[] = [
  [/同期|同月|同季|^(?:上年|去年|上一年)(?:[度末底]|全年)?(?:的?水平|相比)?$/u, "yoy"],
  [/^(?:上月|上个月|前一?个?月)/u, "mom"],
  [/^(?:上周|前一?周)/u, "wow"],
  [/^(?:上季|上一个?季|前一?个?季)/u, "qoq"],
  [/^(?:今?年初|上年末|去年底|上年年末|去年年底)/u, "ytd"],
  [/前一?个?交易日|上一?个?交易日|前一日|昨日|昨天|前收|前日/u, "dod"],
];

function comparisonBasis(words: string, clause: Clause, at: number, period: DateMention | undefined): string {
  if (/上月同期|上个月同期/u.test(words)) return "mom";
  const known = BY_WORD.find(([pattern]) => pattern.test(words));
  if (known) return known[1];
  const [then, now] = [yearOf(dateOf(clause.words[at])), yearOf(period)];
  return then !== undefined && now !== undefined && now - then === 1 ? "yoy" : words;
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
