import { describe, expect, test } from "vitest";
import { lunarYear } from "../../../src/lexicon/lunar.js";
import { civilOf, dayOf, easter, hebrewDay, islamicDay, nthWeekday, orthodoxEaster, weekdayOf, weekOf, weekStart } from "../../../src/mentions/date/calendar.js";
import { lunarMonth, solarTerm } from "../../../src/mentions/date/festival.js";

const iso = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10);

test("days and dates are each other's inverse, as the Date object has them", () => {
  for (let day = -60_000; day < 60_000; day += 17) {
    const { year, month, day: ofMonth } = civilOf(day);
    expect(dayOf(year, month, ofMonth)).toBe(day);
    const date = new Date(day * 864e5);
    expect([year, month, ofMonth, weekdayOf(day) % 7]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay()]);
  }
});

test("ISO weeks", () => {
  expect(weekOf(dayOf(2022, 1, 1))).toEqual({ year: 2021, week: 52 });
  expect(weekOf(dayOf(2020, 12, 31))).toEqual({ year: 2020, week: 53 });
  expect(iso(weekStart(2022, 1))).toBe("2022-01-03");
});

test("movable feasts", () => {
  expect([easter(2022), easter(2024), orthodoxEaster(2022), nthWeekday(2022, 11, 4, 4), nthWeekday(2022, 5, 1, "last")].map(iso)).toEqual(["2022-04-17", "2024-03-31", "2022-04-24", "2022-11-24", "2022-05-30"]);
  expect([hebrewDay(5783, 7, 1), hebrewDay(5782, 1, 15), islamicDay(1443, 10, 1)].map(iso)).toEqual(["2022-09-26", "2022-04-16", "2022-05-03"]);
});

describe("the Chinese calendar", () => {
  test("months lie end to end, from new year to new year", () => {
    for (let year = 1900; year < 2100; year += 1) {
      const calendar = lunarYear(year);
      const next = lunarYear(year + 1);
      if (!calendar || !next) throw new Error(`no ${year}`);
      const days = calendar.lengths.reduce((sum, length) => sum + length, 0);
      expect(iso(dayOf(year, calendar.month, calendar.day) + days)).toBe(iso(dayOf(year + 1, next.month, next.day)));
      expect(calendar.lengths.length).toBe(calendar.leap > 0 ? 13 : 12);
      expect(calendar.terms.length).toBe(24);
    }
  });

  test("new years are those of the platform's own Chinese calendar", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
    // ICU puts the new moon of February 2027 a day late, and some later ones
    for (let year = 1990; year <= 2026; year += 1) expect([year, format.format(new Date((lunarMonth(year, 1)?.first ?? 0) * 864e5))]).toEqual([year, "1/1"]);
  });

  test("known days", () => {
    expect([lunarMonth(2022, 1)?.first, (lunarMonth(2022, 8)?.first ?? 0) + 14, lunarMonth(2020, 4, true)?.first, solarTerm(2022, 7), solarTerm(2024, 24)].map((day) => iso(day ?? 0))).toEqual(["2022-02-01", "2022-09-10", "2020-05-23", "2022-04-05", "2024-12-21"]);
    expect(lunarMonth(2022, 4, true)).toBeUndefined();
    expect(lunarMonth(1899, 1)).toBeUndefined();
  });
});
