import type { SegmentationTables } from "./tables.js";

const NEVER = -3.14e100;
const B = 0;
const E = 1;
const M = 2;
const S = 3;

/**
 * The most likely sequence of B(egin), M(iddle), E(nd) and S(ingle) for a run of characters: cppjieba's Viterbi, value for
 * value, with the transitions left out that its model gives no chance.
 */
export class Viterbi {
  /** The run to decode: each character's row of `emit`. */
  rows = new Uint16Array(64);
  /** 1 where a word ends. */
  ends = new Uint8Array(64);
  private path = new Uint8Array(256);

  constructor(private readonly tables: Pick<SegmentationTables, "emit" | "start" | "transition">) {}

  reserve(count: number): void {
    if (count <= this.rows.length) return;
    const size = Math.max(count, 2 * Math.min(count, 4096));
    this.rows = new Uint16Array(size);
    this.ends = new Uint8Array(size);
    this.path = new Uint8Array(size * 4);
  }

  /** Fills `ends` for the first `count` of `rows`. */
  decode(count: number): void {
    const { rows, ends, path } = this;
    const { emit, start, transition } = this.tables;
    const chance = (from: number, to: number): number => transition[from * 4 + to] ?? NEVER;
    const [eb, sb, be, me, bm, mm, es, ss] = [chance(E, B), chance(S, B), chance(B, E), chance(M, E), chance(B, M), chance(M, M), chance(E, S), chance(S, S)];
    let row = (rows[0] ?? 0) * 4;
    let b = (start[B] ?? 0) + (emit[row] ?? 0);
    let e = (start[E] ?? 0) + (emit[row + E] ?? 0);
    let m = (start[M] ?? 0) + (emit[row + M] ?? 0);
    let s = (start[S] ?? 0) + (emit[row + S] ?? 0);
    for (let x = 1; x < count; x += 1) {
      row = (rows[x] ?? 0) * 4;
      const at = x * 4;
      const [oldB, oldE, oldM, oldS] = [b, e, m, s];
      path[at] = path[at + E] = path[at + M] = path[at + S] = E;
      b = e = m = s = NEVER;
      let emitted = emit[row] ?? 0;
      let value = oldE + eb + emitted;
      if (value > b) b = value;
      value = oldS + sb + emitted;
      if (value > b) {
        b = value;
        path[at] = S;
      }
      emitted = emit[row + E] ?? 0;
      value = oldB + be + emitted;
      if (value > e) {
        e = value;
        path[at + E] = B;
      }
      value = oldM + me + emitted;
      if (value > e) {
        e = value;
        path[at + E] = M;
      }
      emitted = emit[row + M] ?? 0;
      value = oldB + bm + emitted;
      if (value > m) {
        m = value;
        path[at + M] = B;
      }
      value = oldM + mm + emitted;
      if (value > m) {
        m = value;
        path[at + M] = M;
      }
      emitted = emit[row + S] ?? 0;
      value = oldE + es + emitted;
      if (value > s) s = value;
      value = oldS + ss + emitted;
      if (value > s) {
        s = value;
        path[at + S] = S;
      }
    }
    let state = e >= s ? E : S;
    for (let x = count - 1; x >= 0; x -= 1) {
      ends[x] = state & 1;
      state = path[x * 4 + state] ?? E;
    }
  }
}
