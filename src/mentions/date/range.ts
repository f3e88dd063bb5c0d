import { civilOf } from "./calendar.js";
import type { Context } from "./context.js";
import type { Clock, Expression, Found, Point, Step } from "./expression.js";
import { follow, hostOf, resolvePoint } from "./locate.js";
import type { Resolve, Resolved } from "./resolved.js";
import { clockMinutes, dayValue, isoDay, monthOf, patternOf, rangeOf, unitOf, type Value } from "./value.js";

type Range = Extract<Expression, { kind: "range" }>;

/** Both ends of a range: what one leaves unsaid the other says. */
export function resolveRange({ from, to }: Range, found: Found, context: Context, resolve: Resolve): Resolved {
  if (to.kind === "now") return untilNow(from, found, context, resolve);
  if (from.kind === "duration" && to.kind === "duration") return { text: `${from.value}/${to.value}` };
  if (from.kind !== "point" || to.kind !== "point") {
    const [a, b] = [resolve(from, found, context), resolve(to, found, context)];
    return a.value && b.value ? spanned(a.value, b.value, a.anchor) : {};
  }
  const fromHost = hostOf(from.steps[0]);
  const toHost = hostOf(to.steps[0]);
  const meant = toHost === "day" ? { ...to, steps: sameHalfOfDay(from.steps, to.steps) } : to;
  if (fromHost && fromHost !== "week" && !toHost) {
    const end = resolvePoint(meant, found, context);
    const nextDay = to.steps[0]?.to === "shift" && to.steps[0].from === "context" && fromHost === "day";
    if (nextDay && !context.latest("day") && !context.dateline) return patterned(from, { ...to, steps: to.steps.slice(1) });
    const start = end.value && (nextDay ? follow(unitOf("day", end.value.first, -1), from.steps) : startBefore(from, fromHost, end.value, context.now?.day));
    return start && end.value ? spanned(edged(start, from), edged(end.value, to), end.anchor) : {};
  }
  const start = resolvePoint(from, found, context);
  if (!start.value) return patterned(from, meant);
  const end = toHost ? endAfter(meant, start.value) : resolvePoint(meant, found, context).value;
  const range = end ? spanned(edged(start.value, from), edged(end, to), start.anchor) : {};
  const others = toHost ? start.value.others : undefined;
  if (!range.value || !others) return range;
  const ranges = others.flatMap((other) => spanned(edged(other, from), edged(endAfter(meant, other) ?? other, to)).value ?? []);
  return { ...range, value: { ...range.value, others: ranges } };
}

const spanned = (from: Value, to: Value, anchor?: string): Resolved => {
  if (to.last < from.first) return {};
  const value = rangeOf(from, to);
  return { value, text: value.text, ...(anchor !== undefined && { anchor }) };
};

function untilNow(from: Expression, found: Found, context: Context, resolve: Resolve): Resolved {
  const { now } = context;
  if (!now) return {};
  const [first] = from.kind === "point" ? from.steps : [];
  // 年初至今 is of this year, whatever the sentence speaks of
  const start = first?.to === "same" ? { value: unitOf(first.unit, now.day) } : resolve(from, found, context);
  const begun = start.value && [start.value, ...(start.value.others ?? [])].find(({ first: day }) => day <= now.day);
  if (!begun) return {};
  return spanned(dayValue(begun.first), dayValue(now.day), isoDay(now.day));
}

/** 3月至2022年5月: the start is the last such time before the end. */
function startBefore(from: Point, host: "year" | "month" | "day", end: Value, now?: number): Value | undefined {
  if (host === "day") return follow(unitOf(host, now !== undefined && now <= end.first ? now : end.first), from.steps);
  const start = follow(unitOf(host, end.first), from.steps);
  return start && start.first > end.last ? follow(unitOf(host, end.first, -1), from.steps) : start;
}

/** 11月至2月: the end is the first such time after the start. */
function endAfter(to: Point, start: Value): Value | undefined {
  const host = hostOf(to.steps[0]) ?? "year";
  const end = follow(unitOf(host, start.first), to.steps);
  if (!end) return undefined;
  const before = end.last < start.first || (end.minutes !== undefined && start.minutes !== undefined && end.first === start.first && end.minutes < start.minutes);
  return before ? follow(unitOf(host, start.first, 1), to.steps) : end;
}

/** 9时至12时 of no known day, 3月至5月 of no known year. */
function patterned(from: Point, to: Point): Resolved {
  const [a, b] = [patternOf(from.steps), patternOf(to.steps)];
  return a !== undefined && b !== undefined ? { text: `${a}/${b}` } : {};
}

/** 下午2点~4点: what makes the first hour an afternoon's makes the second one too, if that is later. */
function sameHalfOfDay(from: readonly Step[], to: readonly Step[]): readonly Step[] {
  const first = from.at(-1);
  const last = to.at(-1);
  if (first?.to !== "clock" || last?.to !== "clock" || !first.hours || last.hours) return to;
  const meant: Clock = { ...last, hours: first.hours };
  return clockMinutes(meant) >= clockMinutes(first) && last.hour <= 12 ? [...to.slice(0, -1), meant] : to;
}

/** In a range 年底 and 年初 are the months they name. */
function edged(value: Value, { mod }: Point): Value {
  if (value.grain !== "year" && value.grain !== "quarter") return value;
  const at = mod === "START" ? civilOf(value.first) : mod === "END" ? civilOf(value.last) : undefined;
  return at ? monthOf(at.year, at.month) : value;
}
