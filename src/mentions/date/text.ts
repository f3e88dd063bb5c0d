import { Kind, kindAt, valueAt } from "../../lexicon/numeral.js";

/** A small whole number as dates write it. */
export interface Small {
  readonly end: number;
  readonly value: number;
  /** Arabic or Chinese digits written one by one; 0 for built ones (二十三). */
  readonly digits: number;
  readonly arabic: boolean;
}

const MAX_DIGITS = 8;

/** Reads 7, 07, 2022, 七, 十一, 二十三, 廿三, 二〇二二 at a position: nothing above eight digits, nothing with 百 or 万. */
export function readSmall(text: string, at: number): Small | undefined {
  const kind = kindAt(text, at);
  if (kind === Kind.arabic) {
    let value = 0;
    let end = at;
    while (kindAt(text, end) === Kind.arabic) {
      if (end - at === MAX_DIGITS) return undefined;
      value = value * 10 + valueAt(text, end);
      end += 1;
    }
    return { end, value, digits: end - at, arabic: true };
  }
  if (kind !== Kind.digit && kind !== Kind.ten && kind !== Kind.tens) return undefined;
  if (kind === Kind.digit && kindAt(text, at + 1) === Kind.digit) return readSpelled(text, at);
  return readBuilt(text, at, kind);
}

function readSpelled(text: string, at: number): Small | undefined {
  let value = 0;
  let end = at;
  while (kindAt(text, end) === Kind.digit) {
    if (end - at === MAX_DIGITS) return undefined;
    value = value * 10 + valueAt(text, end);
    end += 1;
  }
  if (isTen(text, end) && end - at === 2 && valueAt(text, at) === 0) return undefined;
  return isTen(text, end) ? undefined : { end, value, digits: end - at, arabic: false };
}

function readBuilt(text: string, at: number, kind: number): Small | undefined {
  let end = at;
  let value = 0;
  if (kind === Kind.digit) {
    value = valueAt(text, at);
    end += 1;
    if (!isTen(text, end)) return kindAt(text, end) >= Kind.digit && kindAt(text, end) <= Kind.scale ? undefined : { end, value, digits: 1, arabic: false };
    value *= 10;
    end += 1;
  } else {
    if (kind === Kind.ten && !isTen(text, at)) return undefined;
    value = kind === Kind.tens ? valueAt(text, at) * 10 : 10;
    end += 1;
  }
  if (kindAt(text, end) === Kind.digit && valueAt(text, end) > 0) {
    value += valueAt(text, end);
    end += 1;
  }
  const next = kindAt(text, end);
  return next >= Kind.digit && next <= Kind.scale ? undefined : { end, value, digits: 0, arabic: false };
}

const isTen = (text: string, at: number): boolean => kindAt(text, at) === Kind.ten && valueAt(text, at) === 1;

/** Past one or two blanks inside an expression: 2018 年 12月. */
export function skipBlank(text: string, at: number): number {
  if (text[at] !== " ") return at;
  return text[at + 1] === " " ? at + 2 : at + 1;
}

/** Two neighbouring numbers: 七八, 3、4. */
export function readPair(text: string, at: number, most: number): { end: number; at: number } | undefined {
  const first = readSmall(text, at);
  if (!first) return undefined;
  if (!first.arabic && first.digits === 2) {
    const [low, high] = [Math.floor(first.value / 10), first.value % 10];
    return low > 0 && high === low + 1 && high <= most ? { end: first.end, at: low } : undefined;
  }
  const second = text[first.end] === "、" ? readSmall(text, first.end + 1) : undefined;
  return second && second.arabic === first.arabic && second.value === first.value + 1 && second.value <= most && first.value > 0 ? { end: second.end, at: first.value } : undefined;
}

const CONNECTORS = "至到-~–—―−ー－〜";

/** The end of the words between the two ends of a range (至, 到, -, ——), or `at` where there are none. */
export function skipConnector(text: string, at: number): number {
  let end = skipBlank(text, at);
  if (!CONNECTORS.includes(text[end] ?? "!")) return at;
  const first = text[end];
  end += 1;
  if (first !== "至" && first !== "到" && CONNECTORS.includes(text[end] ?? "!")) end += 1;
  return skipBlank(text, end);
}

/** Does another number and then one of `units` follow as the other end of a range: 1 in 1-9日? */
export function sharesUnit(text: string, at: number, units: string): boolean {
  const from = skipConnector(text, at);
  if (from === at) return false;
  const other = readSmall(text, from);
  return other !== undefined && units.includes(text[skipBlank(text, other.end)] ?? "!");
}

/** May a word stand at `at` that only counts behind certain characters (`^`: at the start of a line)? */
export const isAllowed = (text: string, at: number, only: string): boolean => only === "" || (at === 0 || text[at - 1] === "\n" ? only.startsWith("^") : only.includes(text[at - 1] ?? "!"));

export const isDigit = (text: string, at: number): boolean => kindAt(text, at) === Kind.arabic;

/** Is a number written before `at`? */
export const followsNumber = (text: string, at: number): boolean => {
  const kind = kindAt(text, at - 1);
  return at > 0 && kind >= Kind.arabic && kind <= Kind.more;
};

const BOUNDARY = /[\s\p{P}\p{S}]/u;

/** Does nothing but punctuation, blanks or the text's end stand at `at`? */
export const isBoundary = (text: string, at: number): boolean => at < 0 || at >= text.length || BOUNDARY.test(text[at] ?? "");
