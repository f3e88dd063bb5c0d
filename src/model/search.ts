/**
 * How many of `length` ordered items pass a test that those from some index on all fail: the index of the first that fails.
 * Asks a logarithmic number of times.
 */
export function countWhile(length: number, passes: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The item at an index that may lie before the first, where there is none: V8 takes long to find nothing at -1. */
export const itemAt = <T>(items: readonly T[], index: number): T | undefined => (index < 0 ? undefined : items[index]);
