import type { NameCues } from "../../lexicon/name-cue.js";
import type { NameParts, SuffixStrength } from "../../lexicon/name-part.js";
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
/** 第三十四中学. */
const NUMBERED = /第[一二三四五六七八九十百\d]{1,4}/y;
/** What a division holds that has a government of its own: 乐从镇人民政府. */
const TOWNS = "镇乡";
const SHORTEST_TOWN = 2;
const LONGEST_TOWN = 4;
/** Where no town's name ends or begins: 各乡镇政府. */
const NOT_OF_TOWN = "各全该某的在对等和与及向由本两几多个所每乡城村市";
/** 苏州市十七届人大. */
const TERM = /第?[一二三四五六七八九十百\d]{1,4}届/y;

export type BodyAdder = (document: Document, boundaries: Uint8Array, candidates: Candidates) => void;

/** Public bodies: behind the place they belong to (宁波市江北区政府, 桐梓县行政审批局), behind its level (市人大常委会), or alone (立法会). */
export function bodyAdder(cues: NameCues, { suffixes }: NameParts): BodyAdder {
  const organs = new Trie([...cues.organ]);
  const bodies = new Trie([...cues.body]);
  const endings = endingsOf(suffixes, ["sure"]);
  const numberable = endingsOf(suffixes, ["sure", "likely"]);
  return ({ folded, tokens }, boundaries, candidates) => {
    for (const place of candidates.all()) {
      if (bestType(place) !== LOCATION || weightOf(place) <= 0) continue;
      TERM.lastIndex = place.end;
      const after = TERM.test(folded) ? TERM.lastIndex : place.end;
      NUMBERED.lastIndex = place.end;
      const numbered = NUMBERED.test(folded) ? numberable.longestEnd(folded, NUMBERED.lastIndex, boundaries) : 0;
      const end = organs.longestEnd(folded, after, boundaries) || numbered || townEnd(organs, folded, tokens, after, boundaries) || titleEnd(endings, folded, tokens, after, boundaries);
      if (end === 0) continue;
      // 越南国会 weighs more than 越南 and 国会, which goes without its place.
      const alone = bodies.longestEnd(folded, place.end, boundaries) === end ? ALONE : 0;
      raise(candidates.at(place.start, end), weightOf(place) + alone + ORGAN);
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

const endingsOf = (suffixes: NameParts["suffixes"], strengths: readonly SuffixStrength[]): Trie =>
  new Trie([...suffixes.values()].flatMap(({ suffix, type, strength }) => (type === "organization" && strengths.includes(strength) ? [suffix.toLowerCase()] : [])));

/** Where the government ends of a town in the division that ends at `from`, or 0. */
function townEnd(organs: Trie, folded: string, tokens: readonly Token[], from: number, boundaries: Uint8Array): number {
  if (!LEVELS.has(folded.charCodeAt(from - 1))) return 0;
  for (let i = from; i < from + LONGEST_TOWN && isHan(folded.charCodeAt(i)) && !NOT_OF_TOWN.includes(folded[i]!); i += 1) {
    if (TOWNS.includes(folded[i + 1] ?? " ") && i + 2 - from > SHORTEST_TOWN) return saysVerb(tokens, from, i + 1) ? 0 : organs.longestEnd(folded, i + 2, boundaries);
  }
  return 0;
}

/** 余杭区要求镇政府: a word of one character may be part of a name. */
function saysVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = countWhile(tokens.length, (k) => tokens[k]!.start < from); i < tokens.length && tokens[i]!.start < to; i += 1) if (tokens[i]!.end - tokens[i]!.start > 1 && tokens[i]!.tag.startsWith("v")) return true;
  return false;
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

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
