import type { Document } from "../../model/index.js";
import type { NameCues } from "../../lexicon/name-cue.js";
import type { KnownNames } from "../../lexicon/name.js";
import type { NameParts } from "../../lexicon/name-part.js";
import { LOCATION, ORGANIZATION, PERSON, type Candidates } from "./candidate.js";
import { endsInTitle } from "./context.js";
import type { EdgeTrimmer } from "./edge.js";
import type { FairTeller } from "./fair.js";
import type { KindTeller } from "./kind.js";
import { MODEL_TYPES } from "./label.js";
import type { LatinRun } from "./latin.js";
import type { TaggedName } from "./tagger.js";

/** What the model reads in its sentence is worth more than its isolated evidence. */
const READ = 1.5;
/** Less where it cuts a word of the dictionary in two. */
const CUT = 2;
const LISTED = -8;
const KIND = 6;
/** The place of a fair, which the segmenter may cut: 珠+海航+展. */
const PLACE = 3;
const TICKER = -20;

/** The names that the model reads; a list read as one name loses to its parts, unless a body is called so (数字、文化、媒体和体育部). Nobody's name ends with a post (司司长), nor with what he does. */
export function addRead({ folded }: Document, names: readonly TaggedName[], known: KnownNames, { titles }: NameParts, { behind }: NameCues, { startOf, endOf }: EdgeTrimmer, isKind: KindTeller, fairPlace: FairTeller, boundaries: Uint8Array, candidates: Candidates): void {
  for (const { start, end, type } of names) {
    const name = trim(folded, start, end);
    const listed = known.find(folded.slice(name.start, name.end)) !== undefined;
    if (type !== PERSON && !listed) {
      name.start = startOf(name.start, name.end);
      name.end = endOf(name.start, name.end);
    }
    if (name.start === name.end) continue;
    if (!listed && (isKind(folded, name.start, name.end) || (type === PERSON && endsInTitle(folded, name.end, titles.post)))) {
      candidates.at(name.start, name.end).evidence[type]! -= KIND;
      continue;
    }
    const place = listed || type === PERSON ? undefined : fairPlace(folded, name);
    if (place !== undefined) {
      candidates.at(name.start, name.end).evidence[type]! -= KIND;
      const { evidence } = candidates.at(name.start, place);
      evidence[LOCATION] = Math.max(evidence[LOCATION]!, 0) + PLACE;
      continue;
    }
    if (type === PERSON && !listed) leaveVerb(folded, name, behind, candidates);
    const cuts = (boundaries[name.start] ? 0 : 1) + (boundaries[name.end] ? 0 : 1);
    const candidate = candidates.add(name.start, name.end, type, READ - CUT * cuts);
    if (type !== ORGANIZATION && folded.slice(name.start, name.end).includes("、")) candidate.evidence.fill(LISTED);
  }
}

/** Behind a short name a verb or adverb of one character is easily read as its last: 李丽+获表彰, 张洁+称. What spoke for the whole speaks for the rest. */
function leaveVerb(folded: string, name: { start: number; end: number }, behind: ReadonlySet<string>, candidates: Candidates): void {
  const { start, end } = name;
  if (end - start < SHORTEST_WITH_VERB || !behind.has(folded[end - 1]!)) return;
  const whole = candidates.at(start, end);
  const rest = candidates.at(start, end - 1);
  rest.evidence[PERSON] = Math.max(rest.evidence[PERSON]!, whole.evidence[PERSON]!);
  whole.evidence[PERSON]! -= KIND;
  name.end -= 1;
}

const SHORTEST_WITH_VERB = 3;

function trim(folded: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && isOuter(folded, from)) from += 1;
  YEAR.lastIndex = from;
  if (YEAR.test(folded)) from = YEAR.lastIndex;
  while (to > from && isOuter(folded, to - 1)) to -= 1;
  for (let half = halfBracket(folded, from, to); half >= 0; half = halfBracket(folded, from, to)) {
    // 广义货币(M2 goes up to the bracket; what opens with one, or closes another's, starts behind it.
    if (half > from && (half === to - 1 || OPENERS.includes(folded[half]!))) to = half;
    else from = half + 1;
  }
  return { start: from, end: to };
}

const OPENERS = "([“《「";
const CLOSERS = ")]”》」";

/** Where a bracket stands in the stretch that has no other half there, or -1. */
function halfBracket(folded: string, from: number, to: number): number {
  const open: number[] = [];
  for (let i = from; i < to; i += 1) {
    if (OPENERS.includes(folded[i]!)) open.push(i);
    else if (CLOSERS.includes(folded[i]!) && open.pop() === undefined) return i;
  }
  return open[0] ?? -1;
}

/** Of a © 2023, before the name of who holds it. */
const YEAR = /\d{4} (?=\p{Script=Han})/uy;

/** No name starts or ends with these, nor with arrows, dingbats and emoji. */
const OUTER = " ,，。、:;；【】〖〗[]|｜©®™";

function isOuter(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return OUTER.includes(folded[at]!) || (unit >= 0x2190 && unit <= 0x2bff) || unit === 0xfe0f || isEmojiHigh(isLow ? folded.charCodeAt(at - 1) : unit);
}

const isEmojiHigh = (unit: number): boolean => unit >= 0xd83c && unit <= 0xd83e;

/**
 * Latin runs, which the segmenter may have cut: as compromise reads them where it is there, a longer model of a known
 * series (Xbox One X), without a post at the end (Acme CEO). A code with its market (`TSLA.O`) is no name.
 */
export function addLatin(document: Document, runs: readonly LatinRun[], names: KnownNames, { titles }: NameParts, candidates: Candidates): void {
  const { folded } = document;
  for (const { start, end, allCapitals, words } of runs) {
    if (allCapitals && words === 2 && MARKET.test(folded.slice(start, end))) {
      candidates.at(start, end).evidence.fill(TICKER);
      candidates.at(start, folded.indexOf(".", start)).evidence.fill(TICKER);
      continue;
    }
    const run = folded.slice(start, end);
    const lastWord = run.lastIndexOf(" ") + 1;
    if (lastWord > 0 && titles.post.has(run.slice(lastWord))) {
      candidates.at(start, end).evidence.fill(TICKER);
      candidates.at(start, start + lastWord - 1);
      continue;
    }
    const candidate = candidates.at(start, end);
    if (allCapitals && words === 1 && end - start <= LONGEST_ACRONYM) candidate.evidence[ORGANIZATION]! -= ACRONYM;
    const known = names.lookup(folded, start);
    if (known && known.length < end - start && run[known.length] === " " && words < LONGEST_MODEL) {
      const type = MODEL_TYPES.indexOf(known.type);
      candidate.evidence[type]! += Math.max(0, candidates.at(start, start + known.length).evidence[type]! - candidate.evidence[type]!) + 1;
    }
  }
  // Its reader is slow to load: it is not asked for single words.
  if (runs.every(({ words }) => words < 2)) return;
  for (const { start, end, kind } of document.latin ?? []) {
    const type = (MODEL_TYPES as readonly string[]).indexOf(kind);
    if (type >= 0) candidates.add(start, end, type, COMPROMISE);
  }
}

/** Most short runs of capitals are no names: GDP, DRAM. */
const LONGEST_ACRONYM = 5;
const ACRONYM = 2;
const LONGEST_MODEL = 5;
const COMPROMISE = 3;
const MARKET = /^[a-z0-9]{1,9}\.(?:[a-z]|hk|sh|sz|bj|us|nq|ny|oq|pk|sg|tw|to|ax|de|pa|ss|xa)$/;
