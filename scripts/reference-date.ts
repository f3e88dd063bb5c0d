import type { ReferenceDate } from "../src/model/index.js";

export function parseReferenceDate(date: string): ReferenceDate {
  const [year = 0, month = 1, day = 1, hour, minute, second] = date.split(/[-T:]/).map(Number);
  return { year, month, day, ...(hour !== undefined && { hour }), ...(minute !== undefined && { minute }), ...(second !== undefined && { second }) };
}
