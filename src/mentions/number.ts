import { fold } from "../lexicon/fold.js";
import { Kind, kindAt, valueAt } from "../lexicon/numeral.js";
import { add, decimal, isLess, multiply, negate, ONE, toNumber, type Decimal } from "./number/decimal.js";
import { endOfDigits, isNumeral, isPair, isLiang, MAX_DIGITS, skipSpaces } from "./number/digits.js";
import { readStructure } from "./number/structure.js";

/** A number read at a position of a folded text. */
export interface NumberReading {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  /** The other end of a range said in one number: 八九亿. */
  readonly upper?: Decimal;
  /** Denominator of a fraction: `value` stands over it. */
  readonly over?: Decimal;
  /** 百分之…: `value` is in percent. */
  readonly percent?: true;
  /** 多, 余, 几 or 数 make `value` a lower bound, not included: 十几万, 900余, 数十亿. */
  readonly bound?: true;
  /** Power of ten of the 万, 亿 … (or single 百, 千) it ends in, which a range or list may share: 4 in 20-35万. */
  readonly scale: number;
  /** Starts with a power of ten whose 一 is left out: 百亿, 万. */
  readonly implicit?: true;
  /** Digits written one by one: their number (三八 38, 二〇二二 2022). Beside `upper` where both readings are open. */
  readonly spelled?: Decimal;
}

const HALVES = ["一半", "半数"];
const TWO = decimal(2);
const MIXED = / ([1-9]\d?)\/([1-9]\d?)(?![\d/])/y;

/**
 * Reads the number that starts at `at` of a folded text: Arabic (with signs, separators, decimals), Chinese (formal,
 * colloquial, capital, digit by digit), mixed, fractions, and numbers with an unstated part.
 *
 *     13.089亿   1308900000            三千零五   3005            3万5千    35000
 *     一百二十万亿 120000000000000      一万二     12000           八九亿    800000000 to 900000000
 *     十几万     more than 100000      百分之五   5 percent       四分之一  1 over 4
 *
 * @param limit   reads no further than this
 * @param source  the text before folding: a full-width comma separates thousands only between full-width digits
 */
export function readNumber(text: string, at: number, limit = text.length, source = text): NumberReading | undefined {
  const sign = signAt(text, at);
  if (sign) {
    const from = text[at + 1] === " " ? at + 2 : at + 1;
    const reading = readUnsigned(text, from, limit, source);
    if (!reading) return undefined;
    return { ...reading, start: at, ...(sign < 0 && { value: negate(reading.value) }) };
  }
  return readUnsigned(text, at, limit, source);
}

/** -1 or 1 where a sign stands, else 0. */
export function signAt(text: string, at: number): number {
  const unit = text[at];
  return unit === "-" || unit === "负" || unit === "−" ? -1 : unit === "+" ? 1 : 0;
}

function readUnsigned(text: string, at: number, limit: number, source: string): NumberReading | undefined {
  const half = HALVES.find((word) => text.startsWith(word, at));
  if (half) return { start: at, end: at + half.length, value: ONE, over: TWO, scale: 0 };
  const whole = readFraction(text, at, limit, source);
  if (!whole || whole.over || whole.percent) return whole;
  const and = skipSpaces(text, whole.end);
  if (text[and] !== "又") return readMixed(text, at, whole) ?? whole;
  const part = readFraction(text, skipSpaces(text, and + 1), limit, source);
  return part?.over ? { ...part, start: at, value: add(multiply(whole.value, part.over), part.value) } : whole;
}

/** 1 3/5: a whole number in front of a fraction smaller than one. */
function readMixed(text: string, at: number, whole: NumberReading): NumberReading | undefined {
  MIXED.lastIndex = whole.end;
  const found = MIXED.exec(text);
  if (!found || whole.end - at > 3 || kindAt(text, at) !== Kind.arabic || whole.value.exponent !== 0) return undefined;
  const [above, below] = [decimal(found[1] ?? ""), decimal(found[2] ?? "")];
  return isLess(above, below) ? { start: at, end: whole.end + found[0].length, value: add(multiply(whole.value, below), above), over: below, scale: 0 } : undefined;
}

/** A plain number, or 分之 between two: of 百分之 the percentage. */
function readFraction(text: string, at: number, limit: number, source: string): NumberReading | undefined {
  const reading = readPlain(text, at, limit, source);
  if (!reading) return reading;
  const bar = skipSpaces(text, reading.end);
  if (bar >= limit || text[bar] !== "分") return reading;
  const isHundred = reading.implicit === true && reading.end === at + 1 && text[at] === "百";
  if (isHundred && text[bar + 1] === "百") return { start: at, end: bar + 2, value: decimal(100), percent: true, scale: 0 };
  const of = skipSpaces(text, bar + 1);
  if (text[of] !== "之") return reading;
  const from = skipSpaces(text, of + 1);
  const negative = signAt(text, from) < 0;
  const numerator = readPlain(text, negative ? from + 1 : from, limit, source);
  if (!numerator || reading.value.coefficient === 0n) return reading;
  const value = negative ? negate(numerator.value) : numerator.value;
  const { end, upper, bound } = numerator;
  const rest = { ...(upper && { upper }), ...(bound && { bound }) };
  if (isHundred) return { start: at, end, value, percent: true, scale: 0, ...rest };
  return { start: at, end, value, over: reading.value, scale: 0, ...rest };
}

function readPlain(text: string, at: number, limit: number, source: string): NumberReading | undefined {
  const spelled = readSpelled(text, at, limit);
  if (spelled === "long") return undefined;
  if (spelled && !spelled.pair) return spelled.reading;
  const low = readStructure(text, at, limit, source, false);
  if (!low) return undefined;
  const { end, value, scale } = low;
  const upper = low.paired ? readStructure(text, at, limit, source, true)?.value : undefined;
  return {
    start: at, end, value, scale,
    ...(upper && { upper }),
    ...(low.bound && { bound: true }),
    ...(low.implicit && { implicit: true }),
    ...(spelled && end === spelled.reading.end && { spelled: spelled.reading.value }),
  };
}

/** Two or more Chinese digits in a row, one by one; `pair` where they may also be neighbours such as 八九. */
function readSpelled(text: string, at: number, limit: number): { reading: NumberReading; pair: boolean } | "long" | undefined {
  let end = at;
  let digits = "";
  while (end < limit && end - at <= MAX_DIGITS && kindAt(text, end) === Kind.digit && !(end > at && isLiang(text, end))) {
    digits += valueAt(text, end);
    end += 1;
  }
  if (end - at < 2) return undefined;
  const pair = end - at === 2 && isPair(valueAt(text, at), valueAt(text, at + 1));
  const next = kindAt(text, end);
  if (!pair && end < limit && next === Kind.ten) return undefined;
  if (end - at > MAX_DIGITS) return "long";
  const value = decimal(digits);
  return { reading: { start: at, end, value, scale: 0, spelled: value }, pair };
}

/**
 * Reads a plain whole number at `at` of a folded text: Arabic digits, or Chinese ones built (二十三, 一百零五) or spelled
 * (二〇二二). No sign, separator, decimals or unstated part.
 *
 *     readInteger("2022年", 0)  { value: 2022, end: 4 }        readInteger("廿三日", 0)  { value: 23, end: 2 }
 */
export function readInteger(text: string, at: number, limit = text.length): { value: number; end: number } | undefined {
  if (kindAt(text, at) === Kind.arabic) {
    const end = endOfDigits(text, at, limit);
    return end - at > MAX_DIGITS ? undefined : { value: Number(text.slice(at, end)), end };
  }
  const spelled = readSpelled(text, at, limit);
  if (spelled === "long") return undefined;
  if (spelled) {
    const { value, end } = spelled.reading;
    return isNumeral(kindAt(text, end)) ? undefined : { value: toNumber(value), end };
  }
  let end = at;
  while (end < limit && end - at <= MAX_DIGITS && isNumeral(kindAt(text, end))) end += 1;
  const read = end === at ? undefined : readStructure(text, at, end, text, false);
  return read && !read.implicit && !read.paired ? { value: toNumber(read.value), end: read.end } : undefined;
}

/** What `parseNumber` reads. */
export interface ParsedNumber {
  readonly value: number;
  /** Upper end of a range said in one number: 八九亿. */
  readonly upper?: number;
  /** `gt`: the number is a lower bound (十几万). `range`: beside `upper`. */
  readonly comparator: "eq" | "gt" | "range";
  /** Of 百分之…: `value` is in points. */
  readonly unit?: "percent";
}

/**
 * The number a text writes, in any of its forms; undefined where it is no number, or more than one.
 *
 *     parseNumber("一百二十万亿")   { value: 120000000000000, comparator: "eq" }
 *     parseNumber("３万５千")       { value: 35000, comparator: "eq" }
 *     parseNumber("數十億")         { value: 1000000000, comparator: "gt" }
 *     parseNumber("百分之五")       { value: 5, comparator: "eq", unit: "percent" }
 *     parseNumber("三家")           undefined
 */
export function parseNumber(text: string): ParsedNumber | undefined {
  const source = text.trim();
  const reading = readNumber(fold(source), 0, source.length, source);
  if (reading?.end !== source.length) return undefined;
  const { value, upper } = resolveNumber(reading);
  const comparator = upper !== undefined ? "range" : reading.bound ? "gt" : "eq";
  return { value, ...(upper !== undefined && { upper }), comparator, ...(reading.percent && { unit: "percent" }) };
}

/** A reading as plain numbers, fractions divided. */
export function resolveNumber(reading: NumberReading): { value: number; upper?: number } {
  const over = reading.over ? toNumber(reading.over) : 1;
  return { value: toNumber(reading.value) / over, ...(reading.upper && { upper: toNumber(reading.upper) / over }) };
}
