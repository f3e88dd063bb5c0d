import type { NameCues } from "../../lexicon/name-cue.js";
import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import type { Candidates } from "./candidate.js";

/** Against whatever speaks for a name. */
const NO_NAME = -40;
/** A name opens with a letter, a digit or 《. */
const OPENING = /^[\p{L}\p{N}《]/u;

/** Tells candidates that no text means as names from the others: their evidence is then beyond repair. */
export type NoiseTeller = (document: Document, boundaries: Uint8Array, candidates: Candidates) => void;

/**
 * What is ruled out: parts of addresses (https://…, mail@…), what opens with a mark (👉, © 2023), what web pages say of
 * themselves (All Rights Reserved), and words that only look like names (奥密克戎), but for what is longer than these.
 */
export function noiseTeller({ page, common }: NameCues): NoiseTeller {
  const words = new Trie([...common]);
  return (document, boundaries, candidates) => {
    const { folded } = document;
    const inAddress = addressMap(folded);
    const wordEnds = wordMap(document, words, boundaries);
    for (const { start, end, evidence } of candidates.all()) {
      if (wordEnds && isPartOf(wordEnds, start, end)) evidence.fill(NO_NAME);
      if (isHan(folded.charCodeAt(start)) && !inAddress) continue;
      const name = folded.slice(start, end);
      if (!OPENING.test(name) || page.has(name) || inAddress?.[start] || inAddress?.[end - 1]) evidence.fill(NO_NAME);
    }
  };
}

/** At each place inside such a word how far it is to its start and its end; none where the text has no such word. */
interface WordMap {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

function wordMap({ folded }: Document, words: Trie, boundaries: Uint8Array): WordMap | undefined {
  let map: WordMap | undefined;
  for (let i = 0; i < folded.length; i += 1) {
    if (!boundaries[i] || !words.mayStart(folded, i)) continue;
    let end = 0;
    let node = 0;
    for (let to = i; to < folded.length; to += 1) {
      node = words.next(node, folded.charCodeAt(to));
      if (node === 0) break;
      if (words.value(node) >= 0 && boundaries[to + 1]) end = to + 1;
    }
    if (end === 0) continue;
    map ??= { before: new Uint8Array(folded.length), after: new Uint8Array(folded.length) };
    for (let at = i; at < end; at += 1) [map.before[at], map.after[at]] = [at - i, end - at];
    i = end - 1;
  }
  return map;
}

/** Whether the stretch is such a word, lies in one or cuts one: what holds one whole and more is another thing. */
function isPartOf({ before, after }: WordMap, start: number, end: number): boolean {
  if (after[start] && (before[start]! > 0 || end - start <= after[start]!)) return true;
  return after[end - 1]! > 1;
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

const SCHEME = "://";
const WEB = "www.";
const AT = "@";

/** 1 where an address stands; none where the text has no address. */
function addressMap(folded: string): Uint8Array | undefined {
  let map: Uint8Array | undefined;
  for (const mark of [SCHEME, WEB, AT]) {
    for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + mark.length)) {
      const start = mark === WEB ? at : walk(folded, at, -1, mark === AT ? isMailbox : isSmallLetter);
      const end = walk(folded, at + mark.length, 1, isAddress);
      const isMail = mark !== AT || (start < at && folded.slice(at, end).includes("."));
      if (isMail && end > at + mark.length) (map ??= new Uint8Array(folded.length)).fill(1, start, end);
    }
  }
  return map;
}

/** How far characters of a kind go from `at`, forward or backward. */
function walk(text: string, at: number, step: 1 | -1, isOne: (unit: number) => boolean): number {
  let i = at;
  if (step > 0) while (i < text.length && isOne(text.charCodeAt(i))) i += 1;
  else while (i > 0 && isOne(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

const isSmallLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** Letters, digits and . _ + - */
const isMailbox = (unit: number): boolean => isSmallLetter(unit) || isDigit(unit) || unit === 0x2e || unit === 0x5f || unit === 0x2b || unit === 0x2d;
/** The printable characters of ASCII but for quotes, brackets and commas. */
const isAddress = (unit: number): boolean => isMailbox(unit) || unit === 0x21 || (unit >= 0x23 && unit <= 0x26) || unit === 0x2a || unit === 0x2f || unit === 0x3a || (unit >= 0x3d && unit <= 0x3f) || unit === 0x7e;
