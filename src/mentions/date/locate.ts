import { civilOf } from "./calendar.js";
import type { Context } from "./context.js";
import type { Found, Point, Step, Unit } from "./expression.js";
import type { Resolved } from "./resolve.js";
import { isoDay, narrow, patternOf, unitOf, yearOf, type Value } from "./value.js";

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

export function follow(from: Value, steps: readonly Step[]): Value | undefined {
  let value: Value | undefined = from;
  for (const step of steps) value = value && narrow(value, step);
  return value;
}

/** Finds the place in time of a point: by itself, by the words around it, or by the moment the text speaks from. */
export function resolvePoint({ steps }: Point, found: Found, context: Context): Resolved {
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
      return told(follow(yearOf(first.at <= 20 || (first.at <= 50 && context.isFuture(found)) ? 2000 : 1900), steps));
    case "shift": {
      const said = first.from === "context" ? context.latest(first.unit) : undefined;
      const base = said?.first ?? now?.day;
      return base === undefined ? {} : told(follow(unitOf(first.unit, base, first.by), rest), said?.text ?? isoDay(base));
    }
    case "same": {
      const said = first.unit === "year" || first.unit === "month" ? context.hostDay(first.unit, found, false)?.value : undefined;
      const base = said?.first ?? now?.day;
      return base === undefined ? {} : told(follow(unitOf(first.unit, base), rest), said?.text ?? isoDay(base));
    }
    case "zodiac":
      return now ? told(follow(yearOf(nearestRound(civilOf(now.day).year, first.at)), rest), isoDay(now.day)) : {};
    default:
      return {};
  }
}

const told = (value: Value | undefined, anchor?: string): Resolved => (value ? { value, text: value.text, ...(anchor !== undefined && { anchor }) } : {});

/** The year of the twelve-year round that is nearest, the coming one of two. */
function nearestRound(year: number, offset: number): number {
  const ahead = (((offset - (year - 4)) % 12) + 12) % 12;
  return ahead <= 6 ? year + ahead : year + ahead - 12;
}

function resolveHosted(steps: readonly Step[], host: Host, found: Found, context: Context): Resolved {
  const hasDay = steps.some(({ to }) => to === "day" || to === "lunarDay");
  if (host !== "week") {
    const said = context.hostDay(host, found, hasDay);
    const value = said && follow(unitOf(host, host === "day" ? said.value.last : said.value.first), steps);
    if (said && value && !(context.now && value.last < context.now.day && said.value.grain === "year" && context.isFuture(found))) return told(value, said.value.text);
  }
  if (host === "day") {
    const value = context.dateline === undefined ? undefined : follow(unitOf("day", context.dateline), steps);
    if (value && context.dateline !== undefined) return told(value, isoDay(context.dateline));
    return unplaced(steps);
  }
  if (!context.now) return unplaced(steps);
  return told(nearest(steps, host, context.now.day, context.isFuture(found)), isoDay(context.now.day));
}

function unplaced(steps: readonly Step[]): Resolved {
  const [first] = steps;
  if (first?.to === "day" || first?.to === "third" || first?.to === "weekday" || first?.to === "weekend") return {};
  const text = patternOf(steps);
  return text === undefined ? {} : { text };
}

/** Further ahead than this, a date of a clause that looks ahead is the one just past after all. */
const FAR = 300;
const TRIES: Record<Exclude<Host, "day">, number> = { year: 8, month: 3, week: 1 };

/** The latest such time not after now; where the clause looks ahead the next; of a holiday the nearest. */
function nearest(steps: readonly Step[], host: Exclude<Host, "day">, now: number, ahead: boolean): Value | undefined {
  let past: Value | undefined;
  let next: Value | undefined;
  for (let by = -TRIES[host]; by <= TRIES[host]; by += 1) {
    const value = follow(unitOf(host as Unit, now, by), steps);
    if (!value) continue;
    if (value.first <= now) past = value;
    if (value.last >= now) next ??= value;
  }
  if (!past || !next) return past ?? next;
  if (steps[0]?.to === "holiday") return next.first - now <= now - past.last ? next : past;
  return ahead && next.first - now <= FAR ? next : past;
}

