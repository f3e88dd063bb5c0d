import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { DateWords, PartWord } from "../../lexicon/date.js";
import type { Clock, Hours, Reading } from "./expression.js";
import { isBoundary, isDigit, readSmall, sharesUnit, skipBlank } from "./text.js";

/** The part of a day at `at`; `inside` a date also 早, 晚, 夜. */
export function readPart(words: DateWords, text: string, at: number, inside: boolean): Reading<PartWord> | undefined {
  const part = words.parts.match(text, at);
  if (!part || (!inside && !part.alone)) return undefined;
  const end = at + part.word.length;
  return part.veto.includes(text[end] ?? "!") ? undefined : { end, is: part };
}

/**
 * A clock time: 15:00, 15:30:05, 3:15pm, 15时30分, 三点半, 8点整, 14时许.
 *
 * @param inside  a date or part of the day stands before it, so that 8点 and 三点十五 can be nothing else
 */
export function readClock(text: string, at: number, inside: boolean, hours?: Hours): Reading<Clock> | undefined {
  const hour = readSmall(text, at);
  if (!hour || hour.digits > 2 || hour.value > 24) return undefined;
  const read = text[hour.end] === ":" ? readDigital(text, at, hour.end, hour.value, inside) : readSpoken(text, at, hour, inside);
  if (!read) return undefined;
  const [end, half] = readMeridiem(text, read.end);
  const meant = half ?? hours;
  return { end: skipHedge(text, end), is: meant ? { ...read.is, hours: meant } : read.is };
}

function readDigital(text: string, at: number, colon: number, hour: number, inside: boolean): Reading<Clock> | undefined {
  const minute = readSmall(text, colon + 1);
  if (!minute || !minute.arabic || minute.digits !== 2 || minute.value > 59) return undefined;
  if (!inside && !isClocklike(text, at, colon, minute.value, minute.end)) return undefined;
  let end = minute.end;
  let second: number | undefined;
  if (text[end] === ":") {
    const read = readSmall(text, end + 1);
    if (read && read.arabic && read.digits === 2 && read.value < 60) {
      second = read.value;
      end = read.end;
    }
  }
  if (text[end] === "时" || text[end] === "分") end += 1;
  return { end, is: { to: "clock", hour, minute: minute.value, ...(second !== undefined && { second }) } };
}

/** 1:10 and 3:25 may be ratios or scores; 08:10, 1:30 and 3:15pm are clock times. */
function isClocklike(text: string, at: number, colon: number, minute: number, end: number): boolean {
  if (text[at - 1] === ":" || text[at - 1] === "." || (text[end] === "." && isDigit(text, end + 1))) return false;
  return colon - at === 2 || minute % 15 === 0 || text[end] === "p" || text[end] === "a";
}

function readSpoken(text: string, at: number, hour: { end: number; value: number; arabic: boolean }, inside: boolean): Reading<Clock> | undefined {
  const mark = skipBlank(text, hour.end);
  if (text[mark] !== "时" && text[mark] !== "点") {
    const shared = inside && sharesUnit(text, hour.end, "时点");
    return shared ? { end: hour.end, is: { to: "clock", hour: hour.value } } : undefined;
  }
  const after = mark + 1;
  const rest = readMinutes(text, after, inside, hour.arabic);
  if (!inside && !rest && readMeridiem(text, after).length === 1 && !standsAlone(text, at, after, hour.arabic, text[mark] === "点")) return undefined;
  const { end, minute, second } = rest ?? { end: after };
  return { end, is: { to: "clock", hour: hour.value, ...(minute !== undefined && { minute }), ...(second !== undefined && { second }) } };
}

interface Minutes {
  end: number;
  minute?: number;
  second?: number;
}

function readMinutes(text: string, at: number, inside: boolean, arabic: boolean): Minutes | undefined {
  const unit = text[at];
  if (unit === "半") return readSeconds(text, { end: at + 1, minute: 30 });
  if (unit === "整" || unit === "正") return { end: at + 1 };
  if (unit === "钟") return { end: at + 1 };
  const from = skipBlank(text, at);
  const minute = readSmall(text, from);
  if (!minute || minute.value > 59 || minute.digits > 2) return undefined;
  const mark = skipBlank(text, minute.end);
  if (text[mark] === "分" && text[mark + 1] !== "钟" && text[mark + 1] !== "之") return readSeconds(text, { end: mark + 1, minute: minute.value });
  if (text[mark] === "刻" && minute.value < 4) return { end: mark + 1, minute: minute.value * 15 };
  // 三点十五, 20点15: only in two places, and not before a unit of something else
  const bare = minute.digits === 2 || (minute.digits === 0 && !minute.arabic);
  if (bare && readMeridiem(text, minute.end).length > 1) return { end: minute.end, minute: minute.value };
  return inside && bare && minute.arabic === arabic && isBoundary(text, minute.end) && text[minute.end] !== "." && text[minute.end] !== "%" ? { end: minute.end, minute: minute.value } : undefined;
}

function readSeconds(text: string, read: Minutes): Minutes {
  const second = readSmall(text, read.end);
  return second && second.value < 60 && text[second.end] === "秒" ? { ...read, end: second.end + 1, second: second.value } : read;
}

/** 10点 and 14时 by themselves may be points or a part of 时代: the words around decide. */
function standsAlone(text: string, at: number, end: number, arabic: boolean, dot: boolean): boolean {
  const next = text[end] ?? "";
  if (next === "许" || text.startsWith("左右", end)) return arabic || !dot;
  if (sharesUnit(text, end, "时点")) return true;
  if (isBoundary(text, at - 1) && isBoundary(text, end) && (at === 0 || arabic)) return at === 0 || !dot || end >= text.length;
  if (!arabic) return false;
  if (dot) return isNeighbour("clock.behind", text, at - 1) && (isBoundary(text, end) || isNeighbour("clock.before", text, end));
  return !isNeighbour("clock.notBefore", text, end);
}

function readMeridiem(text: string, at: number): [number, Hours?] {
  const from = skipBlank(text, at);
  const letter = text[from];
  if (letter !== "a" && letter !== "p") return [at];
  const end = text[from + 1] === "m" ? from + 2 : from + 1;
  if (/[a-z0-9]/.test(text[end] ?? "")) return [at];
  return [end, letter === "p" ? "pm" : "am"];
}

/** 许 and 左右 stay with a clock time. */
function skipHedge(text: string, at: number): number {
  if (text[at] === "许" && text[at + 1] !== "可" && text[at + 1] !== "多") return at + 1;
  return text.startsWith("左右", at) ? at + 2 : at;
}
