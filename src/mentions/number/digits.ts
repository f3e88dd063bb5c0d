import { Kind, kindAt, valueAt } from "../../lexicon/numeral.js";
import { decimal, power, shift, type Decimal } from "./decimal.js";

/** Longer runs of digits are numbers of accounts and files, not of things. */
export const MAX_DIGITS = 30;
const MAX_SPACES = 4;
const EXPONENT = /e([+-]?\d{1,2})(?![\da-z])/y;
/** ×10^8 and ×10⁸ behind a number. */
const TIMES_POWER = /[×x*]10(?:\^([+-]?\d{1,2})|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\d)/y;
const POWER = /\^\+?(\d{1,2})(?!\d)/y;
/** Digits of a power, beyond which no double would hold it. */
const MAX_POWER = 300;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Behind the spaces at `at`, of which typeset text has a few between its characters. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end - at < MAX_SPACES && text[end] === " ") end += 1;
  return end;
}

/** 一两, 二三 … 八九 and 三五: neighbours that mean "one or the other". */
export const isPair = (a: number, b: number): boolean => a > 0 && (b === a + 1 || (a === 3 && b === 5));

export function isTenOrScale(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.ten || kind === Kind.capitalTen || kind === Kind.scale;
}

/** 两 after a digit is a weight (二两), but for 一两百 and 一两个. */
export const isLiang = (text: string, at: number): boolean => text[at] === "两" && text[at - 1] !== "一" && !isTenOrScale(text, at + 1);

export const isNumeral = (kind: number): boolean => kind >= Kind.digit && kind <= Kind.scale;

/** Where the run of Arabic digits at `at` ends. */
export function endOfDigits(text: string, at: number, limit = text.length): number {
  let end = at;
  while (end < limit && kindAt(text, end) === Kind.arabic) end += 1;
  return end;
}

/** The digits after 点, one by one: 点零五. None where they start a number of their own (三点二十). */
export function readDecimals(text: string, at: number, limit: number): { end: number; value: Decimal } | undefined {
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
export function readArabic(text: string, at: number, limit: number, source: string): { end: number; value: Decimal } | undefined {
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

/** 2.5e9 and 2.5×10^9, where nothing else follows; 2^10. */
function withExponent(text: string, end: number, value: Decimal): { end: number; value: Decimal } {
  const read = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = end;
    return form.exec(text);
  };
  switch (text[end]) {
    case "e":
    case "×":
    case "x":
    case "*": {
      const found = read(EXPONENT) ?? read(TIMES_POWER);
      return found ? { end: end + found[0].length, value: shift(value, Number(found[1] ?? plainDigits(found[2] ?? ""))) } : { end, value };
    }
    case "^": {
      const found = read(POWER);
      return found && String(value.coefficient).length * Number(found[1]) <= MAX_POWER ? { end: end + found[0].length, value: power(value, Number(found[1])) } : { end, value };
    }
    default:
      return { end, value };
  }
}

const plainDigits = (superscripts: string): string => superscripts.replace("⁻", "-").replace("⁺", "+").replace(/[^+-]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));

const isWide = (source: string, at: number): boolean => source.charCodeAt(at) >= 0xff10 && source.charCodeAt(at) <= 0xff19;
