import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { Reading, Step } from "./expression.js";
import { isDigit, readSmall, skipConnector, type Small } from "./text.js";

/** Dates in figures: 2022-01-13, 2022/1/13, 2022.1.13, 20220113, 2022-01, 3/3/2015, 11/3号. */
export function readNumeric(text: string, at: number): Reading<readonly Step[]> | undefined {
  const first = readSmall(text, at);
  if (!first?.arabic) return undefined;
  if (first.digits === 8) return readCompact(text, first);
  const sep = text[first.end] ?? "";
  if (sep !== "-" && sep !== "/" && sep !== ".") return undefined;
  const second = readSmall(text, first.end + 1);
  if (!second?.arabic || second.digits > 2) return undefined;
  if (text[second.end] !== sep) return readPair(text, first, second, sep);
  const third = readSmall(text, second.end + 1);
  if (third && first.digits === 4) return ymd(first.value, second.value, third, text);
  if (!third || text[third.end] === sep || (third.digits !== 4 && third.digits !== 2) || first.digits > 2) return undefined;
  if (sep === "." || (third.digits === 2 && sep === "-")) return undefined;
  const year = third.digits === 4 ? third.value : third.value + (third.value < 50 ? 2000 : 1900);
  const [month, day] = first.value > 12 ? [second.value, first.value] : [first.value, second.value];
  return isDay(month, day) ? { end: third.end, is: [{ to: "year", at: year }, { to: "month", at: month }, { to: "day", at: day }] } : undefined;
}

const isDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;

function readCompact(text: string, all: Small): Reading<readonly Step[]> | undefined {
  const [year, month, day] = [Math.floor(all.value / 10000), Math.floor(all.value / 100) % 100, all.value % 100];
  if (year < 1900 || year > 2099 || !isDay(month, day) || /[.%a-z亿万元股家号]/.test(text[all.end] ?? "")) return undefined;
  return { end: all.end, is: [{ to: "year", at: year }, { to: "month", at: month }, { to: "day", at: day }] };
}

function ymd(year: number, month: number, day: Small, text: string): Reading<readonly Step[]> | undefined {
  if (year < 1000 || year > 2999) return undefined;
  // 2021-09-0910:09: a clock time follows at once
  if (day.digits === 4 && text[day.end] === ":" && isDay(month, Math.floor(day.value / 100))) return { end: day.end - 2, is: [{ to: "year", at: year }, { to: "month", at: month }, { to: "day", at: Math.floor(day.value / 100) }] };
  if (!isDay(month, day.value) || day.digits > 2) return undefined;
  const end = text[day.end] === "日" || text[day.end] === "号" ? day.end + 1 : day.end;
  return { end, is: [{ to: "year", at: year }, { to: "month", at: month }, { to: "day", at: day.value }] };
}

/** 2022-03 and 2022/03 are months; 2022.03 only in a range; 11/3 a day only before 日 or 号. */
function readPair(text: string, first: Small, second: Small, sep: string): Reading<readonly Step[]> | undefined {
  const after = text[second.end] ?? "";
  if (first.digits === 4 && first.value >= 1900 && first.value < 2100 && second.digits === 2 && second.value >= 1 && second.value <= 12) {
    const isRange = skipConnector(text, second.end) > second.end && isDigit(text, skipConnector(text, second.end));
    if (sep === "." ? isRange : !isDigit(text, second.end) && !isNeighbour("yearMonth.notBefore", text, second.end)) return { end: second.end, is: [{ to: "year", at: first.value }, { to: "month", at: second.value }] };
    return undefined;
  }
  if (first.digits <= 2 && isDay(first.value, second.value) && ((sep === "/" && (after === "日" || after === "号")) || (first.digits === 2 && second.digits === 2 && sep === "-" && after === " " && text[second.end + 3] === ":")))
    return { end: after === " " ? second.end : second.end + 1, is: [{ to: "month", at: first.value }, { to: "day", at: second.value }] };
  return undefined;
}
