import { figureLexicon, type FigureLexicon } from "../lexicon/figure.js";
import { fold } from "../lexicon/fold.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { Kind, kindAt } from "../lexicon/numeral.js";
import type { Comparator, FigureMention } from "../model/index.js";
import { toNumber, type Decimal } from "./number/decimal.js";
import { joinBounds } from "./figure/bounds.js";
import { counts, isNamed } from "./figure/context.js";
import { governor, hedgeAfter, hedgeBefore } from "./figure/hedge.js";
import { isPhraseEnd, isLatinLetter, quantityReader, valueOf, type Quantity, type Source } from "./figure/quantity.js";
import { seriesReader, type Item } from "./figure/series.js";
import { endOfDigits } from "./number/digits.js";
import { signAt } from "./number.js";
import type { Recognizer } from "./recognizer.js";

/**
 * Figures: a number, its unit, and how firmly the text states it.
 *
 *     营收约1.15亿元         value 115000000, unit CNY, comparator approx
 *     销量3000辆以上         value 3000, unit 辆, comparator gte
 *     20%至25%              value 20, upper 25, unit percent, comparator range
 *     大于60且小于80         value 60, upper 80, comparator range
 *     43亿/45亿/47亿元       three figures, each CNY
 *     订单好几个亿           nothing: the text gives no number, so neither do we
 *     iPhone 15、第三、5G    nothing: numbers that name
 */
export function figureRecognizer({ figures }: Lexicon): Recognizer<FigureMention> {
  const recognize = figureReader(figures);
  return (document) => recognize(document);
}

let shared: ((source: Source) => FigureMention[]) | undefined;

/**
 * The figures of a text, without anything else this library reads. What the dates of the text are made of is left out
 * where the figure's own words tell; `extract` settles the rest.
 *
 *     recognizeFigures("营收约1.15亿元")  [{ type: "figure", start: 2, end: 9, value: 115000000, unit: "CNY", comparator: "approx" }]
 *
 * @returns in text order, without overlap; offsets are UTF-16, `value` in base units (元, percent in points)
 */
export function recognizeFigures(text: string): FigureMention[] {
  shared ??= figureReader(figureLexicon());
  return shared({ text, folded: fold(text) });
}

/** The same, over a text and its fold alone. */
export function figureReader(lexicon: FigureLexicon): (source: Source) => FigureMention[] {
  const readSeries = seriesReader(lexicon, quantityReader(lexicon));
  return (source) => {
    const { folded } = source;
    const found: FigureMention[] = [];
    let floor = 0; // what is before it belongs to an earlier figure
    for (let at = 0; at < folded.length; ) {
      if (!startsNumber(folded, at)) {
        at += 1;
        continue;
      }
      const series = readSeries(source, at);
      if (!series) {
        at = skipRun(folded, at);
        continue;
      }
      // 第三、四家: what orders the first of a list orders them all
      const isOrder = series.items.length > 1 && isNamed(lexicon, folded, at);
      for (const item of isOrder ? [] : series.items) {
        const figure = figureOf(lexicon, source, item, floor);
        if (!figure) continue;
        const joined = found.length > 0 ? joinBounds(lexicon.joints, folded, found[found.length - 1] as FigureMention, figure) : undefined;
        if (joined) found[found.length - 1] = joined;
        else found.push(figure);
        floor = figure.end;
      }
      at = Math.max(series.end, floor, at + 1);
    }
    return found;
  };
}

function startsNumber(folded: string, at: number): boolean {
  const kind = kindAt(folded, at);
  if (kind !== Kind.none) return kind !== Kind.more;
  if (folded[at] === "半") return folded[at + 1] === "数";
  if (folded[at] === ".") return kindAt(folded, at + 1) === Kind.arabic && !/[\w.)]/.test(folded[at - 1] ?? "");
  if (signAt(folded, at) === 0) return false;
  const next = folded[at + 1] === " " || folded[at + 1] === "." ? at + 2 : at + 1;
  return kindAt(folded, next) !== Kind.none && !isJoined(folded, at);
}

/** A hyphen between letters or digits is no sign: AK-47, 2022-01. */
const isJoined = (folded: string, at: number): boolean => folded[at] !== "负" && (isLatinLetter(folded, at - 1) || kindAt(folded, at - 1) === Kind.arabic);

function skipRun(folded: string, at: number): number {
  const kind = kindAt(folded, at);
  if (kind === Kind.arabic) return endOfDigits(folded, at);
  let end = at + 1;
  if (kind === Kind.digit) while (kindAt(folded, end) === Kind.digit) end += 1;
  return end;
}

function figureOf(lexicon: FigureLexicon, source: Source, item: Item, floor: number): FigureMention | undefined {
  const { folded } = source;
  const { quantity, end: itemEnd, upper } = item;
  let start = quantity.start;
  const before = start > floor ? hedgeBefore(lexicon, folded, start) : undefined;
  if (before && before.at >= floor) start = before.at;
  const after = hedgeAfter(lexicon, folded, itemEnd, isPhraseEnd);
  const governing = before ? undefined : governor(lexicon, folded, start);
  if (!counts(lexicon, source, item, { before: before !== undefined, after: after !== undefined && after.at - itemEnd > 1, governed: governing !== undefined })) return undefined;
  const end = after?.at ?? itemEnd;
  const { number } = quantity;
  const unit = number.percent ? "percent" : quantity.unit;
  const per = quantity.per ?? upper?.per;
  const low = resolve(quantity, number.value);
  const high = upper ? resolve(upper, upper.number.upper ?? upper.number.value) : number.upper ? resolve(quantity, number.upper) : undefined;
  const hedged = before?.comparator ?? governing ?? after?.comparator;
  const comparator: Comparator = high !== undefined ? "range" : number.bound && hedged !== "lt" && hedged !== "lte" ? "gt" : (hedged ?? "eq");
  return {
    type: "figure",
    start,
    end,
    value: high === undefined ? low : Math.min(low, high),
    ...(high !== undefined && { upper: Math.max(low, high) }),
    ...(unit !== undefined && { unit }),
    comparator,
    ...(per !== undefined && { per }),
  };
}

function resolve(quantity: Quantity, value: Decimal): number {
  const { over, spelled } = quantity.number;
  if (quantity.word?.fold && spelled) return toNumber(valueOf(quantity, spelled));
  const exact = toNumber(valueOf(quantity, value));
  return over ? exact / toNumber(over) : exact;
}
