import type { Lexicon } from "../../lexicon/lexicon.js";
import type { Document } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

/**
 * Names that touch and are one: a place within a place (杭州市富阳区), and a body with the places it belongs to
 * (辽宁省沈阳市应急管理局). A country only says where from: it stays apart.
 */
export function joinPlaces({ folded }: Document, settled: readonly NameCandidate[], { names }: Lexicon, candidates: Candidates): NameCandidate[] {
  const joined: NameCandidate[] = [];
  for (const candidate of settled) {
    const last = joined.at(-1);
    const type = bestType(candidate);
    if (last && last.end === candidate.start && bestType(last) === LOCATION && (type === LOCATION || type === ORGANIZATION) && isDivision(folded, last, names)) {
      const whole = candidates.at(last.start, candidate.end);
      const weight = weightOf(last) + weightOf(candidate);
      if (whole.evidence[type]! < weight + 1) whole.evidence[type] = weight + 1;
      joined[joined.length - 1] = whole;
    } else joined.push(candidate);
  }
  return joined;
}

/** Whether a name says by its ending that it is a province, city or county. */
function isDivision(folded: string, { start, end }: NameCandidate, names: Lexicon["names"]): boolean {
  const name = folded.slice(start, end);
  void names;
  return name.length > 2 && DIVISIONS.includes(name.at(-1)!);
}

const DIVISIONS = "省市区县州盟旗镇乡";
