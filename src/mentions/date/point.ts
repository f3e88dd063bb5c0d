import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { DateWords } from "../../lexicon/date.js";
import type { DateMod } from "../../model/index.js";
import { readClock, readPart } from "./clock.js";
import type { Point, Reading, Season, Step } from "./expression.js";
import { readBareDay, readDay, readInMonth, readMonth } from "./month.js";
import { readNumeric } from "./numeric.js";
import { isMoment, namesPlace, readEdge, readFirst, readNth, readPeriod, readWeekday } from "./period.js";
import { isBoundary, isDigit, readSmall, skipBlank, skipConnector } from "./text.js";
import { fiscalEnd, readYear } from "./year.js";

/** What has been read of a point so far, and the smallest calendar unit it names. */
interface State {
  end: number;
  readonly steps: Step[];
  mod?: DateMod;
  weekday?: number;
  unit: "century" | "year" | "quarter" | "month" | "week" | "day" | "time" | "other";
}

/**
 * A point or period of the calendar, or a clock time, from its largest unit down.
 *
 * @param ends  it ends a range: what stands behind a comma is no part of it
 */
export function readPoint(words: DateWords, text: string, at: number, ends = false): Reading<Point> | undefined {
  const state = start(words, text, at);
  if (!state) return undefined;
  if (state.unit === "century") edge(words, text, state, "other");
  if (state.unit === "year" && text.startsWith("全年", state.end)) state.end += 2;
  if (state.unit === "year") inYear(words, text, state, ends);
  if (state.unit === "quarter") inQuarter(words, text, state);
  if (state.unit === "month") inMonth(words, text, state);
  if (state.unit === "week") inWeek(words, text, state);
  if (state.unit === "day") inDay(words, text, state);
  if (text.startsWith("左右", state.end) && state.unit !== "time") {
    state.end += 2;
    state.mod ??= "APPROX";
  }
  return { end: state.end, is: { kind: "point", steps: state.steps, ...(state.mod && { mod: state.mod }), ...(state.weekday && { weekday: state.weekday }) } };
}

function start(words: DateWords, text: string, at: number): State | undefined {
  const numeric = readNumeric(text, at);
  if (numeric) return { end: numeric.end, steps: [...numeric.is], unit: numeric.is.at(-1)?.to === "day" ? "day" : "month" };
  const relative = readRelative(words, text, at);
  if (relative) return relative;
  const year = readYear(words, text, at);
  if (year) {
    const last = year.is.at(-1)?.to;
    const state: State = { end: year.end, steps: [...year.is], unit: last === "century" || last === "decade" ? "century" : "year" };
    if (!year.bare) return state;
    const { end } = state;
    inYear(words, text, state);
    if (state.end > end) return { ...state, unit: state.unit === "year" ? "other" : state.unit };
    return isBareYear(words, text, at, end) ? { ...state, unit: "other" } : undefined;
  }
  return startInYear(words, text, at, false) ?? startInWeek(text, at) ?? startEdge(words, text, at) ?? startInDay(words, text, at);
}

/** The other end of a range may be said more shortly than a date that stands alone: 到十五号, 到九点, -2009. */
export function readRest(words: DateWords, text: string, at: number, from: Point): Reading<Point> | undefined {
  const last = from.steps.at(-1);
  if (last?.to === "day" || last?.to === "lunarDay") {
    const day = readDay(text, at, last.to === "lunarDay");
    if (!day) return undefined;
    const state: State = { end: day.end, steps: [...day.is], unit: "day" };
    inDay(words, text, state);
    return { end: state.end, is: { kind: "point", steps: state.steps } };
  }
  if (last?.to === "clock") {
    const part = readPart(words, text, at, true);
    const time = readClock(text, part?.end ?? at, true, part?.is.hours);
    return time && { end: time.end, is: { kind: "point", steps: [time.is] } };
  }
  const year = readSmall(text, at);
  if (from.steps[0]?.to !== "year" || year?.digits !== 4 || year.value < 1900 || year.value > 2099 || !isBoundary(text, year.end)) return undefined;
  return { end: year.end, is: { kind: "point", steps: [{ to: "year", at: year.value }] } };
}

/** 2022 alone is a year before an event's name, in a range of years, or where nothing else stands. */
function isBareYear(words: DateWords, text: string, at: number, end: number): boolean {
  if (isDigit(text, end) || text[end] === "." || text[end] === "%") return false;
  const before = text[at - 1] ?? "";
  if (/[a-z0-9.$¥€£]/.test(before)) return false;
  if (words.event.match(text, end) || text[end] === "届") return true;
  if (at === 0 && end === text.length) return true;
  const listed = text[end] === "、";
  const from = listed ? end + 1 : skipConnector(text, end);
  if (from === end) return false;
  const other = readSmall(text, from);
  if (other?.digits !== 4 || other.value < 1900 || other.value > 2099) return false;
  return text[skipBlank(text, other.end)] === "年" || fiscalEnd(text, other.end) > other.end || before === "从" || before === "自";
}

function readRelative(words: DateWords, text: string, at: number): State | undefined {
  const row = words.relative.match(text, at);
  if (!row || (at > 0 && row.veto.includes(text[at - 1] ?? "!"))) return undefined;
  const end = at + row.word.length;
  const { unit, by, from } = row;
  const tails = words.tails.get(row.word) ?? words.tails.get(row.word.at(-1) ?? "");
  if (tails?.some((next) => text.startsWith(next, end))) return undefined;
  const steps: Step[] = [{ to: "shift", unit, by, ...(from === "past" ? { from: "context", past: true } : { from }) }];
  if (row.then) {
    const season = ["SP", "SU", "FA", "WI"].includes(row.then);
    steps.push(season ? { to: "season", at: row.then as Season } : { to: "part", at: row.then as "MO" });
    const state: State = { end, steps, unit: season ? "other" : "time" };
    if (!season) clock(words, text, state, end - 1);
    return state;
  }
  if (unit === "century") {
    const decade = readYear(words, text, end);
    if (decade?.is[0]?.to === "decade") return { end: decade.end, steps: [...steps, ...decade.is], unit: "century" };
  }
  return { end, steps, unit: unit === "workday" ? "other" : unit };
}

/** Whatever stands inside a year and may also be said without one. */
function startInYear(words: DateWords, text: string, at: number, inside: boolean): State | undefined {
  const holiday = readHoliday(words, text, at, inside);
  const month = readMonth(text, at);
  if (month && !(holiday && holiday.end > month.end)) return { end: month.end, steps: [...month.is], unit: "month" };
  if (holiday) return holiday;
  const period = readPeriod(words, text, at, inside);
  if (period) {
    const last = period.is.at(-1);
    const unit = last?.to === "quarter" ? "quarter" : (last?.to === "nth" && last.unit === "month") || last?.to === "half" ? "month" : last?.to === "nth" && (last.unit === "day" || last.weekday) ? "day" : "other";
    return { end: period.end, steps: [...period.is], unit: last?.to === "half" ? "other" : unit, ...(period.mod && { mod: period.mod }) };
  }
  if (inside) return undefined;
  const third = readInThird(text, at);
  if (third) return third;
  const day = readBareDay(text, at);
  return day && { end: day.end, steps: [...day.is], unit: "day" };
}

function readInThird(text: string, at: number): State | undefined {
  const read = text[at + 1] === "旬" ? readInMonth(text, at, false) : undefined;
  return read && { end: read.end, steps: [...read.is], unit: "other" };
}

function readHoliday(words: DateWords, text: string, at: number, inside: boolean): State | undefined {
  const holiday = words.holidays.match(text, at);
  if (!holiday) return undefined;
  let end = at + holiday.word.length;
  if (at > 0 && holiday.veto.includes(text[at - 1] ?? "!")) return undefined;
  if (holiday.next.includes(text[end] ?? "!") || namesPlace(words, text, end)) return undefined;
  const season = words.season.match(text, end);
  if (!inside && isDigit(text, at) && (isDigit(text, at - 1) || /[a-z.]/.test(text[at - 1] ?? ""))) return undefined;
  if (holiday.needs === "season" && !season && !"”\"」".includes(text[end] ?? "!")) return undefined;
  if (holiday.needs === "moment" && !isMoment(words, text, end)) return undefined;
  if (holiday.needs === "word" && !season && !isBoundary(text, end) && !isNeighbour("holiday.before", text, end)) return undefined;
  if (text[end] === "档" && text[end + 1] !== "次") {
    end += text[end + 1] === "期" ? 2 : 1;
    return { end, steps: [{ to: "holiday", holiday, as: "season" }], unit: "other" };
  }
  const rest = season && ["假期", "长假", "小长假", "黄金周", "假日"].includes(season.word) ? season.word.length : 0;
  const days = rest > 0 || season?.word === "期间";
  return { end: end + rest, steps: [{ to: "holiday", holiday, as: days ? "days" : "day" }], unit: days ? "other" : "day" };
}

function startInWeek(text: string, at: number): State | undefined {
  if (text.startsWith("周末", at)) return { end: at + 2, steps: [{ to: "weekend" }], unit: "other" };
  const weekday = readWeekday(text, at);
  if (!weekday || (text[at] === "周" && !isWeekdayAlone(text, at, weekday.end))) return undefined;
  return { end: weekday.end, steps: [{ to: "weekday", at: weekday.is }], unit: "day" };
}

/** 周一 may be part of 一周一次, 周一围 or a name. */
function isWeekdayAlone(text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? "";
  return !(before !== "" && "一二两三四五六七八九十每几数0123456789".includes(before)) && !isNeighbour("week.notBefore", text, end);
}

/** 年初, 月底: the period itself is not named. */
function startEdge(words: DateWords, text: string, at: number): State | undefined {
  const edgeWord = words.edges.match(text, at);
  if (!edgeWord?.alone) return undefined;
  const before = text[at - 1] ?? "";
  if (before !== "" && "一二两三四五六七八九十几数多半每全0123456789百千".includes(before)) return undefined;
  const read = readEdge(words, text, at, edgeWord.alone);
  return read && { end: read.end, steps: [{ to: "same", unit: edgeWord.alone }], unit: "other", ...(read.mod && { mod: read.mod }) };
}

function startInDay(words: DateWords, text: string, at: number): State | undefined {
  const part = readPart(words, text, at, false) ?? (isDigit(text, at + 1) || text[at + 2] === "点" || text[at + 2] === "时" ? readPart(words, text, at, true) : undefined);
  if (part) {
    const read = readClock(text, skipBlank(text, part.end), true, part.is.hours);
    if (read) return { end: read.end, steps: [read.is], unit: "time" };
    return part.is.alone ? { end: part.end, steps: [{ to: "part", at: part.is.part }], unit: "time" } : undefined;
  }
  const read = readClock(text, at, false);
  return read && { end: read.end, steps: [read.is], unit: "time" };
}

function inYear(words: DateWords, text: string, state: State, ends = false): void {
  const from = skipBlank(text, state.end);
  const of = text[from] === "的" ? from + 1 : from;
  const comma = text[from] === "，" || text[from] === "," ? skipBlank(text, from + 1) : from;
  const inner = startInYear(words, text, of, true) ?? (comma > from && !ends && isFullDay(text, comma) ? startInYear(words, text, comma, true) : undefined);
  if (inner) {
    state.end = inner.end;
    state.steps.push(...inner.steps);
    state.unit = inner.unit;
    if (inner.mod) state.mod = inner.mod;
    if (inner.unit === "other" && inner.steps[0]?.to === "half") edge(words, text, state, "other");
    return;
  }
  if (edge(words, text, state, "year")) state.unit = "other";
}

const isFullDay = (text: string, at: number): boolean => {
  const month = readMonth(text, at);
  return month !== undefined && readDay(text, month.end, false) !== undefined;
};

function inQuarter(words: DateWords, text: string, state: State): void {
  const inner = readNth(text, state.end) ?? (text[state.end] === "前" || text[state.end] === "首" ? readFirst(text, state.end, true, ["month", "week"]) : undefined);
  if (inner) {
    state.end = inner.end;
    state.steps.push(...inner.is);
    state.unit = "other";
  } else edge(words, text, state, "quarter");
}

function inMonth(words: DateWords, text: string, state: State): void {
  const lunar = state.steps.at(-1)?.to === "lunarMonth";
  const inner = readInMonth(text, state.end, lunar);
  if (!inner) {
    if (edge(words, text, state, "month")) state.unit = "other";
    return;
  }
  state.end = inner.end;
  const last = inner.is.at(-1);
  const month = state.steps.at(-1);
  if (last?.to === "lunarDay" && month?.to === "month") state.steps[state.steps.length - 1] = { to: "lunarMonth", at: month.at, leap: false };
  state.steps.push(...inner.is);
  state.unit = last?.to === "day" || last?.to === "lunarDay" || (last?.to === "nth" && last.weekday) ? "day" : "other";
}

function inWeek(words: DateWords, text: string, state: State): void {
  const at = skipBlank(text, state.end);
  if (text[at] === "末" || text.startsWith("周末", at)) {
    state.end = text[at] === "末" ? at + 1 : at + 2;
    state.steps.push({ to: "weekend" });
    return;
  }
  // 上周三 and 上周星期三
  const day = "一二三四五六日天".indexOf(text[at] ?? "!");
  const weekday = day >= 0 && !isNeighbour("weekday.notBefore", text, at + 1) ? { end: at + 1, is: Math.min(day + 1, 7) } : readWeekday(text, at);
  if (weekday) {
    state.end = weekday.end;
    state.steps.push({ to: "weekday", at: weekday.is });
    state.unit = "day";
  } else edge(words, text, state, "week");
}

function inDay(words: DateWords, text: string, state: State): void {
  const at = skipBlank(text, state.end);
  const comma = text[at] === "，" || text[at] === "," ? skipBlank(text, at + 1) : at;
  const named = ["weekday", "nth"].includes(state.steps.at(-1)?.to ?? "");
  const weekday = named ? undefined : readWeekday(text, comma);
  const beside = named || text[at] !== "(" ? weekday : readWeekday(text, at + 1);
  if (beside) state.weekday = beside.is;
  if (weekday && !isDigit(text, weekday.end)) state.end = weekday.end;
  else if (state.steps[0]?.to === "weekday" && state.steps.length === 1 && isFullDay(text, comma)) {
    const month = readMonth(text, comma);
    const day = month && readDay(text, month.end, false);
    if (month && day) {
      state.steps.splice(0, 1, ...month.is, ...day.is);
      state.end = day.end;
    }
  }
  if (["当天", "当日"].some((word) => text.startsWith(word, state.end))) state.end += 2;
  if (text.startsWith("当晚", state.end)) state.end += 1;
  clock(words, text, state, state.end);
}

/** A part of the day, a clock time, or both, behind a day; `at` is where a part already read starts. */
function clock(words: DateWords, text: string, state: State, at: number): void {
  let from = skipBlank(text, at);
  const of = text[from] === "的";
  if (of || (text[from] === "t" && isDigit(text, from + 1))) from += 1;
  const hedge = text.startsWith("大约", from) ? 2 : 0;
  const part = readPart(words, text, from + hedge, !of);
  const time = readClock(text, skipBlank(text, part ? part.end : from + hedge), true, part?.is.hours);
  if (part && at === state.end) {
    state.end = part.end;
    state.steps.push({ to: "part", at: part.is.part });
    state.unit = "time";
  }
  if (!time) return;
  if (state.steps.at(-1)?.to === "part") state.steps.pop();
  state.end = time.end;
  state.steps.push(time.is);
  state.unit = "time";
}

function edge(words: DateWords, text: string, state: State, unit: "year" | "quarter" | "month" | "week" | "other"): boolean {
  const read = readEdge(words, text, state.end, unit);
  if (!read) return false;
  state.end = read.end;
  if (read.mod) state.mod = read.mod;
  return true;
}
