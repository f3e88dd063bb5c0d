import { AFTER, BEFORE, FIRST_OF, INNER_OF, LAST_OF, ONLY, ROLES, tagFeatures, type FeatureSink } from "../../src/mentions/name/feature.js";
import { follows, LABELS, labelOf, OPENING, CLOSED, OUTSIDE } from "../../src/mentions/name/label.js";
import type { ModelRow } from "../../src/mentions/name/model.js";

/** Labels that a text may have at each character, and the one it has. */
export interface Example {
  /** The units of character `i` are `[starts[i], starts[i + 1])` of `units`. */
  readonly starts: Int32Array;
  readonly units: Int32Array;
  /** Gold label of each character. */
  readonly gold: Uint8Array;
  /** Labels that this text's annotation knows; the others are kept out. */
  readonly allowed: readonly boolean[];
}

/** Gives each (key, role) that training sees often enough a number, its *unit*. */
export class Units {
  private readonly counts = new Map<number, number>();
  private readonly numbers = new Map<number, number>();
  private counting = true;

  /** Ends counting: units seen less often than `least` are dropped. */
  close(least: number): void {
    this.counting = false;
    for (const [id, count] of this.counts) if (count >= least) this.numbers.set(id, this.numbers.size);
    this.counts.clear();
  }

  get size(): number {
    return this.numbers.size;
  }

  /** The unit's number, -1 where it is dropped or still being counted. */
  number(key: number, role: number): number {
    const id = key * ROLES + role;
    if (!this.counting) return this.numbers.get(id) ?? -1;
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
    return -1;
  }

  entries(): Iterable<[number, number]> {
    return this.numbers;
  }
}

/** Collects the units of one stretch, by character. */
export class Collector implements FeatureSink {
  private readonly at: number[][];
  constructor(private readonly units: Units, private readonly start: number, end: number) {
    this.at = Array.from({ length: end - start }, () => []);
  }

  reach(key: number, base: number, roles: number, from: number, to: number): void {
    for (let role = 0; role < roles; role += 1) this.add(key, role, base + role, from, to);
  }

  cover(key: number, start: number, end: number, from: number, to: number): void {
    this.add(key, BEFORE, start - 1, from, to);
    this.add(key, AFTER, end, from, to);
    if (end - start === 1) return this.add(key, ONLY, start, from, to);
    this.add(key, FIRST_OF, start, from, to);
    this.add(key, LAST_OF, end - 1, from, to);
    for (let p = start + 1; p < end - 1; p += 1) this.add(key, INNER_OF, p, from, to);
  }

  tags(before: number, tag: number, after: number, start: number, end: number, from: number, to: number): void {
    tagFeatures(this, before, tag, after, start, end, from, to);
  }

  remembers(): boolean {
    return false;
  }

  word(): void {
    throw new Error("no word is remembered");
  }

  private add(key: number, role: number, position: number, from: number, to: number): void {
    if (position < from || position >= to) return;
    const unit = this.units.number(key, role);
    if (unit >= 0) this.at[position - this.start]!.push(unit);
  }

  example(gold: Uint8Array, allowed: readonly boolean[]): Example {
    const starts = new Int32Array(this.at.length + 1);
    for (const [i, units] of this.at.entries()) starts[i + 1] = starts[i]! + units.length;
    return { starts, units: Int32Array.from(this.at.flat()), gold, allowed };
  }
}

export interface Rates {
  readonly alpha: number;
  readonly beta: number;
  readonly l1: number;
  readonly l2: number;
  /** The share of an example's units that a step does without. */
  readonly dropped: number;
  /** What a weight counts where all units are there, as it was learned where some were missing. */
  readonly kept: number;
  readonly random: () => number;
}

const PAIRS = Array.from({ length: LABELS }, (_, from) => Array.from({ length: LABELS }, (__, to) => follows(from, to)));

/** A linear-chain conditional random field, trained by FTRL-proximal with L1: most weights stay exactly zero. */
export class Crf {
  readonly weights: Float32Array;
  readonly transitions = new Float32Array(LABELS * LABELS);
  private readonly z: Float32Array;
  private readonly n: Float32Array;
  private readonly tz = new Float32Array(LABELS * LABELS);
  private readonly tn = new Float32Array(LABELS * LABELS);
  private sums?: { readonly weights: Float32Array; readonly transitions: Float32Array; count: number };

  constructor(units: number, private readonly rates: Rates) {
    this.weights = new Float32Array(units * LABELS);
    this.z = new Float32Array(units * LABELS);
    this.n = new Float32Array(units * LABELS);
  }

  /** Adds the weights of now to those whose mean `takeMean` takes. */
  remember(): void {
    this.sums ??= { weights: new Float32Array(this.weights.length), transitions: new Float32Array(this.transitions.length), count: 0 };
    const { weights, transitions } = this.sums;
    for (let i = 0; i < weights.length; i += 1) weights[i]! += this.weights[i]!;
    for (let i = 0; i < transitions.length; i += 1) transitions[i]! += this.transitions[i]!;
    this.sums.count += 1;
  }

  /** Ends training: from now on the weights are the mean of those that were remembered. */
  takeMean(): void {
    if (!this.sums) return;
    const { weights, transitions, count } = this.sums;
    const share = this.rates.kept / count;
    for (let i = 0; i < weights.length; i += 1) this.weights[i] = weights[i]! * share;
    for (let i = 0; i < transitions.length; i += 1) this.transitions[i] = transitions[i]! / count;
  }

  private scores({ starts, units, gold }: Example): Float32Array {
    const scores = new Float32Array(gold.length * LABELS);
    for (let i = 0; i < gold.length; i += 1)
      for (let u = starts[i]!; u < starts[i + 1]!; u += 1) {
        const base = units[u]! * LABELS;
        for (let y = 0; y < LABELS; y += 1) scores[i * LABELS + y]! += this.weights[base + y]!;
      }
    return scores;
  }

  /** The legal moves between allowed labels: from, to, and the factor of each. */
  private moves(allowed: readonly boolean[]): [Uint8Array, Uint8Array, Float64Array] {
    const legal: [number, number][] = [];
    for (let a = 0; a < LABELS; a += 1) for (let b = 0; b < LABELS; b += 1) if (PAIRS[a]![b] && allowed[a] && allowed[b]) legal.push([a, b]);
    return [Uint8Array.from(legal, ([a]) => a), Uint8Array.from(legal, ([, b]) => b), Float64Array.from(legal, ([a, b]) => Math.exp(this.transitions[a * LABELS + b]!))];
  }

  /** The example without some of its units, another choice each time: so that each learns to do without the others. */
  private thinned(example: Example): Example {
    const { dropped, random } = this.rates;
    const starts = new Int32Array(example.starts.length);
    const units = new Int32Array(example.units.length);
    let kept = 0;
    for (let i = 0; i + 1 < starts.length; i += 1) {
      for (let u = example.starts[i]!; u < example.starts[i + 1]!; u += 1) if (random() >= dropped) units[kept++] = example.units[u]!;
      starts[i + 1] = kept;
    }
    return { ...example, starts, units };
  }

  /** One step along the example's gradient. Returns its negative log likelihood. */
  learn(whole: Example): number {
    const example = this.thinned(whole);
    const { gold, starts, units, allowed } = example;
    const length = gold.length;
    const scores = this.scores(example);
    const [before, after, factors] = this.moves(allowed);

    // Forward and backward, each character scaled to sum to one.
    const local = new Float64Array(length * LABELS);
    let logs = 0;
    for (let i = 0; i < length; i += 1) {
      let top = -Infinity;
      for (let y = 0; y < LABELS; y += 1) if (allowed[y]) top = Math.max(top, scores[i * LABELS + y]!);
      for (let y = 0; y < LABELS; y += 1) local[i * LABELS + y] = allowed[y] ? Math.exp(scores[i * LABELS + y]! - top) : 0;
      logs += top;
    }
    const forward = new Float64Array(length * LABELS);
    const sums = new Float64Array(length);
    for (let i = 0; i < length; i += 1) {
      const row = i * LABELS;
      if (i === 0) for (const y of OPENING) forward[y] = local[y]!;
      else for (let m = 0; m < factors.length; m += 1) forward[row + after[m]!]! += forward[row - LABELS + before[m]!]! * factors[m]! * local[row + after[m]!]!;
      let sum = 0;
      for (let y = 0; y < LABELS; y += 1) sum += forward[row + y]!;
      for (let y = 0; y < LABELS; y += 1) forward[row + y]! /= sum;
      sums[i] = sum;
      logs += Math.log(sum);
    }
    const backward = new Float64Array(length * LABELS);
    const lastRow = (length - 1) * LABELS;
    let closed = 0;
    for (const y of CLOSED) closed += forward[lastRow + y]!;
    for (const y of CLOSED) backward[lastRow + y] = 1 / closed;
    logs += Math.log(closed);
    const expected = new Float64Array(LABELS * LABELS);
    for (let i = length - 1; i > 0; i -= 1) {
      const row = i * LABELS;
      for (let m = 0; m < factors.length; m += 1) {
        const [a, b] = [before[m]!, after[m]!];
        const mass = (factors[m]! * local[row + b]! * backward[row + b]!) / sums[i]!;
        backward[row - LABELS + a]! += mass;
        expected[a * LABELS + b]! += forward[row - LABELS + a]! * mass;
      }
    }

    let score = 0;
    const steep = new Uint8Array(LABELS);
    const gradients = new Float64Array(LABELS);
    for (let i = 0; i < length; i += 1) {
      const row = i * LABELS;
      const y = gold[i]!;
      score += scores[row + y]!;
      if (i > 0) {
        const pair = gold[i - 1]! * LABELS + y;
        expected[pair]! -= 1;
        score += this.transitions[pair]!;
      }
      let moved = 0;
      for (let label = 0; label < LABELS; label += 1) {
        gradients[label] = forward[row + label]! * backward[row + label]! - (label === y ? 1 : 0);
        if (Math.abs(gradients[label]!) >= 1e-3) steep[moved++] = label;
      }
      if (moved > 0)
        for (let u = starts[i]!; u < starts[i + 1]!; u += 1) {
          const base = units[u]! * LABELS;
          for (let s = 0; s < moved; s += 1) step(this.weights, this.z, this.n, base + steep[s]!, gradients[steep[s]!]!, this.rates);
        }
    }
    for (let pair = 0; pair < expected.length; pair += 1)
      if (Math.abs(expected[pair]!) > 1e-3) step(this.transitions, this.tz, this.tn, pair, expected[pair]!, { ...this.rates, l1: 0 });
    return logs - score;
  }

  /** The likeliest labels, where `fixed[i]` (if not -1) is the label that character `i` must have. */
  best(example: Example, fixed: Int8Array, allowed: readonly boolean[]): Uint8Array {
    const length = fixed.length;
    const scores = this.scores(example);
    const may = (i: number, y: number): boolean => (fixed[i]! >= 0 ? fixed[i] === y : allowed[y]!);
    const best = new Float64Array(length * LABELS).fill(-Infinity);
    const from = new Uint8Array(length * LABELS);
    for (const y of OPENING) if (may(0, y)) best[y] = scores[y]!;
    for (let i = 1; i < length; i += 1)
      for (let b = 0; b < LABELS; b += 1) {
        if (!may(i, b)) continue;
        for (let a = 0; a < LABELS; a += 1) {
          if (!PAIRS[a]![b]) continue;
          const score = best[(i - 1) * LABELS + a]! + this.transitions[a * LABELS + b]! + scores[i * LABELS + b]!;
          if (score > best[i * LABELS + b]!) {
            best[i * LABELS + b] = score;
            from[i * LABELS + b] = a;
          }
        }
      }
    const labels = new Uint8Array(length);
    let label = OUTSIDE;
    for (const y of CLOSED) if (best[(length - 1) * LABELS + y]! > best[(length - 1) * LABELS + label]!) label = y;
    for (let i = length - 1; i >= 0; i -= 1) {
      labels[i] = label;
      label = from[i * LABELS + label]!;
    }
    return labels;
  }

  /** Rows of whole numbers for the model file: weights under `least` are dropped. */
  rows(units: Units, least: number, scale: number): { rows: ModelRow[]; transitions: Int16Array } {
    const said = new Map<number, [code: number, weight: number][]>();
    for (const [id, unit] of units.entries()) {
      const key = Math.floor(id / ROLES);
      for (let y = 0; y < LABELS; y += 1) {
        const weight = this.weights[unit * LABELS + y]!;
        const rounded = Math.max(-127, Math.min(127, Math.round(weight / scale)));
        if (Math.abs(weight) < least || rounded === 0) continue;
        let entries = said.get(key);
        if (!entries) said.set(key, (entries = []));
        entries.push([(id % ROLES) * LABELS + y, rounded]);
      }
    }
    const rows = [...said].map(([key, entries]) => {
      entries.sort(([a], [b]) => a - b);
      return { key, codes: entries.map(([code]) => code), weights: entries.map(([, weight]) => weight) };
    });
    return { rows, transitions: Int16Array.from(this.transitions, (weight) => Math.round(weight / scale)) };
  }
}

function step(weights: Float32Array, z: Float32Array, n: Float32Array, at: number, gradient: number, { alpha, beta, l1, l2 }: Rates): void {
  const before = n[at]!;
  const after = before + gradient * gradient;
  const root = Math.sqrt(after);
  const pull = z[at]! + gradient - ((root - Math.sqrt(before)) / alpha) * weights[at]!;
  z[at] = pull;
  n[at] = after;
  weights[at] = Math.abs(pull) <= l1 ? 0 : -(pull - Math.sign(pull) * l1) / ((beta + root) / alpha + l2);
}

export const allowTypes = (types: readonly number[]): boolean[] => {
  const allowed = Array.from({ length: LABELS }, () => false);
  allowed[OUTSIDE] = true;
  for (const type of types) for (let part = 1; part <= 4; part += 1) allowed[labelOf(type, part)] = true;
  return allowed;
};
