import { LABELS } from "./label.js";
import { addLabel, WORDS } from "./lane.js";

/** The weights of the name model, ready to be looked up. */
export interface NameModel {
  /** The slot of a feature key, or -1. Only through it are the key's roles and rows there. */
  slot(key: number): number;
  /** Whether the key is there and says nothing: so the model marks words that no name holds. */
  isMark(key: number): boolean;
  /** Two numbers a slot, side by side in memory: the key with the set of its roles in the highest byte, and the first of its rows. */
  readonly slots: Int32Array;
  /** One row a role, `WORDS` numbers each: what it says of every label, see `lane.ts`. */
  readonly rows: Float64Array;
  /** From label × LABELS + to label; only legal pairs are read. */
  readonly transitions: Int16Array;
  /** What a weight of 1 is worth in nats. */
  readonly scale: number;
}

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
  const rows = head.getUint32(8, true);
  const count = head.getUint32(12, true);
  const transitions = new Int16Array(LABELS * LABELS);
  for (let i = 0; i < transitions.length; i += 1) transitions[i] = head.getInt16(16 + 2 * i, true);

  let capacity = 1024;
  while (capacity < rows * 2) capacity *= 2;
  const mask = capacity - 1;
  // Keys are hashes already: their low bits choose the slot.
  const slots = new Int32Array(2 * capacity).fill(EMPTY);
  const numbers = new VarintReader(bytes, 16 + 2 * transitions.length);
  let key = 0;
  for (let row = 0; row < rows; row += 1) {
    key += numbers.next();
    let slot = key & mask;
    while (slots[2 * slot + 1] !== EMPTY) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = WRITTEN - row;
  }
  const firsts = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) firsts[row + 1] = firsts[row]! + numbers.next();
  const { at } = numbers;
  if (firsts[rows] !== count || at + 2 * count !== bytes.length) throw new RangeError("a name model cut short");
  const laid = rowLayer(bytes.subarray(at, at + count), bytes.subarray(at + count));
  const find = (wanted: number): number => {
    for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
      const first = slots[2 * slot + 1]!;
      if (first === EMPTY) return -1;
      if ((slots[2 * slot]! & KEY) !== wanted) continue;
      if (first < EMPTY) {
        const row = WRITTEN - first;
        slots[2 * slot + 1] = laid.next();
        slots[2 * slot] = wanted | (laid.lay(firsts[row]!, firsts[row + 1]!) << 24);
      }
      return slot;
    }
  };
  return {
    slot: find,
    isMark: (key) => {
      const slot = find(key);
      return slot >= 0 && slots[2 * slot]! >>> 24 === 0;
    },
    slots,
    rows: laid.rows,
    transitions,
    scale,
  };
}

/**
 * Lays out what a key says as a row for each of its roles, when the key is first asked for: most keys never are, and those
 * that are lie side by side.
 */
function rowLayer(codes: Uint8Array, weights: Uint8Array) {
  // No key has more rows than entries. Pages that nothing is written to take no memory.
  const rows = new Float64Array(codes.length * WORDS);
  let next = 0;
  return {
    rows,
    /** Where the next key's rows will begin. */
    next: () => next,
    /** Lays the entries `[from, to)`, which are in the order of their codes; gives the set of their roles. */
    lay(from: number, to: number): number {
      let roles = 0;
      for (let entry = from; entry < to; entry += 1) {
        const code = codes[entry]!;
        const role = ROLE_OF[code]!;
        if ((roles & (1 << role)) === 0) next += 1;
        roles |= 1 << role;
        addLabel(rows, next - 1, code - role * LABELS, (weights[entry]! << 24) >> 24);
      }
      return roles;
    },
  };
}

const ROLE_OF = Uint8Array.from({ length: 256 }, (_, code) => Math.floor(code / LABELS));

const EMPTY = -1;
/** Slots of rows that wait hold this less the number of the row. */
const WRITTEN = -2;
const KEY = 0xffffff;
