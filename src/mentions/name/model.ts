import { LABELS } from "./label.js";
import { addLabel, WORDS } from "./lane.js";

/** One row of the model as it is written: a key and what it says, in the order of the codes, which are `role × LABELS + label`. */
export interface ModelRow {
  readonly key: number;
  readonly codes: readonly number[];
  readonly weights: readonly number[];
}

const MAGIC = 0x314d414e; // "NAM1", little endian

/**
 * The model's bytes: magic, scale (float32), numbers of rows and entries (uint32), transitions (int16), then one stream
 * each for what compresses alike: the keys' differences (varint), entries per row (varint), codes, weights.
 */
export function writeModel(rows: readonly ModelRow[], transitions: Int16Array, scale: number): Uint8Array {
  const sorted = [...rows].sort((a, b) => a.key - b.key);
  const entries = sorted.reduce((sum, row) => sum + row.codes.length, 0);
  const keys: number[] = [];
  const counts: number[] = [];
  let last = 0;
  for (const row of sorted) {
    pushVarint(keys, row.key - last);
    pushVarint(counts, row.codes.length);
    last = row.key;
  }
  const head = new DataView(new ArrayBuffer(16 + 2 * transitions.length));
  head.setUint32(0, MAGIC, true);
  head.setFloat32(4, scale, true);
  head.setUint32(8, sorted.length, true);
  head.setUint32(12, entries, true);
  for (const [i, weight] of transitions.entries()) head.setInt16(16 + 2 * i, weight, true);
  const streams = [new Uint8Array(head.buffer), keys, counts, sorted.flatMap((row) => row.codes), sorted.flatMap((row) => row.weights)];
  const bytes = new Uint8Array(streams.reduce((sum, stream) => sum + stream.length, 0));
  let at = 0;
  for (const stream of streams) {
    bytes.set(stream, at);
    at += stream.length;
  }
  return bytes;
}

function pushVarint(into: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) into.push((rest & 127) | 128);
  into.push(rest);
}

class VarintReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  next(): number {
    const { bytes } = this;
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }
}

/**
 * Reads what `writeModel` wrote.
 *
 * @throws {RangeError} the bytes are no name model, or one of other labels
 */
export function readModel(bytes: Uint8Array): NameModel {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || head.getUint32(0, true) !== MAGIC) throw new RangeError("not a name model");
  const scale = head.getFloat32(4, true);
  const keys = new Uint32Array(head.getUint32(8, true));
  const count = head.getUint32(12, true);
  const transitions = new Int16Array(LABELS * LABELS);
  for (let i = 0; i < transitions.length; i += 1) transitions[i] = head.getInt16(16 + 2 * i, true);

  const numbers = new VarintReader(bytes, 16 + 2 * transitions.length);
  for (let i = 0, key = 0; i < keys.length; i += 1) keys[i] = key += numbers.next();
  const firsts = new Uint32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i += 1) firsts[i + 1] = firsts[i]! + numbers.next();
  const { at } = numbers;
  if (firsts[keys.length] !== count || at + 2 * count !== bytes.length) throw new RangeError("a name model cut short");
  return new NameModel(keys, firsts, bytes.subarray(at, at + count), bytes.subarray(at + count), transitions, scale);
}

/**
 * The weights of the name model, ready to be looked up. What a key says is laid out, as a row for each role from its first
 * to its last, when the key is first asked for: most keys never are, and those that are lie side by side.
 */
export class NameModel {
  /** `WORDS` numbers each: what a role says of every label, see `lane.ts`. Others once a key has been looked up that was not before. */
  rows = new Float64Array(FIRST_ROWS * WORDS);
  /** An open-addressed hash of two numbers a slot, side by side in memory: a key, or -1, and its place, or -1 - its number while it waits. */
  private readonly slots: Int32Array;
  private readonly mask: number;
  private laid = 0;

  /**
   * @param firsts       of each key, the number of its first entry; the entries of a key are in the order of their codes
   * @param transitions  from label × LABELS + to label; only legal pairs are read
   * @param scale        what a weight of 1 is worth in nats
   */
  constructor(
    keys: Uint32Array,
    private readonly firsts: Uint32Array,
    private readonly codes: Uint8Array,
    private readonly weights: Uint8Array,
    readonly transitions: Int16Array,
    readonly scale: number,
  ) {
    let capacity = 1024;
    while (capacity < keys.length * 1.25) capacity *= 2;
    this.mask = 2 * capacity - 1;
    this.slots = new Int32Array(2 * capacity).fill(-1);
    for (let i = 0; i < keys.length; i += 1) {
      // Keys are hashes already: their low bits choose the slot.
      let at = (keys[i]! << 1) & this.mask;
      while (this.slots[at]! >= 0) at = (at + 2) & this.mask;
      this.slots[at] = keys[i]!;
      this.slots[at + 1] = -1 - i;
    }
  }

  /** Where what a feature key says is laid out, to be read with `countOf`, `roleOf` and `rowOf`; -1 where it is not there. */
  place(key: number): number {
    const { slots, mask } = this;
    for (let at = (key << 1) & mask; ; at = (at + 2) & mask) {
      const there = slots[at]!;
      if (there === key) return slots[at + 1]! < 0 ? this.lay(at) : slots[at + 1]!;
      if (there < 0) return -1;
    }
  }

  /** Whether the key is there and says nothing: so the model marks words that no name holds. */
  isMark(key: number): boolean {
    const place = this.place(key);
    return place >= 0 && countOf(place) === 0;
  }

  private lay(at: number): number {
    const { codes, weights, firsts } = this;
    const number = -1 - this.slots[at + 1]!;
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
    return (this.slots[at + 1] = place);
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

const COUNT = 15;
/** How many rows a place has, the role that the first of them speaks to, and which row that is. */
export const countOf = (place: number): number => place & COUNT;
export const roleOf = (place: number): number => (place >> 4) & 15;
export const rowOf = (place: number): number => place >> 8;

const ROLE_OF = Uint8Array.from({ length: 256 }, (_, code) => Math.floor(code / LABELS));
