import { countWhile } from "./search.js";

/** A half-open stretch `[start, end)` of the caller's text, in UTF-16 code units: `text.slice(start, end)` is what it covers. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** How many of the spans, which are in order of their start, begin before `offset`. */
export function countBefore(spans: readonly Span[], offset: number): number {
  return countWhile(spans.length, (i) => (spans[i]?.start ?? 0) < offset);
}

/** Those of the spans, which are in order of their start, that lie inside `outer`. */
export function spansIn<T extends Span>(spans: readonly T[], outer: Span): T[] {
  const found: T[] = [];
  for (let i = countBefore(spans, outer.start); i < spans.length; i += 1) {
    const span = spans[i];
    if (!span || span.start >= outer.end) break;
    if (span.end <= outer.end) found.push(span);
  }
  return found;
}

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
