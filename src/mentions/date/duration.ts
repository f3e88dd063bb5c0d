import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { DateWords, DurationWord, UnitWord } from "../../lexicon/date.js";
import { Kind, kindAt } from "../../lexicon/numeral.js";
import { readNumber, resolveNumber } from "../number.js";
import type { Amount, Expression, Reading } from "./expression.js";
import { isAllowed, readSmall, skipBlank, skipConnector } from "./text.js";

type UnitName = UnitWord["unit"];

/** How many of a unit; none for 几, 数, 多. */
interface Count {
  readonly end: number;
  readonly value?: number;
  readonly upper?: number;
  /** 多, 余, 来: somewhat more. */
  readonly more?: true;
  /** 半 */
  readonly half?: true;
}

/**
 * A duration: 三年半, 8天20时, 近14天, 过去三年, 17个多月, 7天期, 3~6个月; with 前 or 后 behind it a point (三个月前).
 * Behind 第 there is none (第三天).
 */
export function readDuration(words: DateWords, text: string, at: number): Reading<Expression> | undefined {
  let from = at;
  let window: Before["window"];
  let approx = false;
  let hedged = false;
  for (let cue = beforeAt(words, text, from); cue; cue = beforeAt(words, text, from)) {
    if (cue.role === "past" || cue.role === "earlier" || cue.role === "future") {
      if (window) return undefined;
      window = cue.role;
    }
    approx ||= cue.role === "approx";
    hedged ||= cue.role === "approx" || cue.role === "bound";
    from = skipBlank(text, from + cue.word.length);
    if (from - at > 12) return undefined;
  }
  if (text[from - 1] === "第" || text[from - 1] === "个") return undefined;
  const read = readLength(words, text, from, from > at);
  if (!read) return undefined;
  return finish(words, text, at, read, { window, approx, hedged });
}

function beforeAt(words: DateWords, text: string, at: number): DurationWord | undefined {
  const cue = words.beforeDuration.match(text, at);
  if (!cue || (at > 0 && cue.veto.includes(text[at - 1] ?? "!"))) return undefined;
  return isAllowed(text, at, cue.only) ? cue : undefined;
}

interface Length {
  readonly end: number;
  readonly amount: Amount;
  readonly upper?: Amount;
  readonly more: boolean;
  readonly windowOnly: boolean;
}

/** What stands before a duration. */
interface Before {
  readonly window: "past" | "earlier" | "future" | undefined;
  readonly approx: boolean;
  readonly hedged: boolean;
}

function finish(words: DateWords, text: string, at: number, read: Length, { window, approx: about, hedged }: Before): Reading<Expression> | undefined {
  let end = read.end;
  let approx = about || read.more;
  let sign: 1 | -1 | undefined;
  if (text[end] === "期" && !isNeighbour("term.notBefore", text, end + 1)) end += 1;
  for (let cue = words.afterDuration.match(text, end); cue; cue = words.afterDuration.match(text, end)) {
    const next = end + cue.word.length;
    if (next < text.length && cue.veto.includes(text[next] ?? "!")) break;
    if (cue.role === "ago" || cue.role === "hence") {
      if (window || "起内".includes(text[at - 1] ?? "!")) break;
      sign = cue.role === "ago" ? -1 : 1;
      end = next;
      break;
    }
    approx ||= cue.role === "about";
    end = next;
  }
  if (read.windowOnly && !window && !hedged && !(sign && kindAt(text, at) !== Kind.arabic) && !isWithin(text, end)) return undefined;
  const mod = approx ? { mod: "APPROX" as const } : {};
  if (read.amount.value === undefined && !window && !sign) return undefined;
  if (sign && read.amount.value === undefined) return { end, is: { kind: "fixed", value: sign < 0 ? "PAST_REF" : "FUTURE_REF" } };
  if (sign) return { end, is: { kind: "away", amount: read.amount, sign, ...mod } };
  if (window && read.amount.value === undefined) return { end, is: { kind: "fixed", value: window === "future" ? "FUTURE_REF" : "PAST_REF" } };
  const value = read.upper?.value === undefined ? read.amount.value : `${read.amount.value}/${read.upper.value}`;
  return { end, is: { kind: "duration", ...(value !== undefined && { value }), ...mod } };
}

const isWithin = (text: string, at: number): boolean => text[at] === "内" || text.startsWith("之内", at) || text.startsWith("以内", at) || text.startsWith("年化", at) || text[at] === "均" || text.startsWith("移动", at);

/** The amount itself, of one or more units, or a range of one unit. */
function readLength(words: DateWords, text: string, at: number, windowed: boolean): Length | undefined {
  const first = readPiece(words, text, at);
  if (!first) return readShared(words, text, at);
  const total = { Y: 0, M: 0, W: 0, D: 0, H: 0, MIN: 0, S: 0 };
  const known = first.count.value !== undefined;
  total[first.unit.unit] += (first.count.value ?? 0) * first.unit.times;
  let { end } = first;
  let last = first;
  let more = first.more;
  const upper = first.count.upper !== undefined ? amountOf({ ...total, [first.unit.unit]: first.count.upper * first.unit.times }, first.unit.unit) : undefined;
  for (let pieces = 1; known && !upper && (first.unit.alone || first.unit.unit !== "M") && pieces < 7; pieces += 1) {
    const joint = "零又余多".includes(text[end] ?? "!") ? end + 1 : end;
    const next = readPiece(words, text, skipBlank(text, joint));
    if (!next || next.count.value === undefined || RANK[next.unit.unit] <= RANK[last.unit.unit] || (next.unit.unit === "M" && next.unit.word === "月")) break;
    if (next.unit.unit === "D" && joint === end && last.unit.unit === "Y") break;
    total[next.unit.unit] += next.count.value * next.unit.times;
    more ||= next.more;
    end = next.end;
    last = next;
  }
  const windowOnly = !first.unit.alone && last === first;
  if (windowOnly && !windowed && first.unit.unit !== "D") return undefined;
  return { end, amount: amountOf(known ? total : undefined, last.unit.unit), ...(upper && { upper }), more, windowOnly };
}

const RANK: Record<UnitName, number> = { Y: 0, M: 1, W: 2, D: 3, H: 4, MIN: 5, S: 6 };

interface Piece {
  readonly end: number;
  readonly count: Count;
  readonly unit: UnitWord;
  readonly more: boolean;
}

/** A count and its unit: 三年半, 17个多月, 两个半小时, 半年, 几天. */
function readPiece(words: DateWords, text: string, at: number): Piece | undefined {
  const count = readCount(text, at);
  if (!count) return undefined;
  let end = skipBlank(text, count.end);
  let value = count.value;
  let more = count.more === true;
  const counted = text[end] === "个";
  if (counted && "多半余来".includes(text[end + 1] ?? "!") && !count.half) {
    if (text[end + 1] === "半") value = value === undefined ? undefined : value + 0.5;
    else more = true;
    end += 2;
  } else if ("多余".includes(text[end] ?? "!") && value !== undefined) {
    more = true;
    end += 1;
  }
  end = skipBlank(text, end);
  const unit = words.units.match(text, end);
  if (!unit || isOtherWord(text, at, end, unit, count)) return undefined;
  end += unit.word.length;
  if (text[end] === "半" && value !== undefined && !count.half && text[end + 1] !== "年" && text[end + 1] !== "导") {
    value += 0.5;
    end += 1;
  } else if (text[end] === "多" && !isNeighbour("more.notBefore", text, end + 1) && value !== undefined) {
    more = true;
    end += 1;
  }
  const { upper } = count;
  const sure = unit.word === "月" && (counted || count.half === true) ? { ...unit, alone: true } : unit;
  return { end, count: { ...count, ...(value !== undefined && { value }), ...(upper !== undefined && { upper }) }, unit: sure, more };
}

/** 一年级, 一天天, 四周, 三年制 … are no lengths of time, and 2025年 is none. */
function isOtherWord(text: string, at: number, unitAt: number, unit: UnitWord, count: Count): boolean {
  if (unit.unit === "Y" && isYearNumber(text, at, count)) return true;
  const end = unitAt + unit.word.length;
  if (unit.next.some((word) => text.startsWith(word, end))) return true;
  // 四周 is all around, unless it lasts
  if (unit.word === "周" && text[at] === "四" && count.end === at + 1) return !"内前后时".includes(text[end] ?? "!");
  return unit.word === "星期" && kindAt(text, end) !== Kind.none;
}

/** 2025, 07 and 二〇三五 before 年 are names of years. */
function isYearNumber(text: string, at: number, { end, value = 0 }: Count): boolean {
  if (kindAt(text, at) === Kind.arabic) return (value >= 1000 && value < 3000 && end - at === 4) || (text[at] === "0" && text[at + 1] !== ".");
  return value >= 1000 && value < 3000 && end - at === 4 && kindAt(text, at + 1) === Kind.digit;
}

function readCount(text: string, at: number): Count | undefined {
  const unit = text[at];
  if (unit === "半") return { end: at + 1, value: 0.5, half: true };
  if ((unit === "大" || unit === "小") && text[at + 1] === "半") return { end: at + 2, value: 0.5, half: true, more: true };
  if (unit === "若" && text[at + 1] === "干") return { end: at + 2 };
  const kind = kindAt(text, at);
  if (kind === Kind.none || kind === Kind.more) return unit === "多" && text[at + 1] !== "半" ? { end: at + 1 } : undefined;
  if (kind === Kind.vague && (unit === "几" || unit === "数")) {
    const read = readNumber(text, at);
    return !read || read.bound ? { end: read?.end ?? at + 1 } : { end: at + 1 };
  }
  const small = readSmall(text, at);
  if (small && !(small.digits > 1 && !small.arabic) && kindAt(text, small.end) === Kind.none && text[small.end] !== "." && text[small.end] !== "点") return { end: small.end, value: small.value };
  const read = readNumber(text, at);
  if (!read || read.implicit || read.percent || read.over || (read.spelled && !read.upper)) return undefined;
  const { value, upper } = resolveNumber(read);
  return { end: read.end, value, ...(upper !== undefined && { upper }), ...(read.bound && { more: true }) };
}

/** 3~6个月, 100到200个小时: the unit is said once. */
function readShared(words: DateWords, text: string, at: number): Length | undefined {
  const low = readCount(text, at);
  if (low?.value === undefined || low.half || isYearNumber(text, at, low)) return undefined;
  const from = skipConnector(text, low.end);
  if (from === low.end) return undefined;
  const high = readPiece(words, text, from);
  if (high?.count.value === undefined || !high.unit.alone || (high.unit.word === "年" && high.count.value > 1000)) return undefined;
  const { unit, times } = high.unit;
  return { end: high.end, amount: amountOf({ [unit]: low.value * times }, unit), upper: amountOf({ [unit]: high.count.value * times }, unit), more: high.more, windowOnly: false };
}

function amountOf(total: Partial<Record<UnitName, number>> | undefined, finest: UnitName): Amount {
  if (!total) return { value: undefined, months: 0, days: 0, seconds: 0, finest };
  const { Y = 0, M = 0, W = 0, D = 0, H = 0, MIN = 0, S = 0 } = total;
  const years = Math.trunc(Y);
  const months = round((Y - years) * 12 + M);
  const days = Math.trunc(D);
  const hours = round((D - days) * 24 + H);
  const whole = Math.trunc(hours);
  const minutes = round((hours - whole) * 60 + MIN);
  const date = part(years, "Y") + part(months, "M") + part(W, "W") + part(days, "D");
  const time = part(whole, "H") + part(minutes, "M") + part(S, "S");
  return { value: date + time === "" ? undefined : `P${date}${time && `T${time}`}`, months: years * 12 + months, days: W * 7 + days, seconds: whole * 3600 + minutes * 60 + S, finest };
}

const part = (count: number, unit: string): string => (count === 0 ? "" : `${count}${unit}`);
const round = (count: number): number => Math.round(count * 1e6) / 1e6;
