import { Kind, kindAt, valueAt } from "../lexicon/numeral.js";
import { add, decimal, isLess, multiply, negate, ONE, shift, toNumber, ZERO, type Decimal } from "./decimal.js";

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

const A_HALF = "一半";
const TWO = decimal(2);
const MAX_SPACES = 4;
const MAX_DIGITS = 30;
const MAX_EXPONENT = 24;
const EXPONENT = /e[+-]?\d{1,2}(?![\da-z])/y;

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

/** Behind the spaces at `at`, of which typeset text has a few between its characters. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end - at < MAX_SPACES && text[end] === " ") end += 1;
  return end;
}

/** -1 or 1 where a sign stands, else 0. */
export function signAt(text: string, at: number): number {
  const unit = text[at];
  return unit === "-" || unit === "负" || unit === "−" ? -1 : unit === "+" ? 1 : 0;
}

function readUnsigned(text: string, at: number, limit: number, source: string): NumberReading | undefined {
  if (text.startsWith(A_HALF, at)) return { start: at, end: at + A_HALF.length, value: ONE, over: TWO, scale: 0 };
  const whole = readFraction(text, at, limit, source);
  if (!whole || whole.over || whole.percent) return whole;
  const and = skipSpaces(text, whole.end);
  if (text[and] !== "又") return whole;
  const part = readFraction(text, skipSpaces(text, and + 1), limit, source);
  return part?.over ? { ...part, start: at, value: add(multiply(whole.value, part.over), part.value) } : whole;
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
  if (!numerator) return reading;
  const value = negative ? negate(numerator.value) : numerator.value;
  const { end, upper, bound } = numerator;
  const rest = { ...(upper && { upper }), ...(bound && { bound }) };
  if (isHundred) return { start: at, end, value, percent: true, scale: 0, ...rest };
  return { start: at, end, value, over: reading.value, scale: 0, ...rest };
}

function readPlain(text: string, at: number, limit: number, source: string): NumberReading | undefined {
  const spelled = readSpelled(text, at, limit);
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
function readSpelled(text: string, at: number, limit: number): { reading: NumberReading; pair: boolean } | undefined {
  let end = at;
  let digits = "";
  while (end < limit && kindAt(text, end) === Kind.digit && !(end > at && isLiang(text, end))) {
    if (end - at < MAX_DIGITS) digits += valueAt(text, end);
    end += 1;
  }
  if (end - at < 2) return undefined;
  const pair = end - at === 2 && isPair(valueAt(text, at), valueAt(text, at + 1));
  const next = kindAt(text, end);
  if (!pair && end < limit && next === Kind.ten) return undefined;
  if (end - at > MAX_DIGITS) return undefined;
  const value = decimal(digits);
  return { reading: { start: at, end, value, scale: 0, spelled: value }, pair };
}

/** 一两, 二三 … 八九 and 三五: neighbours that mean "one or the other". */
const isPair = (a: number, b: number): boolean => a > 0 && (b === a + 1 || (a === 3 && b === 5));

interface Structure { end: number; value: Decimal; scale: number; bound: boolean; paired: boolean; implicit: boolean }

/** A number built of digits, 十百千 and 万亿兆; `high` takes the second of two neighbouring digits. */
function readStructure(text: string, at: number, limit: number, source: string, high: boolean): Structure | undefined {
  const parts: { value: Decimal; scale: number }[] = [];
  const read: Structure = { end: at, value: ZERO, scale: 0, bound: false, paired: false, implicit: false };
  let section: Decimal | undefined; // what stands since the last 万, 亿 …
  let digit: Decimal | undefined; // not yet placed
  let digitAt = at;
  let last = Infinity; // power of ten of the last 十百千万 …
  let zero = false; // 零 before the digit to come: no colloquial place
  let fraction = false; // decimals: only scales may follow
  let vague = false;
  let i = at;

  const commit = (end: number): void => {
    read.end = end;
    read.bound ||= vague;
  };
  const total = (): Decimal => {
    const ones = digit ?? ZERO;
    const placed = last !== Infinity && last > 1 && !zero && digit ? shift(ones, last - 1) : ones;
    return parts.reduce((sum, part) => add(sum, part.value), add(section ?? ZERO, placed));
  };
  const isTen = (kind: number, where: number): boolean => kind === Kind.ten || (kind === Kind.capitalTen && (where > at || isNumeral(kindAt(text, where + 1))));

  for (; i < limit; ) {
    if (text[i] === " " && isNumeral(kindAt(text, i - 1))) {
      const next = skipSpaces(text, i);
      if (isNumeral(kindAt(text, next)) || text[next] === "点") i = next;
    }
    const kind = kindAt(text, i);
    const isCapital = kind === Kind.capital && (i > at || [Kind.ten, Kind.capitalTen, Kind.scale].includes(kindAt(text, i + 1) as 4));
    if (kind === Kind.arabic || (i === at && text[i] === "." && kindAt(text, i + 1) === Kind.arabic)) {
      if (digit || fraction) break;
      const arabic = readArabic(text, i, limit, source);
      if (!arabic) {
        if (i === at) return undefined;
        break;
      }
      const next = kindAt(text, arabic.end);
      if (i > at && (arabic.value.exponent < 0 || !(zero || next === Kind.ten || next === Kind.scale))) break;
      digit = arabic.value;
      fraction = arabic.value.exponent < 0;
      digitAt = i;
      i = arabic.end;
      read.scale = 0;
      if (i > at && last !== Infinity && !zero && !(next === Kind.ten || next === Kind.scale)) break;
      commit(i);
      if (text[i] === " " && kindAt(text, i + 1) === Kind.scale) i += 1;
    } else if (kind === Kind.digit || isCapital) {
      if (digit || fraction || (i > at && isLiang(text, i))) break;
      const value = valueAt(text, i);
      if (value === 0) {
        if (last !== Infinity && i > at && zero) break;
        zero = true;
        i += 1;
        if (i === at + 1) {
          digit = ZERO;
          commit(i);
          if (kindAt(text, i) !== Kind.none) digit = undefined;
        }
        continue;
      }
      const second = kindAt(text, i + 1) === Kind.digit && !isLiang(text, i + 1) ? valueAt(text, i + 1) : 0;
      const paired = second > 0 && isPair(value, second) && kindAt(text, i + 2) !== Kind.digit;
      if (second > 0 && !paired) break;
      digit = decimal(paired && high ? second : value);
      read.paired ||= paired;
      digitAt = i;
      i += paired ? 2 : 1;
      read.scale = 0;
      commit(i);
    } else if (isTen(kind, i)) {
      const power = valueAt(text, i);
      if (power >= last && last < 4) {
        if (digit) read.end = digitAt;
        digit = undefined;
        break;
      }
      if (!digit) {
        if (i === at && power > 1) read.implicit = true;
        else if (i > at && power > 1 && !vague) break;
      }
      if (digit && power === 1 && kindAt(text, i - 1) === Kind.arabic) break;
      read.scale = digit && !section && parts.length === 0 && power > 1 ? power : 0;
      section = add(section ?? ZERO, shift(digit ?? ONE, power));
      digit = undefined;
      last = power;
      zero = false;
      i += 1;
      commit(i);
    } else if (kind === Kind.tens) {
      if (digit || last <= 1) break;
      section = add(section ?? ZERO, decimal(valueAt(text, i), 1));
      last = 1;
      zero = false;
      i += 1;
      read.scale = 0;
      commit(i);
    } else if (kind === Kind.scale) {
      const power = valueAt(text, i);
      const top = parts.at(-1);
      let value = section || digit ? add(section ?? ZERO, last !== Infinity && last < 4 && last > 1 && digit && !zero ? shift(digit, last - 1) : (digit ?? ZERO)) : undefined;
      if (value && top && top.scale === power) {
        if (digit) read.end = section ? read.end : digitAt;
        section = undefined;
        digit = undefined;
        break;
      }
      const alone = value === undefined;
      if (value === undefined && !top) {
        value = ONE;
        read.implicit ||= i === at;
      }
      let sum = value ?? ZERO;
      while (parts.length > 0 && (parts.at(-1)?.scale ?? 0) <= power) sum = add(sum, parts.pop()?.value ?? ZERO);
      const scaled = shift(sum, power);
      if (scaled.exponent > MAX_EXPONENT) break;
      parts.push({ value: scaled, scale: power });
      read.scale = parts.length > 1 ? 0 : alone && top ? read.scale + power : power;
      section = undefined;
      digit = undefined;
      last = power;
      zero = false;
      i += 1;
      commit(i);
    } else if (kind === Kind.vague && (text[i] === "几" || i === at)) {
      const next = kindAt(text, i + 1);
      if (digit || fraction || vague) break;
      if (isTen(next, i + 1) || (next === Kind.scale && (i === at || last <= 1))) vague = true;
      else if (i === at || !(last === 1 || zero)) break;
      else vague = true;
      i += 1;
      if (i > at + 1) commit(isTen(next, i) ? read.end : i);
      if (i > at + 1 && isTen(next, i)) digit = ONE;
    } else if ((kind === Kind.more && i > at) || (text[i] === " " && i > at && kindAt(text, i + 1) === Kind.more)) {
      if (!isRound(text, i, read, digit, last)) break;
      vague = true;
      i += kind === Kind.more ? 1 : 2;
      commit(i);
      if (kindAt(text, i) !== Kind.scale) break;
    } else if (text[i] === "点" && !fraction && (digit || section || parts.length > 0)) {
      const decimals = readDecimals(text, skipSpaces(text, i + 1), limit);
      if (!decimals) break;
      section = add(total(), decimals.value);
      parts.length = 0;
      digit = undefined;
      fraction = true;
      last = 0;
      i = decimals.end;
      read.scale = 0;
      commit(i);
    } else break;
  }
  if (read.end === at) return undefined;
  read.value = total();
  return read;
}

const isTenOrScale = (text: string, at: number): boolean => kindAt(text, at) === Kind.ten || kindAt(text, at) === Kind.scale;

/** 两 after a digit is a weight (二两), but for 一两百 and 一两个. */
const isLiang = (text: string, at: number): boolean => text[at] === "两" && text[at - 1] !== "一" && !isTenOrScale(text, at + 1);

const isNumeral = (kind: number): boolean => kind >= Kind.digit && kind <= Kind.scale;

/** Does 多 or 余 here follow a round number, of which one can say that there is more? */
function isRound(text: string, at: number, read: Structure, digit: Decimal | undefined, last: number): boolean {
  if (read.end !== at) return false;
  if (text[at] === "来") return last === 1 || last === 2;
  return digit === undefined || text[at - 1] === "0" || (kindAt(text, at - 1) === Kind.arabic && isLess(decimal(10), digit));
}

/** The digits after 点, one by one: 点零五. None where they start a number of their own (三点二十). */
function readDecimals(text: string, at: number, limit: number): { end: number; value: Decimal } | undefined {
  let end = at;
  let digits = "";
  while (end < limit && end - at <= MAX_DIGITS && kindAt(text, end) === Kind.digit) {
    digits += valueAt(text, end);
    end += 1;
  }
  if (digits === "" || digits.length > MAX_DIGITS || (end < limit && kindAt(text, end) === Kind.ten)) return undefined;
  return { end, value: decimal(digits, -digits.length) };
}

/** 1234, 1,234,567, 0.5; none in 1.2.3 (a version or a date) and in digits beyond any number. */
function readArabic(text: string, at: number, limit: number, source: string): { end: number; value: Decimal } | undefined {
  let end = endOfDigits(text, at, limit);
  if ((end === at && text[at] !== ".") || end - at > MAX_DIGITS) return undefined;
  let digits = text.slice(at, end);
  if (end - at <= 3) {
    while (text[end] === "," && digits.length <= MAX_DIGITS && end + 4 <= limit && (source[end] === "," || isWide(source, end + 1)) && endOfDigits(text, end + 1, limit) === end + 4) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  if (text[end] === "." && end + 1 < limit && kindAt(text, end + 1) === Kind.arabic) {
    const from = end + 1;
    end = endOfDigits(text, from, limit);
    if (end - from > MAX_DIGITS || (text[end] === "." && kindAt(text, end + 1) === Kind.arabic)) return undefined;
    return withExponent(text, end, decimal(digits + text.slice(from, end), from - end));
  }
  return withExponent(text, end, decimal(digits));
}

/** 2.5e9, where nothing else follows. */
function withExponent(text: string, end: number, value: Decimal): { end: number; value: Decimal } {
  EXPONENT.lastIndex = end;
  const power = EXPONENT.exec(text)?.[0];
  return power === undefined ? { end, value } : { end: end + power.length, value: shift(value, Number(power.slice(1))) };
}

const isWide = (source: string, at: number): boolean => source.charCodeAt(at) >= 0xff10 && source.charCodeAt(at) <= 0xff19;

/** Where the run of Arabic digits at `at` ends. */
export function endOfDigits(text: string, at: number, limit = text.length): number {
  let end = at;
  while (end < limit && kindAt(text, end) === Kind.arabic) end += 1;
  return end;
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
  if (spelled) {
    const { value, end } = spelled.reading;
    return isNumeral(kindAt(text, end)) ? undefined : { value: toNumber(value), end };
  }
  let end = at;
  while (end < limit && end - at <= MAX_DIGITS && isNumeral(kindAt(text, end))) end += 1;
  const read = end === at ? undefined : readStructure(text, at, end, text, false);
  return read && !read.implicit && !read.paired ? { value: toNumber(read.value), end: read.end } : undefined;
}

/** A reading as plain numbers, fractions divided. */
export function resolveNumber(reading: NumberReading): { value: number; upper?: number } {
  const over = reading.over ? toNumber(reading.over) : 1;
  return { value: toNumber(reading.value) / over, ...(reading.upper && { upper: toNumber(reading.upper) / over }) };
}
