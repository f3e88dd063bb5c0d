import type { Document } from "../../model/index.js";
import { PERSON, type Candidates } from "./candidate.js";
import type { FeatureTables } from "./feature.js";

const LONGEST_PART = 8;
const NATS = 3;
const HAN = 16;
/** · • ・ ‧ */
const isDot = (unit: number): boolean => unit === 0xb7 || unit === 0x2022 || unit === 0x30fb || unit === 0x2027;

/** Foreign names around a `·`: transliterating characters on both sides, whole words of the segmenter. The model chooses. */
export function addForeign({ folded, sentences }: Document, tables: FeatureTables, boundaries: Uint8Array, candidates: Candidates): void {
  const transliterates = (i: number): boolean => i < folded.length && tables.foreign[folded.charCodeAt(i)]! > HAN;
  const isDotAt = (i: number): boolean => isDot(folded.charCodeAt(i));
  for (const sentence of sentences) {
    for (let i = sentence.start + 1; i < sentence.end - 1; i += 1) {
      if (!isDotAt(i) || !transliterates(i - 1) || !transliterates(i + 1)) continue;
      let from = i - 1;
      while (from > sentence.start && i - from < LONGEST_PART && transliterates(from - 1)) from -= 1;
      let lastDot = i;
      let to = i + 1;
      while (to < sentence.end && to - lastDot <= LONGEST_PART && (transliterates(to) || (isDotAt(to) && transliterates(to + 1)))) {
        if (isDotAt(to)) lastDot = to;
        to += 1;
      }
      for (let start = from; start < i; start += 1) {
        if (!boundaries[start]) continue;
        for (let end = lastDot + 2; end <= to; end += 1) if (boundaries[end]) candidates.add(start, end, PERSON, NATS + 0.3 * (end - start));
      }
      i = to;
    }
  }
}
