import { LABELS, OUTSIDE } from "./label.js";

/**
 * The scores of a character, four labels to a number: label 4w + 1 + l is lane l of word w, 13 bits each, which leaves a
 * double exact. So two rows are added in `WORDS` steps instead of one for each label. `OUTSIDE` has no lane: scores are
 * over its own, and a row starts at `ZERO` in every word, half way up each lane, for sums may be negative.
 *
 * A lane holds sums to 4,095 either way: 120 nats where a weight is worth 0.03. Those of text stay far below.
 */
const LANES = 4;
const BITS = 13;
const HALF = 1 << (BITS - 1);
const LANE = (1 << BITS) - 1;
const UNITS = Float64Array.from({ length: LANES }, (_, lane) => 2 ** (BITS * lane));
const ALL = UNITS.reduce((sum, unit) => sum + unit, 0);
const UPPER = 2 ** (2 * BITS);
const TO_UPPER = 1 / UPPER;

export const WORDS = (LABELS - 1) / LANES;
export const ZERO = HALF * ALL;

/** Adds to what row `row` says of a label. */
export function addLabel(rows: Float64Array, row: number, label: number, weight: number): void {
  const at = row * WORDS;
  if (label === OUTSIDE) for (let word = 0; word < WORDS; word += 1) rows[at + word]! -= weight * ALL;
  else rows[at + ((label - 1) >> 2)]! += weight * UNITS[(label - 1) & (LANES - 1)]!;
}

/** Adds row `row` of `rows` to row `to` of `sums`. */
export function addRow(sums: Float64Array, to: number, rows: Float64Array, row: number): void {
  const at = to * WORDS;
  const from = row * WORDS;
  sums[at]! += rows[from]!;
  sums[at + 1]! += rows[from + 1]!;
  sums[at + 2]! += rows[from + 2]!;
  sums[at + 3]! += rows[from + 3]!;
}

/** Reads row `row` of `sums`: the score of each label. */
export function readRow(sums: Float64Array, row: number, scores: Int32Array): void {
  for (let word = 0; word < WORDS; word += 1) {
    const sum = sums[row * WORDS + word]!;
    const upper = (sum * TO_UPPER) | 0;
    const lower = (sum - upper * UPPER) | 0;
    const label = LANES * word + 1;
    scores[label] = (lower & LANE) - HALF;
    scores[label + 1] = (lower >>> BITS) - HALF;
    scores[label + 2] = (upper & LANE) - HALF;
    scores[label + 3] = (upper >>> BITS) - HALF;
  }
}

/** The score of one label in row `row`. */
export function readLabel(sums: Float64Array, row: number, label: number): number {
  const sum = sums[row * WORDS + ((label - 1) >> 2)]!;
  const upper = (sum * TO_UPPER) | 0;
  const lane = (label - 1) & (LANES - 1);
  const half = lane < 2 ? (sum - upper * UPPER) | 0 : upper;
  return (lane & 1 ? half >>> BITS : half & LANE) - HALF;
}
