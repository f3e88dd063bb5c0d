/** Days are counted from 1970-01-01 in the proleptic Gregorian calendar; Monday is weekday 1, Sunday 7. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a date. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

export function civilOf(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * ofYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Monday of an ISO week. */
export const weekStart = (year: number, week: number): number => mondayOf(dayOf(year, 1, 4)) + (week - 1) * 7;

/** ISO year and week of a day. */
export function weekOf(day: number): { year: number; week: number } {
  const { year } = civilOf(mondayOf(day) + 3);
  return { year, week: Math.floor((mondayOf(day) - weekStart(year, 1)) / 7) + 1 };
}

/** The nth weekday of a month, or its last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number | "last"): number {
  const first = dayOf(year, month, 1);
  const offset = (weekday - weekdayOf(first) + 7) % 7;
  if (nth !== "last") return first + offset + (nth - 1) * 7;
  return first + offset + Math.floor((daysInMonth(year, month) - 1 - offset) / 7) * 7;
}

/** Western Easter (anonymous Gregorian algorithm). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** Orthodox Easter (Meeus's Julian algorithm), as a Gregorian day. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const f = d + e + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1) + Math.floor(year / 100) - Math.floor(year / 400) - 2;
}

/** A date of the tabular Islamic calendar; within a day of what is observed. */
export const islamicDay = (year: number, month: number, day: number): number => day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) - 492149;

/** A date of the Hebrew calendar, months counted from Nisan; 9-32 is the 32nd day from Kislev's first. */
export function hebrewDay(year: number, month: number, day: number): number {
  const start = hebrewNewYear(year);
  const length = hebrewNewYear(year + 1) - start;
  const leap = (7 * year + 1) % 19 < 7;
  const cheshvan = length % 10 === 5 ? 30 : 29;
  const kislev = length % 10 === 3 ? 29 : 30;
  // from Tishri (7): 7 8 9 10 11 12 (13) 1 2 3 4 5 6
  const months: [number, number][] = [[7, 30], [8, cheshvan], [9, kislev], [10, 29], [11, 30], ...(leap ? ([[13, 30]] as [number, number][]) : []), [12, 29], [1, 30], [2, 29], [3, 30], [4, 29], [5, 30], [6, 29]];
  let at = start;
  for (const [name, days] of months) {
    if (name === month) return at + day - 1;
    at += days;
  }
  return at;
}

/** 1 Tishri, after Reingold and Dershowitz, "Calendrical Calculations". */
function hebrewNewYear(year: number): number {
  const elapsed = hebrewElapsed(year);
  const correction = hebrewElapsed(year + 1) - elapsed === 356 ? 2 : elapsed - hebrewElapsed(year - 1) === 382 ? 1 : 0;
  return elapsed + correction - 2092590;
}

function hebrewElapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const day = 29 * months + Math.floor((12084 + 13753 * months) / 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}
