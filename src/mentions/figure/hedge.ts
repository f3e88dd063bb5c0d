import type { FigureLexicon, Hedge } from "../../lexicon/figure.js";
import type { Comparator } from "../../model/index.js";
import { wordBefore } from "./quantity.js";

/** A hedge found at a figure: where the figure's span then begins or ends. */
export interface FoundHedge {
  readonly comparator: Comparator;
  readonly at: number;
}

const REACH = 3;
const FAR = 16;

/** What a bound is that is denied: not over is at most. */
const DENIED: Readonly<Record<Comparator, Comparator>> = { gt: "lte", gte: "lt", lt: "gte", lte: "gt", eq: "eq", approx: "approx", range: "range" };

/** The hedge that touches the figure that starts at `start`: 约, 超过, 不低于; behind a denial (不得超过) the opposite bound. */
export function hedgeBefore({ before, denials }: FigureLexicon, folded: string, start: number): FoundHedge | undefined {
  const end = folded[start - 1] === " " ? start - 1 : start;
  const hedge = wordBefore(before, folded, end, (entry, from) => fits(entry, folded, from, start));
  if (!hedge) return undefined;
  const at = end - hedge.word.length;
  return { comparator: wordBefore(denials, folded, at) ? DENIED[hedge.comparator] : hedge.comparator, at };
}

/**
 * The comparator that words before a figure set without touching it: 跌破 3400点, 至少有 5家, 低于目标值的 135%.
 */
export function governor(lexicon: FigureLexicon, folded: string, start: number): Comparator | undefined {
  const outside = wordBefore(lexicon.outside, folded, start);
  if (outside) return outside.comparator;
  for (let gap = 1; gap <= REACH; gap += 1) {
    const end = start - gap;
    if (end < 1 || !isHan(folded, end)) break;
    const hedge = wordBefore(lexicon.reach, folded, end, (entry, from) => fits(entry, folded, from, end));
    if (hedge && (gap < 3 || folded[start - 1] === "了")) return hedge.comparator;
  }
  if (folded[start - 1] !== "的") return undefined;
  for (let end = start - 2; end > start - FAR && end > 0 && isHan(folded, end); end -= 1) {
    const hedge = wordBefore(lexicon.before, folded, end, (entry, from) => entry.word.length > 1 && fits(entry, folded, from, end));
    if (hedge) return hedge.comparator === "approx" ? undefined : hedge.comparator;
  }
  return undefined;
}

/** The hedge behind the figure that ends at `end`: 以上, 左右; 多 where nothing follows that it could belong to. */
export function hedgeAfter({ after, tail }: FigureLexicon, folded: string, end: number, isPhraseEnd: (folded: string, at: number) => boolean): FoundHedge | undefined {
  const from = folded[end] === " " ? end + 1 : end;
  const hedge = after.get(folded.charCodeAt(from))?.find(({ word, notBefore }) => folded.startsWith(word, from) && !notBefore.some((other) => folded.startsWith(other, from + word.length)));
  if (hedge) return { comparator: hedge.comparator, at: from + hedge.word.length };
  const more = tail.get(folded.charCodeAt(end))?.find(({ word }) => isPhraseEnd(folded, end + word.length));
  return more && { comparator: more.comparator, at: end + more.word.length };
}

const fits = (hedge: Hedge, folded: string, start: number, end: number): boolean =>
  !hedge.notAfter.some((other) => folded.startsWith(other, start - other.length) && start >= other.length) &&
  !hedge.notBefore.some((other) => folded.startsWith(other, end)) &&
  (hedge.onlyBefore.length === 0 || hedge.onlyBefore.some((other) => folded.startsWith(other, end)));

const isHan = (folded: string, at: number): boolean => {
  const unit = folded.charCodeAt(at);
  return unit >= 0x4e00 && unit <= 0x9fff;
};
