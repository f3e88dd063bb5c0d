import type { DateMention } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { dateOf, type Word } from "../syntax/word.js";
import type { ChangeDraft, MetricDraft } from "./draft.js";

/** How many clauses back the dates of a list may stand. */
const REACH = 12;
const YEAR = /^\d{4}/;

/** 2021年…，两年平均增长5.1%: a mean over years that end with the one spoken of. */
export function spanOfAverage({ words }: Clause, at: number, date: DateMention): DateMention | undefined {
  let mean = false;
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    const length = dateOf(word);
    if (word?.lexeme?.modifier) mean = true;
    // 两年平均增速回升: the mean moves, and not over the years.
    else if (!length && words[at]?.lexeme?.change && word?.kind !== "adverb") return undefined;
    if (!length) continue;
    const years = Number(/^P(\d+)Y$/.exec(length.value ?? "")?.[1]);
    const last = Number(YEAR.exec(date.value ?? "")?.[0]);
    if (!(years > 1 && years <= last) || date.value?.includes("/") || !mean) return undefined;
    return { ...length, value: `${date.value!.replace(YEAR, String(last - years + 1).padStart(4, "0"))}/${date.value!}`, ...(date.anchor !== undefined && { anchor: date.anchor }) };
  }
  return undefined;
}

/** Which part of a time is the figure's, where as many figures as parts are listed: 2020年、2021年分别为5亿元、8亿元. */
export function shareOf(clauses: readonly Clause[], draft: MetricDraft | ChangeDraft, date: DateMention): DateMention | undefined {
  const figure = draft.figure;
  if (!figure || draft.rule === "metric/list") return undefined;
  const { words } = draft.clause;
  const place = words.findIndex((word) => word.start === figure.start && word.type === "figure");
  const figures = listAround(words, place, "figure");
  const index = figures.indexOf(place);
  if (index < 0 || figures.length < 2) return undefined;
  for (let i = draft.clause.index; i >= Math.max(0, draft.clause.index - REACH); i -= 1) {
    const clause = clauses[i];
    if (!clause || clause.sentence !== draft.clause.sentence) break;
    const at = clause.words.findIndex((word) => word.start === date.start && word.type === "date");
    if (at < 0) continue;
    const dates = listAround(clause.words, at, "date");
    const own = dates.length === figures.length ? dateOf(clause.words[dates[index]!]) : undefined;
    if (own?.value !== undefined) return own;
    break;
  }
  const value = partsOf(date.value ?? "", figures.length)?.[index];
  return value === undefined ? undefined : { ...date, value };
}

/** Indexes of the mentions of a type that stand in one list with `words[at]`. */
function listAround(words: readonly Word[], at: number, type: "figure" | "date"): number[] {
  const isMember = (i: number): boolean => words[i]?.type === type;
  if (!isMember(at)) return [];
  let first = at;
  while (isMember(first - 2) && isLink(words[first - 1])) first -= 2;
  const list = [first];
  while (isMember(list.at(-1)! + 2) && isLink(words[list.at(-1)! + 1])) list.push(list.at(-1)! + 2);
  return list;
}

const isLink = (word: Word | undefined): boolean =>
  word !== undefined && (word.kind === "pause" || word.kind === "conjunction" || word.lexeme?.preposition === "partner" || (word.kind === "other" && word.end - word.start === 1));

/** The years, quarters or months of a range, where it has exactly `count`. */
function partsOf(value: string, count: number): string[] | undefined {
  const [first, last] = value.split("/");
  const [, from, unit = "", start] = /^(\d{4})(?:-(Q?)(\d{1,2}))?$/.exec(first ?? "") ?? [];
  const [, to, , end] = /^(\d{4})(?:-(Q?)(\d{1,2}))?$/.exec(last ?? "") ?? [];
  if (from === undefined || to === undefined || (start === undefined) !== (end === undefined)) return undefined;
  const each = start === undefined ? 1 : unit === "Q" ? 4 : 12;
  const begin = Number(from) * each + (start === undefined ? 0 : Number(start) - 1);
  if (Number(to) * each + (end === undefined ? 0 : Number(end) - 1) - begin + 1 !== count) return undefined;
  return Array.from({ length: count }, (_, i) => {
    const year = String(Math.floor((begin + i) / each)).padStart(4, "0");
    const part = ((begin + i) % each) + 1;
    return start === undefined ? year : unit === "Q" ? `${year}-Q${String(part)}` : `${year}-${String(part).padStart(2, "0")}`;
  });
}
