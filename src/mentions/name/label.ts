import type { NameType } from "../../model/index.js";

/** The types the model knows, in the order of its labels. */
export const MODEL_TYPES = ["organization", "person", "location", "product"] as const satisfies readonly NameType[];

/** Labels of a character: 0 is outside; each type has four: first, inner and last character of a name, and the whole of it. */
export const OUTSIDE = 0;
export const FIRST = 1;
export const INNER = 2;
export const LAST = 3;
export const WHOLE = 4;
export const PARTS = 4;
export const LABELS = 1 + PARTS * MODEL_TYPES.length;

export const labelOf = (type: number, part: number): number => PARTS * type + part;
export const typeOf = (label: number): number => (label - 1) >> 2;
export const partOf = (label: number): number => (label === OUTSIDE ? OUTSIDE : ((label - 1) & 3) + 1);

const all = Array.from({ length: LABELS }, (_, label) => label);

/** Labels after which no name is open, and labels that open one or stay outside. */
export const CLOSED: readonly number[] = all.filter((label) => [OUTSIDE, LAST, WHOLE].includes(partOf(label)));
export const OPENING: readonly number[] = all.filter((label) => [OUTSIDE, FIRST, WHOLE].includes(partOf(label)));

/** Whether `next` may follow `label`. */
export const follows = (label: number, next: number): boolean =>
  CLOSED.includes(label) ? OPENING.includes(next) : typeOf(label) === typeOf(next) && (partOf(next) === INNER || partOf(next) === LAST);
