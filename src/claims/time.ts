import type { Lexicon } from "../lexicon/lexicon.js";
import type { DateMention, Modality, Span, StatementClaim } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { ChangeDraft, Draft, MetricDraft, StatementDraft } from "./draft.js";
import type { Told } from "./scope.js";
import { dateIn, isAdverbialClause, isClock, isDay, isLength, reportPeriod } from "./time-clause.js";
import { shareOf, spanOfAverage } from "./time-share.js";

/** How many clauses with dates are looked at, back from the one that has none of its own. */
const REACH = 40;
const VAGUE = /_REF$/;
const COMPARED = /同期|上期/u;

export type Timekeeper = (draft: Draft, modality: Modality, within: StatementClaim | undefined, told: Told | undefined) => DateMention | undefined;

/**
 * When a claim holds: the date of its clause, nearest before the predicate; else of the clauses before it in the
 * sentence; measures also take the period that their paragraph speaks of (2021年实现净利润… 。营收…). The day on which
 * something is said is not the day on which it holds.
 */
export function timekeeper({ clauses, document }: Analysis, { dates }: Pick<Lexicon, "dates">): Timekeeper {
  const textOf = (date: DateMention): string => document.folded.slice(date.start, date.end);
  /** 过去三年, 近七天 */
  const isWindow = (length: DateMention): boolean => dates.beforeDuration.match(document.folded, length.start)?.role === "past";
  const lastSaid = new Map<string, { readonly paragraph: number; readonly date: DateMention }>();
  const dateOfPredicate = (clause: Clause, at: number, saying = false): DateMention | undefined => dateIn(clause, at, saying, isWindow);

  /** Of each clause, the last one before it that has dates. */
  const dated: number[] = [];
  for (const { index } of clauses) dated.push(index === 0 ? -1 : clauses[index - 1]?.dates.length ? index - 1 : (dated[index - 1] ?? -1));
  const firstOfSentence: number[] = [];
  for (const { index, sentence } of clauses) firstOfSentence[sentence.index] ??= index;
  const whole = new Map<number, DateMention | undefined>();
  /** The date of a whole clause that has dates. */
  const dateOf = (clause: Clause): DateMention | undefined => {
    if (!whole.has(clause.index)) whole.set(clause.index, dateOfPredicate(clause, clause.words.length));
    return whole.get(clause.index);
  };

  /** A statement's time is that of saying, so before its cue; one speaker goes on speaking on the same day. */
  const timeOfSaying = (draft: StatementDraft): DateMention | undefined => {
    const { clause, at, speaker } = draft;
    const who = speaker && document.folded.slice(speaker.start, speaker.end);
    let said = dateOfPredicate(clause, at, true);
    for (let i = dated[clause.index] ?? -1, steps = 0; i >= 0 && steps < REACH && !said; i = dated[i] ?? -1, steps += 1) {
      const before = clauses[i];
      if (before?.sentence !== clause.sentence) break;
      const date = before.host ? undefined : dateOf(before);
      // 近日，某承销商称: what stands alone before the comma belongs to the clause behind it.
      if (date && (!VAGUE.test(date.value ?? "") || (i === clause.index - 1 && isAdverbialClause(before)))) said = date;
    }
    const before = who === undefined ? undefined : lastSaid.get(who);
    said ??= before?.paragraph === clause.sentence.paragraph ? before.date : undefined;
    said ??= speaker && dayOf(clause, speaker);
    if (said && who !== undefined && !VAGUE.test(said.value ?? "")) lastSaid.set(who, { paragraph: clause.sentence.paragraph, date: said });
    return said;
  };

  /** The day of the sentence before, where the speaker is named in it: 2月9日会议召开，某某主持会议。某某强调，… */
  const dayOf = (clause: Clause, speaker: Span): DateMention | undefined => {
    const who = document.folded.slice(speaker.start, speaker.end);
    let named = false;
    const first = firstOfSentence[clause.sentence.index] ?? 0;
    for (let i = first - 1; i >= Math.max(0, first - REACH); i -= 1) {
      const before = clauses[i];
      if (!before || before.sentence.index < clause.sentence.index - 1 || before.sentence.paragraph !== clause.sentence.paragraph) return undefined;
      named ||= before.words.some((word) => word.kind === "name" && document.folded.startsWith(who, word.start));
      const date = before.dates.length > 0 && !before.host ? dateOf(before) : undefined;
      // The day of what is planned is not the day of speaking.
      if (date) return named && isDay(date) && !before.words.some(({ lexeme }) => lexeme?.modal) ? date : undefined;
    }
    return undefined;
  };

  /** The nearest date before the clause that lasts up to the claim. */
  const carried = (draft: Draft, modality: Modality, within: StatementClaim | undefined, told: Told | undefined): DateMention | undefined => {
    const { clause } = draft;
    let clock: DateMention | undefined;
    for (let i = dated[clause.index] ?? -1, steps = 0; i >= 0 && steps < REACH; i = dated[i] ?? -1, steps += 1) {
      const before = clauses[i];
      if (!before || before.sentence.paragraph !== clause.sentence.paragraph) break;
      const same = before.sentence === clause.sentence;
      if (!same && (modality !== "actual" || !isMeasure(draft))) break;
      if (before.host && before.host !== clause.host && before !== clause.host) continue;
      // 2023年年报显示，营业收入…: the period that a report is of is that of what it measures.
      const period = isMeasure(draft) && draft.key !== undefined ? reportPeriod(before) : undefined;
      const date = period ?? dateOf(before);
      // The day of telling is that of what is told only where telling makes or finds it (宣布辞职).
      if (within?.content && (date ?? before).start < within.content.start && !period && !(same && told === "done" && modality === "actual")) break;
      if (!date || COMPARED.test(textOf(date))) continue;
      // 目前公司流传两个版本，一个是裁员: a vague time is that of its own predicate.
      if (draft.type === "event" && VAGUE.test(date.value ?? "") && !isAdverbialClause(before)) continue;
      // A time of day is over sooner than its day: 午后盘整，创业板指跌幅居前.
      if (isClock(date)) clock ??= same ? date : undefined;
      else if (same || reachesOn(date, before, clause)) return date;
    }
    return clock;
  };

  /** A period lasts through its paragraph (2021年实现… 。毛利率…), a day for prices, and what a day had brought about for rows under it. */
  const reachesOn = (date: DateMention, from: Clause, to: Clause): boolean => {
    if (isLength(date)) return false;
    if (!isDay(date)) return /^\d{4}(?:$|[-/])/.test(date.value ?? "");
    if (isPriced(from) || isPriced(clauses[from.index + 1])) return true;
    const opener = clauses.at(firstOfSentence[to.sentence.index] ?? -1)?.words[0];
    return (date.mod === "ON_OR_BEFORE" || date.mod === "ON_OR_AFTER") && opener !== undefined && opener.kind !== "name" && opener.kind !== "pronoun";
  };

  return (draft, modality, within, told) => {
    const { clause, at, type } = draft;
    if (type === "relation") return undefined;
    if (type === "statement") return timeOfSaying(draft);
    const own = dateOfPredicate(clause, at);
    const date = own ?? carried(draft, modality, within, told);
    if (!isMeasure(draft)) return date;
    return (date && (spanOfAverage(clause, at, date) ?? shareOf(clauses, draft, date))) ?? date;
  };
}

const isMeasure = (draft: Draft): draft is MetricDraft | ChangeDraft => draft.type === "metric" || draft.type === "change";

/** 美股周三收跌, 原油期货下跌: prices of a day. */
const isPriced = (clause: Clause | undefined): boolean => clause?.changes.some((at) => clause.words[at]?.lexeme?.change?.use === "price") === true && clause.words.some(({ lexeme }) => lexeme?.instrument);
