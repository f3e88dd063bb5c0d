import type { Document, Span } from "../../model/index.js";
import { AFTER, BEFORE, eachFeature, FIRST_OF, INNER_OF, LAST_OF, ONLY, TAGS_AFTER, TAGS_BEFORE, tagFeatures, WORD_AFTER, WORD_BEFORE, wordFeatures, type FeatureSink, type FeatureTables, type Stretch } from "./feature.js";
import { CLOSED, FIRST, INNER, LABELS, labelOf, LAST, MODEL_TYPES, OPENING, OUTSIDE, partOf, PARTS, typeOf, WHOLE } from "./label.js";
import { addRows, readLabel, readRow, WORDS, ZERO } from "./lane.js";
import { countOf, roleOf, rowOf, type NameModel } from "./model.js";
import { RowStore } from "./row-store.js";
import { openStretches } from "./stretch.js";

/** What the model makes of a document. Good until the next one is read: its buffers are used again. */
export interface Reading {
  /** The likeliest names, in text order; `type` is an index in `MODEL_TYPES`. */
  readonly names: readonly TaggedName[];
  /**
   * For each of `MODEL_TYPES`, in nats, how much likelier it is that `[start, end)`, which lies in one sentence, is one
   * name of that type than that it holds none.
   */
  evidence(start: number, end: number): Float32Array;
}

export interface TaggedName extends Span {
  readonly type: number;
}

/** Reads the names of a document, sentence by sentence, in linear time. */
export function nameTagger(model: NameModel, tables: FeatureTables): (document: Document) => Reading {
  const lattice = new Lattice(model);
  return (document) => {
    const { text, tokens, sentences } = document;
    lattice.reset(text.length);
    const names: TaggedName[] = [];
    let first = 0;
    for (const sentence of sentences) {
      while (first < tokens.length && tokens[first]!.start < sentence.start) first += 1;
      let last = first;
      while (last < tokens.length && tokens[last]!.start < sentence.end) last += 1;
      for (const stretch of openStretches(document, sentence, first, last, model, tables)) {
        eachFeature(document, stretch, tables, lattice);
        lattice.decode(stretch, names);
      }
      first = last;
    }
    return { names, evidence: (start, end) => lattice.evidence(start, end) };
  };
}

/** The scores of every label at every character of a document, and the best path through those of a stretch. */
class Lattice implements FeatureSink {
  /** A row of the model's kind a character. */
  private sums = new Float64Array(0);
  private from = new Uint8Array(0);
  private readonly scores = new Int32Array(LABELS);
  /** Of the best path to each label of the character read last. */
  private readonly best = new Int32Array(LABELS);
  /** The labels at which a name has ended that are worth following, and their scores, by turns. */
  private readonly ended = new Int32Array(2 * LABELS);
  private readonly tagRows = new RowStore(1 << 15);
  private readonly wordRows = new RowStore(1 << 16);
  private readonly beam: number;
  /** By how much a move from each label, after which no name is open, is better, at the best, than the same move from `OUTSIDE`. */
  private readonly gains: Int32Array;

  constructor(private readonly model: NameModel) {
    this.beam = BEAM / model.scale;
    const cost = (label: number, to: number): number => model.transitions[label * LABELS + to]!;
    this.gains = Int32Array.from({ length: LABELS }, (_, label) => Math.max(...OPENING.map((to) => cost(label, to) - cost(OUTSIDE, to))));
  }

  reset(length: number): void {
    if (length * WORDS > this.sums.length || this.sums.length > KEPT * WORDS) {
      const room = Math.max(length, Math.min(length * 2, KEPT));
      this.sums = new Float64Array(room * WORDS);
      this.from = new Uint8Array(room * LABELS);
    }
    this.sums.fill(ZERO, 0, length * WORDS);
  }

  reach(key: number, base: number, roles: number, from: number, to: number): void {
    const place = this.model.place(key);
    if (place < 0) return;
    const first = base + roleOf(place);
    let at = first;
    let stop = first + countOf(place);
    if (at < from) at = from;
    if (stop > base + roles) stop = base + roles;
    if (stop > to) stop = to;
    if (at < stop) addRows(this.sums, at, this.model.rows, rowOf(place) + at - first, stop - at);
  }

  cover(key: number, start: number, end: number, from: number, to: number): void {
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
    const length = end - start;
    if (length > LONGEST_REMEMBERED || before >= TAG_CODES || tag >= TAG_CODES || after >= TAG_CODES) return tagFeatures(this, before, tag, after, start, end, from, to);
    const rows = TAGS_BEFORE + length + TAGS_AFTER;
    const upper = before * TAG_CODES + tag;
    const lower = after * (LONGEST_REMEMBERED + 1) + length;
    let row = this.tagRows.find(upper, lower);
    if (row < 0) {
      row = this.tagRows.add(upper, lower, rows);
      const { sums } = this;
      this.sums = this.tagRows.rows;
      tagFeatures(this, before, tag, after, row + TAGS_BEFORE, row + TAGS_BEFORE + length, row, row + rows);
      this.sums = sums;
    }
    this.recall(this.tagRows, row, rows, start - TAGS_BEFORE, from, to);
  }

  remembers(length: number): boolean {
    return length > 1 && length <= 4;
  }

  word(folded: string, start: number, end: number, from: number, to: number): void {
    const rows = WORD_BEFORE + end - start + WORD_AFTER;
    const upper = (folded.charCodeAt(start) << 16) | folded.charCodeAt(start + 1);
    const lower = end - start === 2 ? 0 : (folded.charCodeAt(start + 2) << 16) | (end - start === 3 ? 0 : folded.charCodeAt(start + 3));
    let row = this.wordRows.find(upper, lower);
    if (row < 0) {
      row = this.wordRows.add(upper, lower, rows);
      const { sums } = this;
      this.sums = this.wordRows.rows;
      wordFeatures(this, folded, start, end, row + WORD_BEFORE, row, row + rows);
      this.sums = sums;
    }
    this.recall(this.wordRows, row, rows, start - WORD_BEFORE, from, to);
  }

  private recall(store: RowStore, row: number, rows: number, base: number, from: number, to: number): void {
    const at = base < from ? from : base;
    const stop = base + rows > to ? to : base + rows;
    if (at < stop) addRows(this.sums, at, store.rows, row + at - base, stop - at);
  }

  /** What a feature says to the one character that is in this role. */
  private tell(place: number, role: number, at: number, from: number, to: number): void {
    const first = roleOf(place);
    if (role >= first && role < first + countOf(place) && at >= from && at < to) addRows(this.sums, at, this.model.rows, rowOf(place) + role - first, 1);
  }

  /** Viterbi over the legal transitions only. Labels that are too far behind to win are not followed. */
  decode({ start, end, sentence }: Stretch, found: TaggedName[]): void {
    if (start === end) return;
    const { sums, from, scores, best, ended, gains, beam } = this;
    const { transitions } = this.model;
    best.fill(IMPOSSIBLE);
    readRow(sums, start, scores);
    let lead = IMPOSSIBLE;
    for (const label of OPENING) {
      best[label] = scores[label]! + (start > sentence.start ? transitions[label]! : 0);
      if (best[label]! > lead) lead = best[label]!;
    }
    for (let i = start + 1; i < end; i += 1) {
      const row = i * LABELS;
      const least = lead - beam;
      readRow(sums, i, scores);
      const outside = best[OUTSIDE]! < least ? IMPOSSIBLE : best[OUTSIDE]!;
      best[OUTSIDE] = lead = outside + transitions[OUTSIDE]!;
      from[row] = OUTSIDE;
      let endings = 0;
      for (let first = FIRST; first < LABELS; first += PARTS) {
        const inner = first + 1;
        const last = first + 2;
        const whole = first + 3;
        // A name that has ended leads where none does, and mostly worse.
        for (let closed = last; closed <= whole; closed += 1) {
          const score = best[closed]!;
          if (score < least || score + gains[closed]! <= outside) continue;
          ended[endings] = closed;
          ended[endings + 1] = score;
          endings += 2;
        }
        // One that is open goes on or ends,
        const begun = best[first]! < least ? IMPOSSIBLE : best[first]!;
        const within = best[inner]! < least ? IMPOSSIBLE : best[inner]!;
        for (let to = inner; to <= last; to += 1) {
          const on = begun + transitions[first * LABELS + to]!;
          const further = within + transitions[inner * LABELS + to]!;
          const sum = (further > on ? further : on) + scores[to]!;
          best[to] = sum;
          from[row + to] = further > on ? inner : first;
          if (sum > lead) lead = sum;
        }
        // and where none is, one begins.
        for (let to = first; to <= whole; to += whole - first) {
          const sum = outside + transitions[to]! + scores[to]!;
          best[to] = sum;
          from[row + to] = OUTSIDE;
          if (sum > lead) lead = sum;
        }
      }
      for (let k = 0; k < endings; k += 2) {
        const closed = ended[k]!;
        for (const to of OPENING) {
          const sum = ended[k + 1]! + transitions[closed * LABELS + to]! + scores[to]!;
          if (sum <= best[to]!) continue;
          best[to] = sum;
          from[row + to] = closed;
          if (sum > lead) lead = sum;
        }
      }
    }
    let label = OUTSIDE;
    if (end < sentence.end) for (const last of CLOSED) best[last]! += transitions[last * LABELS]!;
    for (const last of CLOSED) if (best[last]! > best[label]!) label = last;
    const names: TaggedName[] = [];
    for (let i = end - 1; i >= start; ) {
      if (label === OUTSIDE) {
        label = from[i * LABELS]!;
        i -= 1;
        continue;
      }
      const after = i + 1;
      const type = typeOf(label);
      while (partOf(label) !== FIRST && partOf(label) !== WHOLE) {
        label = from[i * LABELS + label]!;
        i -= 1;
      }
      names.push({ start: i, end: after, type });
      label = from[i * LABELS + label]!;
      i -= 1;
    }
    for (let i = names.length - 1; i >= 0; i -= 1) found.push(names[i]!);
  }

  evidence(start: number, end: number): Float32Array {
    const { transitions, scale } = this.model;
    const none = transitions[OUTSIDE]! * (end - start + 1);
    const evidence = new Float32Array(MODEL_TYPES.length);
    for (let type = 0; type < evidence.length; type += 1) {
      const first = labelOf(type, end - start === 1 ? WHOLE : FIRST);
      const last = labelOf(type, end - start === 1 ? WHOLE : LAST);
      const inner = labelOf(type, INNER);
      let sum = readLabel(this.sums, start, first) + transitions[OUTSIDE * LABELS + first]! + transitions[last * LABELS + OUTSIDE]!;
      let label = first;
      for (let i = start + 1; i < end; i += 1) {
        const to = i === end - 1 ? last : inner;
        sum += readLabel(this.sums, i, to) + transitions[label * LABELS + to]!;
        label = to;
      }
      evidence[type] = (sum - none) * scale;
    }
    return evidence;
  }
}

/** What the tags of longer words say is not remembered. */
const LONGEST_REMEMBERED = 7;
/** Nor is that of tags whose codes are longer. */
const TAG_CODES = 1 << 13;

/** Rows for more characters are not kept from one text to the next. */
const KEPT = 1 << 18;
/** In nats: the Viterbi search follows no label further behind. */
const BEAM = 8;
const IMPOSSIBLE = -0x20000000;
