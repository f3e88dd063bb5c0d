import { fold, foldUnit } from "./fold.js";

/** What a slot holds: the node before + 1 (0 is an empty slot), the code unit that leads on from it, and the value + 1 of the word that ends there. */
const enum Slot {
  Parent,
  Unit,
  Value,
  Width,
}

/** What is known of a unit, the most that is: longer words start with it, it is a word itself, words that start with it wait. */
const enum Start {
  None,
  Longer,
  Alone,
  Waiting,
}

const EVERY_UNIT = 0x10000;
/** So many that few units of a text are taken for those that words start with. */
const UNITS_A_SLOT = 64;

/** Words that stand in a text, which are put in folded; their values are their numbers. */
export interface WordsOfText {
  readonly text: string;
  /** A row of numbers a word, of which the first two say where it starts and ends. */
  readonly rows: readonly number[];
  readonly width: number;
  /** Told when word `value` has been put in; `first` is the value of its like that was there before, or its own. */
  added(value: number, first: number): void;
}

/**
 * Words by their code units in one flat array: an open-addressed hash from (node, unit) to the next node, where a
 * node's id is its slot + 1 and 0 is the root. The nodes of first units have ids beyond those, and slots only where a
 * unit is a word. A look-up allocates nothing, and reads all of a slot in one place.
 */
export class Trie {
  private readonly mask: number;
  private readonly slots: Int32Array;
  /** What is known of each unit, four to a byte; in a trie of few words, of units that share their low bits together. */
  private readonly starts: Uint8Array;
  /** Bits of the two units that longer words start with, by their hash: small enough to stay in the cache, and most positions of a text end here. */
  private readonly pairs: Uint8Array;
  private waiting: Waiting | undefined;

  /**
   * The value of `words[i]` is `i`; of equal words the first counts.
   *
   * @param room  code units of all words that `insert` will add, together
   */
  constructor(words: readonly string[], room = 0) {
    let size = room;
    for (const word of words) size += word.length;
    let capacity = 16;
    while (capacity < size * 1.5) capacity *= 2;
    this.mask = capacity - 1;
    this.starts = new Uint8Array(Math.min(capacity * UNITS_A_SLOT, EVERY_UNIT) / 4);
    this.pairs = new Uint8Array(Math.min(capacity, EVERY_UNIT));
    this.slots = new Int32Array(capacity * Slot.Width);
    for (const [value, word] of words.entries()) this.insert(word, 0, word.length, value);
  }

  /** A trie of many words, of which a text needs few: those that start with a unit are put in when it is first asked for. */
  static of(words: WordsOfText): Trie {
    const { text, rows, width } = words;
    const count = rows.length / width;
    const heads = new Int32Array(EVERY_UNIT);
    const nexts = new Int32Array(count);
    let room = 0;
    for (let value = count - 1; value >= 0; value -= 1) {
      const start = rows[value * width]!;
      const length = rows[value * width + 1]! - start;
      if (length === 0) continue;
      room += length;
      const unit = foldUnit(text.charCodeAt(start));
      nexts[value] = heads[unit]!;
      heads[unit] = value + 1;
    }
    const trie = new Trie([], Math.max(room, EVERY_UNIT / UNITS_A_SLOT));
    for (let unit = 0; unit < heads.length; unit += 1) if (heads[unit] !== 0) trie.setStart(unit, Start.Waiting);
    trie.waiting = { words, heads, nexts };
    return trie;
  }

  /** Puts in the words that start with the unit, where they wait. */
  open(unit: number): void {
    if (this.startOf(unit) !== Start.Waiting || !this.waiting) return;
    this.setStart(unit, Start.None);
    const { words, heads, nexts } = this.waiting;
    const { text, rows, width } = words;
    for (let next = heads[unit]!; next !== 0; next = nexts[next - 1]!) {
      const value = next - 1;
      const word = fold(text.slice(rows[value * width], rows[value * width + 1]));
      words.added(value, this.insert(word, 0, word.length, value));
    }
  }

  private startOf(unit: number): Start {
    return (this.starts[(unit >>> 2) & (this.starts.length - 1)]! >>> ((unit & 3) << 1)) & 3;
  }

  private setStart(unit: number, start: Start): void {
    const at = (unit >>> 2) & (this.starts.length - 1);
    const shift = (unit & 3) << 1;
    this.starts[at] = (this.starts[at]! & ~(3 << shift)) | (start << shift);
  }

  private slot(node: number, unit: number): number {
    let slot = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & this.mask;
    for (; ; slot = (slot + 1) & this.mask) {
      const parent = this.slots[slot * Slot.Width + Slot.Parent];
      if (parent === 0 || (parent === node + 1 && this.slots[slot * Slot.Width + Slot.Unit] === unit)) return slot;
    }
  }

  /** Gives `text.slice(start, end)` the value, unless it has one: then that one is returned, else `value`. */
  insert(text: string, start: number, end: number, value: number): number {
    if (start >= end) return -1;
    const first = text.charCodeAt(start);
    const alone = end - start === 1;
    const kind = alone ? Start.Alone : Start.Longer;
    if (kind > this.startOf(first)) this.setStart(first, kind);
    if (!alone) {
      const pair = pairOf(first, text.charCodeAt(start + 1));
      this.pairs[(pair >>> 3) & (this.pairs.length - 1)]! |= 1 << (pair & 7);
    }
    let node = alone ? 0 : this.firstNode(first);
    let slot = 0;
    for (let i = alone ? start : start + 1; i < end; i += 1) {
      const unit = text.charCodeAt(i);
      slot = this.slot(node, unit);
      this.slots[slot * Slot.Width + Slot.Parent] = node + 1;
      this.slots[slot * Slot.Width + Slot.Unit] = unit;
      node = slot + 1;
    }
    const at = slot * Slot.Width + Slot.Value;
    if (this.slots[at] === 0) this.slots[at] = value + 1;
    return this.slots[at]! - 1;
  }

  /** Whether a word may start with the unit: false means none does. */
  startsWith(unit: number): boolean {
    return this.startOf(unit) !== Start.None;
  }

  /** Whether a word may start at the position: false means none does. */
  mayStart(text: string, at: number): boolean {
    if (at >= text.length) return false;
    const first = text.charCodeAt(at);
    const start = this.startOf(first);
    if (start === Start.Waiting) {
      this.open(first);
      return this.mayStart(text, at);
    }
    if (start !== Start.Longer) return start === Start.Alone;
    const pair = pairOf(first, text.charCodeAt(at + 1));
    return (this.pairs[(pair >>> 3) & (this.pairs.length - 1)]! & (1 << (pair & 7))) !== 0;
  }

  /** The node after `unit`, or 0 where no word goes on so. Start at node 0, with a unit that `mayStart` or `open` has seen. */
  next(node: number, unit: number): number {
    if (node === 0) return this.startOf(unit) === Start.None ? 0 : this.firstNode(unit);
    const slot = this.slot(node, unit);
    return this.slots[slot * Slot.Width + Slot.Parent] === 0 ? 0 : slot + 1;
  }

  /** The value of the word `text.slice(start, end)`, or -1. */
  find(text: string, start: number, end: number): number {
    if (start < end) this.open(text.charCodeAt(start));
    if (end - start > 1 && !this.mayStart(text, start)) return -1;
    let node = 0;
    for (let i = start; i < end; i += 1) {
      node = this.next(node, text.charCodeAt(i));
      if (node === 0) return -1;
    }
    return this.value(node);
  }

  /** Where the longest of the words that starts at the position ends, or 0; where there are `ends`, one of those that are 1 there. */
  longestEnd(text: string, at: number, ends?: Uint8Array): number {
    if (!this.mayStart(text, at)) return 0;
    let longest = 0;
    let node = 0;
    for (let i = at; i < text.length; i += 1) {
      node = this.next(node, text.charCodeAt(i));
      if (node === 0) break;
      if (this.value(node) >= 0 && (ends === undefined || ends[i + 1] === 1)) longest = i + 1;
    }
    return longest;
  }

  /** The value of the word that ends at the node, or -1. */
  value(node: number): number {
    if (node === 0) return -1;
    if (node <= this.mask + 1) return this.slots[(node - 1) * Slot.Width + Slot.Value]! - 1;
    const unit = node - this.firstNode(0);
    return this.startOf(unit) === Start.Alone ? this.slots[this.slot(0, unit) * Slot.Width + Slot.Value]! - 1 : -1;
  }

  /** The node of a unit that words start with. */
  private firstNode(unit: number): number {
    return this.mask + 2 + unit;
  }
}

/** Words that no text has asked for yet, by their first unit. */
interface Waiting {
  readonly words: WordsOfText;
  /** Of each unit, 1 + the first word that starts with it. */
  readonly heads: Int32Array;
  /** Of each word, 1 + the next that starts like it. */
  readonly nexts: Int32Array;
}

function pairOf(first: number, second: number): number {
  const pair = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return pair ^ (pair >>> 15);
}
