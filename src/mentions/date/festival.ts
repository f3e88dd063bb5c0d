import { lunarYear } from "../../lexicon/lunar.js";
import { civilOf, dayOf, easter, hebrewDay, islamicDay, nthWeekday, orthodoxEaster } from "./calendar.js";

export interface Days {
  readonly first: number;
  readonly last: number;
}

/** A month of the Chinese calendar; none outside 1900 to 2100, or where the year has no such leap month. */
export function lunarMonth(year: number, month: number, leap = false): Days | undefined {
  const calendar = lunarYear(year);
  if (!calendar || (leap && calendar.leap !== month)) return undefined;
  const index = leap || (calendar.leap > 0 && month > calendar.leap) ? month : month - 1;
  let first = dayOf(year, calendar.month, calendar.day);
  for (let i = 0; i < index; i += 1) first += calendar.lengths[i] ?? 0;
  return { first, last: first + (calendar.lengths[index] ?? 30) - 1 };
}

/** The day of a solar term, counted from 小寒 (1) to 冬至 (24). */
export function solarTerm(year: number, index: number): number | undefined {
  const day = lunarYear(year)?.terms[index - 1];
  return day === undefined ? undefined : dayOf(year, Math.ceil(index / 2), day);
}

const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/** The day or days of a holiday in a year, by its rule in dict/holidays.tsv; none where none is known. */
export function holidayDays(rule: string, year: number): Days | undefined {
  let match = /^(\d\d)-(\d\d)$/.exec(rule);
  if (match) return one(dayOf(year, Number(match[1]), Number(match[2])));
  match = /^(\d\d)-([A-Z]{3})-(\d|L)(?:\+(\d))?$/.exec(rule);
  if (match) return one(nthWeekday(year, Number(match[1]), WEEKDAYS.indexOf(match[2] ?? "") + 1, match[3] === "L" ? "last" : Number(match[3])) + Number(match[4] ?? 0));
  match = /^L(\d\d)-(\d\d)$/.exec(rule);
  if (match) return lunarHoliday(year, Number(match[1]), Number(match[2]));
  match = /^T(\d+)$/.exec(rule);
  if (match) {
    const day = solarTerm(year, Number(match[1]));
    return day === undefined ? undefined : one(day);
  }
  match = /^([EO])([+-]\d+)(?:\.\.(-?\d+))?$/.exec(rule);
  if (match) {
    const sunday = match[1] === "E" ? easter(year) : orthodoxEaster(year);
    return { first: sunday + Number(match[2]), last: sunday + Number(match[3] ?? match[2]) };
  }
  match = /^([IH])(\d\d)-(\d\d)(?:\.\.(\d\d))?$/.exec(rule);
  if (!match) return undefined;
  const [month, from, to] = [Number(match[2]), Number(match[3]), Number(match[4] ?? match[3])];
  const toDay = match[1] === "I" ? islamicDay : hebrewDay;
  const first = inYear(year, (own) => toDay(own, month, from), match[1] === "I" ? Math.floor((year - 622) * 1.0307) : year + 3760);
  return first === undefined ? undefined : { first, last: first + to - from };
}

/** The first day of a foreign calendar's years that falls into this one. */
function inYear(year: number, day: (own: number) => number, guess: number): number | undefined {
  for (let own = guess - 1; own <= guess + 2; own += 1) if (civilOf(day(own)).year === year) return day(own);
  return undefined;
}

const one = (day: number): Days => ({ first: day, last: day });

/** 2022年腊八 is the one that falls into 2022, though its lunar year is the one before. */
function lunarHoliday(year: number, month: number, day: number): Days | undefined {
  for (const own of [year, year - 1]) {
    const days = lunarMonth(own, month);
    if (days && civilOf(days.first + day - 1).year === year) return one(days.first + day - 1);
  }
  return undefined;
}
