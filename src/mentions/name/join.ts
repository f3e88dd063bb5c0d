import type { KnownNames } from "../../lexicon/name.js";
import type { NameCues } from "../../lexicon/name-cue.js";
import type { Document, Span } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

/**
 * Names that touch and are one: a place within a place (杭州市富阳区), and a body with the places it belongs to
 * (辽宁省沈阳市应急管理局). A country only says where from: it stays apart.
 */
export function joinPlaces({ folded }: Document, settled: readonly NameCandidate[], candidates: Candidates): NameCandidate[] {
  const joined: NameCandidate[] = [];
  for (const candidate of settled) {
    const last = joined.at(-1);
    const type = bestType(candidate);
    if (last && last.end === candidate.start && bestType(last) === LOCATION && (type === LOCATION || type === ORGANIZATION) && isDivision(folded, last)) {
      const whole = candidates.at(last.start, candidate.end);
      const weight = weightOf(last) + weightOf(candidate);
      if (whole.evidence[type]! < weight + 1) whole.evidence[type] = weight + 1;
      joined[joined.length - 1] = whole;
    } else joined.push(candidate);
  }
  return joined;
}

/** Provinces, cities and counties by their ending; the bare names of large places do not tell. */
function isDivision(folded: string, { start, end }: NameCandidate): boolean {
  return end - start > 2 && DIVISIONS.includes(folded[end - 1]!);
}

const DIVISIONS = "省市区县州盟旗镇乡";

const SPLIT = 4;
const LONGEST_ENDING = 5;

/** 美国杜克大学 is 美国 and 杜克大学: what no dictionary has as a whole, starts with a country and ends like a body of no state. */
export function splitOrigins({ folded }: Document, read: readonly Span[], names: KnownNames, cues: NameCues, candidates: Candidates): void {
  for (const { start, end } of read) {
    const country = names.lookup(folded, start);
    if (country?.type !== "location" || country.ambiguous || !STATES.includes(country.canonical.at(-1)!) || country.canonical.startsWith("中")) continue;
    const middle = start + country.length;
    if (end - middle < 3 || names.find(folded.slice(start, end))) continue;
    let isPrivate = names.find(folded.slice(middle, end))?.type === "organization";
    for (let length = 2; !isPrivate && length <= LONGEST_ENDING; length += 1) isPrivate = cues.private.has(folded.slice(end - length, end));
    if (!isPrivate) continue;
    const whole = candidates.at(start, end);
    const weight = Math.max(0, weightOf(whole));
    whole.evidence.fill(-weight);
    candidates.add(start, middle, LOCATION, SPLIT);
    candidates.add(middle, end, ORGANIZATION, weight + SPLIT);
  }
}

/** How the full names of states end: 共和国, 联邦. */
const STATES = "国邦盟";
