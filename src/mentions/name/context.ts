import type { NameCues } from "../../lexicon/name-cue.js";
import type { NameParts } from "../../lexicon/name-part.js";
import type { KnownNames } from "../../lexicon/name.js";
import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import { bestType, LOCATION, ORGANIZATION, PERSON, PRODUCT, weightOf, type Candidates } from "./candidate.js";
import type { FeatureTables } from "./feature.js";
import type { LatinRun } from "./latin.js";

const PAIR = 6.5;
const TITLED = 2.5;
const LATIN_TITLED = 4;
const SURE = 2;
const LONGEST_PERSON = 8;
const HAN = 16;

/** How jieba tags words that may be nothing but such letters; 卢比 is none of them. */
const PAIR_TAGS: ReadonlySet<string> = new Set(["ns", "j", "x", "t"]);
const LEAST_OF_PAIR = 2;

export type AbbreviationAdder = (document: Document, inside: (start: number, end: number) => boolean, candidates: Candidates) => void;

/** Letters that stand for places side by side: 俄乌, 京津冀; not of an index or exchange (沪深两市), nor twice the same (日日新). Alone (驻美, 访华) the model must say so. */
export function abbreviationAdder({ abbreviations, find }: KnownNames, cues: NameCues): AbbreviationAdder {
  const letters = unitSet(abbreviations.keys());
  const groups = new Trie([...cues.places]);
  const areLetters = (folded: string, start: number, end: number): boolean => {
    for (let i = start; i < end; i += 1) if (letters[folded.charCodeAt(i)] !== 1 || (i > start && folded[i] === folded[i - 1])) return false;
    return true;
  };
  return ({ folded, tokens }, inside, candidates) => {
    for (const { start, end, tag } of tokens) {
      const group = groups.longestEnd(folded, start);
      const stop = group > 0 ? group : end;
      if (group === 0 && (end - start > LONGEST_LETTERS || !areLetters(folded, start, end) || find(folded.slice(start, end)))) continue;
      const arePlaces = (group > 0 || (end - start > 1 && PAIR_TAGS.has(tag))) && !startsWithAny(folded, stop, cues.series) && !inside(start, stop);
      for (let i = start; i < stop; i += 1) {
        const { evidence } = candidates.at(i, i + 1);
        if (arePlaces) evidence[LOCATION] = Math.max(evidence[LOCATION]! + PAIR, LEAST_OF_PAIR);
      }
      if (arePlaces) candidates.add(start, stop, LOCATION, -2 * PAIR);
    }
  };
}

const LONGEST_LETTERS = 4;

/** 1 for each unit that is a word by itself. */
function unitSet(words: Iterable<string>): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const word of words) if (word.length === 1) units[word.charCodeAt(0)] = 1;
  return units;
}

function startsWithAny(folded: string, at: number, words: ReadonlySet<string>): boolean {
  for (let length = 1; length <= LONGEST_CUE; length += 1) if (words.has(folded.slice(at, at + length))) return true;
  return false;
}

export type TitledAdder = (document: Document, boundaries: Uint8Array, runs: readonly LatinRun[], candidates: Candidates) => void;

/** Somebody's name behind a title: 总裁刘炽平, 首席策略师 Anna Keller. The model chooses where it ends. */
export function titledAdder({ titles, surnames }: NameParts, tables: FeatureTables): TitledAdder {
  const families = unitSet([...surnames.common, ...surnames.rare]);
  const compounds = new Trie([...surnames.compound]);
  return ({ folded, tokens }, boundaries, runs, candidates) => {
    for (const run of runs) {
      const at = folded[run.start - 1] === " " ? run.start - 1 : run.start;
      const looks = run.capital && !run.allCapitals && !run.digits && run.words > 1 && run.words < 4;
      if (looks && (endsInTitle(folded, at, titles.post) || endsInTitle(folded, at, titles.occupation))) {
        const candidate = candidates.at(run.start, run.end);
        candidate.evidence[PERSON] = Math.max(LATIN_TITLED, weightOf(candidate)) + SURE;
      }
    }
    for (let i = 0; i + 1 < tokens.length; i += 1) {
      const { start, end } = tokens[i]!;
      if (end - start < 2 || end >= folded.length || !tables.titleEnds[folded.charCodeAt(end - 1)]) continue;
      const first = folded.charCodeAt(end);
      const isFamily = families[first] === 1;
      const isCompound = compounds.find(folded, end, Math.min(end + 2, folded.length)) >= 0;
      if (!isFamily && !isCompound && tables.foreign[first]! <= HAN) continue;
      const word = folded.slice(start, end);
      if (!titles.post.has(word) && !titles.occupation.has(word) && !endsInTitle(folded, end, titles.post)) continue;
      let foreign = true;
      for (let to = end + 1; to <= end + LONGEST_PERSON && to <= folded.length; to += 1) {
        const unit = folded.charCodeAt(to - 1);
        if (tables.native[unit]! < HAN) break;
        foreign &&= tables.foreign[unit]! > HAN;
        const length = to - end;
        if (length > 1 && (foreign || (isFamily && length < 4) || (isCompound && length > 2 && length < 5)) && boundaries[to]) candidates.add(end, to, PERSON, TITLED);
        if (!foreign && length > 4) break;
      }
    }
  };
}

const SERIES = -8;
const PLATFORM = 6;
const ON = "在";
const LONGEST_CUE = 6;
const LONGEST_NUMBER = 4;

export type FollowerWeigher = (document: Document, boundaries: Uint8Array, candidates: Candidates) => void;

/** What stands right behind a name: 指数 and 概念股 leave none, 上 and 小程序 make it a place or tool. */
export function followerWeigher(cues: NameCues): FollowerWeigher {
  const followers = new Trie([...cues.series, ...cues.platform, ...cues.posting]);
  return ({ folded }, boundaries, candidates) => {
    for (const candidate of candidates.all()) {
      const { start, end, evidence } = candidate;
      let after = end;
      while (after < end + LONGEST_NUMBER && isDigit(folded.charCodeAt(after))) after += 1;
      if (!followers.mayStart(folded, after) || weightOf(candidate) < SERIES) continue;
      for (let length = 1; length <= LONGEST_CUE; length += 1) {
        if (!boundaries[after + length]) continue;
        const word = folded.slice(after, after + length);
        if (cues.series.has(word)) for (let type = 0; type < evidence.length; type += 1) evidence[type]! += SERIES;
        if (after > end) continue;
        if (bestType(candidate) !== ORGANIZATION && bestType(candidate) !== PRODUCT) continue;
        if (startsWithAny(folded, after, cues.unlike)) continue;
        if (folded[start - 1] === ON && (cues.platform.has(word) || cues.posting.has(word))) evidence[PRODUCT] = weightOf(candidate) + SURE;
        else if (cues.platform.has(word)) evidence[PRODUCT]! += PLATFORM;
      }
    }
  };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const LONGEST_TITLE = 5;

/** Whether a title ends here: 副总裁, 首席策略师. */
export function endsInTitle(folded: string, end: number, posts: ReadonlySet<string>): boolean {
  for (let length = 2; length <= Math.min(LONGEST_TITLE, end); length += 1) if (posts.has(folded.slice(end - length, end))) return true;
  return false;
}
