import { OptionError, type ReferenceDate } from "../../model/index.js";
import { daysInMonth } from "./calendar.js";

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;

/**
 * Reads a reference date.
 *
 *     parseReferenceDate("2022-02-01")           { year: 2022, month: 2, day: 1 }
 *     parseReferenceDate("2022-02-01T16:30:00")  { year: 2022, month: 2, day: 1, hour: 16, minute: 30, second: 0 }
 *
 * @param text  `YYYY-MM-DD`, or a local time `YYYY-MM-DDTHH:mm:ss`; no time zone: it is the text's own
 * @throws {OptionError}  anything else, and days that no calendar has (2022-02-30)
 */
export function parseReferenceDate(text: string): ReferenceDate {
  const match = typeof text === "string" ? PATTERN.exec(text) : null;
  const [year = 0, month = 0, day = 0] = match?.slice(1, 4).map(Number) ?? [];
  const [hour, minute, second] = (match?.slice(4) ?? []).map((part) => (part === undefined ? undefined : Number(part)));
  if (!match || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59)
    throw new OptionError("referenceDate", JSON.stringify(text) ?? String(text), "a date such as 2022-02-01 or a local time such as 2022-02-01T16:30:00");
  return { year, month, day, ...(hour !== undefined && { hour }), ...(minute !== undefined && { minute }), ...(second !== undefined && { second }) };
}
