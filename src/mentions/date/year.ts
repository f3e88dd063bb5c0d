import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { DateWords } from "../../lexicon/date.js";
import type { Reading, Step } from "./expression.js";
import { isBoundary, isDigit, readSmall, skipBlank, type Small } from "./text.js";

export interface YearReading extends Reading<readonly Step[]> {
  /** Four digits without 年: a year only if what follows makes it one. */
  readonly bare?: true;
}

const FISCAL = ["财政年度", "会计年度", "财年", "年度"];
const NOT_A_YEAR_NUMBER = "第近约超逾满共历";

/** A year that is named: 2022年, 22年, 二〇二二年, 2021年度, 2022财年, FY22, 民国三十八年, 90年代, 20世纪90年代, 虎年. */
export function readYear(words: DateWords, text: string, at: number): YearReading | undefined {
  const era = words.eras.match(text, at);
  if (era) return text[at + era.word.length] === "前" && era.first === 1 ? readEra(text, at + era.word.length + 1, 1, -1) : readEra(text, at + era.word.length, era.first, 1);
  const zodiac = words.zodiac.match(text, at);
  if (zodiac) return isBoundary(text, at - 1) || !isDigit(text, at - 1) ? { end: at + zodiac.word.length, is: [{ to: "zodiac", at: zodiac.offset }] } : undefined;
  if (text.startsWith("fy", at)) {
    const year = readSmall(text, skipBlank(text, at + 2));
    return year?.arabic && (year.digits === 4 || year.digits === 2) ? { end: year.end, is: [{ to: "year", at: fullYear(year) }] } : undefined;
  }
  const number = readSmall(text, at);
  if (!number || text[at - 1] === "第") return undefined;
  const mark = skipBlank(text, number.end);
  if (text.startsWith("世纪", mark)) return readCentury(text, number, mark + 2, text[at - 1] ?? "");
  if (text.startsWith("年代", mark)) return readDecade(number, mark + 2);
  if (text[mark] === "年") return isYear(text, at, number, mark + 1) ? { end: endOfYear(text, mark), is: [{ to: "year", at: fullYear(number) }] } : undefined;
  if (number.digits === 2 && number.arabic && text[mark] === "财" && fiscalEnd(text, mark) > mark) return { end: fiscalEnd(text, mark), is: [{ to: "year", at: fullYear(number) }] };
  if (number.digits === 2 && number.arabic && (text[mark] === "q" || text[mark] === "h") && isDigit(text, mark + 1)) return { end: number.end, is: [{ to: "year", at: fullYear(number) }], bare: true };
  if (number.digits !== 4 || number.value < 1900 || number.value > 2099) return undefined;
  const fiscal = fiscalEnd(text, mark);
  if (fiscal > mark) return { end: fiscal, is: [{ to: "year", at: number.value }] };
  // 2021/22财年 is named by the year it ends in
  const second = text[mark] === "/" ? readSmall(text, mark + 1) : undefined;
  const both = second?.digits === 2 ? fiscalEnd(text, second.end) : 0;
  if (second && both > second.end) return { end: both, is: [{ to: "year", at: fullYear(second) }] };
  return { end: number.end, is: [{ to: "year", at: number.value }], bare: true };
}

export function fiscalEnd(text: string, at: number): number {
  return at + (FISCAL.find((word) => text.startsWith(word, at))?.length ?? 0);
}

function endOfYear(text: string, mark: number): number {
  if (text[mark + 1] === "度" && text[mark + 2] !== "假") return mark + 2;
  return mark + 1;
}

/** 22 is 2022 and 98 is 1998. */
const fullYear = (number: Small): number => (number.digits === 2 ? number.value + (number.value < 50 ? 2000 : 1900) : number.value);

/** Is this number before 年 a year, or how many years? */
function isYear(text: string, at: number, number: Small, end: number): boolean {
  const { digits, value, arabic } = number;
  if (digits === 4) return value >= 1000 && value < 3000;
  if (digits === 3) return arabic && isNeighbour("threeDigitYear.behind", text, at - 1) && value >= 100;
  if (digits !== 2) return false;
  // 三四年 and 三五年 are durations
  if (!arabic) return value < 10 || (Math.floor(value / 10) + 1 !== value % 10 && value !== 35);
  if (value < 10) return true;
  const before = text[at - 1] ?? "";
  if (before !== "" && NOT_A_YEAR_NUMBER.includes(before)) return false;
  if (hasSubYear(text, end)) return true;
  if (value > 35 && value < 70) return false;
  if (before !== "" && !isBoundary(text, at - 1) && !isNeighbour("bareYear.behind", text, at - 1)) return false;
  const next = text[end] ?? "";
  return next !== "" && !isNeighbour("shortYear.notBefore", text, end) && !isBoundary(text, end);
}

/** Does what follows a year's 年 stand inside a year: 3月, 底, 一季度, 上半年? */
function hasSubYear(text: string, at: number): boolean {
  const from = skipBlank(text, at);
  const next = text[from] ?? "";
  if (next === "初" || next === "末" || next === "底" || next === "度") return true;
  if (text.startsWith("上半年", from) || text.startsWith("下半年", from)) return true;
  if (next === "q" && isDigit(text, from + 1)) return true;
  const number = readSmall(text, "第前".includes(next) && next !== "" ? from + 1 : from);
  if (!number) return false;
  const unit = skipBlank(text, number.end);
  return (text[unit] === "月" && number.value <= 12) || text.startsWith("季度", unit) || (next === "第" && "周个星".includes(text[unit] ?? "!")) || (next === "前" && "个".includes(text[unit] ?? "!"));
}

function readEra(text: string, from: number, first: number, sign: 1 | -1): YearReading | undefined {
  const at = skipBlank(text, from);
  if (text.startsWith("元年", at)) return { end: at + 2, is: [{ to: "year", at: first }] };
  const number = readSmall(text, at);
  if (!number || number.value < 1 || number.value > 2999) return undefined;
  const mark = skipBlank(text, number.end);
  return text[mark] === "年" ? { end: mark + 1, is: [{ to: "year", at: first + sign * number.value - (sign > 0 ? 1 : 0) }] } : undefined;
}

function readCentury(text: string, number: Small, end: number, before: string): YearReading | undefined {
  if (number.value < 1 || number.value > 30 || (before !== "" && "近半".includes(before))) return undefined;
  const century: Step = { to: "century", at: number.value - 1 };
  const decade = readSmall(text, end);
  if (decade && text.startsWith("年代", decade.end)) {
    const reading = readDecade(decade, decade.end + 2);
    return reading && { end: reading.end, is: [century, ...reading.is] };
  }
  return text[end] === "性" || text[end] === "大" ? undefined : { end, is: [century] };
}

/** 90年代, 九十年代, 1980年代 */
function readDecade(number: Small, end: number): YearReading | undefined {
  if (number.value % 10 !== 0) return undefined;
  if (number.digits === 4) return { end, is: [{ to: "century", at: Math.floor(number.value / 100) }, { to: "decade", at: number.value % 100 }] };
  return number.value < 100 && number.digits !== 1 ? { end, is: [{ to: "decade", at: number.value }] } : undefined;
}
