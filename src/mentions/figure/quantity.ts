import type { FigureLexicon, Parts, UnitWord, WordIndex } from "../../lexicon/figure.js";
import { Kind, kindAt, valueAt } from "../../lexicon/numeral.js";
import { add, decimal, isLess, negate, shift, type Decimal } from "../number/decimal.js";
import { skipSpaces } from "../number/digits.js";
import { readInteger, readNumber, type NumberReading } from "../number.js";

/** The two faces of the text that is read: offsets are the same. */
export interface Source {
  readonly text: string;
  readonly folded: string;
}

/** A number with what stands at it, before hedges, ranges and lists are looked at. */
export interface Quantity {
  /** Where its sign or currency begins. */
  readonly start: number;
  readonly end: number;
  readonly number: NumberReading;
  readonly word?: UnitWord;
  readonly unit?: string;
  /** Smaller parts, or a half: 6角 of 2元6角, 5两 of 3斤5两, 半 of 三吨半. */
  readonly rest?: Decimal;
  /** Denominator, as written after / or 每. */
  readonly per?: string;
}

const DECIMAL_TEN = decimal(10);
const HALF = decimal(5, -1);
const HOURS = decimal(25);
const DEGREES: ReadonlySet<string | undefined> = new Set(["Cel", "度", "deg"]);
const BELOW_ZERO = "零下";
const REACH = 8;

/** The longest word of `index` that stands at `at` and is no other word there. */
export function unitAt(index: WordIndex<UnitWord>, { text, folded }: Source, at: number): UnitWord | undefined {
  return index.get(folded.charCodeAt(at))?.find(
    (entry) =>
      (entry.latin ? text.startsWith(entry.word, at) && !(isLatinLetter(entry.word, entry.word.length - 1) && isLatinLetter(folded, at + entry.word.length)) : folded.startsWith(entry.word, at)) &&
      !entry.notBefore.some((beginning) => folded.startsWith(beginning, at + entry.word.length)),
  );
}

/** The longest word of `index` that ends at `end`. */
export function wordBefore<T extends { readonly word: string }>(index: WordIndex<T>, folded: string, end: number, fits: (entry: T, start: number) => boolean = () => true): T | undefined {
  return index.get(folded.charCodeAt(end - 1))?.find((entry) => {
    const start = end - entry.word.length;
    return start >= 0 && folded.startsWith(entry.word.toLowerCase(), start) && fits(entry, start);
  });
}

export const isLatinLetter = (folded: string, at: number): boolean => /[a-z]/i.test(folded[at] ?? "");
export const isArabic = (folded: string, at: number): boolean => kindAt(folded, at) === Kind.arabic;

const partAt = (parts: Parts | undefined, folded: string, at: number): { word: string; power: number } | undefined => {
  for (const [word, power] of parts?.powers ?? []) if (folded.startsWith(word, at)) return { word, power };
  return undefined;
};

/** Reads a number at `at` with its unit, magnitude and denominator, and the currency before it. */
export function quantityReader(lexicon: FigureLexicon): (source: Source, at: number) => Quantity | undefined {
  const money = lexicon.units.get("元".charCodeAt(0))?.find((entry) => entry.word === "元");

  /** 千 of 500千瓦 and 兆 of 5兆帕 begin the unit, though they could end the number. */
  const readUpToUnit = (source: Source, at: number): NumberReading | undefined => {
    const number = readNumber(source.folded, at, source.folded.length, source.text);
    if (!number || number.end - number.start < 2) return number;
    const end = number.end - 1;
    const kind = kindAt(source.folded, end);
    if (kind !== Kind.ten && kind !== Kind.scale) return number;
    if (unitAt(lexicon.units, source, end)?.kind !== "unit") return number;
    const short = readNumber(source.folded, at, end, source.text);
    const whole = short && shift(short.value, valueAt(source.folded, end));
    return short && whole && !isLess(whole, number.value) && !isLess(number.value, whole) ? short : number;
  };

  /** The unit after a number: 元, 家, 个百分点, 大品种. */
  const unitAfter = (source: Source, number: NumberReading): { word: UnitWord; end: number } | undefined => {
    const { folded } = source;
    const at = skipSpaces(folded, number.end);
    const plain = unitAt(lexicon.units, source, at);
    const large = !plain && folded[at] === "大";
    const word = large ? unitAt(lexicon.units, source, at + 1) : plain;
    if (!word || (large ? word.kind !== "noun" && word.kind !== "big" : word.kind === "big")) return undefined;
    if (word.script === "arabic" && number.value.exponent >= 0 && !isArabic(folded, number.end - 1) && !(isArabic(folded, number.start) && number.scale > 0)) return undefined;
    const isClock = word.script === "point" && number.value.exponent >= 0 && number.scale === 0 && isLess(number.value, HOURS) && !wordBefore(lexicon.movers, folded, number.start);
    return { word: isClock ? { ...word, kind: "time" } : word, end: at + (large ? 1 : 0) + word.word.length };
  };

  /** 6角5分 after 2元, 5两 after 3斤, 二 after 一块, 75 after 1米; 钱 and 整 after money. */
  const partsAfter = (folded: string, at: number, word: UnitWord): { rest?: Decimal; end: number } => {
    const isMoney = word.kind === "currency" || word.word === "块";
    const own = lexicon.parts.get(word.word);
    const coins = isMoney ? lexicon.parts.get("currency") : undefined;
    let end = at;
    let rest: Decimal | undefined;
    for (let unit = word.power; own || coins; ) {
      const from = folded[end] === "又" ? end + 1 : end;
      const integer = readInteger(folded, from);
      if (!integer) break;
      const part = partAt(own, folded, integer.end) ?? partAt(coins, folded, integer.end);
      const isBare = part === undefined && from === end && (own?.bare === true || (isMoney && unit < 0)) && isPhraseEnd(folded, integer.end);
      if (part === undefined ? !isBare || integer.value >= 100 : part.power >= unit || integer.value >= 10 ** -part.power) break;
      const places = part?.power ?? unit - Math.max(1, integer.end - from);
      rest = add(rest ?? decimal(0), decimal(integer.value, places));
      end = integer.end + (part?.word.length ?? 0);
      if (isBare) break;
      unit = places;
    }
    if (isMoney && end > at && folded[end] === "钱") end += 1;
    if (isMoney && folded[end] === "整") end += 1;
    return { end, ...(rest && { rest }) };
  };

  /** 股 of 元/股, 平方米 of 元每平方米. */
  const perAfter = (source: Source, at: number): { per: string; end: number } | undefined => {
    if (source.folded[at] !== "/" && source.folded[at] !== "每") return undefined;
    const from = at + 1;
    const word = unitAt(lexicon.units, source, from);
    return word && { per: source.text.slice(from, from + word.word.length), end: from + word.word.length };
  };

  /** 股 of 每股派息0.25港元. */
  const perBefore = (source: Source, start: number): string | undefined => {
    for (let at = start - 1; at >= start - REACH && at >= 0 && kindAt(source.folded, at) !== Kind.arabic && !isBreak(source.folded, at); at -= 1) {
      if (source.folded[at] !== "每") continue;
      const word = unitAt(lexicon.units, source, at + 1);
      return word && word.kind !== "time" && at + 1 + word.word.length <= start ? source.text.slice(at + 1, at + 1 + word.word.length) : undefined;
    }
    return undefined;
  };

  const prefixBefore = (source: Source, at: number): { word: UnitWord; start: number } | undefined => {
    const end = source.folded[at - 1] === " " ? at - 1 : at;
    const word = wordBefore(lexicon.prefixes, source.folded, end, (entry, start) => !isLatinLetter(entry.word, 0) || !isLatinLetter(source.folded, start - 1));
    return word && { word, start: end - word.word.length };
  };

  return (source, at) => {
    const { folded } = source;
    let number = readUpToUnit(source, at);
    if (!number) return undefined;
    const prefix = prefixBefore(source, at);
    let after = unitAfter(source, number);
    if (!after) {
      const from = skipSpaces(folded, number.end);
      const magnitude = lexicon.magnitudes.get(folded.charCodeAt(from))?.find((entry) => source.text.startsWith(entry.word, from) && !isLatinLetter(folded, from + entry.word.length) && !isArabic(folded, from + entry.word.length));
      const isLong = number.end - number.start > 1 || prefix !== undefined;
      if (magnitude && isArabic(folded, number.end - 1) && (magnitude.needs !== "long" || isLong)) {
        const { upper } = number;
        number = { ...number, end: from + magnitude.word.length, value: shift(number.value, magnitude.power), ...(upper && { upper: shift(upper, magnitude.power) }), scale: magnitude.power };
        after = unitAfter(source, number);
      }
    }
    if (DEGREES.has(after?.word.unit) && folded.startsWith(BELOW_ZERO, number.start - BELOW_ZERO.length)) number = { ...number, start: number.start - BELOW_ZERO.length, value: negate(number.value) };
    const start = prefix && governs(prefix.word, after?.word) ? prefix.start : number.start;
    if (!after) {
      const per = number.scale >= 4 ? perAfter(source, number.end) : undefined;
      if (prefix && start < number.start) return { start, end: per?.end ?? number.end, number, word: prefix.word, unit: prefix.word.unit, ...(per && { per: per.per }) };
      return { start, end: per?.end ?? number.end, number, ...(per && { per: per.per }) };
    }
    let { word, end } = after;
    let rest: Decimal | undefined;
    const parts = partsAfter(folded, end, word);
    if (word.word === "块" && parts.rest && money) word = money;
    ({ rest, end } = parts);
    if (!rest && folded[end] === "半" && (word.kind === "unit" || word.word === "个") && !word.latin && isPhraseEnd(folded, end + 1)) {
      rest = HALF;
      end += 1;
    }
    const per = perAfter(source, end);
    const rate = per?.per ?? (word.kind === "currency" ? perBefore(source, start) : undefined);
    const unit = prefix && start < number.start ? prefix.word.unit : word.unit;
    return { start, end: per?.end ?? end, number, word, unit, ...(rest && { rest }), ...(rate !== undefined && { per: rate }) };
  };
}

/** Does a unit before a number speak for the one behind it? 港币5亿元, 摄氏37度; not 人民币5美元. */
const governs = (before: UnitWord, after: UnitWord | undefined): boolean =>
  before.kind === "currency" ? !after || (after.kind === "currency" && (after.unit === "CNY" || after.unit === before.unit)) : after !== undefined && DEGREES.has(after.unit);

const isBreak = (folded: string, at: number): boolean => /[\s\p{P}]/u.test(folded[at] ?? " ");

/** Nothing, punctuation, white space, or a word that ends a noun phrase. */
export const isPhraseEnd = (folded: string, at: number): boolean => at >= folded.length || /[\s\p{P}的左以]/u.test(folded[at] ?? "");

/** The exact value of a quantity in its base unit. */
export function valueOf({ word, rest }: Quantity, value: Decimal): Decimal {
  const scaled = shift(value, word?.fold ? (isLess(value, DECIMAL_TEN) ? 1 : 0) : (word?.power ?? 0));
  return rest ? add(scaled, rest) : scaled;
}
