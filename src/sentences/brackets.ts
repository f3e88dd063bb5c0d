import { FAMILIES, Kind, family, kindAt } from "./characters.js";

/** What is longer than this is a passage with sentences of its own, not an aside. */
const ASIDE = 120;

/**
 * Where the bracket that opens at a place closes, for every pair of a line that encloses a mere aside; stops and pauses in
 * there end nothing. Brackets without their partner, or with it far away, enclose nothing.
 */
export function findAsides(text: string, from: number, to: number): ReadonlyMap<number, number> | undefined {
  let asides: Map<number, number> | undefined;
  const open: number[] = [];
  const openOf = new Int32Array(FAMILIES);
  for (let i = from; i < to; i += 1) {
    const kind = kindAt(text, i);
    if (kind === Kind.Open) {
      open.push(i);
      openOf[family(text[i] ?? "")]! += 1;
    } else if (kind === Kind.Close) {
      const wanted = family(text[i] ?? "");
      // A stray closer closes nothing; one with a partner also ends what was opened since and never closed.
      while ((openOf[wanted] ?? 0) > 0) {
        const opener = open.pop() ?? 0;
        const found = family(text[opener] ?? "");
        openOf[found]! -= 1;
        if (found !== wanted) continue;
        if (i - opener <= ASIDE) (asides ??= new Map()).set(opener, i);
        break;
      }
    }
  }
  return asides;
}
