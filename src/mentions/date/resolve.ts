import type { DateWords } from "../../lexicon/date.js";
import type { DateMention, DateMod, Document } from "../../model/index.js";
import { civilOf, dayOf } from "./calendar.js";
import { Context, isDateline, nowOf } from "./context.js";
import type { Expression, Found, Point } from "./expression.js";
import { certain, resolvePoint } from "./locate.js";
import { resolveRange } from "./range.js";
import { known, type Resolved } from "./resolved.js";
import { shiftMonths, shiftValue } from "./shift.js";
import { dayValue, isoDay, patternOf, rangeOf, unitOf, monthOf } from "./value.js";

type Text = Pick<Document, "folded" | "sentences" | "referenceDate">;

/** Gives each expression its value, in text order: what is said earlier is what later ones are counted from. */
export function resolveDates(found: readonly Found[], document: Text, words: DateWords): DateMention[] {
  if (found.length === 0) return [];
  const context = new Context(document, words, document.referenceDate && nowOf(document.referenceDate));
  const mentions: DateMention[] = [];
  for (const [index, one] of found.entries()) {
    let resolved = fiscalYear(one, mentions.at(-1), document.folded) ?? resolve(one.expression, one, context);
    if (context.dateline === undefined && index < 4 && resolved.value?.grain === "day" && opensReport(one, document, words)) {
      const day = certain(resolved.value);
      resolved = { ...resolved, value: day };
      context.dateline = day.first;
      context.now = { day: day.first };
    }
    if (resolved.value) context.add(resolved.value, one);
    const alts = resolved.value?.others?.map(({ text }) => text).filter((text) => text !== resolved.text) ?? [];
    const mod = resolved.mod ?? boundOf(one, document.folded, words);
    mentions.push({
      type: "date",
      start: one.start,
      end: one.end,
      ...(resolved.text !== undefined && { value: resolved.text }),
      ...(resolved.text !== undefined && alts.length > 0 && { alts }),
      ...(mod && { mod }),
      ...(resolved.set && { set: true }),
      ...(resolved.anchor !== undefined && resolved.text !== undefined && { anchor: resolved.anchor }),
    });
  }
  return mentions;
}

function resolve(expression: Expression, found: Found, context: Context): Resolved {
  switch (expression.kind) {
    case "point":
      return withMod(resolvePoint(expression, found, context), expression.mod);
    case "duration":
      return withMod({ ...(expression.value !== undefined && { text: expression.value }) }, expression.mod);
    case "away":
      return withMod(resolveAway(expression, context), expression.mod);
    case "range":
      return resolveRange(expression, found, context, resolve);
    case "now":
      return context.now ? known(dayValue(context.now.day)) : {};
    case "echo":
      return withMod(resolveEcho(expression, found, context), expression.mod);
    case "units":
      return resolveUnits(expression, context);
    case "fixed":
      return { ...(expression.value !== undefined && { text: expression.value }) };
    case "set":
      return { ...resolveSet(expression), set: true };
  }
}

const withMod = (resolved: Resolved, mod: DateMod | undefined): Resolved => (mod ? { ...resolved, mod } : resolved);

function resolveAway({ amount, sign }: Extract<Expression, { kind: "away" }>, { now }: Context): Resolved {
  if (!now) return {};
  const anchor = isoDay(now.day);
  const { months, days, seconds, finest } = amount;
  if (finest === "Y" && months % 12 === 0) return known(unitOf("year", now.day, (sign * months) / 12), anchor);
  if (finest === "Y" || finest === "M") {
    const whole = Math.trunc(months);
    return known(unitOf("month", shiftDay(now.day, sign * whole) + sign * Math.round((months - whole) * 30)), anchor);
  }
  const start = months > 0 ? shiftDay(now.day, sign * months) : now.day;
  if (finest === "W") return known(unitOf("week", start + sign * Math.round(days)), anchor);
  const minutes = Math.round(seconds / 60);
  if (finest === "D" || minutes % 1440 === 0 || now.minutes === undefined) return known(dayValue(start + sign * Math.floor(days + seconds / 86400)), anchor);
  const at = now.minutes + sign * minutes;
  const day = dayValue(start + sign * Math.floor(days) + Math.floor(at / 1440));
  const ofDay = ((at % 1440) + 1440) % 1440;
  const text = `${day.text}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
  return known({ ...day, grain: "time", text, minutes: ofDay }, anchor);
}

const two = (number: number): string => String(number).padStart(2, "0");

function shiftDay(day: number, months: number): number {
  const month = unitOf("month", day, months);
  return Math.min(month.first + civilOf(day).day - 1, month.last);
}

function resolveEcho({ by, of, unit, grain, fallback }: Extract<Expression, { kind: "echo" }>, found: Found, context: Context): Resolved {
  if (of) {
    const year = resolvePoint(of, found, context).value;
    const same = context.latest("period") ?? context.last?.value;
    return year ? known(same ? shiftValue(same, civilOf(year.first).year - civilOf(same.first).year, "Y") : year, same?.text) : {};
  }
  const base = grain === "period" ? (context.latest("period") ?? (unit ? context.last?.value : undefined)) : context.last?.value;
  if (!base) return fallback === undefined ? {} : { text: fallback };
  return known(shiftValue(base, by, unit), base.text);
}

/** 截至3月31日的2022财年: the year that ends on the day said just before. */
function fiscalYear({ start, end, expression }: Found, day: DateMention | undefined, folded: string): Resolved | undefined {
  const [step] = expression.kind === "point" ? expression.steps : [];
  if (step?.to !== "year" || !day || day.mod !== "ON_OR_BEFORE" || start - day.end > 2 || !folded.startsWith("财", end - 2)) return undefined;
  const [, month, date] = /^\d{4}-(\d\d)-(\d\d)$/.exec(day.value ?? "") ?? [];
  if (!month) return undefined;
  const last = dayOf(step.at, Number(month), Number(date));
  return known(rangeOf(dayValue(shiftMonths(last, -12) + 1), dayValue(last)), day.value);
}

function resolveUnits({ unit, from, to }: Extract<Expression, { kind: "units" }>, { now }: Context): Resolved {
  if (!now) return {};
  const anchor = isoDay(now.day);
  if (unit !== "turn") return known(rangeOf(unitOf(unit, now.day, from), unitOf(unit, now.day, to)), anchor);
  const { year, month } = civilOf(now.day);
  const start = month > 6 ? year : year - 1;
  return known(rangeOf(monthOf(start, 12), monthOf(start + 1, 1)), anchor);
}

function resolveSet({ value, point }: Extract<Expression, { kind: "set" }>): Resolved {
  if (!point) return value === undefined ? {} : { text: value };
  const pattern = (side: Expression): string | undefined => (side.kind === "point" ? patternOf(side.steps) : undefined);
  if (point.kind === "range") {
    const [from, to] = [pattern(point.from), pattern(point.to)];
    return from !== undefined && to !== undefined ? { text: `${from}/${to}` } : {};
  }
  if (point.steps.length === 0) return { text: "P1D" };
  return { text: pattern(point) ?? "P1Y" };
}

/** Is this the date of a dateline: 新华社北京1月20日电, 1月20日消息? */
function opensReport(found: Found, { folded, sentences }: Text, words: DateWords): boolean {
  const [first] = sentences;
  if (!first || found.start > first.start + 60 || found.start > first.end || !isMonthDay(found.expression)) return false;
  return isDateline(words, folded, found.end);
}

const isMonthDay = (expression: Expression): expression is Point => expression.kind === "point" && expression.steps.some((step) => step.to === "day");

/** 截至, 以来, 之前 … beside a date stay outside it and say which side of it is meant. */
function boundOf({ start, end, expression }: Found, folded: string, words: DateWords): DateMod | undefined {
  if (!["point", "range", "fixed", "echo", "away"].includes(expression.kind)) return undefined;
  const after = words.boundsAfter.match(folded, end);
  if (after && !after.veto.includes(folded[end + after.word.length] ?? "!")) return after.mod;
  return words.boundsBefore.find(({ word }) => folded.endsWith(word, start))?.mod;
}

