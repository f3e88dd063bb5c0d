import { civilOf, weekdayOf } from "./calendar.js";
import { looksAhead, type Context, type Outlook, type Said } from "./context.js";
import type { Found, Point, Step, Unit } from "./expression.js";
import type { Resolved } from "./resolved.js";
import { isoDay, narrow, patternOf, rangeOf, unitOf, yearOf, type Value } from "./value.js";

export type Host = "year" | "month" | "week" | "day";

/** The unit that a first step stands inside of and does not name; none where it says itself where it starts. */
export function hostOf(step: Step | undefined): Host | undefined {
  switch (step?.to) {
    case "half":
    case "quarter":
    case "season":
    case "month":
    case "term":
    case "lunarMonth":
    case "holiday":
    case "first":
    case "last":
    case "nth":
      return "year";
    case "day":
    case "third":
    case "halfMonth":
    case "lunarDay":
      return "month";
    case "weekday":
    case "weekend":
      return "week";
    case "part":
    case "clock":
      return "day";
    default:
      return undefined;
  }
}

/** Goes down into a time, and as far into whatever else it may be. */
export function follow(from: Value, steps: readonly Step[]): Value | undefined {
  let value: Value | undefined = from;
  for (const step of steps) value = value && narrow(value, step);
  return value && from.others ? { ...value, others: from.others.flatMap((other) => follow(other, steps) ?? []) } : value;
}

/** The unit that a time lies in or, as `by` counts, one before or behind it; the same of whatever else it may be. */
function around(unit: Unit, time: Value, by = 0): Value {
  const value = unitOf(unit, time.first, by);
  return time.others ? { ...value, others: time.others.map((other) => unitOf(unit, other.first, by)) } : value;
}

/** The time itself, where the words around leave no choice after all. */
export function certain({ others: _, ...value }: Value): Value {
  void _;
  return value;
}

/** Finds the place in time of a point: by itself, by the words around it, or by the moment the text speaks from. */
export function resolvePoint(point: Point, found: Found, context: Context): Resolved {
  const resolved = place(point, found, context);
  const { value, anchor } = resolved;
  // 4月1日星期五 is of a year that has it so
  const meant = value?.others && [value, ...value.others].find(({ first }) => weekdayOf(first) === point.weekday);
  return meant ? told(certain(meant), anchor) : resolved;
}

function place({ steps }: Point, found: Found, context: Context): Resolved {
  const [first, ...rest] = steps;
  if (!first) return {};
  const host = hostOf(first);
  if (host) return resolveHosted(steps, host, found, context);
  const { now } = context;
  switch (first.to) {
    case "year":
    case "century":
      return told(follow(yearOf(first.to === "year" ? first.at : 2000), first.to === "year" ? rest : steps));
    case "decade":
      return told(follow(yearOf(first.at <= 20 || (first.at <= 50 && looksAhead(context.outlook(found))) ? 2000 : 1900), steps));
    case "shift": {
      if (first.from === "frame") return resolveWhole(steps, found, context);
      const said = first.from !== "context" ? undefined : first.by < 0 ? context.nearby(first.unit, found) : context.latest(first.unit);
      if (said) return told(follow(around(first.unit, said, first.by), rest), said.text);
      if (first.past && rest.length === 0) return { text: "PAST_REF" };
      return now ? told(follow(unitOf(first.unit, now.day, first.by), rest), isoDay(now.day)) : {};
    }
    case "same": {
      const said = first.unit === "year" || first.unit === "month" ? context.hostDay(first.unit, found, false)?.value : undefined;
      if (said) return told(follow(around(first.unit, said), rest), said.text);
      return now ? told(follow(unitOf(first.unit, now.day), rest), isoDay(now.day)) : {};
    }
    case "zodiac":
      return now ? told(follow(yearOf(nearestRound(civilOf(now.day).year, first.at)), rest), isoDay(now.day)) : {};
    default:
      return {};
  }
}

const told = (value: Value | undefined, anchor?: string): Resolved => (value ? { value, text: value.text, ...(anchor !== undefined && { anchor }) } : {});

/** 全年 is of the year that the text is telling of; where it tells of none, of this one or, unless it looks ahead, of the one before. */
function resolveWhole([, ...rest]: readonly Step[], found: Found, context: Context): Resolved {
  const said = context.framedYear(found);
  if (said) return told(follow(around("year", said), rest), said.text);
  if (!context.now) return {};
  const { day } = context.now;
  const year = unitOf("year", day);
  return told(follow(looksAhead(context.outlook(found)) ? year : { ...year, others: [unitOf("year", day, -1)] }, rest), isoDay(day));
}

/** The year of the twelve-year round that is nearest, the coming one of two. */
function nearestRound(year: number, offset: number): number {
  const ahead = (((offset - (year - 4)) % 12) + 12) % 12;
  return ahead <= 6 ? year + ahead : year + ahead - 12;
}

function resolveHosted(steps: readonly Step[], host: Host, found: Found, context: Context): Resolved {
  const hasDay = steps.some(({ to }) => to === "day" || to === "lunarDay");
  if (host !== "week") {
    const said = context.hostDay(host, found, hasDay);
    const value = said && inside(said, host, steps, context.now?.day);
    if (said && value && fits(value, said, host, context, found)) return told(value, said.value.text);
  }
  const [first] = steps;
  if (first?.to === "weekday") return resolveWeekday(steps, first.at, found, context);
  if (host === "day") {
    const value = context.dateline === undefined ? undefined : follow(unitOf("day", context.dateline), steps);
    if (value && context.dateline !== undefined) return told(value, isoDay(context.dateline));
    return unplaced(steps);
  }
  if (!context.now) return unplaced(steps);
  const frame = first?.to === "holiday" ? context.framedYear(found) : undefined;
  if (frame) return told(follow(unitOf("year", frame.first), steps), frame.text);
  return told(nearest(steps, host, context.now.day, found, context), isoDay(context.now.day));
}

/** After 2021年12月末 comes 1月末 of 2022: a date within a year is followed by later ones, as far as they are over. */
function inside({ value: said }: Said, host: Host, steps: readonly Step[], now: number | undefined): Value | undefined {
  const value = follow(around(host, said), steps);
  if (!value || host !== "year" || said.grain === "year" || value.last >= said.first || now === undefined) return value;
  const later = follow(around(host, said, 1), steps);
  return later && later.first <= now ? later : value;
}

/** A year gone by holds nothing that is to come, and a month that was only worked out holds only what the clause looks to. */
function fits(value: Value, said: Said, host: Host, context: Context, found: Found): boolean {
  if (!context.now || host === "day") return true;
  const ahead = looksAhead(context.outlook(found));
  if (host === "month") return said.monthly || (ahead ? value.last >= context.now.day : value.first <= context.now.day);
  return !(ahead && said.value.grain === "year" && value.last < context.now.day && said.value.last < context.now.day);
}

function resolveWeekday(steps: readonly Step[], weekday: number, found: Found, context: Context): Resolved {
  const { last, now, document } = context;
  // 4月1日(星期五)
  const beside = last && last.value.grain === "day" && found.start - last.end === 1 && document.folded[last.end] === "(" && weekdayOf(last.value.first) === weekday;
  if (beside) return told(follow(certain(last.value), steps), last.value.text);
  if (!now) return {};
  const known = context.weekdays.get(weekday);
  const day = known ?? nearest(steps.slice(0, 1), "week", now.day, found, context);
  if (day) context.weekdays.set(weekday, day);
  return told(day && follow(day, steps.slice(1)), isoDay(now.day));
}

function unplaced(steps: readonly Step[]): Resolved {
  const [first] = steps;
  if (first?.to === "day" || first?.to === "third" || first?.to === "weekday" || first?.to === "weekend") return {};
  const text = patternOf(steps);
  return text === undefined ? {} : { text };
}

/** Further ahead than this, a date of a clause that looks ahead is the one just past after all. */
const FAR = 320;
const TRIES: Record<Exclude<Host, "day">, number> = { year: 8, month: 3, week: 1 };

/**
 * The latest such time not after now; where the clause looks ahead the next; of a holiday the nearest. Where the clause
 * does not decide, the other one may be meant as well, unless it is far off: a holiday comes to mind all year round.
 */
function nearest(steps: readonly Step[], host: Exclude<Host, "day">, now: number, found: Found, context: Context): Value | undefined {
  // 前三季度 is spoken of when it is over
  const whole = steps[0]?.to === "first";
  let past: Value | undefined;
  let next: Value | undefined;
  for (let far = 0; far <= TRIES[host] && (far < 2 || !past || !next); far += 1) {
    for (const by of far === 0 ? [0] : [-far, far]) {
      const value = follow(unitOf(host as Unit, now, by), steps);
      if (!value) continue;
      if ((whole ? value.last : value.first) <= now && (!past || value.first > past.first)) past = value;
      if (value.last >= now && (!next || value.first < next.first)) next = value;
    }
  }
  if (!past || !next || past === next) return past ?? next;
  const outlook = context.outlook(found);
  const value = prefer(steps, past, next, now, outlook);
  if (outlook === "over" || (looksAhead(outlook) && value === next)) return value;
  const [first] = steps;
  if (first?.to === "first" && first.unit === "month") return { ...value, others: [monthsBefore(now, first.count)] };
  const [other, away] = value === past ? [next, next.last - now] : [past, now - past.first];
  return away > FAR && first?.to !== "holiday" ? value : { ...value, others: [other] };
}

/** 前两个月 may be the two months before this one. */
const monthsBefore = (now: number, count: number): Value => rangeOf(unitOf("month", now, -count), unitOf("month", now, -1));

function prefer(steps: readonly Step[], past: Value, next: Value, now: number, outlook: Outlook): Value {
  if (outlook === "over") return past;
  if (steps[0]?.to === "holiday" || (steps[0]?.to === "lunarMonth" && steps[0].leap)) return next.first - now <= now - past.last ? next : past;
  // the month just over is the one whose figures are awaited
  if (past.grain === "month" && now - past.last <= 31) return past;
  return outlook === "sure" || (outlook === "likely" && next.first - now <= FAR) ? next : past;
}
