import { LABELS, OUTSIDE } from "./label.js";

/**
 * The scores of a character, four labels to a number: label 4w + 1 + l is lane l of word w, 13 bits each, which leaves a
 * double exact. So two rows are added in `WORDS` steps instead of one for each label. `OUTSIDE` has no lane: scores are
 * over its own, and a row starts at `ZERO` in every word, half way up each lane, for sums may be negative.
 *
 * A lane holds sums to 4,095 either way: 120 nats where a weight is worth 0.03. Those of text stay far below.
 */
const enum Lane {
  Count = 4,
  Bits = 13,
  Half = 0x1000,
  Mask = 0x1fff,
  /** What the upper two of a word count in. */
  Upper = 0x4000000,
}
const UNITS = Float64Array.from({ length: Lane.Count }, (_, lane) => 2 ** (Lane.Bits * lane));
const ALL = UNITS.reduce((sum, unit) => sum + unit, 0);

export const WORDS = (LABELS - 1) / Lane.Count;
export const ZERO = Lane.Half * ALL;

/** Adds to what row `row` says of a label. */
export function addLabel(rows: Float64Array, row: number, label: number, weight: number): void {
  const at = row * WORDS;
  if (label === OUTSIDE) for (let word = 0; word < WORDS; word += 1) rows[at + word]! -= weight * ALL;
  else rows[at + ((label - 1) >> 2)]! += weight * UNITS[(label - 1) & (Lane.Count - 1)]!;
}

/** Adds `count` rows of `rows`, from row `row` on, to those of `sums` from row `to` on. */
export function addRows(sums: Float64Array, to: number, rows: Float64Array, row: number, count: number): void {
  let from = row << 2;
  for (let at = to << 2; at < (to + count) << 2; at += 4, from += 4) {
    sums[at]! += rows[from]!;
    sums[at + 1]! += rows[from + 1]!;
    sums[at + 2]! += rows[from + 2]!;
    sums[at + 3]! += rows[from + 3]!;
  }
}

/** Reads row `row` of `sums`: the score of each label. */
export function readRow(sums: Float64Array, row: number, scores: Int32Array): void {
  for (let label = 1, at = row << 2; label < LABELS; label += Lane.Count, at += 1) {
    const sum = sums[at]!;
    const upper = (sum * (1 / Lane.Upper)) | 0;
    const lower = (sum - upper * Lane.Upper) | 0;
    scores[label] = (lower & Lane.Mask) - Lane.Half;
    scores[label + 1] = (lower >>> Lane.Bits) - Lane.Half;
    scores[label + 2] = (upper & Lane.Mask) - Lane.Half;
    scores[label + 3] = (upper >>> Lane.Bits) - Lane.Half;
  }
}

/** The score of one label in row `row`. */
export function readLabel(sums: Float64Array, row: number, label: number): number {
  const sum = sums[(row << 2) + ((label - 1) >> 2)]!;
  const upper = (sum * (1 / Lane.Upper)) | 0;
  const lane = (label - 1) & (Lane.Count - 1);
  const half = lane < 2 ? (sum - upper * Lane.Upper) | 0 : upper;
  return (lane & 1 ? half >>> Lane.Bits : half & Lane.Mask) - Lane.Half;
}
