import type { FigureMention } from "../../model/index.js";

/** The words that may stand between two bounds of one range. */
export type Joints = ReadonlySet<string>;

/** Longer than any of them, with a space on both sides. */
const MAX_GAP = 6;

/**
 * A lower and an upper bound that nothing but a joint stands between, as the range that they bound: 大于60且小于80,
 * 五万元以上五十万元以下.
 */
export function joinBounds(joints: Joints, folded: string, first: FigureMention, second: FigureMention): FigureMention | undefined {
  const gap = second.start - first.end;
  if (gap < 0 || gap > MAX_GAP) return undefined;
  const [low, high] = isLower(first) ? [first, second] : [second, first];
  if (!isLower(low) || !isUpper(high) || low.value >= high.value) return undefined;
  if (first.unit !== undefined && second.unit !== undefined && (first.unit !== second.unit || first.per !== second.per)) return undefined;
  const joint = folded.slice(first.end, second.start).trim();
  if (joint !== "" && !joints.has(joint)) return undefined;
  const { unit, per } = first.unit === undefined ? second : first;
  return { type: "figure", start: first.start, end: second.end, value: low.value, upper: high.value, ...(unit !== undefined && { unit }), comparator: "range", ...(per !== undefined && { per }) };
}

const isLower = ({ comparator }: FigureMention): boolean => comparator === "gt" || comparator === "gte";
const isUpper = ({ comparator }: FigureMention): boolean => comparator === "lt" || comparator === "lte";
