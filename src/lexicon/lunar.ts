import lunarText from "../../dict/lunar-years.tsv";
import { integer, readTable, word } from "./table.js";

/** A year of the Chinese calendar. */
export interface LunarYear {
  /** Month and day of its first day. */
  readonly month: number;
  readonly day: number;
  /** The month after which a leap month stands; 0 for none. */
  readonly leap: number;
  /** Days of each month, the leap month in its place. */
  readonly lengths: readonly number[];
  /** Day of the month of the 24 solar terms of the Gregorian year, 小寒 first. */
  readonly terms: readonly number[];
}

let years: Map<number, LunarYear> | undefined;

/** The Chinese calendar of 1900 to 2100, read on first use: few texts need it. */
export function lunarYear(year: number): LunarYear | undefined {
  years ??= new Map(
    readTable("dict/lunar-years.tsv", lunarText, { year: integer, newYear: word, leap: integer, lengths: word, terms: word }).map((row) => {
      const [month = 1, day = 1] = row.newYear.split("-").map(Number);
      const lengths = Array.from(row.lengths, (bit) => (bit === "1" ? 30 : 29));
      return [row.year, { month, day, leap: row.leap, lengths, terms: Array.from(row.terms, (digit) => parseInt(digit, 36)) }] as const;
    }),
  );
  return years.get(year);
}
