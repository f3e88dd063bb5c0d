import type { NameCues } from "../../lexicon/name-cue.js";
import type { Document } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

const LONGEST = 10;
const ORGAN = 2;
const ALONE = 4;
const LEVEL = 5;
/** What a body of no named place belongs to: 市人大常委会. */
const LEVELS = "省市区县州";
/** 广州市十六届人大. */
const TERM = /第?[一二三四五六七八九十百\d]{1,4}届/y;

/** Public bodies: behind the place they belong to (沈阳市和平区政府), behind its level (市人大常委会), or alone (立法会). */
export function addBodies({ folded, tokens }: Document, cues: NameCues, boundaries: Uint8Array, candidates: Candidates): void {
  for (const place of candidates.all()) {
    if (bestType(place) !== LOCATION || weightOf(place) <= 0) continue;
    TERM.lastIndex = place.end;
    const after = TERM.test(folded) ? TERM.lastIndex : place.end;
    const end = bodyEnd(folded, after, cues.organ, boundaries);
    if (end > 0) raise(candidates.at(place.start, end), weightOf(place) + ORGAN);
  }
  for (const { start } of tokens) {
    const alone = bodyEnd(folded, start, cues.body, boundaries);
    if (alone > 0) candidates.add(start, alone, ORGANIZATION, ALONE);
    if (!LEVELS.includes(folded[start]!)) continue;
    const end = bodyEnd(folded, start + 1, cues.organ, boundaries);
    if (end > 0) candidates.add(start, end, ORGANIZATION, LEVEL);
  }
}

/** Where the longest of the words that starts here ends, or 0; it must end with a word of the text. */
function bodyEnd(folded: string, at: number, words: ReadonlySet<string>, boundaries: Uint8Array): number {
  for (let length = LONGEST; length > 1; length -= 1) if (boundaries[at + length] && words.has(folded.slice(at, at + length))) return at + length;
  return 0;
}

function raise({ evidence }: NameCandidate, least: number): void {
  if (evidence[ORGANIZATION]! < least) evidence[ORGANIZATION] = least;
}
