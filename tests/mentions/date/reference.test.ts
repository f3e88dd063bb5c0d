import { expect, test } from "vitest";
import { parseReferenceDate } from "../../../src/mentions/date.js";
import { OptionError } from "../../../src/model/index.js";

test("a date, or a local time", () => {
  expect(parseReferenceDate("2022-02-01")).toEqual({ year: 2022, month: 2, day: 1 });
  expect(parseReferenceDate("2022-02-01T16:30:05")).toEqual({ year: 2022, month: 2, day: 1, hour: 16, minute: 30, second: 5 });
});

test.each(["", "2022", "2022-2-1", "2022-02-30", "2021-02-29", "2022-13-01", "2022-00-10", "2022-02-01T24:00:00", "2022-02-01T10:61", "昨天", " 2022-02-01"])("%s is none", (text) => {
  expect(() => parseReferenceDate(text)).toThrow(OptionError);
});
