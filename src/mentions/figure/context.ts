import type { FigureLexicon } from "../../lexicon/figure.js";
import { Kind, kindAt } from "../../lexicon/numeral.js";
import { decimal, isLess } from "../number/decimal.js";
import { isArabic, isLatinLetter, isPhraseEnd, wordBefore, type Quantity, type Source } from "./quantity.js";
import type { Item } from "./series.js";

/** Which hedges stand at a number. */
export interface Hedged {
  readonly before: boolean;
  readonly after: boolean;
  readonly governed: boolean;
}

const HUNDRED = decimal(100);
const ONLY_NUMBERS = 64;

/** Does the number of an item count, measure or rate something, or does it only name, date or order it? */
export function counts(lexicon: FigureLexicon, source: Source, { quantity, upper, end }: Item, hedged: Hedged): boolean {
  const { folded } = source;
  const { number, word } = upper && !quantity.word ? upper : quantity;
  const { start } = quantity.number;
  if (word?.kind === "time" || folded[start - 1] === "." || folded[start - 1] === "_") return false;
  if (word && quantity.end === quantity.number.end && (isModel(folded, start) || isEnumerator(folded, start, end))) return false;
  if (!number.over && !number.percent && isFixed(lexicon, folded, quantity)) return false;
  if (number.percent || word?.kind === "unit" || word?.kind === "currency") return !isPartOfCode(folded, end) && !isBarePower(quantity, hedged);
  if (number.over) return !word && isFraction(source, quantity, end, hedged);
  if (isNamed(lexicon, folded, start) || (quantity.start === start && isAttached(folded, start))) return false;
  if (!word && isOnlyNumbers(source)) return !isJoined(folded, end) && !(number.spelled && !number.upper) && !(number.implicit && number.end - number.start === 1);
  if (isBarePower(quantity, hedged)) return false;
  if (word) return countsThings(quantity, hedged, folded);
  return upper ? boundsAlone(folded, quantity, end) : standsAlone(lexicon, folded, quantity, end, hedged);
}

/** 1、 at the start of a line takes no unit from what follows. */
const isEnumerator = (folded: string, start: number, end: number): boolean => folded[end] === "、" && (start === 0 || folded[start - 1] === "\n");

/** 百, 千 or 万 without a number before it is one only with a hedge: 近百家, 百余家; 百亿 is one. */
const isBarePower = ({ number }: Quantity, hedged: Hedged): boolean =>
  number.implicit === true && !hedged.before && !number.bound && !(number.scale >= 4 && number.end - number.start > 1);

/** Letters or a hyphen before a number join it to a name: B12, H6, AY-30. */
function isAttached(folded: string, at: number): boolean {
  if (isLatinLetter(folded, at - 1)) return true;
  return "-/:·.+×".includes(folded[at - 1] ?? " ") && (isLatinLetter(folded, at - 2) || isArabic(folded, at - 2) || folded[at - 1] === "-");
}

/** 15:30, 2022/1/13: the number goes on behind a mark. */
const isJoined = (folded: string, end: number): boolean => "-/:".includes(folded[end] ?? " ") && isArabic(folded, end + 1);

/** %8D in an address is no percentage. */
const isPartOfCode = (folded: string, end: number): boolean => "%°".includes(folded[end - 1] ?? " ") && (isLatinLetter(folded, end) || isArabic(folded, end));

/** 第, 位居前, 沪深 … before it. */
export const isNamed = (lexicon: FigureLexicon, folded: string, at: number): boolean =>
  wordBefore(lexicon.namers, folded, folded[at - 1] === " " ? at - 1 : at, ({ notAfter }, start) => !notAfter.some((other) => folded.startsWith(other, start - other.length))) !== undefined;

/** Stands the numeral in an expression that counts nothing: 三番五次, 人数, 两手抓? */
function isFixed({ fixed }: FigureLexicon, folded: string, { number }: Quantity): boolean {
  if (kindAt(folded, number.start) === Kind.none) return false;
  for (let at = Math.max(0, number.start - fixed.longest + 1); at <= number.start; at += 1) if (fixed.words.longestEnd(folded, at) > number.start) return true;
  return false;
}

/** 三分之一 and 一半; 1/3 where words say that it is no date: 约1/3, 1/3的. */
function isFraction({ text, folded }: Source, { number }: Quantity, end: number, hedged: Hedged): boolean {
  const written = folded.slice(number.start, number.end);
  return !written.includes("/") || written.includes(" ") || hedged.before || folded[end] === "的" || isOnlyNumbers({ text, folded });
}

/** A number with a counter or a noun. 一 counts nothing (一家子公司), nor does 二 before most counters (二次). */
function countsThings({ number, word }: Quantity, hedged: Hedged, folded: string): boolean {
  const length = number.end - number.start;
  const arabic = isArabic(folded, number.start);
  if (word?.word === "分" && isClock(folded, number.start, !arabic && number.value.exponent < 0)) return false;
  if (arabic) return word?.kind !== "noun" || (length <= 2 && !isModel(folded, number.start)) || number.scale >= 3 || number.bound === true || hedged.before || folded.slice(number.start, number.end).includes(",");
  if (length === 1 && folded[number.start] === "一") return false;
  if (length === 1 && folded[number.start] === "二") return "个人位".includes(word?.word ?? " ");
  return !number.spelled || number.upper !== undefined;
}

/** 46分 of 9时46分, 四十七分 of 九点四十七分. */
const isClock = (folded: string, start: number, spoken: boolean): boolean => spoken || "时点".includes(folded[start - 1] ?? " ");

/** A range without any unit: 1000与2000之间, 一千到一千五百, 3万-5万; not 19578-2021. */
const boundsAlone = (folded: string, { number }: Quantity, end: number): boolean =>
  folded[end] === "间" || folded.startsWith("之间", end) || number.scale >= 3 || (!isArabic(folded, number.start) && number.end - number.start > 1);

/** A number without any unit. */
function standsAlone(lexicon: FigureLexicon, folded: string, { number }: Quantity, end: number, hedged: Hedged): boolean {
  if (isLatinLetter(folded, end) || (kindAt(folded, end) !== Kind.none && !hedged.after)) return false;
  const single = number.end - number.start === 1;
  const arabic = isArabic(folded, number.start) || isArabic(folded, number.end - 1);
  if (number.spelled && !arabic) return false;
  if (number.bound) return true;
  if (!number.implicit && (kindAt(folded, number.end - 1) === Kind.scale || number.scale >= 4 || (arabic && number.scale === 3))) return true;
  if (hedged.before || hedged.after || hedged.governed) return arabic || (number.implicit ? number.scale >= 4 || isPhraseEnd(folded, end) : !single || hedged.after);
  if (number.value.exponent < 0) return !isVersion(folded, number.start, end);
  if (isStated(lexicon, folded, number.start, end)) return true;
  if (arabic) return folded.slice(number.start, number.end).includes(",");
  return !single && !isLess(number.value, HUNDRED) && isPhraseEnd(folded, end);
}

/** 答案是五。 得分为98，: the number is what is said; a year or a code is not. */
function isStated(lexicon: FigureLexicon, folded: string, start: number, end: number): boolean {
  if (end < folded.length && !/[\s，。；、,;)”]/u.test(folded[end] ?? "")) return false;
  if (isArabic(folded, start) && (folded[start] === "0" || end - start > 5 || /^(?:19|20)\d\d$/.test(folded.slice(start, end)))) return false;
  return wordBefore(lexicon.copulas, folded, start, ({ notAfter }, at) => !notAfter.some((other) => folded.startsWith(other, at - other.length))) !== undefined;
}

/** 3.0 and 2.0 mostly count versions; and so does any decimal behind a Latin word. */
function isVersion(folded: string, start: number, end: number): boolean {
  if (folded[end - 2] === "." && folded[end - 1] === "0") return true;
  return "版代".includes(folded[end] ?? " ") || isModel(folded, start);
}

/** Windows 11, iOS 15.2 */
const isModel = (folded: string, start: number): boolean => folded[start - 1] === " " && isLatinLetter(folded, start - 2);

/** The whole text is numbers and punctuation: then they are what it says. */
function isOnlyNumbers({ folded }: Source): boolean {
  if (folded.length > ONLY_NUMBERS) return false;
  for (let at = 0; at < folded.length; at += 1) if (kindAt(folded, at) === Kind.none && !/[\s\p{P}\p{S}点分之又负ekm]/u.test(folded[at] ?? "")) return false;
  return true;
}
