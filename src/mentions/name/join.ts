import type { NameForm } from "../../lexicon/name-form.js";
import type { KnownNames } from "../../lexicon/name.js";
import type { NameCues } from "../../lexicon/name-cue.js";
import type { NameParts } from "../../lexicon/name-part.js";
import type { Document, Span } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";
import { isState, originEnd } from "./origin.js";
import type { TaggedName } from "./tagger.js";

/**
 * Names that touch and are one: a place within a place (杭州市余杭区), a body with the places it belongs to
 * (浙江省宁波市应急管理局) or with its Latin name (晚点LatePost). A country only says where from: it stays apart.
 */
export function joinNames({ folded }: Document, settled: readonly NameCandidate[], candidates: Candidates): NameCandidate[] {
  const joined: NameCandidate[] = [];
  for (const candidate of settled) {
    const last = joined.at(-1);
    if (last && isOne(folded, last, candidate)) {
      const type = bestType(candidate);
      const whole = candidates.at(last.start, candidate.end);
      whole.evidence[type] = Math.max(whole.evidence[type]!, weightOf(last) + weightOf(candidate) + 1);
      joined[joined.length - 1] = whole;
    } else joined.push(candidate);
  }
  return joined;
}

/** No name is joined to a longer one. */
const LONGEST = 40;

function isOne(folded: string, first: NameCandidate, second: NameCandidate): boolean {
  if (first.end !== second.start || first.fixed || second.fixed || second.end - first.start > LONGEST) return false;
  const type = bestType(second);
  if (bestType(first) === LOCATION) return (type === LOCATION || type === ORGANIZATION) && isDivision(folded, first);
  return bestType(first) === ORGANIZATION && type === ORGANIZATION && isLatin(folded, second.start) && !isLatin(folded, first.start);
}

/** Provinces, cities and counties by their ending; whether bare names (江苏阜宁) are one, the model says. */
const isDivision = (folded: string, { start, end }: NameCandidate): boolean => end - start > 2 && DIVISIONS.includes(folded[end - 1]!);

const isLatin = (folded: string, at: number): boolean => folded[at]! >= "a" && folded[at]! <= "z";

const DIVISIONS = "省市区县州盟旗镇乡";

const SPLIT = 4;
const LONGEST_ENDING = 5;

/**
 * What no dictionary has as a whole and starts with the name of a large place, which only says where from or where, is
 * two: 美国 and 杜克大学, 韩国 and 平昌, 湖南 and 新晃.
 */
export function splitOrigins({ text, folded }: Document, read: readonly TaggedName[], names: KnownNames, endings: ReadonlySet<string>, candidates: Candidates): void {
  for (const name of read) {
    const { start, end } = name;
    if (name.type !== LOCATION && name.type !== ORGANIZATION) continue;
    // 贵州省桐梓县 is no body.
    const type = name.type === ORGANIZATION && names.lookup(folded, start)?.type === "location" && areListed(folded, name, names) ? LOCATION : name.type;
    const middle = type === LOCATION ? originEnd(folded, name, names) : homeEnd(text, folded, name, names, endings);
    if (middle === undefined && type === name.type) continue;
    const whole = candidates.at(start, end);
    const weight = Math.max(0, weightOf(whole));
    whole.evidence.fill(-weight);
    if (middle === undefined) {
      whole.evidence[type] = weight;
      continue;
    }
    const { evidence } = candidates.at(start, middle);
    evidence[LOCATION] = Math.max(evidence[LOCATION]!, 0) + SPLIT;
    candidates.add(middle, end, type, weight + SPLIT);
  }
}

/** Whether two or more listed names of one type fill it. */
export function areListed(folded: string, { start, end }: Span, names: KnownNames): boolean {
  let at = start;
  const first = names.lookup(folded, at);
  if (!first || first.length === end - start) return false;
  for (let name: NameForm | undefined = first; name?.type === first.type && at < end; name = names.lookup(folded, at)) at += name.length;
  return at === end;
}

/** How the names of private bodies end: by what they are (大学, 公司) or by a trade (家具). */
export function privateEndings({ suffixes }: NameParts, cues: NameCues): ReadonlySet<string> {
  const trades = [...suffixes.values()].flatMap(({ suffix, strength }) => (strength === "industry" ? [suffix.toLowerCase()] : []));
  return new Set([...cues.private, ...trades]);
}

/** Where the country ends that a private body is from: one of a private kind, or a Latin name that is no acronym (德国Celonis, not 美国FDA). */
function homeEnd(text: string, folded: string, { start, end }: TaggedName, names: KnownNames, endings: ReadonlySet<string>): number | undefined {
  const place = names.lookup(folded, start);
  if (place?.type !== "location" || place.ambiguous || !isState(place.canonical) || place.canonical.startsWith(OWN)) return undefined;
  const middle = start + place.length;
  if (LATIN_NAME.test(text.slice(middle, end))) return names.find(folded.slice(start, end)) ? undefined : middle;
  const own = names.find(folded.slice(middle, end)) ? 0 : SHORTEST_OWN;
  return endsIn(folded, middle + own, end, endings) && !names.find(folded.slice(start, end)) ? middle : undefined;
}

const LATIN_NAME = /^[A-Z][a-z]/;
const OWN = "中华";
/** As much stands before the ending of a name by itself, unless it is listed (白宫): 韩国锌业 is one as a whole. */
const SHORTEST_OWN = 2;

function endsIn(folded: string, start: number, end: number, endings: ReadonlySet<string>): boolean {
  for (let length = 2; length <= Math.min(LONGEST_ENDING, end - start); length += 1) if (endings.has(folded.slice(end - length, end))) return true;
  return false;
}
