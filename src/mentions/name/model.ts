import { LABELS } from "./label.js";
import { addLabel, WORDS } from "./lane.js";

/** One row of the model as it is written: a key and what it says, in the order of the codes, which are `role × LABELS + label`. */
export interface ModelRow {
  readonly key: number;
  readonly codes: readonly number[];
  readonly weights: readonly number[];
}

const MAGIC = 0x324d414e; // "NAM2", little endian

/** Keys are hashes of so many bits. */
const KEY_BITS = 24;
/** In the file, those that share the upper 16 are a bucket, of two or three, and told apart by the lower 8. */
const BUCKETS = 0x10000;
const bucketOf = (key: number): number => key >>> 8;
const lowOf = (key: number): number => key & 0xff;

/**
 * The model's bytes: magic, scale (float32), numbers of rows and entries (uint32), transitions (int16), then one stream of
 * bytes each for what compresses alike: keys per bucket, the keys' lower bits, entries per key, codes, weights.
 */
export function writeModel(rows: readonly ModelRow[], transitions: Int16Array, scale: number): Uint8Array {
  const sorted = [...rows].sort((a, b) => a.key - b.key);
  const entries = sorted.reduce((sum, row) => sum + row.codes.length, 0);
  const sizes = new Array<number>(BUCKETS).fill(0);
  for (const { key } of sorted) sizes[bucketOf(key)]! += 1;
  const counts = sorted.map(({ codes }) => codes.length);
  if ([...sizes, ...counts].some((size) => size > 0xff)) throw new RangeError("a name model with more keys to a bucket, or entries to a key, than a byte can say");
  const head = new DataView(new ArrayBuffer(HEAD + 2 * transitions.length));
  head.setUint32(0, MAGIC, true);
  head.setFloat32(4, scale, true);
  head.setUint32(8, sorted.length, true);
  head.setUint32(12, entries, true);
  for (const [i, weight] of transitions.entries()) head.setInt16(HEAD + 2 * i, weight, true);
  const streams = [new Uint8Array(head.buffer), sizes, sorted.map(({ key }) => lowOf(key)), counts, sorted.flatMap(({ codes }) => codes), sorted.flatMap(({ weights }) => weights)];
  const bytes = new Uint8Array(streams.reduce((sum, stream) => sum + stream.length, 0));
  let at = 0;
  for (const stream of streams) {
    bytes.set(stream, at);
    at += stream.length;
  }
  return bytes;
}

const HEAD = 16;

/**
 * Reads what `writeModel` wrote.
 *
 * @throws {RangeError} the bytes are no name model, or one of other labels
 */
export function readModel(bytes: Uint8Array): NameModel {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || head.getUint32(0, true) !== MAGIC) throw new RangeError("not a name model");
  const scale = head.getFloat32(4, true);
  const keys = head.getUint32(8, true);
  const entries = head.getUint32(12, true);
  const transitions = new Int16Array(LABELS * LABELS);
  let at = HEAD + 2 * transitions.length;
  if (bytes.length !== at + BUCKETS + 2 * keys + 2 * entries) throw new RangeError("a name model cut short");
  for (let i = 0; i < transitions.length; i += 1) transitions[i] = head.getInt16(HEAD + 2 * i, true);
  const next = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const sizes = next(BUCKETS);
  const lows = next(keys);
  const firsts = sumsOf(next(keys));
  if (sumsOf(sizes)[BUCKETS] !== keys || firsts[keys] !== entries) throw new RangeError("a name model cut short");
  return new NameModel(keysOf(sizes, lows), firsts, next(entries), next(entries), transitions, scale);
}

/** The keys of all buckets, in their order. */
function keysOf(sizes: Uint8Array, lows: Uint8Array): Int32Array {
  const keys = new Int32Array(lows.length);
  let next = 0;
  for (let bucket = 0; bucket < sizes.length; bucket += 1) {
    for (const stop = next + sizes[bucket]!; next < stop; next += 1) keys[next] = (bucket << 8) | lows[next]!;
  }
  return keys;
}

/** Where each of the parts begins that have these sizes, and where the last ends. */
function sumsOf(sizes: Uint8Array): Uint32Array {
  const sums = new Uint32Array(sizes.length + 1);
  let sum = 0;
  for (let i = 0; i < sizes.length; i += 1) sums[i + 1] = sum += sizes[i]!;
  return sums;
}

/**
 * The weights of the name model, ready to be looked up. What a key says is laid out, as a row for each role from its first
 * to its last, when the key is first asked for: most keys never are, and those that are lie side by side.
 */
export class NameModel {
  /** `WORDS` numbers each: what a role says of every label, see `lane.ts`. Others once a key has been looked up that was not before. */
  rows = new Float64Array(FIRST_ROWS * WORDS);
  /** Keys by their upper bits, each beside its place, so that most look-ups read one place in memory; -1 where there is none. */
  private readonly slots: Int32Array;
  private readonly shift: number;
  private laid = 0;

  /**
   * @param keys         by number
   * @param firsts       of each key, the number of its first entry; the entries of a key are in the order of their codes
   * @param transitions  from label × LABELS + to label; only legal pairs are read
   * @param scale        what a weight of 1 is worth in nats
   */
  constructor(
    keys: Int32Array,
    private readonly firsts: Uint32Array,
    private readonly codes: Uint8Array,
    private readonly weights: Uint8Array,
    readonly transitions: Int16Array,
    readonly scale: number,
  ) {
    let bits = 1;
    while (1 << bits < keys.length * 1.5) bits += 1;
    this.shift = KEY_BITS - bits;
    this.slots = new Int32Array(2 << bits).fill(-1);
    for (let number = 0; number < keys.length; number += 1) {
      const slot = this.slotOf(keys[number]!);
      this.slots[slot] = keys[number]!;
      this.slots[slot + 1] = waiting(number);
    }
  }

  /** Where what a feature key says is laid out, to be read with `countOf`, `roleOf` and `rowOf`; -1 where it is not there. */
  place(key: number): number {
    const slot = this.slotOf(key);
    const place = this.slots[slot + 1]!;
    return place < -1 ? (this.slots[slot + 1] = this.lay(waiting(place))) : place;
  }

  /** Where the key stands, or would. */
  private slotOf(key: number): number {
    const { slots } = this;
    const last = slots.length - 2;
    let slot = (key >>> this.shift) << 1;
    while (slots[slot] !== key && slots[slot] !== -1) slot = (slot + 2) & last;
    return slot;
  }

  /** Whether the key is there and says nothing: so the model marks words that no name holds. */
  isMark(key: number): boolean {
    const place = this.place(key);
    return place >= 0 && countOf(place) === 0;
  }

  private lay(number: number): number {
    const { codes, weights, firsts } = this;
    const place = (this.laid << 8) | this.rolesOf(number);
    if ((this.laid + countOf(place)) * WORDS > this.rows.length) {
      const { rows } = this;
      this.rows = new Float64Array(2 * rows.length);
      this.rows.set(rows);
    }
    for (let entry = firsts[number]!; entry < firsts[number + 1]!; entry += 1) {
      const role = ROLE_OF[codes[entry]!]!;
      addLabel(this.rows, rowOf(place) + role - roleOf(place), codes[entry]! - role * LABELS, (weights[entry]! << 24) >> 24);
    }
    this.laid += countOf(place);
    return place;
  }

  /** The first role that a key speaks to and how many there are to the last, as a place has them. */
  private rolesOf(number: number): number {
    const [from, to] = [this.firsts[number]!, this.firsts[number + 1]!];
    if (from === to) return 0;
    const first = ROLE_OF[this.codes[from]!]!;
    return (first << 4) | (ROLE_OF[this.codes[to - 1]!]! + 1 - first);
  }
}

const FIRST_ROWS = 4096;

/** What stands for the place of key `number` until it is laid out, and the other way round. */
const waiting = (number: number): number => -2 - number;

const COUNT = 15;
/** How many rows a place has, the role that the first of them speaks to, and which row that is. */
export const countOf = (place: number): number => place & COUNT;
export const roleOf = (place: number): number => (place >> 4) & 15;
export const rowOf = (place: number): number => place >> 8;

const ROLE_OF = Uint8Array.from({ length: 256 }, (_, code) => Math.floor(code / LABELS));
