import type { DateWords } from "../../lexicon/date.js";
import { readClock, readPart } from "./clock.js";
import { readDuration } from "./duration.js";
import type { Expression, Point, Reading, Step } from "./expression.js";
import { readDay, readMonth } from "./month.js";
import { readWeekday } from "./period.js";
import { readPoint } from "./point.js";
import { isBoundary, skipBlank } from "./text.js";

const PERIODS: readonly (readonly [string, string])[] = [
  ["个工作日", "P1D"], ["个交易日", "P1D"], ["工作日", "P1D"], ["交易日", "P1D"], ["半年度", "P6M"], ["半年", "P6M"], ["年度", "P1Y"], ["年", "P1Y"], ["季度", "P3M"], ["个季度", "P3M"], ["季", "P3M"],
  ["个月", "P1M"], ["月", "P1M"], ["个星期", "P1W"], ["星期", "P1W"], ["礼拜", "P1W"], ["周", "P1W"], ["天", "P1D"], ["日", "P1D"], ["晚", "P1D"], ["个小时", "PT1H"], ["小时", "PT1H"], ["分钟", "PT1M"], ["秒钟", "PT1S"], ["秒", "PT1S"],
];

/** 每天, 每两周, 每年9月, 每周三, 每月15日, 每日9时. */
export function readRecurring(words: DateWords, text: string, at: number): Reading<Expression> | undefined {
  if (text[at] !== "每") return undefined;
  const from = text[at + 1] === "逢" || text[at + 1] === "隔" || text[at + 1] === "个" ? at + 2 : at + 1;
  const weekday = readWeekday(text, from);
  if (weekday) return inDay(words, text, weekday.end, [{ to: "weekday", at: weekday.is }]);
  if (text[at + 1] === "逢" || text.startsWith("周末", from)) {
    const point = readPoint(words, text, from);
    return point && { end: point.end, is: { kind: "set", point: point.is } };
  }
  const period = PERIODS.find(([word]) => text.startsWith(word, text[at + 1] === "个" ? at + 1 : from)) ?? PERIODS.find(([word]) => text.startsWith(word, from));
  if (period) {
    const end = (text.startsWith(period[0], from) ? from : at + 1) + period[0].length;
    const inner = inPeriod(words, text, end, period[0]);
    // 每日 before a noun is an adjective (每日优鲜, 每日经济新闻)
    return inner ?? (period[0] === "日" && !isBoundary(text, end) ? undefined : { end, is: { kind: "set", value: period[1] } });
  }
  const length = readDuration(words, text, from);
  if (length?.is.kind !== "duration" || length.is.value === undefined) return undefined;
  return { end: length.end, is: { kind: "set", value: length.is.value } };
}

function inPeriod(words: DateWords, text: string, at: number, unit: string): Reading<Expression> | undefined {
  const from = skipBlank(text, text[at] === "的" ? at + 1 : at);
  if (unit === "年" || unit === "年度") {
    const month = readMonth(text, from);
    if (month) {
      const day = readDay(text, skipBlank(text, month.end), false);
      return { end: day?.end ?? month.end, is: set([...month.is, ...(day?.is ?? [])]) };
    }
    const point = readPoint(words, text, from);
    return point && hostable(point.is) ? { end: point.end, is: { kind: "set", point: point.is } } : undefined;
  }
  if (unit === "月" || unit === "个月") {
    const day = readDay(text, from, false);
    if (day && text[day.end - 1] !== "年") return inDay(words, text, day.end, day.is);
    return undefined;
  }
  if (unit === "晚") {
    const read = inDay(words, text, at - 1, []);
    return read.end > at ? read : undefined;
  }
  if (["天", "日", "工作日", "个工作日", "交易日", "个交易日"].includes(unit)) {
    const read = inDay(words, text, from, []);
    return read.end > from ? read : undefined;
  }
  return undefined;
}

/** Only what a year can hold each time. */
const hostable = (point: Point): boolean => ["holiday", "term", "quarter", "season", "month", "lunarMonth", "half"].includes(point.steps[0]?.to ?? "");

function inDay(words: DateWords, text: string, at: number, steps: readonly Step[]): Reading<Expression> {
  const part = readPart(words, text, skipBlank(text, at), true);
  const clock = readClock(text, skipBlank(text, part?.end ?? at), true, part?.is.hours);
  if (clock) return { end: clock.end, is: set([...steps, clock.is]) };
  if (part) return { end: part.end, is: set([...steps, { to: "part", at: part.is.part }]) };
  return { end: at, is: set(steps) };
}

const set = (steps: readonly Step[]): Expression => ({ kind: "set", point: { kind: "point", steps } });
