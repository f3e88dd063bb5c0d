import type { KnownNames } from "../../lexicon/name.js";
import type { NameParts } from "../../lexicon/name-part.js";
import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import { bestType, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

const LONGEST_SEAT = 8;
/** How a name goes on behind the seat that the trade stands before: 国浩律师（杭州）事务所. */
const OFFICE = "事务所";
const WHOLE = 4;

export type SeatAdder = (document: Document, accepted: readonly NameCandidate[], candidates: Candidates) => void;

/** A firm with the place of its seat in brackets is one name: 国浩律师（杭州）事务所, 德恒（杭州）律师事务所. */
export function seatAdder({ suffixes }: NameParts, names: KnownNames): SeatAdder {
  const endings = new Trie([OFFICE, ...[...suffixes.values()].flatMap(({ suffix, type, strength }) => (type === "organization" && strength !== "weak" ? [suffix.toLowerCase()] : []))]);
  return ({ folded }, accepted, candidates) => {
    for (const name of accepted) {
      if (folded[name.end] !== "(" || bestType(name) !== ORGANIZATION || name.fixed) continue;
      const close = folded.slice(name.end, name.end + LONGEST_SEAT + 2).indexOf(")");
      if (close < 0 || names.find(folded.slice(name.end + 1, name.end + close))?.type !== "location") continue;
      const end = endings.longestEnd(folded, name.end + close + 1);
      if (end > 0) candidates.add(name.start, end, ORGANIZATION, weightOf(name) + WHOLE);
    }
  };
}
