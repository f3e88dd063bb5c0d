import type { NameCues } from "../../lexicon/name-cue.js";
import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

const ORGAN = 2;
const ALONE = 7;
const LEVEL = 5;
/** What a body of no named place belongs to: 市人大常委会. */
const LEVELS = "省市区县州";
/** 苏州市十七届人大. */
const TERM = /第?[一二三四五六七八九十百\d]{1,4}届/y;

export type BodyAdder = (document: Document, boundaries: Uint8Array, candidates: Candidates) => void;

/** Public bodies: behind the place they belong to (宁波市江北区政府), behind its level (市人大常委会), or alone (立法会). */
export function bodyAdder(cues: NameCues): BodyAdder {
  const organs = new Trie([...cues.organ]);
  const bodies = new Trie([...cues.body]);
  return ({ folded, tokens }, boundaries, candidates) => {
    for (const place of candidates.all()) {
      if (bestType(place) !== LOCATION || weightOf(place) <= 0) continue;
      TERM.lastIndex = place.end;
      const after = TERM.test(folded) ? TERM.lastIndex : place.end;
      const end = wordEnd(organs, folded, after, boundaries);
      if (end > 0) raise(candidates.at(place.start, end), weightOf(place) + ORGAN);
    }
    for (const { start } of tokens) {
      const alone = wordEnd(bodies, folded, start, boundaries);
      if (alone > 0) candidates.add(start, alone, ORGANIZATION, ALONE);
      if (!LEVELS.includes(folded[start]!)) continue;
      const end = wordEnd(organs, folded, start + 1, boundaries);
      if (end > 0) candidates.add(start, end, ORGANIZATION, LEVEL);
    }
  };
}

/** Where the longest of the words that starts here ends, or 0; it must end with a word of the text. */
function wordEnd(words: Trie, folded: string, at: number, boundaries: Uint8Array): number {
  if (!words.mayStart(folded, at)) return 0;
  let longest = 0;
  let node = 0;
  for (let i = at; i < folded.length; i += 1) {
    node = words.next(node, folded.charCodeAt(i));
    if (node === 0) break;
    if (words.value(node) >= 0 && boundaries[i + 1]) longest = i + 1;
  }
  return longest;
}

function raise({ evidence }: NameCandidate, least: number): void {
  if (evidence[ORGANIZATION]! < least) evidence[ORGANIZATION] = least;
}
