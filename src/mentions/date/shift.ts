import { civilOf, daysInMonth, dayOf } from "./calendar.js";
import { dayValue, rangeOf, unitOf, type Value } from "./value.js";

/** The same time a year, month or week (`unit`) later or earlier; without a unit by its own length: the quarter before. */
export function shiftValue(value: Value, by: number, unit?: "Y" | "M" | "W"): Value {
  if (by === 0) return value;
  const { grain, first } = value;
  if (grain === "year" || grain === "half" || grain === "quarter" || grain === "month" || grain === "week") {
    if (!unit) return unitOf(grain, first, by);
    return unitOf(grain, unit === "W" ? first + by * 7 : shiftMonths(first, unit === "Y" ? by * 12 : by));
  }
  const months = unit === "Y" ? by * 12 : unit === "M" ? by : 0;
  const days = unit === "W" ? by * 7 : unit ? 0 : by * (value.last - first + 1);
  return rangeOf(dayValue(shiftMonths(first, months) + days), dayValue(shiftMonths(value.last, months) + days));
}

/** The same day of another month; the last day of a month stays the last. */
export function shiftMonths(day: number, months: number): number {
  if (months === 0) return day;
  const { year, month, day: ofMonth } = civilOf(day);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  const length = daysInMonth(toYear, toMonth);
  return dayOf(toYear, toMonth, ofMonth === daysInMonth(year, month) ? length : Math.min(ofMonth, length));
}
