import { isNeighbour } from "../../lexicon/date-neighbour.js";
import { Kind, kindAt } from "../../lexicon/numeral.js";
import type { Reading, Step } from "./expression.js";
import { readEdge, readFirst, readNth, type PointReading } from "./period.js";
import { isBoundary, readPair, readSmall, sharesUnit, skipBlank } from "./text.js";

const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };
const LUNAR = ["农历", "阴历", "旧历"];

/** 3月, 3月份, 十二月; 正月, 闰四月, 农历五月: where a month is named. In 1-3月 the unit is said once. */
export function readMonth(text: string, at: number): Reading<readonly Step[]> | undefined {
  const lunar = text[at + 1] === "历" ? LUNAR.find((word) => text.startsWith(word, at)) : undefined;
  const from = lunar ? at + lunar.length : at;
  const leap = text[from] === "闰";
  const named = text[from + 1] === "月" ? LUNAR_MONTHS[text[from] ?? ""] : undefined;
  if (named && text[at - 1] !== "修") return { end: from + 2, is: [{ to: "lunarMonth", at: named, leap: false }] };
  const pair = lunar || leap ? undefined : readPair(text, from, 12);
  if (pair && text[pair.end] === "月") return { end: text[pair.end + 1] === "份" ? pair.end + 2 : pair.end + 1, is: [{ to: "month", at: pair.at, until: pair.at + 1 }] };
  const number = readSmall(text, leap ? from + 1 : from);
  if (!number || number.digits > 2 || number.value < 1 || number.value > 12) return undefined;
  const mark = skipBlank(text, number.end);
  const step: Step = lunar || leap ? { to: "lunarMonth", at: number.value, leap } : { to: "month", at: number.value };
  if (text[mark] === "月") return { end: text[mark + 1] === "份" && text[mark + 2] !== "额" ? mark + 2 : mark + 1, is: [step] };
  return sharesUnit(text, number.end, "月") && !leap ? { end: number.end, is: [step] } : undefined;
}

const TENS: Readonly<Record<string, readonly [number, number?]>> = { 上旬: [1], 中旬: [2], 下旬: [3], 上中旬: [1, 2], 中下旬: [2, 3] };

/** What stands inside a month: 13日, 31号, 初八, 上旬, 月底, 第二周, 前4天. */
export function readInMonth(text: string, at: number, lunar: boolean): PointReading | undefined {
  const of = text[at] === "的" ? at + 1 : at;
  const length = text[of + 1] === "旬" ? 2 : 3;
  const tens = TENS[text.slice(of, of + length)];
  if (tens) return { end: of + length, is: [{ to: "third", at: tens[0], ...(tens[1] && { until: tens[1] }) }] };
  if (text.startsWith("上半月", of) || text.startsWith("下半月", of)) return { end: of + 3, is: [{ to: "halfMonth", at: text[of] === "上" ? 1 : 2 }] };
  return readFirst(text, of, true, ["day", "week"]) ?? readNth(text, of) ?? readDay(text, skipBlank(text, at), lunar);
}

/** A day behind its month; without 日 or 号 only where nothing else can be counted. */
export function readDay(text: string, at: number, lunar: boolean): PointReading | undefined {
  const early = text[at] === "初";
  const number = readSmall(text, early ? at + 1 : at);
  if (!number || number.digits > 2 || number.value < 1 || number.value > (early ? 10 : 31)) return undefined;
  const step: Step = lunar || early || kindAt(text, at) === Kind.tens ? { to: "lunarDay", at: number.value } : { to: "day", at: number.value };
  if (early) return { end: number.end, is: [step] };
  const mark = skipBlank(text, number.end);
  if (text[mark] === "日" || text[mark] === "号") return { end: mark + 1, is: [step.to === "lunarDay" && !lunar ? { to: "day", at: number.value } : step] };
  if (sharesUnit(text, number.end, "日号")) return { end: number.end, is: [step] };
  if (step.to === "lunarDay" && !number.arabic) return { end: number.end, is: [step] };
  const whole = (number.arabic ? at > 0 : number.value > 9) && (isBoundary(text, number.end) || isNeighbour("bareDay.before", text, number.end));
  return whole && !".%:-/~,:°".includes(text[number.end] ?? "!") ? { end: number.end, is: [step] } : undefined;
}

/** 13日, 20号 by itself, its month unsaid; 13日 is no duration here (13日内) and 10号 no address. */
export function readBareDay(text: string, at: number): PointReading | undefined {
  const number = readSmall(text, at);
  if (!number || number.digits > 2 || number.value < 1 || number.value > 31) return undefined;
  if (isNeighbour("day.notBehind", text, at - 1)) return undefined;
  const mark = skipBlank(text, number.end);
  const next = text[mark + 1] ?? "";
  if (text[mark] === "日") {
    if (isNeighbour("day.notBefore", text, mark + 1)) return undefined;
    if (text.startsWith("之内", mark + 1) || text.startsWith("以内", mark + 1) || text.startsWith("移动", mark + 1)) return undefined;
    return number.arabic || number.value > 10 ? { end: mark + 1, is: [{ to: "day", at: number.value }] } : undefined;
  }
  if (text[mark] === "号") return next !== "" && number.arabic && (isBoundary(text, at - 1) || isNeighbour("dayNumber.behind", text, at - 1)) && !isNeighbour("dayNumber.notBefore", text, mark + 1) && !isBoundary(text, mark + 1) ? { end: mark + 1, is: [{ to: "day", at: number.value }] } : undefined;
  return sharesUnit(text, number.end, "日") && number.arabic ? { end: number.end, is: [{ to: "day", at: number.value }] } : undefined;
}

/** 月底 behind 12月 or 上月. */
export const readMonthEdge = (text: string, at: number, words: Parameters<typeof readEdge>[0]): ReturnType<typeof readEdge> => readEdge(words, text, at, "month");
