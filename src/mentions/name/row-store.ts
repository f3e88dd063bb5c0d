import { WORDS } from "./lane.js";

/** Rows that are remembered under two numbers each, together. When it is full, all is forgotten. */
export class RowStore {
  /** See `lane.ts`. Others once something has been added. */
  rows = new Float64Array(FIRST_ROWS * WORDS);
  private taken = 0;
  private readonly slots = new Int32Array(SLOTS * Slot.Width);
  private held = 0;

  /** Number of the first row that is remembered under these numbers, or -1. */
  find(upper: number, lower: number): number {
    const { slots } = this;
    for (let at = slotOf(upper, lower); ; at = (at + 1) & (SLOTS - 1)) {
      const slot = at * Slot.Width;
      const row = slots[slot + Slot.Row]!;
      if (row === 0) return -1;
      if (slots[slot + Slot.Upper] === upper && slots[slot + Slot.Lower] === lower) return row - 1;
    }
  }

  /** Room for `count` rows under these numbers, all of them 0: the number of the first. */
  add(upper: number, lower: number, count: number): number {
    if (this.held >= MOST) {
      this.slots.fill(0);
      this.rows.fill(0);
      this.held = this.taken = 0;
    }
    if ((this.taken + count) * WORDS > this.rows.length) {
      const { rows } = this;
      this.rows = new Float64Array(2 * rows.length);
      this.rows.set(rows);
    }
    let at = slotOf(upper, lower);
    while (this.slots[at * Slot.Width + Slot.Row] !== 0) at = (at + 1) & (SLOTS - 1);
    this.slots[at * Slot.Width + Slot.Upper] = upper;
    this.slots[at * Slot.Width + Slot.Lower] = lower;
    const row = this.taken;
    this.slots[at * Slot.Width + Slot.Row] = row + 1;
    this.taken += count;
    this.held += 1;
    return row;
  }
}

const FIRST_ROWS = 1024;
const SLOTS = 1 << 15;
const MOST = SLOTS / 2;

const enum Slot {
  Upper,
  Lower,
  Row,
  Width,
}

function slotOf(upper: number, lower: number): number {
  const hash = Math.imul(upper, 0x9e3779b1) ^ Math.imul(lower, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
