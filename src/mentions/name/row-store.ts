import { WORDS } from "./lane.js";

/** Groups of rows that are remembered under two numbers and how many they are. When it is full, all is forgotten. */
export class RowStore {
  /** See `lane.ts`. Others once something has been added. */
  rows = new Float64Array(FIRST_ROWS * WORDS);
  private readonly slots: Int32Array;
  private groups = 0;
  private taken = 0;

  /** @param size  twice as many groups as it holds: a power of two */
  constructor(private readonly size: number) {
    this.slots = new Int32Array(size * Slot.Width);
  }

  /** The number of the first of the rows, or -1. */
  find(upper: number, lower: number, count: number): number {
    const { slots } = this;
    for (let slot = this.slotOf(upper, lower); ; slot = this.after(slot)) {
      const known = slots[slot + Slot.Count];
      if (known === 0) return -1;
      if (known === count && slots[slot + Slot.Upper] === upper && slots[slot + Slot.Lower] === lower) return slots[slot + Slot.Row]!;
    }
  }

  /** Room for rows that are not there yet, all of them 0: the number of the first. */
  add(upper: number, lower: number, count: number): number {
    if (this.groups * 2 >= this.size) {
      this.slots.fill(0);
      this.rows.fill(0);
      this.groups = this.taken = 0;
    }
    if ((this.taken + count) * WORDS > this.rows.length) {
      const { rows } = this;
      this.rows = new Float64Array(2 * rows.length);
      this.rows.set(rows);
    }
    const { slots } = this;
    let slot = this.slotOf(upper, lower);
    while (slots[slot + Slot.Count] !== 0) slot = this.after(slot);
    const row = this.taken;
    slots[slot + Slot.Upper] = upper;
    slots[slot + Slot.Lower] = lower;
    slots[slot + Slot.Count] = count;
    slots[slot + Slot.Row] = row;
    this.taken += count;
    this.groups += 1;
    return row;
  }

  private slotOf(upper: number, lower: number): number {
    const hash = Math.imul(upper, 0x9e3779b1) ^ Math.imul(lower, 0x85ebca6b);
    return ((hash ^ (hash >>> 15)) & (this.size - 1)) * Slot.Width;
  }

  private after(slot: number): number {
    return slot + Slot.Width === this.slots.length ? 0 : slot + Slot.Width;
  }
}

const FIRST_ROWS = 1024;

const enum Slot {
  Upper,
  Lower,
  Count,
  Row,
  Width,
}
