import type { Document } from "../../model/index.js";
import { AFTER, BEFORE, eachFeature, FIRST_OF, INNER_OF, LAST_OF, ONLY, type FeatureSink, type FeatureTables } from "./feature.js";
import { CLOSED, FIRST, INNER, LABELS, labelOf, LAST, MODEL_TYPES, OPENING, OUTSIDE, partOf, typeOf, WHOLE } from "./label.js";
import type { NameModel } from "./model.js";

/** A name the model reads in the text, and in nats how much likelier than none, by type. */
export interface TaggedName {
  readonly start: number;
  readonly end: number;
  /** Index in `MODEL_TYPES`. */
  readonly type: number;
  /** For each of `MODEL_TYPES`: how much likelier it is that this stretch is one name of that type than that it holds no name. */
  readonly evidence: Float32Array;
}

/** Finds the likeliest names of each sentence. Keeps its buffers from call to call; linear in the text. */
export function nameTagger(model: NameModel, tables: FeatureTables): (document: Document) => TaggedName[] {
  const lattice = new Lattice(model);
  return (document) => {
    const found: TaggedName[] = [];
    let first = 0;
    for (const sentence of document.sentences) {
      while (first < document.tokens.length && document.tokens[first]!.start < sentence.start) first += 1;
      let last = first;
      while (last < document.tokens.length && document.tokens[last]!.start < sentence.end) last += 1;
      lattice.reset(sentence.start, sentence.end);
      eachFeature(document, sentence, [first, last], tables, lattice);
      lattice.decode(found);
      first = last;
    }
    return found;
  };
}

/** The scores of every label at every character of a stretch, and the best path through them. */
class Lattice implements FeatureSink {
  private start = 0;
  private end = 0;
  private scores = new Int32Array(0);
  private from = new Uint8Array(0);

  constructor(private readonly model: NameModel) {}

  reset(start: number, end: number): void {
    this.start = start;
    this.end = end;
    const cells = (end - start) * LABELS;
    if (cells > this.scores.length) {
      this.scores = new Int32Array(cells * 2);
      this.from = new Uint8Array(cells * 2);
    } else this.scores.fill(0, 0, cells);
  }

  reach(key: number, base: number, _roles: number, from: number, to: number): void {
    const { model, scores, start } = this;
    const row = model.row(key);
    if (row < 0) return;
    const { codes, weights } = model;
    const end = model.starts[row + 1]!;
    for (let i = model.starts[row]!; i < end; i += 1) {
      const code = codes[i]!;
      const position = base + ((code / LABELS) | 0);
      if (position >= from && position < to) scores[(base - start) * LABELS + code]! += weights[i]!;
    }
  }

  cover(key: number, start: number, end: number, from: number, to: number): void {
    const { model } = this;
    const row = model.row(key);
    if (row < 0) return;
    const stop = model.starts[row + 1]!;
    const only = end - start === 1;
    for (let i = model.starts[row]!; i < stop; i += 1) {
      const code = model.codes[i]!;
      const role = (code / LABELS) | 0;
      const label = code - role * LABELS;
      const weight = model.weights[i]!;
      if (role === BEFORE) this.add(start - 1, label, weight, from, to);
      else if (role === AFTER) this.add(end, label, weight, from, to);
      else if (only) {
        if (role === ONLY) this.add(start, label, weight, from, to);
      } else if (role === FIRST_OF) this.add(start, label, weight, from, to);
      else if (role === LAST_OF) this.add(end - 1, label, weight, from, to);
      else if (role === INNER_OF) for (let p = start + 1; p < end - 1; p += 1) this.add(p, label, weight, from, to);
    }
  }

  private add(position: number, label: number, weight: number, from: number, to: number): void {
    if (position >= from && position < to) this.scores[(position - this.start) * LABELS + label]! += weight;
  }

  /** Viterbi over the legal transitions only. */
  decode(found: TaggedName[]): void {
    const length = this.end - this.start;
    if (length === 0) return;
    const { scores, from } = this;
    const { transitions } = this.model;
    const { types } = Lattice;
    let best = new Int32Array(LABELS).fill(IMPOSSIBLE);
    let next = new Int32Array(LABELS);
    for (const label of OPENING) best[label] = scores[label]!;
    for (let i = 1; i < length; i += 1) {
      const row = i * LABELS;
      for (const to of OPENING) {
        let top = IMPOSSIBLE;
        let arg = 0;
        for (const label of CLOSED) {
          const score = best[label]! + transitions[label * LABELS + to]!;
          if (score > top) {
            top = score;
            arg = label;
          }
        }
        next[to] = top + scores[row + to]!;
        from[row + to] = arg;
      }
      for (let type = 0; type < types; type += 1) {
        const first = labelOf(type, FIRST);
        for (const to of [first + 1, first + 2]) {
          const opened = best[first]! + transitions[first * LABELS + to]!;
          const kept = best[first + 1]! + transitions[(first + 1) * LABELS + to]!;
          next[to] = (opened >= kept ? opened : kept) + scores[row + to]!;
          from[row + to] = opened >= kept ? first : first + 1;
        }
      }
      [best, next] = [next, best];
    }
    let label = OUTSIDE;
    for (const last of CLOSED) if (best[last]! > best[label]!) label = last;
    const names: TaggedName[] = [];
    for (let i = length - 1; i >= 0; ) {
      if (label === OUTSIDE) {
        label = from[i * LABELS]!;
        i -= 1;
        continue;
      }
      const end = i + 1;
      const type = typeOf(label);
      while (partOf(label) !== FIRST && partOf(label) !== WHOLE) {
        label = from[i * LABELS + label]!;
        i -= 1;
      }
      names.push({ start: this.start + i, end: this.start + end, type, evidence: this.evidence(i, end) });
      label = from[i * LABELS + label]!;
      i -= 1;
    }
    for (let i = names.length - 1; i >= 0; i -= 1) found.push(names[i]!);
  }

  private static readonly types = MODEL_TYPES.length;

  private evidence(start: number, end: number): Float32Array {
    const { scores } = this;
    const { transitions, scale } = this.model;
    const outside = end - start + 1;
    let none = transitions[OUTSIDE]! * outside;
    for (let i = start; i < end; i += 1) none += scores[i * LABELS]!;
    return Float32Array.from(MODEL_TYPES, (_, type) => {
      const first = labelOf(type, end - start === 1 ? WHOLE : FIRST);
      const last = labelOf(type, end - start === 1 ? WHOLE : LAST);
      let sum = scores[start * LABELS + first]! + transitions[OUTSIDE * LABELS + first]! + transitions[last * LABELS + OUTSIDE]!;
      let label = first;
      for (let i = start + 1; i < end; i += 1) {
        const to = i === end - 1 ? last : labelOf(type, INNER);
        sum += scores[i * LABELS + to]! + transitions[label * LABELS + to]!;
        label = to;
      }
      return (sum - none) * scale;
    });
  }
}

const IMPOSSIBLE = -0x3fffffff;
