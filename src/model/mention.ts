import type { Span } from "./span.js";

/** The types of names. */
export type NameType = "organization" | "product" | "person" | "location";
/** The six types of mentions. */
export type MentionType = NameType | "date" | "figure";

/** A named thing. */
export interface NameMention extends Span {
  readonly type: NameType;
  /** The name's usual full form, where a dictionary has one. */
  readonly canonical?: string;
  /** Stock code, where the dictionary has one: `0700.HK`. */
  readonly ticker?: string;
  /** Who owns the product, where the dictionary says so. */
  readonly owner?: string;
  /** Mentions of the same name within a text share it. */
  readonly coref?: string;
}

/** TIMEX3's `mod`: what the value alone would lose, such as 年底 (`END`) or 以来 (`ON_OR_AFTER`). */
export type DateMod = "START" | "MID" | "END" | "APPROX" | "BEFORE" | "ON_OR_BEFORE" | "AFTER" | "ON_OR_AFTER";

/** A calendar date, period, clock time, duration or recurring time. */
export interface DateMention extends Span {
  readonly type: "date";
  /** TIMEX3 (ISO 8601), only as precise as the text; absent when nothing resolves it. */
  readonly value?: string;
  /**
   * Other values the words allow, where the text does not decide: for 周五 the coming Friday beside the last one, for 春节 the
   * next beside the nearest. Absent where the words leave no choice.
   */
  readonly alts?: readonly string[];
  readonly mod?: DateMod;
  /** A recurring time (每天, 每年9月). */
  readonly set?: true;
  /** What `value` took from elsewhere: the date, dateline or reference date it was resolved against. */
  readonly anchor?: string;
}

/** How firmly the text states a number: 约 is `approx`, 超 `gt`, 以上 `gte`, 不足 `lt`, 以内 `lte`, 20%至25% `range`. */
export type Comparator = "eq" | "gt" | "gte" | "lt" | "lte" | "approx" | "range";

/** A number that measures, counts or rates something, with its unit and hedge. */
export interface FigureMention extends Span {
  readonly type: "figure";
  /** In base units: 元 not 万元; percent in points (`12.3` is 12.3%). */
  readonly value: number;
  /** Upper end where `comparator` is `range`. */
  readonly upper?: number;
  /** `percent`, `percentage-point`, `basis-point`, `times`, ISO 4217, UCUM, or the counter as written. */
  readonly unit?: string;
  readonly comparator: Comparator;
  /** Denominator of a rate: `股` in 28.11元/股. */
  readonly per?: string;
}

/** A span that names or measures something, as the recognisers make it. */
export type Mention = NameMention | DateMention | FigureMention;
