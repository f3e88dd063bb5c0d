/** A half-open stretch `[start, end)` of the caller's text, in UTF-16 code units: `text.slice(start, end)` is what it covers. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
