import { ExtractClaimsError } from "../model/index.js";

/**
 * jieba's dictionary and hidden Markov model as one block of little-endian sections, each view laid straight over it:
 *
 *     header   16 × u32   magic, layout, sizes; its last 8 words are the SHA-256 of what it was built from
 *     scalars  3 + 4 + 16 × f64   least weight, median weight, sum of frequencies, start and transition probabilities
 *     weights  f64 a unit; unit 0 is "no word" and weighs the least weight
 *     emit     f64 × 4 a row (B, E, M, S); row 0 is "never seen"
 *     children u16 a node: how many it has; they lie behind those of the node before
 *     labels   u16 a node: the code of its last character; rising among siblings
 *     unitOf   u16 a node: its unit
 *     letters  u16 a code: the character it stands for; code 0 is none
 *     rows     u16 a code: its row of `emit`
 *     tagOf    u8 a unit: index into the tags
 *     tags     ASCII, separated by line feeds
 *
 * The words are a trie whose nodes are numbered level by level, so that siblings lie side by side; node 0 is the root and
 * node `c` the word's beginning with the character of code `c` alone (all codes have one, whether any word does or not).
 */
export interface SegmentationTables {
  readonly leastWeight: number;
  readonly medianWeight: number;
  readonly frequencySum: number;
  readonly start: Float64Array;
  readonly transition: Float64Array;
  readonly weights: Float64Array;
  readonly emit: Float64Array;
  /** Of each node, and of one more, where its children begin; they end where the next node's begin. */
  readonly first: Uint32Array;
  readonly labels: Uint16Array;
  readonly unitOf: Uint16Array;
  /** A bit for each `pairBit` of two characters that begin a word: clear means none does. */
  readonly pairs: Uint32Array;
  /** Code of each UTF-16 unit, 0 where neither dictionary nor model knows it. */
  readonly codes: Uint16Array;
  readonly rows: Uint16Array;
  /** The parts of speech; an empty one is that of words of which the dictionary says none. */
  readonly tags: readonly string[];
  /** Which of `tags` each unit has. */
  readonly tagOf: Uint8Array | Uint32Array;
}

export const MAGIC = 0x31534358; // "XCS1"
export const LAYOUT = 2;
export const HEADER_WORDS = 16;
const SCALARS = 23;

/** Sizes in the header, in the order in which they stand there after magic and layout. */
export interface TableSizes {
  readonly units: number;
  readonly emitRows: number;
  readonly nodes: number;
  readonly codes: number;
  readonly tagBytes: number;
}

/** Where each section begins, in bytes. */
export function layout({ units, emitRows, nodes, codes, tagBytes }: TableSizes) {
  const scalars = HEADER_WORDS * 4;
  const weights = scalars + SCALARS * 8;
  const emit = weights + units * 8;
  const children = emit + emitRows * 32;
  const labels = children + nodes * 2;
  const unitOf = labels + nodes * 2;
  const letters = unitOf + nodes * 2;
  const rows = letters + codes * 2;
  const tagOf = rows + codes * 2;
  const tags = tagOf + units;
  return { scalars, weights, emit, children, labels, unitOf, letters, rows, tagOf, tags, end: tags + tagBytes };
}

/** Where the bit of two codes stands; others may share it. */
export const pairBit = (code: number, next: number): number => (Math.imul(code, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> 11;

function firstChildren(children: Uint16Array): Uint32Array {
  const first = new Uint32Array(children.length + 1);
  let next = 1;
  for (let node = 0; node < children.length; node += 1) {
    first[node] = next;
    next += children[node]!;
  }
  first[children.length] = next;
  return first;
}

function markPairs(first: Uint32Array, labels: Uint16Array, codes: number): Uint32Array {
  const pairs = new Uint32Array(1 << 16);
  for (let code = 1; code < codes; code += 1) {
    for (let node = first[code] ?? 0; node < (first[code + 1] ?? 0); node += 1) {
      const bit = pairBit(code, labels[node] ?? 0);
      pairs[bit >>> 5] = (pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }
  return pairs;
}

/**
 * Lays the segmenter's tables over the bytes of `tables/segmenter.bin`; only the map of characters, the filter of pairs and the places of children are made anew.
 *
 * @throws {ExtractClaimsError} code `tables`: the bytes are no such file, or one of another version
 */
export function segmentationTables(bytes: ArrayBuffer): SegmentationTables {
  const fail = (found: string): never => {
    throw new ExtractClaimsError("tables", "tables/segmenter.bin", found, `a table of layout ${LAYOUT}, as shipped with this version`);
  };
  if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1) fail("a big-endian machine");
  if (bytes.byteLength < HEADER_WORDS * 4) fail(`${bytes.byteLength} bytes`);
  const [magic, version, units = 0, emitRows = 0, nodes = 0, codes = 0, tagBytes = 0] = new Uint32Array(bytes, 0, 7);
  if (magic !== MAGIC || version !== LAYOUT) fail("bytes of another kind");
  const at = layout({ units, emitRows, nodes, codes, tagBytes });
  if (bytes.byteLength !== at.end) fail(`${bytes.byteLength} bytes instead of ${at.end}`);

  const [leastWeight = 0, medianWeight = 0, frequencySum = 0] = new Float64Array(bytes, at.scalars, 3);
  const codeOf = new Uint16Array(0x10000);
  const letters = new Uint16Array(bytes, at.letters, codes);
  for (let code = 1; code < codes; code += 1) codeOf[letters[code] ?? 0] = code;
  const tags = String.fromCharCode(...new Uint8Array(bytes, at.tags, tagBytes)).split("\n");
  const first = firstChildren(new Uint16Array(bytes, at.children, nodes));
  const labels = new Uint16Array(bytes, at.labels, nodes);
  return {
    leastWeight,
    medianWeight,
    frequencySum,
    start: new Float64Array(bytes, at.scalars + 24, 4),
    transition: new Float64Array(bytes, at.scalars + 56, 16),
    weights: new Float64Array(bytes, at.weights, units),
    emit: new Float64Array(bytes, at.emit, emitRows * 4),
    first,
    labels,
    pairs: markPairs(first, labels, codes),
    unitOf: new Uint16Array(bytes, at.unitOf, nodes),
    codes: codeOf,
    rows: new Uint16Array(bytes, at.rows, codes),
    tags,
    tagOf: new Uint8Array(bytes, at.tagOf, units),
  };
}
