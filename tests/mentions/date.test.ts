import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognizeDates } from "../../src/dates.js";
import { civilOf, dayOf } from "../../src/mentions/date/calendar.js";
import { mark, markedLines, unmark } from "../marked.js";

const WRITTEN = "2022-03-20";

test.each(markedLines("fixtures/mentions/date.md"))("%s", (line) => {
  const text = unmark(line);
  expect(mark(text, recognizeDates(text, { referenceDate: WRITTEN }))).toBe(line);
});

describe("what else the words allow", () => {
  test.each(markedLines("fixtures/mentions/date-choice.md"))("%s", (line) => {
    const text = unmark(line);
    const dates = recognizeDates(text, { referenceDate: WRITTEN });
    const choices = dates.map(({ mod, ...date }) => ({ ...date, value: [[date.value, mod].filter(Boolean).join(" "), ...(date.alts ?? [])].join(" or ") }));
    expect(mark(text, choices)).toBe(line);
  });

  test("nothing without a date to count from", () => {
    expect(recognizeDates("周五、3月15日和春节").every(({ alts }) => alts === undefined)).toBe(true);
  });
});

describe("every day of a century, in each writing", () => {
  const two = (number: number): string => String(number).padStart(2, "0");
  const digits = (number: number): string => Array.from(String(number), (digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
  const spoken = (number: number): string => `${number < 10 ? "" : number < 20 ? "十" : `${digits(Math.floor(number / 10))}十`}${number % 10 === 0 ? "" : digits(number % 10)}`;
  const writings: Record<string, (year: number, month: number, day: number) => string> = {
    "2022年1月13日": (year, month, day) => `${year}年${month}月${day}日`,
    "2022年01月03号": (year, month, day) => `${year}年${two(month)}月${two(day)}号`,
    "2022-01-13": (year, month, day) => `${year}-${two(month)}-${two(day)}`,
    "2022/1/13": (year, month, day) => `${year}/${month}/${day}`,
    "2022.1.13": (year, month, day) => `${year}.${month}.${day}`,
    "20220113": (year, month, day) => `${year}${two(month)}${two(day)}`,
    "二〇二二年一月十三日": (year, month, day) => `${digits(year)}年${spoken(month)}月${spoken(day)}日`,
    "２０２２年１月１３日": (year, month, day) => `${year}年${month}月${day}日`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  };
  test.each(Object.entries(writings))("%s", (_, write) => {
    for (let day = dayOf(1950, 1, 1); day < dayOf(2050, 1, 1); day += 1) {
      const { year, month, day: ofMonth } = civilOf(day);
      const text = write(year, month, ofMonth);
      const [date, ...more] = recognizeDates(text);
      if (date?.end !== text.length || more.length > 0 || date.value !== `${year}-${two(month)}-${two(ofMonth)}`) expect([text, date]).toEqual([text, "one date"]);
    }
  });
});

test("昨天, 今天, 明天, weekdays and months of every day of ten years", () => {
  for (let day = dayOf(2015, 1, 1); day < dayOf(2025, 1, 1); day += 1) {
    const iso = (at: number): string => new Date(at * 864e5).toISOString().slice(0, 10);
    const [yesterday, tomorrow, monday, month] = recognizeDates("昨天和明天，本周一，上个月。", { referenceDate: iso(day) });
    expect([yesterday?.value, tomorrow?.value]).toEqual([iso(day - 1), iso(day + 1)]);
    expect(new Date(`${monday?.value}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(month?.value).toBe(iso(day - civilOf(day).day).slice(0, 7));
  }
});

describe("any text", () => {
  const word = fc.constantFrom(..."年月日号时点分秒周天初底末中上下前后每第首近约至到-—~/.:，。、《》“”（）一二三四五六七八九十百千万两廿半几数多个0123456789 qhtfyam今明昨去同当次本这春夏秋冬农历闰正腊的\n", "季度", "星期", "小时", "世纪", "年代", "财年", "之前", "以来", "每周", "\ud800", "🈚");
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.array(word, { maxLength: 40 }).map((units) => units.join("")));
  test("nothing throws, spans stay inside and do not overlap, values are TIMEX3", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("2022-02-28", "2024-02-29T23:59:59", undefined), (any, referenceDate) => {
        let floor = 0;
        for (const date of recognizeDates(any, referenceDate === undefined ? {} : { referenceDate })) {
          expect(date.start).toBeGreaterThanOrEqual(floor);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(any.length);
          if (date.value !== undefined) expect(date.value).toMatch(/^[\d.A-Z_:/-]+$/);
          expect(date.value ?? "").not.toMatch(/NaN|undefined|--|Infinity/);
          floor = date.end;
        }
      }),
      { numRuns: 20_000, seed: 20220320 },
    );
  });

  // A quadratic reader would run into vitest's limit.
  test.each(["年", "1", "一", "十", "几", "半", "1.", "1-", "1年", "每", "近", "前", "至", "1月", "1月至", "1月，", "5日", " ", "“", "《", "《1月", "万", "一至", "周一", "一几", "1年零", "年初", "2022", "2022-"])("%s, two hundred thousand code units of it", (unit) => {
    recognizeDates(unit.repeat(Math.ceil(200_000 / unit.length)), { referenceDate: WRITTEN });
  });
});
