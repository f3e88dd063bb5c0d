import { Trie } from "../lexicon/trie.js";
import { naturalLog } from "./logarithm.js";
import { checkWords, type SegmenterWord } from "./segmenter.js";
import type { SegmentationTables } from "./tables.js";

/** The dictionary of one segmenter: the shared tables, and its own words over them. */
export interface Words extends SegmentationTables {
  /** Units from here on are the segmenter's own words. */
  readonly ownUnits: number;
  /** Own words whose way through the base dictionary ends before they do; the value of each is its unit. */
  readonly beyond: { readonly trie: Trie; readonly units: readonly number[] } | undefined;
}

/** The node after `node` by the character of this code, or 0. */
export function child({ first, labels }: SegmentationTables, node: number, code: number): number {
  let low = first[node] ?? 0;
  const end = first[node + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((labels[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low < end && labels[low] === code ? low : 0;
}

/** The node of a whole word, or 0. */
export function find(tables: SegmentationTables, text: string, start: number, end: number): number {
  let node = tables.codes[text.charCodeAt(start)] ?? 0;
  for (let i = start + 1; i < end && node > 0; i += 1) {
    const code = tables.codes[text.charCodeAt(i)] ?? 0;
    node = code === 0 ? 0 : child(tables, node, code);
  }
  return node;
}

/** Sets `words` over the tables, of which only what they change is copied; of equal words the last counts, as in jieba. */
export function withWords(tables: SegmentationTables, words: readonly SegmenterWord[]): Words {
  const ownUnits = tables.weights.length;
  if (words.length === 0) return { ...tables, ownUnits, beyond: undefined };
  checkWords(words);
  const weights = new Float64Array(ownUnits + words.length);
  weights.set(tables.weights);
  const unitOf = tables.unitOf.slice();
  const beyond = new Map<string, number>();
  for (const [i, { word, frequency }] of words.entries()) {
    weights[ownUnits + i] = frequency === undefined ? tables.medianWeight : naturalLog(frequency / tables.frequencySum);
    const node = find(tables, word, 0, word.length);
    if (node > 0) unitOf[node] = ownUnits + i;
    else beyond.set(word, ownUnits + i);
  }
  const tags = [...new Set([...tables.tags, ...words.map(({ tag }) => tag)])];
  const numbers = new Map(tags.map((tag, i) => [tag, i]));
  const tagOf = new Uint32Array(ownUnits + words.length);
  tagOf.set(tables.tagOf);
  for (const [i, { tag }] of words.entries()) tagOf[ownUnits + i] = numbers.get(tag) ?? 0;
  return { ...tables, weights, unitOf, tags, tagOf, ownUnits, beyond: beyond.size > 0 ? { trie: new Trie([...beyond.keys()]), units: [...beyond.values()] } : undefined };
}
