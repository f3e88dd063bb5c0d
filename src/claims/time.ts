import type { DateMention, Modality, StatementClaim } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Draft, StatementDraft } from "./draft.js";

/** Dates by which something is measured (较上年同期, 比去年11月, 与2020年持平) do not say when it holds. */
const ASIDE = new Set(["comparison", "basis", "partner"]);
/** Lengths of time that reach up to now: 过去三年, 近七天. */
const WINDOW = /^(?:过去|最近|近)/u;
/** How many clauses with dates are looked at, back from the one that has none of its own. */
const REACH = 40;
const VAGUE = /_REF$/;
const COMPARED = /同期|上期/u;

/**
 * When a claim holds: the date of its clause, nearest before the predicate; else of the clauses before it in the
 * sentence; measures also take the period that their paragraph speaks of (2021年实现净利润… 。营收…).
 */
export function timekeeper({ clauses, document }: Analysis): (draft: Draft, modality: Modality, within?: StatementClaim) => DateMention | undefined {
  const textOf = (date: DateMention): string => document.folded.slice(date.start, date.end);
  const lastSaid = new Map<string, { readonly paragraph: number; readonly date: DateMention }>();

  /** The date of a clause that holds for the predicate `words[at]`. */
  const dateIn = (clause: Clause, at: number, saying = false): DateMention | undefined => {
    let [before, after]: (DateMention | undefined)[] = [];
    for (const i of clause.dates) {
      const date = clause.words[i]?.mention;
      if (date?.type !== "date" || date.value === undefined) continue;
      if (/^P\d|^PT/.test(date.value) && !WINDOW.test(textOf(date))) continue;
      if (!saying && clause.frames.some((f) => f.from <= i && i < f.to && ASIDE.has(f.preposition.lexeme?.preposition ?? ""))) continue;
      if (clause.words[i - 1]?.lexeme?.basis || isModifier(clause, i, at)) continue;
      if (i < at) before = date;
      else after ??= date;
    }
    return before ?? (saying ? undefined : after);
  };

  /** Of each clause, the last one before it that has dates. */
  const dated: number[] = [];
  for (const { index } of clauses) dated.push(index === 0 ? -1 : clauses[index - 1]?.dates.length ? index - 1 : (dated[index - 1] ?? -1));
  const whole = new Map<number, DateMention | undefined>();
  /** The date of a whole clause that has dates. */
  const dateOf = (clause: Clause): DateMention | undefined => {
    if (!whole.has(clause.index)) whole.set(clause.index, dateIn(clause, clause.words.length));
    return whole.get(clause.index);
  };

  /** A statement's time is that of saying, so before its cue; one speaker goes on speaking on the same day. */
  const timeOfSaying = (draft: StatementDraft): DateMention | undefined => {
    const { clause, at, speaker } = draft;
    const who = speaker && document.folded.slice(speaker.start, speaker.end);
    let said = dateIn(clause, at, true);
    for (let i = dated[clause.index] ?? -1, steps = 0; i >= 0 && steps < REACH && !said; i = dated[i] ?? -1, steps += 1) {
      const before = clauses[i];
      if (before?.sentence !== clause.sentence) break;
      const date = before.host ? undefined : dateOf(before);
      if (date && !VAGUE.test(date.value ?? "")) said = date;
    }
    const before = who === undefined ? undefined : lastSaid.get(who);
    said ??= before?.paragraph === clause.sentence.paragraph ? before.date : undefined;
    if (said && who !== undefined && !VAGUE.test(said.value ?? "")) lastSaid.set(who, { paragraph: clause.sentence.paragraph, date: said });
    return said;
  };

  return (draft, modality, within) => {
    const { clause, at, type } = draft;
    if (type === "relation") return undefined;
    if (type === "statement") return timeOfSaying(draft);
    const own = dateIn(clause, at);
    if (own) return own;
    let clock: DateMention | undefined;
    for (let i = dated[clause.index] ?? -1, steps = 0; i >= 0 && steps < REACH; i = dated[i] ?? -1, steps += 1) {
      const before = clauses[i];
      if (!before || before.sentence.paragraph !== clause.sentence.paragraph) break;
      const same = before.sentence === clause.sentence;
      if (!same && (modality !== "actual" || (type !== "metric" && type !== "change"))) break;
      if (before.host && before.host !== clause.host && before !== clause.host) continue;
      // The day on which a plan or forecast is told is not the day it is for.
      if (modality !== "actual" && within?.content && before.start < within.content.start) break;
      const date = dateOf(before);
      if (!date || COMPARED.test(textOf(date))) continue;
      // A time of day is over sooner than its day: 午后盘整，创业板指跌幅居前.
      if (date.value?.includes("T")) clock ??= same ? date : undefined;
      else if (same || reachesOn(date, draft)) return date;
    }
    return clock;
  };
}

/** A period lasts through its paragraph (2021年实现… 。毛利率…), a day only for prices. */
function reachesOn({ value = "" }: DateMention, draft: Draft): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return draft.type === "change" && draft.metric === undefined;
  return /^\d{4}(?:$|[-/])/.test(value);
}

/** The date tells of a noun (披露2021年业绩, 昨日大涨的板块), not of the predicate. */
function isModifier({ words }: Clause, date: number, at: number): boolean {
  const [before, after] = [words[date - 1], words[date + 1]];
  if (before && (before.kind === "aspect" || (before.kind === "verb" && !before.lexeme?.modal && (!before.lexeme?.cue || before.lexeme.cue.use === "publish"))) && after && (after.kind === "noun" || after.kind === "de")) return true;
  let verb = false;
  for (let i = date + 1; i < at; i += 1) {
    if (words[i]?.kind === "verb" || words[i]?.lexeme?.change) verb = true;
    if (verb && words[i]?.kind === "de") return true;
  }
  return false;
}
