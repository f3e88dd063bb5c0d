import type { KnownNames } from "../../lexicon/name.js";
import type { NameCues } from "../../lexicon/name-cue.js";
import type { Document } from "../../model/index.js";
import { bestType, ORGANIZATION, PERSON, type Candidates, type NameCandidate } from "./candidate.js";
import type { FeatureTables } from "./feature.js";

const LONGEST_ALIAS = 20;
const LONGEST_CUE = 6;
const INTRODUCED = 8;
const ABBREVIATED = 5;

/**
 * Another name in brackets behind a name is a name of the same kind: 宁德时代新能源科技股份有限公司（简称“宁德时代”）, 世界卫生组织（WHO）.
 * Returns each alias with the name it belongs to.
 */
export function addAliases({ folded }: Document, accepted: readonly NameCandidate[], cues: NameCues, candidates: Candidates): [NameCandidate, NameCandidate][] {
  const pairs: [NameCandidate, NameCandidate][] = [];
  for (const name of accepted) {
    let at = name.end;
    while (folded[at] === "”" || folded[at] === " ") at += 1;
    if (folded[at] !== "(") continue;
    at += 1;
    const cue = cueAt(folded, at, cues.alias);
    at += cue;
    if (cue > 0 && (folded[at] === ":" || folded[at] === "为")) at += 1;
    const quoted = folded[at] === "“" || folded[at] === '"';
    if (quoted) at += 1;
    const rest = folded.slice(at, at + LONGEST_ALIAS);
    const length = rest.search(quoted ? /[”"]/ : /[),;，；。]/);
    const inner = length > 0 ? folded.slice(at, at + length) : "";
    if (inner.length < 2) continue;
    const full = folded.slice(name.start, name.end);
    if (cue === 0 && !quoted && !abbreviates(inner, full)) continue;
    const type = bestType(name);
    pairs.push([candidates.add(at, at + inner.length, type, cue > 0 || isAcronym(inner, full) ? INTRODUCED : ABBREVIATED), name]);
  }
  return pairs;
}

function cueAt(folded: string, at: number, words: ReadonlySet<string>): number {
  for (let length = LONGEST_CUE; length > 1; length -= 1) if (words.has(folded.slice(at, at + length))) return length;
  return 0;
}

/** Of a body without shares, whose letters are no ticker: 马来西亚棕榈油局(MPOB). */
const isAcronym = (short: string, full: string): boolean => /^[a-z]{3,8}$/.test(short) && BODIES.test(full);

const BODIES = /(?:[局署部会院]|组织|机构|联盟|中心|大学)$/;

/** Latin letters only, or characters of the name in its order. */
function abbreviates(short: string, full: string): boolean {
  if (/^[a-z][a-z .&-]*$/.test(short)) return !/^[a-z]/.test(full);
  let at = 0;
  for (const unit of short) {
    at = full.indexOf(unit, at) + 1;
    if (at === 0) return false;
  }
  return short.length < full.length;
}

/** The shorter forms by which a text may go on to call a name. */
export function shortForms(name: string, candidate: NameCandidate, names: KnownNames, suffix: FeatureTables["suffix"]): string[] {
  if (bestType(candidate) === PERSON) {
    const parts = name.split(/[·•・‧]/);
    return parts.length > 1 ? parts.filter((part) => part.length > 1) : [];
  }
  if (bestType(candidate) !== ORGANIZATION) return [];
  let start = 0;
  for (let place = names.lookup(name, start); place?.type === "location" && place.length > 1; place = names.lookup(name, start)) start += place.length;
  let end = name.length;
  for (let i = start + 2; i < name.length; i += 1) {
    const ending = suffix(name, i);
    if (ending && i + ending.length === name.length) {
      end = i;
      break;
    }
  }
  if (end === name.length && start === 0) return [];
  const forms: string[] = [];
  for (let length = 2; length <= Math.min(6, end - start); length += 1) {
    const short = name.slice(start, start + length);
    const known = names.find(short);
    if (short.length < name.length && (!known || known.type === "organization")) forms.push(short);
  }
  return forms;
}
