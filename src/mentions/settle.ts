import { countWhile, type Span } from "../model/index.js";

/** Something found, and how much speaks for it: of what overlaps, the set that weighs most stays. */
export interface Weighted<T extends Span> {
  readonly found: T;
  readonly weight: number;
}

/**
 * Of all that was found, the non-overlapping set of the greatest weight, in text order; what weighs nothing or less is
 * no part of it. Of two sets that weigh the same, the one with the later, longer parts.
 */
export function settle<T extends Span>(candidates: readonly Weighted<T>[]): T[] {
  // Of one shape, whatever shapes those have that were found: their spans are read over and over.
  const byEnd: { readonly start: number; readonly end: number; readonly weight: number; readonly found: T }[] = [];
  for (const { found, weight } of candidates) if (weight > 0) byEnd.push({ start: found.start, end: found.end, weight, found });
  byEnd.sort((a, b) => a.end - b.end || b.start - a.start);
  // best[i]: the greatest weight that the first i candidates reach.
  const best = new Float64Array(byEnd.length + 1);
  const before = new Int32Array(byEnd.length);
  for (let i = 0; i < byEnd.length; i += 1) {
    const { start, weight } = byEnd[i]!;
    const apart = countWhile(i, (k) => byEnd[k]!.end <= start);
    before[i] = apart;
    best[i + 1] = Math.max(best[i]!, best[apart]! + weight);
  }
  const settled: T[] = [];
  for (let i = byEnd.length; i > 0; ) {
    if (best[i] === best[i - 1]) i -= 1;
    else {
      settled.push(byEnd[i - 1]!.found);
      i = before[i - 1]!;
    }
  }
  return settled.reverse();
}
