import { decimal, isLess, multiply, ONE, shift, ZERO, type Decimal } from "../number/decimal.js";
import type { FigureLexicon } from "../../lexicon/figure.js";
import { valueOf, wordBefore, type Quantity, type Source } from "./quantity.js";
import { endOfDigits } from "../number/digits.js";

/** One figure of a series: a quantity, or two that bound a range. */
export interface Item {
  readonly quantity: Quantity;
  readonly upper?: Quantity;
  readonly end: number;
}

const TEN = decimal(10);
/** 1万(含)-5万元 */
const INCLUDED = "(含)";
const BETWEEN = "间";
const DASHES = "-~—–‐−〜";

/**
 * Reads what belongs together from `at`: a range (20%至25%, 1万-5万元), a list that shares its unit (43亿/45亿/47亿元), or a
 * single quantity. What shares a unit of time is read, too, so that none of it becomes a figure.
 */
export function seriesReader({ moves }: Pick<FigureLexicon, "moves">, readQuantity: (source: Source, at: number) => Quantity | undefined): (source: Source, at: number) => { items: Item[]; end: number } | undefined {
  const readItem = (source: Source, at: number): Item | undefined => {
    const quantity = readQuantity(source, at);
    if (!quantity) return undefined;
    const upper = upperOf(source, quantity, readQuantity);
    if (!upper || movesTo(moves, source.folded, quantity, upper)) return { quantity, end: quantity.end };
    return { quantity: share(quantity, upper), upper, end: upper.end };
  };

  return (source, at) => {
    const item = readItem(source, at);
    if (!item) return undefined;
    const items = [item];
    let end = item.end;
    for (let next = listNext(source.folded, end); lacksUnit(items.at(-1)) && next !== undefined; next = listNext(source.folded, end)) {
      const member = readItem(source, next);
      if (!member) break;
      items.push(member);
      end = member.end;
    }
    const last = items.at(-1)?.quantity;
    const fraction = last?.word ? undefined : fractionOf(source.folded, items);
    if (fraction) return { items: [fraction], end };
    if (!last?.word) return { items, end };
    return { items: items.map((each) => (each.quantity.word || each.quantity === last ? each : { ...each, quantity: share(each.quantity, last), ...(each.upper && { upper: share(each.upper, last) }) })), end };
  };
}

/** 1/2: two whole numbers, and no third. */
function fractionOf(folded: string, [first, second, third]: readonly Item[]): Item | undefined {
  if (!first || !second || third || first.upper || second.upper) return undefined;
  const [above, below] = [first.quantity.number, second.quantity.number];
  if (folded[above.end] !== "/" || !isPlain(folded, above.start, above.end) || !isPlain(folded, below.start, below.end) || below.value.coefficient === 0n) return undefined;
  return { quantity: { start: above.start, end: below.end, number: { ...above, end: below.end, over: below.value } }, end: below.end };
}

const isPlain = (folded: string, start: number, end: number): boolean => endOfDigits(folded, start) === end;

const lacksUnit = (item: Item | undefined): boolean => item !== undefined && !item.quantity.word && !item.quantity.number.percent && !item.upper?.word;

/** Where the next member of a list starts, behind 、 / 和 与 及. */
function listNext(folded: string, at: number): number | undefined {
  const mark = folded[at];
  if (mark === "、" || mark === "/" || mark === "和" || mark === "与" || mark === "及") return folded[at + 1] === " " ? at + 2 : at + 1;
  return undefined;
}

/** A quantity takes the unit of the one behind it, and its 万 or 亿 where it has none and is the smaller: 20-35亿元, but 800到1万人. */
function share(quantity: Quantity, from: Quantity): Quantity {
  const { number } = quantity;
  const { scale } = from.number;
  const mantissa = shift(from.number.value, -scale);
  const shares = scale > number.scale && (scale >= 4 ? number.scale < 4 : isLess(number.value, TEN)) && isLess(abs(number.value), abs(mantissa)) && !number.over;
  const scaled = shares ? { ...number, value: shift(number.value, scale), scale, ...(number.upper && { upper: shift(number.upper, scale) }) } : number;
  const { word, unit, per } = from;
  return { ...quantity, number: scaled, ...(!quantity.word && word && { word }), ...(!quantity.word && unit !== undefined && { unit }), ...(per !== undefined && { per }) };
}

const abs = (value: Decimal): Decimal => (value.coefficient < 0n ? { coefficient: -value.coefficient, exponent: value.exponent } : value);

/** The other end of a range behind `quantity`; none where the two cannot be measured alike. */
function upperOf(source: Source, quantity: Quantity, readQuantity: (source: Source, at: number) => Quantity | undefined): Quantity | undefined {
  const { folded } = source;
  const from = rangeNext(folded, quantity.end);
  if (from === undefined) return undefined;
  const upper = readQuantity(source, from.at);
  if (!upper || upper.start !== from.at) return undefined;
  if (from.between && upper.word?.word === BETWEEN) return { start: upper.start, end: upper.number.end, number: upper.number };
  if (from.between && !(folded[upper.end] === BETWEEN || folded[upper.end + 1] === BETWEEN)) return undefined;
  if (quantity.word && (quantity.unit !== upper.unit || upper.word?.kind === "time")) return undefined;
  if (Boolean(quantity.number.percent) !== Boolean(upper.number.percent)) return undefined;
  return upper;
}

/** A move is so many times smaller than the level that it ends at. */
const SMALL = decimal(6);
const SPREAD = /^(?:之?间|不等|以[内下上]|的)/u;

/** 下调1.4万元至29.99万元: how far, and where to. The bounds of a range run up and lie nearer; most percents and a spread of moves (涨100元至1000元不等) are ranges. */
function movesTo(moves: FigureLexicon["moves"], folded: string, low: Quantity, high: Quantity): boolean {
  const end = folded[low.start - 1] === "了" ? low.start - 1 : low.start;
  const link = folded[high.start - 1] === " " ? folded[high.start - 2] : folded[high.start - 1];
  if ((link !== "至" && link !== "到") || !(low.word || low.number.percent) || !wordBefore(moves, folded, end)) return false;
  const [by, to] = [valueOf(low, low.number.value), valueOf(high, high.number.value)];
  if (!isLess(ZERO, by)) return false;
  const isPercent = low.unit === "percent" || low.number.percent;
  return isLess(to, by) || ((!isPercent || isLess(by, ONE)) && isLess(multiply(by, SMALL), to) && !SPREAD.test(folded.slice(high.end, high.end + 2)));
}

/** Behind 至 到 - ~ — –, one or two of them, with a space; or 与 and 和, which make a range of X与Y之间. */
function rangeNext(folded: string, end: number): { at: number; between: boolean } | undefined {
  let at = folded.startsWith(INCLUDED, end) ? end + INCLUDED.length : end;
  if (folded[at] === " ") at += 1;
  const mark = folded[at] ?? " ";
  const isDash = DASHES.includes(mark);
  const between = mark === "与" || mark === "和";
  if (!isDash && !between && mark !== "至" && mark !== "到") return undefined;
  at += isDash && folded[at + 1] === mark ? 2 : 1;
  return { at: folded[at] === " " ? at + 1 : at, between };
}
