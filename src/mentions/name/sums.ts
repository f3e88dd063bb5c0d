import { AFTER, BEFORE, FIRST_OF, INNER_OF, LAST_OF, ONLY, TAGS_AFTER, TAGS_BEFORE, tagFeatures, WORD_AFTER, WORD_BEFORE, wordFeatures, type FeatureSink } from "./feature.js";
import { addRows, WORDS, ZERO } from "./lane.js";
import { countOf, roleOf, rowOf, type NameModel } from "./model.js";
import { RowStore } from "./row-store.js";

/**
 * The scores of every label at every character of a document: what the model's features say, added up. Words and tags
 * come again and again, so the sums of what they say are remembered.
 */
export class LabelSums implements FeatureSink {
  /** A row a character, see `lane.ts`; those of a store while it learns what to remember. */
  rows = new Float64Array(0);
  private readonly words = new RowStore(1 << 16);
  private readonly neighbours = new RowStore(1 << 15);

  constructor(private readonly model: NameModel) {}

  /** Begins a text of this length. */
  reset(length: number): void {
    if (length * WORDS > this.rows.length || this.rows.length > KEPT * WORDS) this.rows = new Float64Array(Math.max(length, Math.min(length * 2, KEPT)) * WORDS);
    this.rows.fill(ZERO, 0, length * WORDS);
  }

  reach(key: number, base: number, roles: number, from: number, to: number): void {
    if (base >= to || base + roles <= from) return;
    const place = this.model.place(key);
    if (place < 0) return;
    const first = base + roleOf(place);
    let at = first;
    let stop = first + countOf(place);
    if (at < from) at = from;
    if (stop > base + roles) stop = base + roles;
    if (stop > to) stop = to;
    if (at < stop) addRows(this.rows, at, this.model.rows, rowOf(place) + at - first, stop - at);
  }

  cover(key: number, start: number, end: number, from: number, to: number): void {
    if (start > to || end < from) return;
    const place = this.model.place(key);
    if (place < 0) return;
    this.tell(place, BEFORE, start - 1, from, to);
    if (end - start === 1) this.tell(place, ONLY, start, from, to);
    else {
      this.tell(place, FIRST_OF, start, from, to);
      for (let at = start + 1; at < end - 1; at += 1) this.tell(place, INNER_OF, at, from, to);
      this.tell(place, LAST_OF, end - 1, from, to);
    }
    this.tell(place, AFTER, end, from, to);
  }

  tags(before: number, tag: number, after: number, start: number, end: number, from: number, to: number): void {
    if (end - start > LONGEST_TAGGED || (before | tag | after) >= TAG_CODES) return tagFeatures(this, before, tag, after, start, end, from, to);
    const count = TAGS_BEFORE + end - start + TAGS_AFTER;
    const base = start - TAGS_BEFORE;
    if (base >= to || base + count <= from) return;
    const upper = before * TAG_CODES + tag;
    const store = this.neighbours;
    let row = store.find(upper, after, count);
    if (row < 0) {
      row = store.add(upper, after, count);
      const { rows } = this;
      this.rows = store.rows;
      tagFeatures(this, before, tag, after, row + TAGS_BEFORE, row + count - TAGS_AFTER, row, row + count);
      this.rows = rows;
    }
    this.recall(store, row, count, base, from, to);
  }

  remembers(length: number): boolean {
    return length > 1 && length <= LONGEST_WORD;
  }

  word(folded: string, start: number, end: number, from: number, to: number): void {
    const count = WORD_BEFORE + end - start + WORD_AFTER;
    const base = start - WORD_BEFORE;
    if (base >= to || base + count <= from) return;
    const upper = pairOf(folded, start, end);
    const lower = pairOf(folded, start + 2, end);
    const store = this.words;
    let row = store.find(upper, lower, count);
    if (row < 0) {
      row = store.add(upper, lower, count);
      const { rows } = this;
      this.rows = store.rows;
      wordFeatures(this, folded, start, end, row + WORD_BEFORE, row, row + count);
      this.rows = rows;
    }
    this.recall(store, row, count, base, from, to);
  }

  private recall({ rows }: RowStore, row: number, count: number, base: number, from: number, to: number): void {
    const at = Math.max(base, from);
    const stop = Math.min(base + count, to);
    if (at < stop) addRows(this.rows, at, rows, row + at - base, stop - at);
  }

  /** What a feature says to the one character that is in this role. */
  private tell(place: number, role: number, at: number, from: number, to: number): void {
    const first = roleOf(place);
    if (role >= first && role < first + countOf(place) && at >= from && at < to) addRows(this.rows, at, this.model.rows, rowOf(place) + role - first, 1);
  }
}

/** Two code units of a word, or as many as it still has. */
function pairOf(folded: string, at: number, end: number): number {
  return ((at < end ? folded.charCodeAt(at) : 0) << 16) | (at + 1 < end ? folded.charCodeAt(at + 1) : 0);
}

/** Longer words are told of by their characters. */
const LONGEST_WORD = 4;
/** What the tags of longer words say is not remembered, */
const LONGEST_TAGGED = 7;
/** nor that of tags whose codes are so high; those of jieba are lower. */
const TAG_CODES = 1 << 13;

/** Rows for more characters are not kept from one text to the next. */
const KEPT = 1 << 18;
