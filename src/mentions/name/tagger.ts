import type { Document, Span } from "../../model/index.js";
import { eachFeature, type FeatureTables, type Stretch } from "./feature.js";
import { CLOSED, FIRST, INNER, LABELS, labelOf, LAST, MODEL_TYPES, OPENING, OUTSIDE, partOf, PARTS, typeOf, WHOLE } from "./label.js";
import { readLabel, readRow } from "./lane.js";
import type { NameModel } from "./model.js";
import { openStretches } from "./stretch.js";
import { LabelSums } from "./sums.js";

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
  const sums = new LabelSums(model);
  const decoder = new Decoder(model);
  return (document) => {
    const { text, tokens, sentences } = document;
    sums.reset(text.length);
    const names: TaggedName[] = [];
    let first = 0;
    for (const sentence of sentences) {
      while (first < tokens.length && tokens[first]!.start < sentence.start) first += 1;
      let last = first;
      while (last < tokens.length && tokens[last]!.start < sentence.end) last += 1;
      for (const stretch of openStretches(document, sentence, first, last, model, tables)) {
        eachFeature(document, stretch, tables, sums);
        decoder.decode(sums.rows, stretch, names);
      }
      first = last;
    }
    return { names, evidence: (start, end) => evidenceOf(model, sums.rows, start, end) };
  };
}

/** Finds the best path through the scores of a stretch. */
class Decoder {
  /** By the characters of the stretch. */
  private from = new Uint8Array(0);
  private readonly scores = new Int32Array(LABELS);
  /** Of the best path to each label of the character read last. */
  private readonly best = new Int32Array(LABELS);
  /** The labels at which a name has ended that are worth following, and their scores, by turns. */
  private readonly ended = new Int32Array(2 * LABELS);
  private readonly beam: number;
  /** By how much a move from each label, after which no name is open, is better, at the best, than the same move from `OUTSIDE`. */
  private readonly gains: Int32Array;

  constructor(private readonly model: NameModel) {
    this.beam = BEAM / model.scale;
    const cost = (label: number, to: number): number => model.transitions[label * LABELS + to]!;
    this.gains = Int32Array.from({ length: LABELS }, (_, label) => Math.max(...OPENING.map((to) => cost(label, to) - cost(OUTSIDE, to))));
  }

  /** Viterbi over the legal transitions only. Labels that are too far behind to win are not followed. */
  decode(sums: Float64Array, { start, end, sentence }: Stretch, found: TaggedName[]): void {
    if (start === end) return;
    if ((end - start) * LABELS > this.from.length) this.from = new Uint8Array(2 * (end - start) * LABELS);
    const { from, scores, best, ended, gains, beam } = this;
    const { transitions } = this.model;
    best.fill(IMPOSSIBLE);
    readRow(sums, start, scores);
    let lead = IMPOSSIBLE;
    for (const label of OPENING) {
      best[label] = scores[label]! + (start > sentence.start ? transitions[label]! : 0);
      if (best[label]! > lead) lead = best[label]!;
    }
    for (let i = start + 1; i < end; i += 1) {
      const row = (i - start) * LABELS;
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
        label = from[(i - start) * LABELS]!;
        i -= 1;
        continue;
      }
      const after = i + 1;
      const type = typeOf(label);
      while (partOf(label) !== FIRST && partOf(label) !== WHOLE) {
        label = from[(i - start) * LABELS + label]!;
        i -= 1;
      }
      names.push({ start: i, end: after, type });
      label = from[(i - start) * LABELS + label]!;
      i -= 1;
    }
    for (let i = names.length - 1; i >= 0; i -= 1) found.push(names[i]!);
  }
}

function evidenceOf({ transitions, scale }: NameModel, sums: Float64Array, start: number, end: number): Float32Array {
  const none = transitions[OUTSIDE]! * (end - start + 1);
  const evidence = new Float32Array(MODEL_TYPES.length);
  for (let type = 0; type < evidence.length; type += 1) {
    const first = labelOf(type, end - start === 1 ? WHOLE : FIRST);
    const last = labelOf(type, end - start === 1 ? WHOLE : LAST);
    const inner = labelOf(type, INNER);
    let sum = readLabel(sums, start, first) + transitions[OUTSIDE * LABELS + first]! + transitions[last * LABELS + OUTSIDE]!;
    let label = first;
    for (let i = start + 1; i < end; i += 1) {
      const to = i === end - 1 ? last : inner;
      sum += readLabel(sums, i, to) + transitions[label * LABELS + to]!;
      label = to;
    }
    evidence[type] = (sum - none) * scale;
  }
  return evidence;
}

/** In nats: the Viterbi search follows no label further behind. */
const BEAM = 8;
const IMPOSSIBLE = -0x20000000;
