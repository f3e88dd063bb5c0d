import { countBefore, type Span } from "../../model/index.js";
import { bestType, PERSON, weightOf, type Candidates } from "./candidate.js";

/** What a date says against a name that runs into it. */
const DATE = 5;

/**
 * A date at the edge of what seems a name is no part of it: 青禾乳业昨日公告, 今夏雪峰饲料. What is left of it may be one.
 * Dictionaries and people are believed over dates: 今日头条, 荣国庆.
 *
 * @param dates  in text order, without overlap
 */
export function weighDates(dates: readonly Span[], candidates: Candidates): void {
  if (dates.length === 0) return;
  for (const candidate of candidates.all()) {
    const { start, end, form, evidence } = candidate;
    const type = bestType(candidate);
    if (form || type === PERSON || weightOf(candidate) <= 0) continue;
    const last = dates[countBefore(dates, end) - 1];
    const first = dates[countBefore(dates, start + 1) - 1];
    const to = last && last.start > start && last.end >= end ? last.start : end;
    const from = first && first.end > start && first.end < to ? first.end : start;
    if (from === start && to === end) continue;
    const weight = weightOf(candidate);
    for (let other = 0; other < evidence.length; other += 1) evidence[other]! -= DATE;
    const rest = candidates.at(from, to);
    if (to - from > 1) rest.evidence[type] = Math.max(rest.evidence[type]!, weight - DATE / 2);
  }
}
