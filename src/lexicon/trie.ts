/** What a slot holds: the node before, the code unit that leads on from it, and the value of the word that ends there. */
const [PARENT, UNIT, VALUE, WIDTH] = [0, 1, 2, 3];

/**
 * Words by their code units in one flat array: an open-addressed hash from (node, unit) to the next node, where a
 * node's id is its slot + 1 and 0 is the root. A look-up allocates nothing, and reads all of a slot in one place.
 */
export class Trie {
  private readonly mask: number;
  private readonly slots: Int32Array;
  /** Of each unit, whether longer words start with it (1) and whether it is a word itself (2). */
  private readonly starts = new Uint8Array(0x10000);
  /** Bits of the two units that longer words start with, by their hash: small enough to stay in the cache, and most positions of a text end here. */
  private readonly pairs: Uint8Array;

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
    this.pairs = new Uint8Array(Math.min(capacity, 0x10000));
    this.slots = new Int32Array(capacity * WIDTH).fill(-1);
    for (const [value, word] of words.entries()) this.insert(word, 0, word.length, value);
  }

  private slot(node: number, unit: number): number {
    let slot = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & this.mask;
    for (; ; slot = (slot + 1) & this.mask) {
      const parent = this.slots[slot * WIDTH + PARENT];
      if (parent === -1 || (parent === node && this.slots[slot * WIDTH + UNIT] === unit)) return slot;
    }
  }

  /** Gives `text.slice(start, end)` the value, unless it has one: then that one is returned, else `value`. */
  insert(text: string, start: number, end: number, value: number): number {
    if (start >= end) return -1;
    const first = text.charCodeAt(start);
    if (end - start === 1) this.starts[first]! |= 2;
    else {
      const pair = pairOf(first, text.charCodeAt(start + 1));
      this.starts[first]! |= 1;
      this.pairs[(pair >>> 3) & (this.pairs.length - 1)]! |= 1 << (pair & 7);
    }
    let node = 0;
    for (let i = start; i < end; i += 1) {
      const unit = text.charCodeAt(i);
      const slot = this.slot(node, unit);
      this.slots[slot * WIDTH + PARENT] = node;
      this.slots[slot * WIDTH + UNIT] = unit;
      node = slot + 1;
    }
    const at = (node - 1) * WIDTH + VALUE;
    if (this.slots[at] === -1) this.slots[at] = value;
    return this.slots[at]!;
  }

  startsWith(unit: number): boolean {
    return this.starts[unit] !== 0;
  }

  /** Whether a word may start at the position: false means none does. */
  mayStart(text: string, at: number): boolean {
    const first = text.charCodeAt(at);
    const starts = this.starts[first];
    if (starts !== 1) return starts === 2 || starts === 3;
    const pair = pairOf(first, text.charCodeAt(at + 1));
    return (this.pairs[(pair >>> 3) & (this.pairs.length - 1)]! & (1 << (pair & 7))) !== 0;
  }

  /** The node after `unit`, or 0 where no word goes on so. Start at node 0. */
  next(node: number, unit: number): number {
    const slot = this.slot(node, unit);
    return this.slots[slot * WIDTH + PARENT] === -1 ? 0 : slot + 1;
  }

  /** The value of the word `text.slice(start, end)`, or -1. */
  find(text: string, start: number, end: number): number {
    let node = 0;
    for (let i = start; i < end; i += 1) {
      node = this.next(node, text.charCodeAt(i));
      if (node === 0) return -1;
    }
    return this.value(node);
  }

  /** The value of the word that ends at the node, or -1. */
  value(node: number): number {
    return node === 0 ? -1 : (this.slots[(node - 1) * WIDTH + VALUE] ?? -1);
  }
}

function pairOf(first: number, second: number): number {
  const pair = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return pair ^ (pair >>> 15);
}
