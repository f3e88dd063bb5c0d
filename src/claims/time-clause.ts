import { itemAt, type DateMention } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { isAdverbial } from "../syntax/phrase.js";
import { dateOf, type Word } from "../syntax/word.js";

/** Dates by which something is measured (较上年同期, 比去年11月, 与2020年持平) do not say when it holds. */
const ASIDE = new Set(["comparison", "basis", "partner"]);

/** A year, half-year, quarter or month, or several of them. */
const PERIOD = /^\d{4}(?:-(?:[QH]\d|\d\d))?(?:$|\/)/;

/** A length of time, which has no place in the calendar. */
export const isLength = ({ value = "" }: DateMention): boolean => /^PT?\d/.test(value);

/** A time of day, with or without its day. */
export const isClock = ({ value = "" }: DateMention): boolean => /^T|\dT/.test(value);

export const isDay = ({ value = "" }: DateMention): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

/** The date of a clause that holds for the predicate `words[at]`: the last before it, else one that the clause brings behind it. A length of time is one where it reaches up to now. */
export function dateIn(clause: Clause, at: number, saying: boolean, isWindow: (length: DateMention) => boolean): DateMention | undefined {
  let [before, after]: (DateMention | undefined)[] = [];
  for (const i of clause.dates) {
    const date = dateOf(clause.words[i]);
    if (date?.value === undefined) continue;
    if (isLength(date) && !isWindow(date)) continue;
    if (!saying && clause.frames.some((f) => f.from <= i && i < f.to && ASIDE.has(f.preposition.lexeme?.preposition ?? ""))) continue;
    if (itemAt(clause.words, i - 1)?.lexeme?.basis || (isModifier(clause, i, at) && !(saying && isPublished(clause, i)))) continue;
    if (i < at) before = date;
    // 27位预计周五加息: the date is of what they say.
    else if (placesWhat(clause, i) && !clause.words.slice(at + 1, i).some(({ lexeme }) => lexeme?.cue)) after ??= date;
  }
  return before ?? (saying ? undefined : after);
}

/** 周一公布的调查结果显示: what a paper says is said when it comes out. */
function isPublished({ words }: Clause, date: number): boolean {
  const use = words[date + 1]?.lexeme?.cue?.use;
  return (use === "publish" || use === "announce") && words[date + 2]?.kind === "de";
}

/** Behind the predicate a date needs a preposition (成立于2018年, 持续至9月) or a predicate of its own (7家银行在2022年迎来调研). */
function placesWhat({ words, frames }: Clause, date: number): boolean {
  const before = itemAt(words, date - 1);
  return Boolean(before?.lexeme?.preposition || before?.lexeme?.copula) || before?.kind !== "verb" || frames.some((f) => f.from < date && date < f.to);
}

/** The date tells of a noun (披露2021年业绩, 昨日大涨的板块), not of the predicate. */
function isModifier({ words }: Clause, date: number, at: number): boolean {
  const before = itemAt(words, date - 1);
  const governed = words[date + 1] !== undefined && (before?.kind === "aspect" || (before?.kind === "verb" && !before.lexeme?.modal && (!before.lexeme?.preposition || words[date + 1]?.kind === "de") && (!before.lexeme?.cue || before.lexeme.cue.use === "publish")));
  let verb = false;
  for (let i = date + 1; i < Math.min(at + 1, words.length); i += 1) {
    const word = words[i];
    // 唯一一个今年财富增长的，: 的 at the end modifies nothing.
    if (verb && i < at && word?.kind === "de" && i + 1 < words.length) return true;
    if ((word?.kind === "verb" && !word.lexeme?.source) || word?.lexeme?.change || word?.kind === "figure") verb = true;
  }
  return governed && !verb;
}

/** The period of the report that the clause tells of: 发布2021年业绩预告, 公布去年的年度报告. */
export function reportPeriod({ words, dates }: Clause): DateMention | undefined {
  for (const i of dates) {
    const date = dateOf(words[i]);
    if (!date || !PERIOD.test(date.value ?? "")) continue;
    for (let j = i + 1; j < words.length && words[j]?.kind !== "date"; j += 1) {
      const kind = words[j]?.lexeme?.source;
      if (kind === "paper" || kind === "study" || kind === "data" || kind === "notice") return date;
    }
  }
  return undefined;
}

/** Nothing but dates, prepositions and adverbs: 近日，; 而在近期，. */
export const isAdverbialClause = ({ words }: Clause): boolean => words.every((word) => isAdverbial(word) || isLink(word));

const isLink = ({ kind, lexeme }: Word): boolean => kind === "conjunction" || kind === "preposition" || kind === "localizer" || lexeme?.preposition !== undefined;
