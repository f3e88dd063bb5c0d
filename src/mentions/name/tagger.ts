import type { Document, Span } from "../../model/index.js";
import { AFTER, BEFORE, eachFeature, FIRST_OF, INNER_OF, LAST_OF, ONLY, ROLES, type FeatureSink, type FeatureTables, type Stretch } from "./feature.js";
import { CLOSED, FIRST, follows, INNER, LABELS, labelOf, LAST, MODEL_TYPES, OPENING, OUTSIDE, partOf, typeOf, WHOLE } from "./label.js";
import type { NameModel } from "./model.js";
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
    lattice.reset(document.text.length);
    const names: TaggedName[] = [];
    let first = 0;
    for (const sentence of document.sentences) {
      while (first < document.tokens.length && document.tokens[first]!.start < sentence.start) first += 1;
      let last = first;
      while (last < document.tokens.length && document.tokens[last]!.start < sentence.end) last += 1;
      for (const stretch of openStretches(document, sentence, first, last, model, tables)) {
        lattice.open(stretch);
        eachFeature(document, stretch, tables, lattice);
        lattice.decode(stretch, names);
      }
      first = last;
    }
    return { names, evidence: (start, end) => lattice.evidence(start, end) };
  };
}

/** The scores of every label at every character of a stretch, and the best path through them. */
class Lattice implements FeatureSink {
  private scores = new Int16Array(0);
  private from = new Uint8Array(0);
  /** The scores of the open stretch, a row a character, with room at both ends for what features say beyond it. */
  private rows = new Int16Array(0);
  /** Where in `rows` the text's first character would stand. */
  private origin = 0;
  private start = 0;
  private end = 0;
  private readonly bases = new Int32Array(ROLES);
  private best = new Int32Array(LABELS);
  private next = new Int32Array(LABELS);

  private readonly beam: number;

  constructor(private readonly model: NameModel) {
    this.beam = BEAM / model.scale;
  }

  reset(length: number): void {
    const cells = length * LABELS;
    if (cells > this.scores.length || this.scores.length > KEPT_CELLS) {
      this.scores = new Int16Array(Math.max(cells, Math.min(cells * 2, KEPT_CELLS)));
      this.from = new Uint8Array(this.scores.length);
    } else this.scores.fill(0, 0, cells);
  }

  open({ start, end }: Stretch): void {
    this.start = start;
    this.end = end;
    this.origin = (NOWHERE + 1 + MARGIN - start) * LABELS;
    const cells = (NOWHERE + 1 + end - start + 2 * MARGIN) * LABELS;
    if (cells > this.rows.length) this.rows = new Int16Array(2 * cells);
    else this.rows.fill(0, 0, cells);
  }

  reach(key: number, base: number, roles: number, from: number, to: number): void {
    const { slots, entries } = this.model;
    const slot = this.model.slot(key);
    if (slot < 0) return;
    const { rows } = this;
    const first = slots[2 * slot + 1]!;
    const stop = first + (slots[2 * slot]! >>> 24);
    const cell = this.origin + base * LABELS;
    if (from === this.start && to === this.end && base >= from - MARGIN && base + roles <= to + MARGIN) {
      for (let i = first; i < stop; i += 1) {
        const entry = entries[i]!;
        rows[cell + (entry >>> 8)]! += (entry << 24) >> 24;
      }
      return;
    }
    const low = this.origin + from * LABELS;
    const high = this.origin + to * LABELS;
    for (let i = first; i < stop; i += 1) {
      const entry = entries[i]!;
      const at = cell + (entry >>> 8);
      if (at >= low && at < high) rows[at]! += (entry << 24) >> 24;
    }
  }

  cover(key: number, start: number, end: number, from: number, to: number): void {
    const { slots, entries } = this.model;
    const slot = this.model.slot(key);
    if (slot < 0) return;
    const { rows, bases, origin } = this;
    const first = slots[2 * slot + 1]!;
    const stop = first + (slots[2 * slot]! >>> 24);
    const only = end - start === 1;
    const innerFrom = Math.max(start + 1, from);
    const innerTo = Math.min(end - 1, to);
    const startIsIn = start >= from && start < to;
    // Where each role's entries go: the row of its character, less what the role adds to the code; else to a row that nobody reads.
    for (let role = 0; role < ROLES; role += 1) bases[role] = (NOWHERE - role) * LABELS;
    if (start > from && start <= to) bases[BEFORE] = origin + (start - 1 - BEFORE) * LABELS;
    if (!only && startIsIn) bases[FIRST_OF] = origin + (start - FIRST_OF) * LABELS;
    if (innerFrom < innerTo) bases[INNER_OF] = origin + (innerFrom - INNER_OF) * LABELS;
    if (!only && end > from && end <= to) bases[LAST_OF] = origin + (end - 1 - LAST_OF) * LABELS;
    if (only && startIsIn) bases[ONLY] = origin + (start - ONLY) * LABELS;
    if (end >= from && end < to) bases[AFTER] = origin + (end - AFTER) * LABELS;
    for (let i = first; i < stop; i += 1) {
      const entry = entries[i]!;
      const code = entry >>> 8;
      rows[bases[ROLE_OF[code]!]! + code]! += (entry << 24) >> 24;
    }
    if (innerTo - innerFrom < 2) return;
    for (let i = first; i < stop; i += 1) {
      const entry = entries[i]!;
      const code = entry >>> 8;
      if (ROLE_OF[code] === INNER_OF) for (let p = 1; p < innerTo - innerFrom; p += 1) rows[bases[INNER_OF]! + code + p * LABELS]! += (entry << 24) >> 24;
    }
  }

  /** Viterbi over the legal transitions only. */
  decode({ start, end, sentence }: Stretch, found: TaggedName[]): void {
    if (start === end) return;
    const { scores, from } = this;
    const { transitions } = this.model;
    let { best, next } = this;
    best.fill(IMPOSSIBLE);
    const read = this.origin + start * LABELS;
    scores.set(this.rows.subarray(read, read + (end - start) * LABELS), start * LABELS);
    for (const label of OPENING) best[label] = scores[start * LABELS + label]! + (start > sentence.start ? transitions[label]! : 0);
    for (let i = start + 1; i < end; i += 1) {
      const row = i * LABELS;
      // Labels that are too far behind to win are not followed: mostly, that leaves one.
      let lead = IMPOSSIBLE;
      for (let label = 0; label < LABELS; label += 1) if (best[label]! > lead) lead = best[label]!;
      lead -= this.beam;
      next.fill(IMPOSSIBLE);
      for (let label = 0; label < LABELS; label += 1) {
        const score = best[label]!;
        if (score < lead) continue;
        const moves = MOVES[label]!;
        for (const to of moves) {
          const sum = score + transitions[label * LABELS + to]!;
          if (sum > next[to]!) {
            next[to] = sum;
            from[row + to] = label;
          }
        }
      }
      for (let label = 0; label < LABELS; label += 1) next[label]! += scores[row + label]!;
      [best, next] = [next, best];
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
    const { scores } = this;
    const { transitions, scale } = this.model;
    const outside = end - start + 1;
    let none = transitions[OUTSIDE]! * outside;
    for (let i = start; i < end; i += 1) none += scores[i * LABELS]!;
    const evidence = new Float32Array(MODEL_TYPES.length);
    for (let type = 0; type < evidence.length; type += 1) {
      const first = labelOf(type, end - start === 1 ? WHOLE : FIRST);
      const last = labelOf(type, end - start === 1 ? WHOLE : LAST);
      const inner = labelOf(type, INNER);
      let sum = scores[start * LABELS + first]! + transitions[OUTSIDE * LABELS + first]! + transitions[last * LABELS + OUTSIDE]!;
      let label = first;
      for (let i = start + 1; i < end; i += 1) {
        const to = i === end - 1 ? last : inner;
        sum += scores[i * LABELS + to]! + transitions[label * LABELS + to]!;
        label = to;
      }
      evidence[type] = (sum - none) * scale;
    }
    return evidence;
  }
}

/** Larger buffers are not kept from one text to the next. */
const KEPT_CELLS = 1 << 22;
const ROLE_OF = Uint8Array.from({ length: ROLES * LABELS }, (_, code) => Math.floor(code / LABELS));
/** In nats: the Viterbi search follows no label further behind. */
const BEAM = 12;
const MOVES = Array.from({ length: LABELS }, (_, label) => Uint8Array.from(Array.from({ length: LABELS }, (__, to) => to).filter((to) => follows(label, to))));
/** The row of what is said of characters outside the stretch. */
const NOWHERE = ROLES;
/** How many characters beyond the stretch a feature may speak to. */
const MARGIN = ROLES;
const IMPOSSIBLE = -0x20000000;
