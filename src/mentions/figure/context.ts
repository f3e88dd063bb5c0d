import type { FigureLexicon } from "../../lexicon/figure.js";
import { Kind, kindAt } from "../../lexicon/numeral.js";
import { isLess, decimal } from "../number/decimal.js";
import { isArabic, isLatinLetter, isPhraseEnd, wordBefore, type Quantity, type Source } from "./quantity.js";
import type { Item } from "./series.js";

/** Which hedges stand at a number. */
export interface Hedged {
  readonly before: boolean;
  readonly after: boolean;
  readonly governed: boolean;
}

const HUNDRED = decimal(100);

/** Does the number of an item count, measure or rate something, or does it only name, date or order it? */
export function counts(lexicon: FigureLexicon, source: Source, { quantity, upper, end }: Item, hedged: Hedged): boolean {
  const { folded } = source;
  const { number, word } = upper && !quantity.word ? upper : quantity;
  if (word?.kind === "time") return false;
  if (!number.over && !number.percent && kindAt(folded, quantity.number.start) !== Kind.arabic && isFixed(lexicon, folded, quantity)) return false;
  const at = quantity.number.start;
  const attached = quantity.start === at && isAttached(folded, at);
  if (!word && kindAt(folded, number.end) !== Kind.none && !hedged.after) return false;
  if (word?.word === "分" && ("时点".includes(folded[at - 1] ?? " ") || (number.value.exponent < 0 && !isArabic(folded, at)))) return false;
  const measured = word?.kind === "unit" || word?.kind === "currency" || number.percent === true;
  if (folded[at - 1] === "." || folded[at - 1] === "_") return false;
  if (measured) return !isPartOfCode(folded, end, word?.word) && !isImplicit(quantity, hedged);
  if (number.over && word) return false;
  if (number.over) return folded.slice(number.start, number.end).includes("半") || folded.slice(number.start, number.end).includes("分") || hedged.before || folded[end] === "的" || isOnlyNumbers(source);
  if (!attached && !isJoined(folded, end) && !(number.spelled && !number.upper) && isOnlyNumbers(source)) return number.implicit !== true || number.end - number.start > 1;
  if (isNamed(lexicon, folded, at)) return false;
  if (attached || isImplicit(quantity, hedged)) return false;
  if (upper && !word) return folded[end] === "间" || folded.startsWith("之间", end) || number.scale >= 3 || (!isArabic(folded, at) && quantity.number.end - at > 1);
  if (word) return countsThings(quantity, hedged, folded);
  return standsAlone(source, quantity, end, hedged);
}

/** 百, 千 or 万 without a number before it is one only with a hedge: 近百家, 百余家; 百亿 is one. */
const isImplicit = ({ number }: Quantity, hedged: Hedged): boolean =>
  number.implicit === true && !hedged.before && !number.bound && !(number.scale >= 4 && number.end - number.start > 1);

/** Letters or a hyphen before a number join it to a name: B12, H6, AY-30. */
function isAttached(folded: string, at: number): boolean {
  if (isLatinLetter(folded, at - 1)) return true;
  return "-/:·.+×".includes(folded[at - 1] ?? " ") && (isLatinLetter(folded, at - 2) || isArabic(folded, at - 2) || folded[at - 1] === "-");
}

/** 15:30, 2022/1/13: the number goes on behind a mark. */
const isJoined = (folded: string, end: number): boolean => "-/:".includes(folded[end] ?? " ") && isArabic(folded, end + 1);

/** %8D in an address is no percentage. */
const isPartOfCode = (folded: string, end: number, word: string | undefined): boolean => (word === "%" || word === "°") && (isLatinLetter(folded, end) || isArabic(folded, end));

/** 第, 周, 沪深 … before it, and no space between. */
export const isNamed = (lexicon: FigureLexicon, folded: string, at: number): boolean => wordBefore(lexicon.namers, folded, folded[at - 1] === " " ? at - 1 : at, ({ notAfter }, start) => !notAfter.some((other) => folded.startsWith(other, start - other.length))) !== undefined;

/** Stands the numeral in an expression that counts nothing: 三番五次, 人数, 两手抓? */
function isFixed(lexicon: FigureLexicon, folded: string, { number }: Quantity): boolean {
  return lexicon.fixed.get(folded.charCodeAt(number.start))?.some(({ word, offset }) => folded.startsWith(word, number.start - offset)) ?? false;
}

/** A number with a counter or a noun. 一 counts nothing (一家子公司), nor does 二 before a counter (二次). */
function countsThings({ number, word }: Quantity, hedged: Hedged, folded: string): boolean {
  const arabic = isArabic(folded, number.start);
  const single = number.end - number.start === 1;
  if (!arabic && single && folded[number.start] === "一") return false;
  if (!arabic && single && folded[number.start] === "二" && word?.word !== "个" && word?.word !== "人" && word?.word !== "位") return false;
  if (number.spelled && !number.upper) return false;
  if (word?.kind === "noun" && arabic) return number.scale >= 3 || number.bound === true || hedged.before || number.end - number.start <= 2 || folded.slice(number.start, number.end).includes(",");
  return true;
}

/** A number without any unit. */
function standsAlone({ folded }: Source, { number }: Quantity, end: number, hedged: Hedged): boolean {
  if (isLatinLetter(folded, end) || folded[end] === "%") return false;
  const arabic = isArabic(folded, number.start) || isArabic(folded, number.end - 1);
  const single = number.end - number.start === 1;
  if (number.spelled && !arabic) return false;
  if (!number.implicit && (kindAt(folded, number.end - 1) === Kind.scale || number.scale >= 4 || (arabic && number.scale === 3))) return true;
  if (number.bound) return true;
  if (hedged.before || hedged.after || hedged.governed) return arabic || (number.implicit ? number.scale >= 4 || isPhraseEnd(folded, end) : !single);
  if (number.value.exponent < 0) return !isVersion(folded, number.start, end);
  if (!arabic) return !single && !isLess(number.value, HUNDRED) && isPhraseEnd(folded, end);
  return folded.slice(number.start, number.end).includes(",");
}

/** 3.0 and 2.0 mostly count versions; and so does any decimal behind a Latin word. */
function isVersion(folded: string, start: number, end: number): boolean {
  if (folded[end - 2] === "." && folded[end - 1] === "0") return true;
  return "版代".includes(folded[end] ?? " ") || (folded[start - 1] === " " && isLatinLetter(folded, start - 2));
}

const ONLY_NUMBERS = 64;

/** The whole text is numbers and punctuation: then they are what it says. */
function isOnlyNumbers({ folded }: Source): boolean {
  if (folded.length > ONLY_NUMBERS) return false;
  for (let at = 0; at < folded.length; at += 1) if (kindAt(folded, at) === Kind.none && !/[\s\p{P}\p{S}点分之又负ekm]/u.test(folded[at] ?? "")) return false;
  return true;
}
