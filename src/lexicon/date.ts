import boundText from "../../dict/date-bounds.tsv";
import cueText from "../../dict/date-cues.tsv";
import durationText from "../../dict/duration-cues.tsv";
import edgeText from "../../dict/date-edges.tsv";
import spanText from "../../dict/date-spans.tsv";
import partText from "../../dict/day-parts.tsv";
import echoText from "../../dict/echo-dates.tsv";
import eraText from "../../dict/era-years.tsv";
import holidayText from "../../dict/holidays.tsv";
import planText from "../../dict/plan-periods.tsv";
import relativeText from "../../dict/relative-dates.tsv";
import tailText from "../../dict/date-tails.tsv";
import termText from "../../dict/solar-terms.tsv";
import unitText from "../../dict/time-units.tsv";
import vagueText from "../../dict/vague-dates.tsv";
import zodiacText from "../../dict/zodiac-years.tsv";
import { integer, list, oneOf, optional, readTable, word, type Cell, type Row } from "./table.js";
import { WordTable } from "./words.js";

const text: Cell<string> = (cell) => cell;
const yes: Cell<boolean> = (cell) => oneOf("yes", "no", "")(cell) !== "no";
const orNone =
  <T>(read: Cell<T>): Cell<T | undefined> =>
  (cell) => (cell === "" ? undefined : read(cell));

const RULE = /^(?:-|[LIH]?\d\d-\d\d(?:\.\.\d\d)?|\d\d-[A-Z]{3}-(?:\d|L)(?:\+\d)?|T\d+|[EO][+-]\d+(?:\.\.-?\d+)?)$/;
const rule: Cell<string> = (cell) => {
  if (!RULE.test(cell)) throw "a rule such as 10-01, 05-SUN-2, L01-01, T7, E-2, I10-01 or H07-10";
  return cell;
};
const days: Cell<readonly [number, number] | undefined> = (cell) => {
  if (cell === "") return undefined;
  const match = /^(-?\d+)\.\.(-?\d+)$/.exec(cell);
  if (!match) throw "first and last day such as -1..5";
  return [Number(match[1]), Number(match[2])];
};

const RELATIVE = {
  word,
  unit: oneOf("century", "year", "quarter", "month", "week", "day", "workday"),
  by: integer,
  from: oneOf("now", "context", "past", "frame"),
  then: orNone(oneOf("MO", "EV", "NI", "SP", "SU", "FA", "WI")),
  veto: text,
};
const VAGUE = { word, value: optional, only: text, veto: text, next: text };
const PART = { word, part: oneOf("MO", "MI", "AF", "EV", "NI"), hours: oneOf("am", "noon", "pm", "night"), alone: yes, veto: text };
const UNIT = { word, unit: oneOf("Y", "M", "W", "D", "H", "MIN", "S"), times: integer, alone: yes, next: list };
const EDGE = { word, mod: oneOf("START", "MID", "END"), alone: orNone(oneOf("year", "quarter", "month", "week")), next: text };
const HOLIDAY = { word, rule, days, needs: orNone(oneOf("season", "word", "moment")), veto: text, next: text };
const ERA = { word, first: integer };
const PLAN = { word, first: integer, last: integer };
const TERM = { word, index: integer, alone: oneOf("yes", "near", "no") };
const CUE = { word, role: oneOf("dateline", "future", "season", "event", "ahead", "report", "compare", "moment", "occasion", "term", "place", "thing") };
const BOUND = { word, side: oneOf("before", "after"), mod: oneOf("BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER"), veto: text };
const DURATION = { word, role: oneOf("past", "earlier", "future", "approx", "bound", "about", "beyond", "ago", "hence"), veto: text, only: text };
const SPAN = { word, unit: oneOf("year", "day", "turn"), from: integer, to: integer };
const ZODIAC = { word, offset: integer };
const ECHO = { word, by: text, grain: oneOf("period", "any"), mod: orNone(oneOf("START", "END")), fallback: optional, next: text };

export type RelativeWord = Row<typeof RELATIVE>;
export type PartWord = Row<typeof PART>;
export type UnitWord = Row<typeof UNIT>;
export type EdgeWord = Row<typeof EDGE>;
export type HolidayWord = Row<typeof HOLIDAY>;
export type DurationWord = Row<typeof DURATION>;
export type EchoWord = Row<typeof ECHO>;

const table = <C extends Record<string, Cell<unknown>> & { word: Cell<string> }>(file: string, rows: string, columns: C): WordTable<Row<C> & { readonly word: string }> =>
  new WordTable(readTable(`dict/${file}.tsv`, rows, columns) as (Row<C> & { readonly word: string })[]);

function build() {
  const cues = readTable("dict/date-cues.tsv", cueText, CUE);
  const cue = (role: string) => new WordTable(cues.filter((row) => row.role === role));
  const around = readTable("dict/duration-cues.tsv", durationText, DURATION);
  const before = ["past", "earlier", "future", "approx", "bound"];
  const bounds = readTable("dict/date-bounds.tsv", boundText, BOUND);
  const tails = readTable("dict/date-tails.tsv", tailText, { tail: word, next: list });
  return Object.freeze({
    tails: new Map(tails.map((row) => [row.tail, row.next])),
    boundsBefore: bounds.filter((row) => row.side === "before"),
    boundsAfter: new WordTable(bounds.filter((row) => row.side === "after")),
    beforeDuration: new WordTable(around.filter((row) => before.includes(row.role))),
    afterDuration: new WordTable(around.filter((row) => !before.includes(row.role))),
    relative: table("relative-dates", relativeText, RELATIVE),
    vague: table("vague-dates", vagueText, VAGUE),
    parts: table("day-parts", partText, PART),
    units: table("time-units", unitText, UNIT),
    edges: table("date-edges", edgeText, EDGE),
    holidays: table("holidays", holidayText, HOLIDAY),
    eras: table("era-years", eraText, ERA),
    plans: table("plan-periods", planText, PLAN),
    terms: table("solar-terms", termText, TERM),
    spans: table("date-spans", spanText, SPAN),
    zodiac: table("zodiac-years", zodiacText, ZODIAC),
    echoes: table("echo-dates", echoText, ECHO),
    dateline: cue("dateline"),
    report: cue("report"),
    outlook: new WordTable(cues.filter((row) => row.role === "future" || row.role === "ahead")),
    season: cue("season"),
    event: cue("event"),
    moment: cue("moment"),
    term: cue("term"),
    named: new WordTable(cues.filter((row) => row.role === "place" || row.role === "thing")),
    occasions: cues.filter((row) => row.role === "occasion").map((row) => row.word),
    compare: cues.filter((row) => row.role === "compare").map((row) => row.word),
  });
}

/** The words of dates, by the tables of `dict/`. */
export type DateWords = ReturnType<typeof build>;

let words: DateWords | undefined;

/** Built once: no option changes them. */
export const dateWords = (): DateWords => (words ??= build());
