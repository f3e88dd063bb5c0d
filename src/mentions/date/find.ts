import { isNeighbour } from "../../lexicon/date-neighbour.js";
import type { DateWords } from "../../lexicon/date.js";
import { Kind, kindAt } from "../../lexicon/numeral.js";
import { readDuration } from "./duration.js";
import type { Expression, Found, Point, Reading } from "./expression.js";
import { readPoint, readRest } from "./point.js";
import { readRecurring } from "./recurring.js";
import { Starts } from "./start.js";
import { followsNumber, isAllowed, isBoundary, isDigit, skipConnector } from "./text.js";

/** Every date expression of a folded text, in order, none inside another and none inside 《》. */
export type DateFinder = (folded: string) => Found[];

const TITLE_START = "《".charCodeAt(0);
const TITLE_END = "》".charCodeAt(0);

export function dateFinder(words: DateWords): DateFinder {
  const starts = new Starts(words);
  const read = expressionReader(words);

  return (folded) => {
    const found: Found[] = [];
    let title = -1; // where an open 《 stands
    for (let i = 0; i < folded.length; ) {
      const unit = folded.charCodeAt(i);
      if (starts.none(unit)) {
        if (unit === TITLE_START) title = i;
        else if (unit === TITLE_END && title >= 0) {
          // a title's dates belong to it
          while (found.length > 0 && (found.at(-1)?.start ?? 0) > title) found.pop();
          title = -1;
        }
        i += 1;
        continue;
      }
      const reading = starts.may(folded, i) ? read(folded, i) : undefined;
      if (reading) found.push({ start: i, end: reading.end, expression: reading.is });
      i = reading ? reading.end : skipNumber(folded, i);
    }
    return found;
  };
}

/** A date starts at the start of a number or not in it. */
function skipNumber(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === Kind.arabic) {
    let end = at + 1;
    while (isDigit(text, end) || (text[end] === "." && isDigit(text, end + 1) && !opensMonth(text, end + 1)) || isThousands(text, end)) end += 1;
    return end;
  }
  if (kind !== Kind.digit && kind !== Kind.ten && kind !== Kind.tens) return at + 1;
  let end = at + 1;
  while (kindAt(text, end) >= Kind.digit && kindAt(text, end) <= Kind.scale) end += 1;
  return end;
}

/** 1.4月24日 is the first of a list: months have no decimals. */
function opensMonth(text: string, at: number): boolean {
  const end = isDigit(text, at + 1) ? at + 2 : at + 1;
  return text[end] === "月" && isDigit(text, end + 1);
}

/** A comma with just three digits behind it; other commas part two things. */
const isThousands = (text: string, at: number): boolean => text[at] === "," && isDigit(text, at + 1) && isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);

/** 2019年同期 */
function readSamePeriod(text: string, point: Reading<Point> | undefined): Reading<Expression> | undefined {
  const step = point?.is.steps.at(-1);
  if (!point || point.is.steps.length !== 1 || !(step?.to === "year" || (step?.to === "shift" && step.unit === "year")) || !text.startsWith("同期", point.end)) return point;
  return { end: point.end + 2, is: { kind: "echo", by: 0, of: point.is, grain: "period" } };
}

type Reader = (text: string, at: number, ends?: boolean) => Reading<Expression> | undefined;

/** The longest expression at a position, with the other end of its range. */
function expressionReader(words: DateWords): (text: string, at: number) => Reading<Expression> | undefined {
  const single: Reader = (text, at, ends = false): Reading<Expression> | undefined => {
    if (isDigit(text, at) && isInName(text, at)) return undefined;
    if (kindAt(text, at) >= Kind.digit && kindAt(text, at) <= Kind.tens && followsNumber(text, at) && kindAt(text, at - 1) !== Kind.arabic && kindAt(text, at - 1) !== Kind.more) return undefined;
    const readings = [readWord(words, text, at), readRecurring(words, text, at), readSamePeriod(text, readPoint(words, text, at, ends)), readDuration(words, text, at)];
    let longest: Reading<Expression> | undefined;
    for (const reading of readings) if (reading && reading.end > (longest?.end ?? at)) longest = reading;
    return longest;
  };
  return (text, at) => {
    const from = single(text, at);
    return from && (readRange(words, text, from, single) ?? from);
  };
}

/** A figure after a letter, a decimal point or a currency sign names or measures something else. */
function isInName(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if ((before >= 0x61 && before <= 0x7a) || before === 0x24 || before === 0x5f) return true;
  if (text[at - 1] === "." && opensMonth(text, at)) return false;
  return (text[at - 1] === "." || text[at - 1] === ":" || isThousands(text, at - 1)) && isDigit(text, at - 2);
}

const RANGED: readonly Expression["kind"][] = ["point", "duration", "set", "away"];
const NOW = ["现在", "目前", "今天", "今日"];

function readRange(words: DateWords, text: string, from: Reading<Expression>, single: Reader): Reading<Expression> | undefined {
  if (!RANGED.includes(from.is.kind)) return undefined;
  const until = text.startsWith("起至今", from.end) ? from.end + 1 : text.startsWith("以来至今", from.end) ? from.end + 2 : from.end;
  if (text.startsWith("至今", until) && !isNeighbour("untilNow.notBefore", text, until + 2)) return { end: until + 2, is: { kind: "range", from: from.is, to: { kind: "now" } } };
  let start = skipConnector(text, until);
  const between = start === until && "和与".includes(text[from.end] ?? "!");
  if (between) start = from.end + 1;
  if (start === until) return undefined;
  const now = between ? undefined : NOW.find((word) => text.startsWith(word, start));
  if (now && (now === "现在" || now === "目前")) return { end: start + now.length, is: { kind: "range", from: from.is, to: { kind: "now" } } };
  const full = single(text, start, true);
  const rest = from.is.kind === "point" ? readRest(words, text, start, from.is) : undefined;
  const to = rest && rest.end > (full?.end ?? 0) ? rest : full;
  if (!to || !joins(from.is, to.is)) return undefined;
  if (between && !text.startsWith("之间", to.end) && !(text[to.end] === "间" && isBoundary(text, to.end + 1)) && !text.startsWith("间的", to.end)) return undefined;
  if (from.is.kind === "set") {
    if (from.is.point?.kind !== "point" || to.is.kind !== "point") return undefined;
    return { end: to.end, is: { kind: "set", point: { kind: "range", from: from.is.point, to: to.is } } };
  }
  return { end: to.end, is: { kind: "range", from: from.is, to: to.is } };
}

function joins(from: Expression, to: Expression): boolean {
  if (from.kind === "duration") return to.kind === "duration" && from.value !== undefined && to.value !== undefined && !from.value.includes("/") && !to.value.includes("/");
  return to.kind === "point";
}

/** What is read as a word: 目前, 去年同期, 今明两年, “十四五”, T+3. */
function readWord(words: DateWords, text: string, at: number): Reading<Expression> | undefined {
  const before = text[at - 1] ?? "";
  const vague = words.vague.match(text, at);
  if (vague && !(before !== "" && vague.veto.includes(before)) && isAllowed(text, at, vague.only) && !vague.next.includes(text[at + vague.word.length] ?? "!")) return { end: at + vague.word.length, is: { kind: "fixed", ...(vague.value && { value: vague.value }) } };
  const echo = words.echoes.match(text, at);
  if (echo && !echo.next.includes(text[at + echo.word.length] ?? "!")) {
    const [, by = "0", unit] = /^(-?\d+)([YMW])?$/.exec(echo.by) ?? [];
    return { end: at + echo.word.length, is: { kind: "echo", by: Number(by), ...(unit && { unit: unit as "Y" }), grain: echo.grain, ...(echo.mod && { mod: echo.mod }), ...(echo.fallback && { fallback: echo.fallback }) } };
  }
  const span = words.spans.match(text, at);
  if (span) return { end: at + span.word.length, is: { kind: "units", unit: span.unit, from: span.from, to: span.to } };
  return readPlan(words, text, at) ?? readSettlement(text, at);
}

/** What closes what a unit opens. */
const QUOTES: ReadonlyMap<number, string> = new Map(["“”", "\"\"", "‘’", "''", "「」", "『』"].map((pair) => [pair.charCodeAt(0), pair[1]!]));
const PLAN_NOUNS = ["规划", "计划", "时期", "期间", "末", "开局", "收官", "初"];

/** “十四五”, with its quotes; without them where it cannot be a number. */
function readPlan(words: DateWords, text: string, at: number): Reading<Expression> | undefined {
  const close = QUOTES.get(text.charCodeAt(at));
  const plan = words.plans.match(text, close ? at + 1 : at);
  if (!plan) return undefined;
  const end = at + plan.word.length + (close ? 1 : 0);
  const is: Expression = { kind: "fixed", value: `${plan.first}/${plan.last}` };
  if (close) return (text[end] === close || text[end] === "”") && (plan.word.length === 3 || PLAN_NOUNS.some((noun) => text.startsWith(noun, end + 1))) ? { end: end + 1, is } : undefined;
  if (followsNumber(text, at) || (kindAt(text, end) >= Kind.arabic && kindAt(text, end) <= Kind.more)) return undefined;
  if (PLAN_NOUNS.some((noun) => text.startsWith(noun, end))) return { end, is };
  return plan.word.length === 3 && !isNeighbour("plan.notBefore", text, end) ? { end, is } : undefined;
}

/** T+3 */
function readSettlement(text: string, at: number): Reading<Expression> | undefined {
  if (text[at] !== "t" || text[at + 1] !== "+" || !isDigit(text, at + 2) || text[at + 2] === "0" || /[a-z0-9]/.test(text[at - 1] ?? "")) return undefined;
  const end = isDigit(text, at + 3) ? at + 4 : at + 3;
  return isDigit(text, end) ? undefined : { end, is: { kind: "fixed", value: `P${text.slice(at + 2, end)}D` } };
}
