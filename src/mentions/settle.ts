import { overlaps, type Mention } from "../model/index.js";

/** One mention per place: of two that overlap the longer stays, of equals the one found first. In text order. */
export function settle(found: readonly Mention[]): Mention[] {
  const byStart = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const settled: Mention[] = [];
  for (const mention of byStart) {
    const last = settled.at(-1);
    if (!last || !overlaps(last, mention)) settled.push(mention);
    else if (mention.end - mention.start > last.end - last.start) settled[settled.length - 1] = mention;
  }
  return settled;
}
