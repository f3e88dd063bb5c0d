import type { NameCues } from "../../lexicon/name-cue.js";
import type { NameParts } from "../../lexicon/name-part.js";
import { Trie } from "../../lexicon/trie.js";
import { countWhile, type Document, type Token } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

const ORGAN = 2;
const ALONE = 7;
const LEVEL = 5;
/** What a body of no named place belongs to: 市人大常委会. */
const LEVELS: ReadonlySet<number> = new Set(Array.from("省市区县州", (level) => level.charCodeAt(0)));
/** Of the nouns between a place and the ending of a body there. */
const LONGEST_TITLE = 12;
/** jieba's tags of what the names of bodies are made of. */
const NOUNS: ReadonlySet<string> = new Set(["n", "nz", "nt", "ng", "nr", "vn", "an", "b", "j"]);
/** 苏州市十七届人大. */
const TERM = /第?[一二三四五六七八九十百\d]{1,4}届/y;

export type BodyAdder = (document: Document, boundaries: Uint8Array, candidates: Candidates) => void;

/** Public bodies: behind the place they belong to (宁波市江北区政府, 桐梓县行政审批局), behind its level (市人大常委会), or alone (立法会). */
export function bodyAdder(cues: NameCues, { suffixes }: NameParts): BodyAdder {
  const organs = new Trie([...cues.organ]);
  const bodies = new Trie([...cues.body]);
  const endings = new Trie([...suffixes.values()].flatMap(({ suffix, type, strength }) => (type === "organization" && strength === "sure" ? [suffix.toLowerCase()] : [])));
  return ({ folded, tokens }, boundaries, candidates) => {
    for (const place of candidates.all()) {
      if (bestType(place) !== LOCATION || weightOf(place) <= 0) continue;
      TERM.lastIndex = place.end;
      const after = TERM.test(folded) ? TERM.lastIndex : place.end;
      const end = organs.longestEnd(folded, after, boundaries) || titleEnd(endings, folded, tokens, after, boundaries);
      if (end > 0) raise(candidates.at(place.start, end), weightOf(place) + ORGAN);
    }
    for (const { start } of tokens) {
      const alone = bodies.longestEnd(folded, start, boundaries);
      if (alone > 0) candidates.add(start, alone, ORGANIZATION, ALONE);
      if (!LEVELS.has(folded.charCodeAt(start))) continue;
      const end = organs.longestEnd(folded, start + 1, boundaries);
      if (end > 0) candidates.add(start, end, ORGANIZATION, LEVEL);
    }
  };
}

/** Where what a place is followed by ends that can only be a body's name: nouns up to a sure ending; or 0. */
function titleEnd(endings: Trie, folded: string, tokens: readonly Token[], from: number, boundaries: Uint8Array): number {
  let end = 0;
  for (let i = countWhile(tokens.length, (k) => tokens[k]!.start < from); i < tokens.length; i += 1) {
    const { start, tag } = tokens[i]!;
    if (start - from > LONGEST_TITLE) break;
    end = Math.max(end, endings.longestEnd(folded, start, boundaries));
    if (start >= end && !NOUNS.has(tag)) break;
  }
  return end;
}

function raise({ evidence }: NameCandidate, least: number): void {
  if (evidence[ORGANIZATION]! < least) evidence[ORGANIZATION] = least;
}
