import type { NameForm } from "../../lexicon/name-form.js";
import { itemAt, type Document, type Span, type Token } from "../../model/index.js";
import { MODEL_TYPES } from "./label.js";
import { latinRuns } from "./latin.js";

/**
 * Where features go. A feature is a 24-bit key and speaks about several characters at once, to each in another *role*:
 * one look-up of its key serves them all.
 */
export interface FeatureSink {
  /** The feature speaks to the characters `base + role`, roles 0 to `roles - 1`, that lie in `[from, to)`. */
  reach(key: number, base: number, roles: number, from: number, to: number): void;
  /** The feature speaks of `[start, end)`: to the characters before, first, inner, last, only and after, in these roles. */
  cover(key: number, start: number, end: number, from: number, to: number): void;
  /** What `tagFeatures` tells of a word, of which it sees nothing but these numbers: a sink may remember it. */
  tags(before: number, tag: number, after: number, start: number, end: number, from: number, to: number): void;
  /** Whether the sink remembers what words of this length say by themselves: then `word` tells it, and not their characters. */
  remembers(length: number): boolean;
  /** What `wordFeatures` tells of a word that the sink remembers. */
  word(folded: string, start: number, end: number, from: number, to: number): void;
}

export const BEFORE = 0;
export const FIRST_OF = 1;
export const INNER_OF = 2;
export const LAST_OF = 3;
export const ONLY = 4;
export const AFTER = 5;
/** No feature has more roles. */
export const ROLES = 8;

/** What kind of thing a key is about: the first ingredient of its hash. */
const enum Kind {
  Gram1 = 1, Gram2, Gram3, Native, Foreign, Tag, TagPair, TagTriple, Word, Suffix, SuffixKind, SuffixLeft, Known, KnownLength, Latin, LatinBefore, LatinAfter, Enclosed, EnclosedBefore, EnclosedAfter, EnclosedEnd, Outside, Part, Person,
}

function hash(kind: number, a: number, b: number, c: number): number {
  let h = Math.imul(a + 0x9e37, 0x85ebca6b) ^ Math.imul(b + 0x79b9, 0xc2b2ae35) ^ Math.imul(c + 0x1331, 0x27d4eb2f) ^ Math.imul(kind, 0x165667b1);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return (h ^ (h >>> 16)) & 0xffffff;
}

/** An ending of names; `kind` tells its type and strength. */
export interface NameSuffix {
  readonly id: number;
  readonly length: number;
  readonly kind: number;
}

/** A surname of several characters, or a foreign name: 欧阳, 高桥, 史密斯; `kind` tells which. */
export interface PersonPart {
  readonly length: number;
  readonly kind: number;
}

/** What the features read besides the document. */
export interface FeatureTables {
  /** How a folded code unit serves in Chinese personal names, and in transliterations; other units by kind. 0 breaks every name. */
  readonly native: Uint8Array;
  readonly foreign: Uint8Array;
  /** The longest suffix of names (公司, 大学, 省) that starts here. */
  suffix(folded: string, position: number): NameSuffix | undefined;
  /** The longest of these that starts here. */
  personPart(folded: string, position: number): PersonPart | undefined;
  known(folded: string, position: number): NameForm | undefined;
  /** 1 for each unit that ends a post or occupation. */
  readonly titleEnds: Uint8Array;
}

/** The kind of a Chinese character that serves in no name; those that do are above. */
const HAN = 16;

/** Left of a suffix, a name reaches at most this far. */
const SUFFIX_REACH = 8;
const EDGE = 1;

/** Digits are one, and so is every unit that is no letter of any kind beyond the basic plane. */
const unitClass = (unit: number): number => (unit >= 0x30 && unit <= 0x39 ? 0x30 : unit >= 0xd800 && unit <= 0xdfff ? 0xd800 : unit);

/** What is read: a stretch of a sentence, with the tokens `[first, last)` that fill it; what stands beside it is seen too. */
export interface Stretch extends Span {
  readonly first: number;
  readonly last: number;
  readonly sentence: Span;
}

/** Tells `sink` every feature of a stretch. `hides` drops known names, for training. */
export function eachFeature({ text, folded, tokens }: Pick<Document, "text" | "folded" | "tokens">, stretch: Stretch, tables: FeatureTables, sink: FeatureSink, hides?: (form: NameForm) => boolean): void {
  characterFeatures(folded, tokens, stretch, tables, sink);
  tokenFeatures(folded, tokens, stretch, sink);
  knownFeatures(folded, stretch, tables, sink, hides);
  latinFeatures(text, folded, stretch, sink);
  enclosedFeatures(folded, stretch, sink);
}

/** The key of a word that no name holds. */
export function outsideKey(folded: string, { start, end }: Span): number {
  return hash(Kind.Outside, wordOf(folded, start, end), 0, 0);
}

/** The key of a word that is never a whole name by itself. */
export function partKey(folded: string, { start, end }: Span): number {
  return hash(Kind.Part, wordOf(folded, start, end), 0, 0);
}

function wordOf(folded: string, start: number, end: number): number {
  let word = end - start;
  for (let i = start; i < end; i += 1) word = Math.imul(word, 31) + unitClass(folded.charCodeAt(i));
  return word;
}

function unitAt(folded: string, i: number, { start, end }: Span): number {
  return i < start || i >= end ? EDGE : unitClass(folded.charCodeAt(i));
}

function kindAt(folded: string, i: number, { start, end }: Span, kinds: Uint8Array): number {
  return i < start || i >= end ? 0 : kinds[folded.charCodeAt(i)]!;
}

/** Where the word `i` that the sink remembers starts, if it holds `position`; else behind it. */
function rememberedStart(tokens: readonly Token[], i: number, position: number, sink: FeatureSink): number {
  const token = i < tokens.length ? tokens[i] : undefined;
  return token && token.start <= position && sink.remembers(token.end - token.start) ? token.start : position + 1;
}

function characterFeatures(folded: string, tokens: readonly Token[], { start, end, first, sentence }: Stretch, { native, foreign }: FeatureTables, sink: FeatureSink): void {
  let b = unitAt(folded, start - 4, sentence);
  let c = unitAt(folded, start - 3, sentence);
  let nb = kindAt(folded, start - 4, sentence, native);
  let nc = kindAt(folded, start - 3, sentence, native);
  let fa = kindAt(folded, start - 5, sentence, foreign);
  let fb = kindAt(folded, start - 4, sentence, foreign);
  let fc = kindAt(folded, start - 3, sentence, foreign);
  let transliterates = (fa > HAN ? 4 : 0) | (fb > HAN ? 2 : 0) | (fc > HAN ? 1 : 0);
  let next = Math.max(0, first - 2);
  // Each n-gram that ends at i speaks to every character that has all of it within two characters.
  for (let i = start - 2; i < Math.min(end + 3, sentence.end + 2); i += 1) {
    while (next < tokens.length && tokens[next]!.end <= i) next += 1;
    // N-grams from here on lie in a word that is told of as one.
    const word = i >= sentence.start && i < sentence.end ? rememberedStart(tokens, next, i, sink) : i + 1;
    const a = b;
    b = c;
    c = unitAt(folded, i, sentence);
    if (i < word) sink.reach(hash(Kind.Gram1, c, 0, 0), i - 2, 5, start, end);
    if (i >= start - 1) {
      if (i - 1 < word) sink.reach(hash(Kind.Gram2, b, c, 0), i - 2, 4, start, end);
      if (i >= start && i - 2 < word) sink.reach(hash(Kind.Gram3, a, b, c), i - 2, 3, start, end);
    }
    const na = nb;
    nb = nc;
    nc = kindAt(folded, i, sentence, native);
    if (i >= start) sink.reach(hash(Kind.Native, na, nb, nc), i - 2, 3, start, end);
    const f4 = fa;
    fa = fb;
    fb = fc;
    fc = kindAt(folded, i, sentence, foreign);
    transliterates = ((transliterates << 1) | (fc > HAN ? 1 : 0)) & 15;
    // One such character alone tells nothing.
    if (i >= start && (transliterates & (transliterates - 1)) !== 0) sink.reach(hash(Kind.Foreign, (f4 << 8) | fa, fb, fc), i - 3, 4, start, end);
  }
}

const tagCode = (tag: string): number => tag.charCodeAt(0) * 31 + (tag.length > 1 ? tag.charCodeAt(1) * 7 + (tag.length > 2 ? tag.charCodeAt(2) : 0) : 0);

function tagAt(tokens: readonly Token[], i: number, { start, end }: Span): number {
  const token = i < tokens.length ? itemAt(tokens, i) : undefined;
  return token && token.start >= start && token.start < end ? tagCode(token.tag) : EDGE;
}

function tokenFeatures(folded: string, tokens: readonly Token[], { start, end, first, last, sentence }: Stretch, sink: FeatureSink): void {
  let before = tagAt(tokens, first - 2, sentence);
  let tag = tagAt(tokens, first - 1, sentence);
  // Two characters before the stretch may lie in the word before the last.
  const earlier = first > 1 ? tokens[first - 2]! : undefined;
  if (earlier && earlier.start >= sentence.start && sink.remembers(earlier.end - earlier.start)) sink.word(folded, earlier.start, earlier.end, start, end);
  for (let i = first - 1; i <= last + 1; i += 1) {
    const after = tagAt(tokens, i + 1, sentence);
    if (tag !== EDGE) {
      const token = tokens[i]!;
      const length = token.end - token.start;
      sink.tags(before, tag, after, token.start, token.end, start, end);
      if (sink.remembers(length)) sink.word(folded, token.start, token.end, start, end);
      else if (length > 1) sink.cover(hash(Kind.Word, wordOf(folded, token.start, token.end), 0, 0), token.start, token.end, start, end);
    }
    before = tag;
    tag = after;
  }
}

function knownFeatures(folded: string, { start, end, sentence }: Stretch, tables: FeatureTables, sink: FeatureSink, hides?: (form: NameForm) => boolean): void {
  let covered = start;
  let free = start;
  // Suffixes behind the stretch speak to it, too.
  const last = Math.min(sentence.end, end + SUFFIX_REACH);
  for (let i = Math.max(sentence.start, start - 1); i < last; i += 1) {
    const suffix = tables.suffix(folded, i);
    if (suffix && i + suffix.length <= sentence.end) {
      const after = i + suffix.length;
      sink.cover(hash(Kind.Suffix, suffix.id, 0, 0), i, after, start, end);
      sink.cover(hash(Kind.SuffixKind, suffix.kind, suffix.length, 0), i, after, start, end);
      const to = Math.min(i, end);
      if (free < to) {
        sink.reach(hash(Kind.SuffixLeft, suffix.id, 0, 0), i - SUFFIX_REACH, SUFFIX_REACH, free, to);
        sink.reach(hash(Kind.SuffixLeft, suffix.kind, 1, 0), i - SUFFIX_REACH, SUFFIX_REACH, free, to);
      }
      free = Math.max(free, after);
    } else if (tables.native[folded.charCodeAt(i)] === 0) free = Math.max(free, i + 1);
    if (i >= end) {
      if (free >= end) break;
      continue;
    }
    const person = tables.personPart(folded, i);
    if (person && i + person.length <= end) sink.cover(hash(Kind.Person, person.kind, person.length, 0), i, i + person.length, start, end);
    if (i < covered) continue;
    const form = tables.known(folded, i);
    if (!form || i + form.length > end || hides?.(form)) continue;
    const type = MODEL_TYPES.indexOf(form.type) + (form.ambiguous ? 4 : 0) + (form.also ? 8 : 0);
    sink.cover(hash(Kind.Known, type, 0, 0), i, i + form.length, start, end);
    sink.cover(hash(Kind.KnownLength, type, Math.min(form.length, 5), 0), i, i + form.length, start, end);
    covered = i + form.length;
  }
}

/** How far before a word, and after it, `wordFeatures` speaks. */
export const WORD_BEFORE = 2;
export const WORD_AFTER = 2;

/** Tells `sink` what a word and the n-grams in it say, as if it started at `at`. */
export function wordFeatures(sink: FeatureSink, folded: string, start: number, end: number, at: number, from: number, to: number): void {
  const shift = at - start;
  let b = 0;
  let c = 0;
  for (let i = start; i < end; i += 1) {
    const a = b;
    b = c;
    c = unitClass(folded.charCodeAt(i));
    sink.reach(hash(Kind.Gram1, c, 0, 0), shift + i - 2, 5, from, to);
    if (i > start) sink.reach(hash(Kind.Gram2, b, c, 0), shift + i - 2, 4, from, to);
    if (i > start + 1) sink.reach(hash(Kind.Gram3, a, b, c), shift + i - 2, 3, from, to);
  }
  sink.cover(hash(Kind.Word, wordOf(folded, start, end), 0, 0), at, shift + end, from, to);
}

/** How far before a word, and after it, `tagFeatures` speaks. */
export const TAGS_BEFORE = 2;
export const TAGS_AFTER = 1;

/** Tells `sink` what the tag of a word and those of its neighbours say. */
export function tagFeatures(sink: FeatureSink, before: number, tag: number, after: number, start: number, end: number, from: number, to: number): void {
  sink.cover(hash(Kind.Tag, tag, Math.min(end - start, 6), 0), start, end, from, to);
  sink.cover(hash(Kind.TagTriple, before, tag, after), start, end, from, to);
  sink.reach(hash(Kind.TagPair, before, tag, 0), start - TAGS_BEFORE, 4, from, to);
}

const pairAt = (folded: string, i: number, start: number, end: number): number =>
  ((i < start || i >= end ? EDGE : unitClass(folded.charCodeAt(i))) << 16) | (i + 1 < start || i + 1 >= end ? EDGE : unitClass(folded.charCodeAt(i + 1)));

/** A Latin run is read as one thing: by its shape and by the two characters on either side. */
function latinFeatures(text: string, folded: string, { start, end, sentence }: Stretch, sink: FeatureSink): void {
  for (const run of latinRuns(text, start, end)) {
    const shape = Math.min(run.words, 4) + (run.capital ? 8 : 0) + (run.allCapitals ? 16 : 0) + (run.digits ? 32 : 0);
    sink.cover(hash(Kind.Latin, shape, Math.min(run.end - run.start, 12), 0), run.start, run.end, start, end);
    sink.cover(hash(Kind.LatinBefore, pairAt(folded, run.start - 2, sentence.start, sentence.end), shape, 0), run.start, run.end, start, end);
    sink.cover(hash(Kind.LatinBefore, pairAt(folded, run.start - 2, sentence.start, sentence.end), 0, 1), run.start, run.end, start, end);
    sink.cover(hash(Kind.LatinAfter, pairAt(folded, run.end, sentence.start, sentence.end), shape, 0), run.start, run.end, start, end);
    sink.cover(hash(Kind.LatinAfter, pairAt(folded, run.end, sentence.start, sentence.end), 0, 1), run.start, run.end, start, end);
  }
}

const LONGEST_ENCLOSED = 24;

/** What closes what this unit opens, or 0. */
function closerOf(unit: number): number {
  switch (unit) {
    case 0x300a: // 《
    case 0x300c: // 「
      return unit + 1;
    case 0x201c: // “
      return 0x201d;
    case 0x28: // (
      return 0x29;
    default:
      return 0;
  }
}

/** So is what stands in 《》, “” or brackets, with the marks of 《》. */
function enclosedFeatures(folded: string, { start, end, sentence }: Stretch, sink: FeatureSink): void {
  for (let i = Math.max(sentence.start, start - LONGEST_ENCLOSED); i < end; i += 1) {
    const kind = closerOf(folded.charCodeAt(i));
    if (kind === 0) continue;
    let close = i + 1;
    const last = Math.min(sentence.end, i + 1 + LONGEST_ENCLOSED);
    while (close < last && folded.charCodeAt(close) !== kind) close += 1;
    if (close === last) continue;
    if (close === i + 1) continue;
    const title = kind === 0x300b;
    const from = title ? i : i + 1;
    const to = title ? close + 1 : close;
    sink.cover(hash(Kind.Enclosed, kind, Math.min(close - i, 10), 0), from, to, start, end);
    sink.cover(hash(Kind.EnclosedBefore, kind, pairAt(folded, i - 2, sentence.start, sentence.end), 0), from, to, start, end);
    sink.cover(hash(Kind.EnclosedAfter, kind, pairAt(folded, close + 1, sentence.start, sentence.end), 0), from, to, start, end);
    sink.cover(hash(Kind.EnclosedEnd, kind, folded.charCodeAt(close - 1), close + 1 >= sentence.end ? 1 : 0), from, to, start, end);
  }
}
