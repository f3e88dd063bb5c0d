import type { Token } from "../model/index.js";
import { Viterbi } from "./hmm.js";
import type { Segmenter, SegmenterWord } from "./segmenter.js";
import { pairBit, type SegmentationTables } from "./tables.js";
import { find, withWords, type Words } from "./words.js";

/** Room for a longer stretch than this is given back after it. */
const MOST_KEPT = 1 << 16;

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
/** Space, tab, line feed, ，and 。 stand alone. */
const isSeparator = (unit: number): boolean => unit === 0x20 || unit === 9 || unit === 10 || unit === 0xff0c || unit === 0x3002;

/**
 * jieba in TypeScript: the most probable path over the graph of dictionary words, a hidden Markov model for runs of single
 * characters, and the dictionary's parts of speech. Tokens and tags are those of cppjieba's `tag`, as nodejieba 3.5.8 has it.
 *
 * @param words  Words beside the dictionary: they weigh in like its own, and lose where others are likelier.
 */
export function builtinSegmenter(tables: SegmentationTables, words: readonly SegmenterWord[] = []): Segmenter {
  const cutter = new Cutter(withWords(tables, words));
  return { name: "builtin", segment: (text, start, end, into) => cutter.segment(text, start, end, into) };
}

class Cutter {
  private codes = new Uint16Array(0);
  /** Per position: the weight of the best path from here to the end, and the word it begins with. */
  private weight = new Float64Array(0);
  private stop = new Int32Array(0);
  private unit = new Int32Array(0);
  private viterbi: Viterbi;
  private text = "";
  private from = 0;
  private into: Token[] = [];

  constructor(private readonly words: Words) {
    this.viterbi = new Viterbi(words);
  }

  segment(text: string, start: number, end: number, into: Token[]): void {
    this.text = text;
    this.into = into;
    let from = start;
    for (let i = start; i < end; i += 1) {
      if (!isSeparator(text.charCodeAt(i))) continue;
      if (i > from) this.cut(from, i);
      this.cut(i, i + 1);
      from = i + 1;
    }
    if (end > from) this.cut(from, end);
    this.text = "";
    this.into = [];
    if (this.codes.length > MOST_KEPT) {
      this.resize(0);
      this.viterbi = new Viterbi(this.words);
    }
  }

  /** Cuts a stretch between separators. */
  private cut(from: number, to: number): void {
    const count = to - from;
    this.from = from;
    if (count >= this.codes.length) this.resize(Math.max(count + 1, Math.min(2 * count + 64, MOST_KEPT)));
    this.findPath(count);
    let singles = -1;
    for (let i = 0; i < count; ) {
      const end = this.stop[i] ?? 0;
      const unit = this.unit[i] ?? 0;
      if (unit < this.words.ownUnits && (end - i === 1 || unit === 0)) {
        if (singles < 0) singles = i;
      } else {
        if (singles >= 0) this.cutSingles(singles, i);
        singles = -1;
        this.push(i, end, unit);
      }
      i = end;
    }
    if (singles >= 0) this.cutSingles(singles, count);
  }

  private resize(size: number): void {
    this.codes = new Uint16Array(size);
    this.weight = new Float64Array(size);
    this.stop = new Int32Array(size);
    this.unit = new Int32Array(size);
  }

  /** Best path from each position, right to left; on equal weight the shorter word, like cppjieba. */
  private findPath(count: number): void {
    const { text, from, codes, weight, stop, unit } = this;
    const { codes: codeOf, weights, unitOf, first, labels, pairs, beyond } = this.words;
    for (let i = 0; i < count; i += 1) codes[i] = codeOf[text.charCodeAt(from + i)] ?? 0;
    weight[count] = 0;
    for (let i = count - 1; i >= 0; i -= 1) {
      const code = codes[i] ?? 0;
      let bestEnd = i + 1;
      if (code === 0 && i > 0 && isLow(text.charCodeAt(from + i)) && isHigh(text.charCodeAt(from + i - 1))) i -= 1;
      let bestUnit = unitOf[code] ?? 0;
      if (beyond !== undefined && code === 0) bestUnit = this.beyondUnit(from + i, from + bestEnd);
      let best = (weight[bestEnd] ?? 0) + (weights[bestUnit] ?? 0);
      const bit = pairBit(code, codes[i + 1] ?? 0);
      if (code > 0 && i + 1 < count && ((pairs[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) {
        let low = first[code] ?? 0;
        let end = first[code + 1] ?? 0;
        for (let j = i + 1; low < end && j < count; j += 1) {
          const next = codes[j] ?? 0;
          let high = end;
          while (low < high) {
            const middle = (low + high) >>> 1;
            if ((labels[middle] ?? 0) < next) low = middle + 1;
            else high = middle;
          }
          if (low >= end || labels[low] !== next) break;
          const word = unitOf[low] ?? 0;
          if (word > 0) {
            const value = (weight[j + 1] ?? 0) + (weights[word] ?? 0);
            if (value > best) {
              best = value;
              bestEnd = j + 1;
              bestUnit = word;
            }
          }
          end = first[low + 1] ?? 0;
          low = first[low] ?? 0;
        }
      }
      weight[i] = best;
      stop[i] = bestEnd;
      unit[i] = bestUnit;
      if (beyond !== undefined) this.tryBeyond(i, count, beyond);
    }
  }

  /** Lets the own words that begin at `i` compete with the best of the base dictionary. */
  private tryBeyond(i: number, count: number, { trie, units }: NonNullable<Words["beyond"]>): void {
    const { text, from, weight, stop, unit } = this;
    if (!trie.startsWith(text.charCodeAt(from + i))) return;
    let node = 0;
    for (let j = i; j < count; j += 1) {
      node = trie.next(node, text.charCodeAt(from + j));
      if (node === 0) return;
      const word = units[trie.value(node)];
      if (word === undefined) continue;
      const value = (weight[j + 1] ?? 0) + (this.words.weights[word] ?? 0);
      const best = weight[i] ?? 0;
      if (value > best || (value === best && j + 1 < (stop[i] ?? 0))) {
        weight[i] = value;
        stop[i] = j + 1;
        unit[i] = word;
      }
    }
  }

  private beyondUnit(start: number, end: number): number {
    const { beyond } = this.words;
    if (beyond === undefined) return 0;
    let node = 0;
    for (let i = start; i < end; i += 1) {
      node = beyond.trie.next(node, this.text.charCodeAt(i));
      if (node === 0) return 0;
    }
    return beyond.units[beyond.trie.value(node)] ?? 0;
  }

  /** A run of single characters: ASCII by cppjieba's rules for letters and digits, all else by the model. */
  private cutSingles(start: number, end: number): void {
    if ((this.stop[start] ?? 0) === end) return this.push(start, end, this.unit[start] ?? 0);
    const { text, from } = this;
    let left = start;
    for (let i = start; i < end; ) {
      const unit = text.charCodeAt(from + i);
      if (unit >= 0x80) {
        i += 1;
        continue;
      }
      if (left < i) this.cutByModel(left, i);
      left = i;
      i += 1;
      if (isLetter(unit)) {
        for (let next = text.charCodeAt(from + i); i < end && (isLetter(next) || isDigit(next)); next = text.charCodeAt(from + i)) i += 1;
      } else if (isDigit(unit)) {
        for (let next = text.charCodeAt(from + i); i < end && (isDigit(next) || next === 0x2e); next = text.charCodeAt(from + i)) i += 1;
      }
      this.pushFound(left, i);
      left = i;
    }
    if (left < end) this.cutByModel(left, end);
  }

  private cutByModel(start: number, end: number): void {
    const { viterbi, codes, stop, words } = this;
    viterbi.reserve(end - start);
    let count = 0;
    for (let i = start; i < end; i = stop[i] ?? end) {
      viterbi.rows[count] = words.rows[codes[i] ?? 0] ?? 0;
      count += 1;
    }
    viterbi.decode(count);
    let left = start;
    let x = 0;
    for (let i = start; i < end; x += 1) {
      i = stop[i] ?? end;
      if (viterbi.ends[x] === 0) continue;
      this.pushFound(left, i);
      left = i;
    }
  }

  /** A word that no path chose; the dictionary may have it all the same. */
  private pushFound(start: number, end: number): void {
    const { words, from, text } = this;
    this.push(start, end, (words.unitOf[find(words, text, from + start, from + end)] ?? 0) || this.beyondUnit(from + start, from + end));
  }

  private push(start: number, end: number, unit: number): void {
    const [left, right] = [this.from + start, this.from + end];
    this.into.push({ start: left, end: right, tag: this.words.tags[this.words.tagOf[unit] ?? 0] || tagUnknown(this.text, left, right) });
  }
}

/** cppjieba's tag for what no dictionary has, from the characters it looks at before half of them are ASCII. */
function tagUnknown(text: string, start: number, end: number): string {
  let characters = 0;
  for (let i = start; i < end; i += 1) if (!(isLow(text.charCodeAt(i)) && i > start && isHigh(text.charCodeAt(i - 1)))) characters += 1;
  let ascii = 0;
  let digits = 0;
  for (let i = start; i < end && ascii < characters >> 1; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) ascii += 1;
    if (isDigit(unit)) digits += 1;
  }
  if (ascii === 0) return "x";
  return digits === ascii ? "m" : "eng";
}
