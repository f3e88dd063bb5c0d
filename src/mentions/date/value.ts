import { civilOf, dayOf, daysInMonth, mondayOf, nthWeekday, weekdayOf, weekOf, weekStart } from "./calendar.js";
import type { Clock, Season, Step, Unit } from "./expression.js";
import { holidayDays, lunarMonth, solarTerm, type Days } from "./festival.js";

export type Grain = "century" | "decade" | "year" | "half" | "quarter" | "season" | "month" | "days" | "week" | "weekend" | "day" | "part" | "time";

/** A time that is known: its days, first and last included, and how TIMEX3 writes it. */
export interface Value extends Days {
  readonly grain: Grain;
  readonly text: string;
  /** Hour and minute of a clock time, in minutes. */
  readonly minutes?: number;
  /** What the words may mean instead, where the text does not decide. */
  readonly others?: readonly Value[];
}

const pad = (number: number, width = 2): string => String(number).padStart(width, "0");

/** A year before the first is counted back from it: BC0221. */
const yearText = (year: number): string => (year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`);

export function yearOf(year: number): Value {
  return { grain: "year", first: dayOf(year, 1, 1), last: dayOf(year, 12, 31), text: yearText(year) };
}

export function monthOf(year: number, month: number): Value {
  return { grain: "month", first: dayOf(year, month, 1), last: dayOf(year, month, daysInMonth(year, month)), text: `${pad(year, 4)}-${pad(month)}` };
}

export function dayValue(day: number): Value {
  return { grain: "day", first: day, last: day, text: isoDay(day) };
}

export function isoDay(day: number): string {
  const { year, month, day: ofMonth } = civilOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(ofMonth)}`;
}

function quarterOf(year: number, quarter: number): Value {
  return { grain: "quarter", first: monthOf(year, quarter * 3 - 2).first, last: monthOf(year, quarter * 3).last, text: `${pad(year, 4)}-Q${quarter}` };
}

function weekValue(day: number): Value {
  const first = mondayOf(day);
  const { year, week } = weekOf(day);
  return { grain: "week", first, last: first + 6, text: `${pad(year, 4)}-W${pad(week)}` };
}

/** The days from one value to another, written by their ends: 2022-01/2022-11. */
export function rangeOf(from: Value, to: Value): Value {
  if (from.text === to.text) return from;
  const start = from.text.includes("/") ? isoDay(from.first) : from.text;
  const end = to.text.includes("/") ? isoDay(to.last) : to.text;
  return { grain: "days", first: from.first, last: to.last, text: `${start}/${end}` };
}

const daysOf = ({ first, last }: Days): Value => rangeOf(dayValue(first), dayValue(last));

/** The unit of the calendar that a day is in, and others counted from it. */
export function unitOf(unit: Unit, day: number, by = 0): Value {
  const { year, month } = civilOf(day);
  switch (unit) {
    case "century":
      return centuryOf(Math.floor(year / 100) + by);
    case "year":
      return yearOf(year + by);
    case "half":
      return halfOf(year + Math.floor(((month > 6 ? 1 : 0) + by) / 2), ((((month > 6 ? 1 : 0) + by) % 2) + 2) % 2 + 1);
    case "quarter": {
      const quarter = Math.floor((month - 1) / 3) + by;
      return quarterOf(year + Math.floor(quarter / 4), (((quarter % 4) + 4) % 4) + 1);
    }
    case "month": {
      const at = month - 1 + by;
      return monthOf(year + Math.floor(at / 12), (((at % 12) + 12) % 12) + 1);
    }
    case "week":
      return weekValue(day + by * 7);
    case "day":
      return dayValue(day + by);
    case "workday":
      return dayValue(workdayFrom(day, by));
  }
}

function workdayFrom(day: number, by: number): number {
  let at = day;
  for (let left = Math.abs(by); left > 0; ) {
    at += Math.sign(by);
    if (weekdayOf(at) < 6) left -= 1;
  }
  return at;
}

const centuryOf = (century: number): Value => ({ grain: "century", first: dayOf(century * 100, 1, 1), last: dayOf(century * 100 + 99, 12, 31), text: `${pad(century)}XX` });

function halfOf(year: number, half: number): Value {
  return { grain: "half", first: dayOf(year, half * 6 - 5, 1), last: monthOf(year, half * 6).last, text: `${pad(year, 4)}-H${half}` };
}

const SEASON_START: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A smaller time inside a value; none where it has none such (2月30日). */
export function narrow(value: Value, step: Step): Value | undefined {
  const { year, month } = civilOf(value.first);
  switch (step.to) {
    case "year":
      return yearOf(step.at);
    case "century":
      return centuryOf(step.at);
    case "decade":
      return { grain: "decade", first: dayOf(year + step.at, 1, 1), last: dayOf(year + step.at + 9, 12, 31), text: `${pad((year + step.at) / 10, 3)}X` };
    case "half":
      return halfOf(year, step.at);
    case "quarter":
      return until(step, (at) => quarterOf(year, at));
    case "season":
      return { grain: "season", first: dayOf(year, SEASON_START[step.at], 1), last: unitOf("month", dayOf(year, SEASON_START[step.at], 1), 2).last, text: `${pad(year, 4)}-${step.at}` };
    case "month":
      return until(step, (at) => monthOf(year, at));
    case "day":
      return step.at <= daysInMonth(year, month) ? dayValue(value.first + step.at - 1) : undefined;
    case "third":
      return until(step, (at) => thirdOf(year, month, at));
    case "halfMonth":
      return daysOf({ first: dayOf(year, month, step.at === 1 ? 1 : 16), last: step.at === 1 ? dayOf(year, month, 15) : monthOf(year, month).last });
    case "weekday":
      return dayValue(mondayOf(value.first) + step.at - 1);
    case "weekend": {
      const week = weekValue(value.first);
      return { grain: "weekend", first: week.first + 5, last: week.last, text: `${week.text}-WE` };
    }
    case "nth":
      return nthOf(value, step.unit, step.at, step.weekday);
    case "first":
    case "last":
      return edgeOf(value, step.to, step.unit, step.count);
    case "term": {
      const day = solarTerm(year, step.at);
      return day === undefined ? undefined : dayValue(day);
    }
    case "lunarMonth": {
      const days = lunarMonth(year, step.at, step.leap);
      return days && { ...daysOf(days), grain: "month" };
    }
    case "lunarDay":
      return value.first + step.at - 1 <= value.last ? dayValue(value.first + step.at - 1) : undefined;
    case "holiday": {
      if (step.as === "season") return yearOf(year);
      const days = holidayDays(step.holiday.rule, year);
      const rest = step.holiday.days;
      return days && (step.as === "days" && rest ? daysOf({ first: days.first + rest[0], last: days.first + rest[1] }) : daysOf(days));
    }
    case "part":
      return { ...value, grain: "part", text: `${value.text}T${step.at}` };
    case "clock":
      return { ...value, grain: "time", text: value.text + clockText(step), minutes: clockMinutes(step) };
    case "shift":
    case "same":
    case "zodiac":
      return undefined;
  }
}

function until({ at, until: last }: { readonly at: number; readonly until?: number }, read: (at: number) => Value): Value {
  return last === undefined ? read(at) : rangeOf(read(at), read(last));
}

function thirdOf(year: number, month: number, third: number): Value {
  return daysOf({ first: dayOf(year, month, third * 10 - 9), last: third === 3 ? monthOf(year, month).last : dayOf(year, month, third * 10) });
}

function nthOf(value: Value, unit: Unit, nth: number, weekday?: number): Value | undefined {
  const { year, month } = civilOf(value.first);
  if (weekday) return dayValue(nthWeekday(year, month, weekday, nth));
  if (unit === "week" && value.grain === "year") return weekValue(weekStart(year, nth));
  // the first week of a month or quarter is the one of its first Monday
  if (unit === "week") return weekValue(mondayOf(value.first + 6) + (nth - 1) * 7);
  const found = unitOf(unit, value.first, nth - 1);
  return found.first <= value.last ? found : undefined;
}

function edgeOf(value: Value, side: "first" | "last", unit: Unit, count: number): Value | undefined {
  if (side === "first") {
    const from = nthOf(value, unit, 1);
    const to = nthOf(value, unit, count);
    return from && to && rangeOf(from, to);
  }
  const to = unitOf(unit, value.last);
  return rangeOf(unitOf(unit, value.last, 1 - count), to);
}

/** The hour of the day that is meant: 下午3点 is 15, 深夜1点 is 1, 晚上12点 is 24. */
export function hourOf({ hour, hours }: Clock): number {
  if (hours === "pm") return hour < 12 ? hour + 12 : hour;
  if (hours === "noon") return hour < 10 ? hour + 12 : hour;
  if (hours === "night") return hour >= 5 && hour < 12 ? hour + 12 : hour === 12 ? 24 : hour;
  return hours === "am" && hour === 12 ? 0 : hour;
}

export function clockText(clock: Clock): string {
  return `T${pad(hourOf(clock))}:${pad(clock.minute ?? 0)}${clock.second === undefined ? "" : `:${pad(clock.second)}`}`;
}

export const clockMinutes = (clock: Clock): number => hourOf(clock) * 60 + (clock.minute ?? 0);

/** A time of no day or a year of no number, as a pattern: T15:00, TAF, XXXX-05-01; none where a pattern cannot say it. */
export function patternOf(steps: readonly Step[]): string | undefined {
  const [first] = steps;
  if (first?.to === "clock") return clockText(first);
  if (first?.to === "part") return `T${first.at}`;
  if (first?.to === "weekday") return withTime(`XXXX-WXX-${first.at}`, steps.slice(1));
  if (first?.to === "weekend") return "XXXX-WXX-WE";
  if (first?.to === "day") return withTime(`XXXX-XX-${pad(first.at)}`, steps.slice(1));
  // 9996 stands for any year: a leap year that no text means
  let value: Value | undefined = yearOf(9996);
  for (const step of steps) {
    if (!["month", "day", "quarter", "half", "season", "third", "halfMonth", "part", "clock", "first", "last", "holiday"].includes(step.to) || (step.to === "holiday" && !/^\d\d-\d\d$/.test(step.holiday.rule))) return undefined;
    value = value && narrow(value, step);
  }
  return value?.text.replaceAll("9996", "XXXX");
}

function withTime(text: string, steps: readonly Step[]): string {
  return steps.reduce((sum, step) => (step.to === "clock" ? sum + clockText(step) : step.to === "part" ? `${sum}T${step.at}` : sum), text);
}
