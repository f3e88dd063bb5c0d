import type { DateWords } from "../../lexicon/date.js";
import type { Document, ReferenceDate, Sentence, Span } from "../../model/index.js";
import { civilOf, dayOf } from "./calendar.js";
import type { Found, Unit } from "./expression.js";
import { isBoundary } from "./text.js";
import type { Grain, Value } from "./value.js";

/** The moment a text speaks from. */
export interface Now {
  readonly day: number;
  /** Of the day; absent where only a date is known. */
  readonly minutes?: number;
}

/** A time the text has spoken of. */
export interface Said extends Span {
  readonly value: Value;
  readonly sentence: Sentence | undefined;
  /** The year is said, not worked out. */
  readonly firm: boolean;
  /** So is the month. */
  readonly monthly: boolean;
}

export const nowOf = ({ year, month, day, hour, minute = 0 }: ReferenceDate): Now => ({ day: dayOf(year, month, day), ...(hour !== undefined && { minutes: hour * 60 + minute }) });

const FINE: Record<Unit, readonly Grain[]> = {
  day: ["day", "part", "time"],
  workday: ["day", "part", "time"],
  week: ["week", "weekend", "day", "part", "time"],
  month: ["month", "week", "day", "part", "time"],
  quarter: ["quarter", "month", "week", "day", "part", "time"],
  half: ["half", "quarter", "month", "day", "part", "time"],
  year: ["year", "half", "quarter", "season", "month", "days", "week", "weekend", "day", "part", "time"],
  century: [],
};

/** Does a clause look ahead: 预计 likely, 将于 surely? What was said on a day (3日表示) is over. */
export type Outlook = "none" | "over" | "likely" | "sure";

export const looksAhead = (outlook: Outlook): boolean => outlook === "likely" || outlook === "sure";

const isDay = (grain: Grain): boolean => grain === "day" || grain === "part" || grain === "time";
/** How far back in a sentence another date is looked for. */
const REACH = 8;

/** What has been said so far: read from left to right, once, as the dates are resolved. */
export class Context {
  readonly #said: Said[] = [];
  readonly #outlook = new Map<number, { readonly outlook: Outlook; readonly from: number }>();
  #frame: { readonly value: Value; paragraph: number } | undefined;
  #sentence = 0;
  /** The day of the dateline, if the text has one. */
  dateline: number | undefined;
  #latest: Partial<Record<Unit | "period", Said>> = {};

  constructor(
    readonly document: Pick<Document, "folded" | "sentences">,
    readonly words: DateWords,
    public now: Now | undefined,
  ) {}

  add(value: Value, found: Found): void {
    const { expression, start, end } = found;
    const steps = expression.kind === "point" ? expression.steps : expression.kind === "range" && expression.from.kind === "point" ? expression.from.steps : [];
    const counted = steps[0]?.to === "shift" && steps[0].from === "context" && steps[0].by < 0;
    // 较2020年 and 比上周, 上年 only serve comparison: nothing later stands in them
    if (expression.kind === "echo" || counted || (start > 0 && this.words.compare.some((word) => this.document.folded.endsWith(word, start)))) return;
    const firm = steps[0]?.to === "year" || (steps[0]?.to === "shift" && steps[0].unit === "year" && steps[0].from !== "frame");
    const monthly = steps.some((step) => step.to === "month" || (step.to === "shift" && step.unit === "month"));
    const said = { value, start, end, sentence: this.sentenceOf(found), firm, monthly };
    this.#said.push(said);
    if (firm) this.#frame = { value, paragraph: said.sentence?.paragraph ?? 0 };
    for (const unit of ["day", "week", "month", "quarter", "half", "year"] as const) if (FINE[unit].includes(value.grain)) this.#latest[unit] = said;
    if (!isDay(value.grain) && !(expression.kind === "point" && (expression.mod === "START" || expression.mod === "END"))) this.#latest.period = said;
  }

  /** The last time spoken of that lies inside one such unit. */
  latest(unit: Unit | "period"): Value | undefined {
    return this.#latest[unit === "workday" ? "day" : unit]?.value;
  }

  /** As `latest`, but only where this paragraph or the one before spoke of it: 比上年 is not the year before some year far back. */
  nearby(unit: Unit, found: Found): Value | undefined {
    const said = this.#latest[unit === "workday" ? "day" : unit];
    return said && (this.sentenceOf(found)?.paragraph ?? 0) - (said.sentence?.paragraph ?? 0) <= 1 ? said.value : undefined;
  }

  get last(): Said | undefined {
    return this.#said.at(-1);
  }

  /** The year that the text is telling of here, where this paragraph or the one before says so or still spoke of it. */
  framedYear(found: Found): Value | undefined {
    const paragraph = this.sentenceOf(found)?.paragraph ?? 0;
    if (!this.#frame || paragraph - this.#frame.paragraph > 1) return undefined;
    this.#frame.paragraph = paragraph;
    return this.#frame.value;
  }

  /** The same weekday named twice in a text is the same day. */
  readonly weekdays = new Map<number, Value>();

  /** Dates are asked for in text order: the sentence is the same or a later one. */
  sentenceOf({ start }: Span): Sentence | undefined {
    const { sentences } = this.document;
    while (this.#sentence < sentences.length && (sentences[this.#sentence]?.end ?? 0) <= start) this.#sentence += 1;
    return sentences[this.#sentence];
  }

  /** The day inside whose year, month or day a date of this sentence stands, by an earlier date of the sentence. */
  hostDay(unit: "year" | "month" | "day", found: Found, hasDay: boolean): Said | undefined {
    const sentence = this.sentenceOf(found);
    for (let i = this.#said.length - 1, left = REACH; i >= 0 && left > 0; i -= 1, left -= 1) {
      const said = this.#said[i];
      if (!said || said.sentence !== sentence) return undefined;
      if (!FINE[unit].includes(said.value.grain) && !(unit === "month" && said.value.grain === "days" && sameMonth(said.value))) continue;
      if (unit === "year" && (!said.firm || civilOf(said.value.first).year !== civilOf(said.value.last).year)) continue;
      // 发布2021年业绩预告 says nothing of the day it was done
      if (unit === "year" && hasDay && said.value.grain === "year" && !",、:(".includes(this.document.folded[said.end] ?? "!")) continue;
      return said;
    }
    return undefined;
  }

  /** Does the clause look ahead? */
  outlook(found: Found): Outlook {
    const { outlook, from } = this.#outlookOf(found);
    const { folded } = this.document;
    return from >= found.end && (this.words.report.match(folded, found.end) || isDateline(this.words, folded, found.end)) ? "over" : outlook;
  }

  #outlookOf(found: Found): { readonly outlook: Outlook; readonly from: number } {
    const sentence = this.sentenceOf(found);
    const clause = sentence && clauseAt(sentence.clauses, found.start);
    if (!clause) return { outlook: "none", from: 0 };
    const known = this.#outlook.get(clause.start);
    if (known !== undefined) return known;
    let outlook: Outlook = "none";
    let from = clause.end;
    for (let i = clause.start; i < clause.end && outlook !== "sure"; i += 1) {
      const cue = this.words.outlook.match(this.document.folded, i);
      if (!cue) continue;
      outlook = cue.role === "ahead" ? "sure" : "likely";
      from = Math.min(from, i);
    }
    const read = { outlook, from };
    this.#outlook.set(clause.start, read);
    return read;
  }
}

/** Does 电, 消息 … stand behind a date: 5月5日电, and not 5月电价? */
export function isDateline(words: DateWords, text: string, at: number): boolean {
  const cue = words.dateline.match(text, at);
  return cue !== undefined && (cue.word.length > 1 || isBoundary(text, at + 1));
}

const sameMonth = ({ first, last }: Value): boolean => civilOf(first).month === civilOf(last).month && last - first < 31;

/** By halving: a sentence may have as many clauses as a text has commas. */
function clauseAt(clauses: readonly Span[], at: number): Span | undefined {
  let [low, high] = [0, clauses.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((clauses[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return clauses[low];
}
