import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { DateWords } from "../../lexicon/date.js";
import type { DateMod } from "../../model/index.js";
import type { Reading, Season, Step, Unit } from "./expression.js";
import { isBoundary, isDigit, readPair, readSmall, skipBlank, skipConnector } from "./text.js";

export interface PointReading extends Reading<readonly Step[]> {
  readonly mod?: DateMod;
}

const SEASONS: Record<string, Season> = { 春: "SP", 夏: "SU", 秋: "FA", 冬: "WI" };
const UNITS: readonly (readonly [string, Unit])[] = [["个季度", "quarter"], ["季度", "quarter"], ["季", "quarter"], ["个月", "month"], ["月", "month"], ["个星期", "week"], ["星期", "week"], ["个礼拜", "week"], ["礼拜", "week"], ["周", "week"], ["天", "day"], ["日", "day"]];
/** What may stand behind 年中 or 月中 when 中 means the middle. */
const AFTER_MIDDLE = "前后以之的就完时至到旬";

/** A part of a year that is no month: 一季度, Q3, 上半年, 前三季度, 第二周, 夏季, 年底. */
export function readPeriod(words: DateWords, text: string, at: number, inside: boolean): PointReading | undefined {
  return readQuarter(text, at, inside) ?? readHalf(text, at) ?? readFirst(text, at, inside, ["quarter", "month", "week", "day"]) ?? (inside ? (readNth(text, at) ?? readSeason(text, at, true)) : readSeason(text, at, false)) ?? readTerm(words, text, at, inside);
}

function readQuarter(text: string, at: number, inside: boolean): PointReading | undefined {
  const unit = text[at];
  if (unit === "q" && "1234".includes(text[at + 1] ?? "!") && !isDigit(text, at + 2) && !/[a-z]/.test(text[at + 2] ?? "") && (inside || !/[a-z0-9]/.test(text[at - 1] ?? ""))) {
    const end = text.startsWith("季度", at + 2) ? at + 4 : at + 2;
    return { end, is: [{ to: "quarter", at: Number(text[at + 1]) }] };
  }
  if (unit === "h" && inside && "12".includes(text[at + 1] ?? "!") && !/[a-z0-9]/.test(text[at + 2] ?? "")) return { end: at + 2, is: [{ to: "half", at: Number(text[at + 1]) }] };
  if (unit === "首" && text[at + 1] === "季") return { end: text[at + 2] === "度" ? at + 3 : at + 2, is: [{ to: "quarter", at: 1 }] };
  const pair = readPair(text, at, 4);
  if (pair && text.startsWith("季度", pair.end)) return { end: pair.end + 2, is: [{ to: "quarter", at: pair.at, until: pair.at + 1 }] };
  const number = readSmall(text, unit === "第" ? at + 1 : at);
  if (!number || number.value < 1 || number.value > 4 || number.digits > 1) return undefined;
  if (text.startsWith("q", number.end) && number.arabic && isDigit(text, number.end + 1) && !/[a-z]/.test(text[at - 1] ?? "")) return readShortYear(text, number.end + 1, { to: "quarter", at: number.value });
  if (text.startsWith("h", number.end) && number.arabic && number.value < 3 && isDigit(text, number.end + 1)) return readShortYear(text, number.end + 1, { to: "half", at: number.value });
  const mark = text[number.end] === "个" && unit === "第" ? number.end + 1 : number.end;
  if (text.startsWith("季度", mark) || text.startsWith("财季", mark)) return { end: mark + 2, is: [{ to: "quarter", at: number.value }] };
  if (text[mark] === "季" && !number.arabic && unit !== "第" && !isBoundary(text, mark + 1) && isNeighbour("quarter.before", text, mark + 1)) return text[mark + 1] === "报" ? undefined : { end: mark + 1, is: [{ to: "quarter", at: number.value }] };
  // 一至三季度: the unit is said once
  const from = skipConnector(text, number.end);
  if (from === number.end) return undefined;
  const other = readSmall(text, text[from] === "第" ? from + 1 : from);
  return other && other.value <= 4 && text.startsWith("季度", other.end) ? { end: number.end, is: [{ to: "quarter", at: number.value }] } : undefined;
}

/** 3Q22, 1H2022 */
function readShortYear(text: string, at: number, step: Step): PointReading | undefined {
  const year = readSmall(text, at);
  if (!year?.arabic || (year.digits !== 2 && year.digits !== 4) || /[a-z]/.test(text[year.end] ?? "")) return undefined;
  return { end: year.end, is: [{ to: "year", at: year.digits === 2 ? 2000 + year.value : year.value }, step] };
}

function readHalf(text: string, at: number): PointReading | undefined {
  const side = text[at];
  if (side !== "上" && side !== "下") return undefined;
  const from = text[at + 1] === "个" ? at + 2 : at + 1;
  if (text[from] !== "半") return undefined;
  const year = text[from + 1] === "财" ? from + 2 : from + 1;
  if (text[year] === "年") return { end: text[year + 1] === "度" ? year + 2 : year + 1, is: [{ to: "half", at: side === "上" ? 1 : 2 }] };
  return text[from + 1] === "月" ? { end: from + 2, is: [{ to: "halfMonth", at: side === "上" ? 1 : 2 }] } : undefined;
}

/** 前三季度, 前11个月, 首月, 最后4个月, and inside a month 前4天. */
export function readFirst(text: string, at: number, inside: boolean, units: readonly Unit[]): PointReading | undefined {
  if (text[at] === "首" && inside) {
    if (text[at + 1] === "月" || text[at + 1] === "周" || text[at + 1] === "日") return { end: at + 2, is: [{ to: "nth", unit: text[at + 1] === "月" ? "month" : text[at + 1] === "周" ? "week" : "day", at: 1 }] };
    if (text.startsWith("个月", at + 1)) return { end: at + 3, is: [{ to: "nth", unit: "month", at: 1 }] };
  }
  const last = text.startsWith("最后", at) ? 2 : text[at] === "后" || text[at] === "末" ? 1 : 0;
  const first = text[at] === "前" || text[at] === "头" || text[at] === "首" ? 1 : 0;
  if (!first && (!last || !inside)) return undefined;
  if (!inside && at > 0 && isNeighbour("last.notBehind", text, at - 1)) return undefined;
  const number = readSmall(text, skipBlank(text, at + first + last));
  if (!number || number.value < 1 || number.value > 60) return undefined;
  const mark = skipBlank(text, number.end);
  const unit = UNITS.find(([word, name]) => text.startsWith(word, mark) && units.includes(name));
  if (!unit || (!inside && unit[1] !== "quarter" && unit[1] !== "month")) return undefined;
  return { end: mark + unit[0].length, is: [{ to: first ? "first" : "last", unit: unit[1], count: number.value }] };
}

/** 第三周, 第一个星期一, 第十天 inside a year, quarter or month. */
export function readNth(text: string, at: number): PointReading | undefined {
  const number = text[at] === "第" ? readSmall(text, at + 1) : undefined;
  const first = text.startsWith("首个", at);
  if (!number && !first) return undefined;
  const nth = number?.value ?? 1;
  const mark = first ? at + 2 : text[number?.end ?? at] === "个" ? (number?.end ?? at) + 1 : (number?.end ?? at);
  const weekday = readWeekday(text, mark);
  if (weekday) return { end: weekday.end, is: [{ to: "nth", unit: "week", at: nth, weekday: weekday.is }] };
  const unit = UNITS.find(([word]) => text.startsWith(word, mark));
  if (!unit || unit[0] === "日" || nth < 1) return undefined;
  return { end: mark + unit[0].length, is: [{ to: "nth", unit: unit[1], at: nth }] };
}

function readSeason(text: string, at: number, inside: boolean): PointReading | undefined {
  const season = SEASONS[text[at] ?? ""];
  if (!season) return undefined;
  const next = text[at + 1] ?? "";
  if (next === "季" || next === "天") return !inside && isNeighbour("season.notBefore", text, at + 2) ? undefined : { end: at + 2, is: [{ to: "season", at: season }] };
  return inside && isBoundary(text, at + 1) ? { end: at + 1, is: [{ to: "season", at: season }] } : undefined;
}

function readTerm(words: DateWords, text: string, at: number, inside: boolean): PointReading | undefined {
  const term = words.terms.match(text, at);
  if (!term) return undefined;
  const end = at + term.word.length;
  const occasion = words.occasions.some((word) => text.endsWith(word, at));
  const alone = (isBoundary(text, at - 1) || occasion) && isBoundary(text, end);
  const meant =
    words.term.match(text, end) !== undefined ||
    (inside && (term.alone !== "no" || isBoundary(text, end))) ||
    (term.alone === "near" && (alone || isMoment(words, text, end))) ||
    (term.alone === "yes" && !namesPlace(words, text, end));
  return meant ? { end, is: [{ to: "term", at: term.index }] } : undefined;
}

/** Is it said of the day at whose end `at` is when something was: 期间, 当天, 以来? */
export function isMoment(words: DateWords, text: string, at: number): boolean {
  const bound = words.boundsAfter.match(text, at);
  return words.moment.match(text, at) !== undefined || (bound !== undefined && !bound.veto.includes(text[at + bound.word.length] ?? "!"));
}

/** Is what ends at `at` part of a place's name: 国庆路, but not 国庆路况? */
export const namesPlace = (words: DateWords, text: string, at: number): boolean => words.named.match(text, at)?.role === "place";

const WEEKDAYS = "一二三四五六日天";

/** 周三, 星期天, 礼拜一: 1 is Monday, 7 Sunday. */
export function readWeekday(text: string, at: number): Reading<number> | undefined {
  const from = text[at] === "周" ? at + 1 : text.startsWith("星期", at) || text.startsWith("礼拜", at) ? at + 2 : at;
  if (from === at) return undefined;
  const day = WEEKDAYS.indexOf(text[from] ?? "!");
  return day < 0 ? undefined : { end: from + 1, is: Math.min(day + 1, 7) };
}

/** 底, 初, 中期, 年底 … behind a year, quarter or month; `unit` as a character: 2021年年底, 12月月底. */
export function readEdge(words: DateWords, text: string, at: number, unit: "year" | "quarter" | "month" | "week" | "other"): { end: number; mod?: DateMod } | undefined {
  const from = skipBlank(text, at);
  if (text.startsWith("早些时候", from) || text.startsWith("晚些时候", from) || text.startsWith("稍早时候", from) || text.startsWith("稍晚时候", from)) return { end: from + 4 };
  const edge = words.edges.match(text, from);
  if (!edge || (edge.alone && edge.alone !== unit)) return undefined;
  const end = from + edge.word.length;
  const next = text[end] ?? "";
  if (next !== "" && edge.next.includes(next)) return undefined;
  if (edge.word.endsWith("中") && !isBoundary(text, end) && !AFTER_MIDDLE.includes(next)) return undefined;
  return { end, mod: edge.mod };
}
