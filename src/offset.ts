import { countWhile, type OffsetUnit } from "./model/index.js";

/** Turns a UTF-16 offset of `text` into the unit asked for. Linear once, then constant; nothing to do for UTF-16. */
export function offsetConverter(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === "utf16") return (offset) => offset;
  const table = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; ) {
    const point = text.codePointAt(i) ?? 0;
    const units = point > 0xffff ? 2 : 1;
    // An offset inside a pair is that of the pair.
    for (let j = 0; j < units; j += 1) table[i + j] = count;
    count += unit === "codepoint" ? 1 : point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    i += units;
  }
  table[text.length] = count;
  return (offset) => table[offset] ?? count;
}

/** Turns an offset of `text` from one unit into another; constant from UTF-16, logarithmic from the other two. */
export function offsetMap(text: string, from: OffsetUnit, to: OffsetUnit): (offset: number) => number {
  if (from === to) return (offset) => offset;
  const count = offsetConverter(text, to);
  if (from === "utf16") return count;
  const before = offsetConverter(text, from);
  return (offset) => {
    return count(countWhile(text.length, (i) => before(i) < offset));
  };
}
