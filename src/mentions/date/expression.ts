import type { DateMod, Span } from "../../model/index.js";
import type { HolidayWord } from "../../lexicon/date.js";

export type Part = "MO" | "MI" | "AF" | "EV" | "NI";
export type Season = "SP" | "SU" | "FA" | "WI";

/** Calendar units that a date can be counted in or stand inside of. */
export type Unit = "century" | "year" | "half" | "quarter" | "month" | "week" | "day" | "workday";

/** How an hour of twelve is meant: 下午3点 is 15:00, 深夜11点 23:00, 深夜1点 01:00. */
export type Hours = "am" | "noon" | "pm" | "night";

export interface Clock {
  readonly to: "clock";
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly hours?: Hours;
}

/** One step from a larger time into a smaller one; the first step of a point may also say where it starts. */
export type Step =
  | { readonly to: "year" | "century"; readonly at: number }
  /** 今年, 上月, 次日: counted from now, or from the date last spoken of; `past` where without one it is only some time gone by (当年); `frame` from the year that the text is telling of (全年). */
  | { readonly to: "shift"; readonly unit: Unit; readonly by: number; readonly from: "now" | "context" | "frame"; readonly past?: true }
  /** 年初, 月底: the year or month that the text is in. */
  | { readonly to: "same"; readonly unit: Unit }
  /** 虎年: the nearest year of the twelve-year round. */
  | { readonly to: "zodiac"; readonly at: number }
  | { readonly to: "decade" | "half" | "halfMonth" | "day" | "weekday" | "term"; readonly at: number }
  /** `until` where two neighbours are named at once: 七八月, 三四季度, 上中旬. */
  | { readonly to: "quarter" | "month" | "third"; readonly at: number; readonly until?: number }
  | { readonly to: "season"; readonly at: Season }
  | { readonly to: "weekend" }
  /** 第三周, 第一个星期一. */
  | { readonly to: "nth"; readonly unit: Unit; readonly at: number; readonly weekday?: number }
  /** 前三季度, 最后4个月. */
  | { readonly to: "first" | "last"; readonly unit: Unit; readonly count: number }
  | { readonly to: "lunarMonth"; readonly at: number; readonly leap: boolean }
  | { readonly to: "lunarDay"; readonly at: number }
  /** `days`: all days of the public holiday; `season`: only the year is placed (春节档). */
  | { readonly to: "holiday"; readonly holiday: HolidayWord; readonly as: "day" | "days" | "season" }
  | { readonly to: "part"; readonly at: Part }
  | Clock;

export interface Point {
  readonly kind: "point";
  readonly steps: readonly Step[];
  readonly mod?: DateMod;
  /** Said beside the day: 4月1日星期五, 4月1日(周五). */
  readonly weekday?: number;
}

/** An amount of time in its own units; `undefined` where the text gives no number (几年). */
export interface Amount {
  readonly value: string | undefined;
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  /** The finest unit said. */
  readonly finest: "Y" | "M" | "W" | "D" | "H" | "MIN" | "S";
}

/** What the text says of a time, before anything is known of when it was written. */
export type Expression =
  | Point
  | { readonly kind: "duration"; readonly value?: string; readonly mod?: DateMod }
  /** 三个月前, 两天后 */
  | { readonly kind: "away"; readonly amount: Amount; readonly sign: 1 | -1; readonly mod?: DateMod }
  /** `to` now: 至今 */
  | { readonly kind: "range"; readonly from: Expression; readonly to: Expression }
  | { readonly kind: "now" }
  /** 去年同期, 报告期: `by` from the period last spoken of; a number alone counts in its own length. 2019年同期: the same period `of` another year. */
  | { readonly kind: "echo"; readonly by: number; readonly of?: Point; readonly unit?: "Y" | "M" | "W"; readonly grain: "period" | "any"; readonly mod?: DateMod; readonly fallback?: string }
  /** 今明两年; `turn` is December and January (岁末年初). */
  | { readonly kind: "units"; readonly unit: "year" | "day" | "turn"; readonly from: number; readonly to: number }
  /** A value that nothing has to resolve: PAST_REF, 2021/2025, P1D. */
  | { readonly kind: "fixed"; readonly value?: string }
  | { readonly kind: "set"; readonly value?: string; readonly point?: Point | Extract<Expression, { kind: "range" }> };

/** An expression and the words that say it. */
export interface Found extends Span {
  readonly expression: Expression;
}

/** What a reader returns: how far it read, and what that says. */
export interface Reading<T> {
  readonly end: number;
  readonly is: T;
}
