import { describe, expect, test } from "vitest";
import { settle } from "../../src/mentions/settle.js";

const at = (start: number, end: number, weight: number) => ({ found: { start, end }, weight });

describe("of what overlaps, the set that weighs most stays", () => {
  test("two parts outweigh the whole together", () => {
    expect(settle([at(0, 4, 5), at(0, 2, 3), at(2, 4, 3)])).toEqual([{ start: 0, end: 2 }, { start: 2, end: 4 }]);
  });

  test("the whole outweighs its parts", () => {
    expect(settle([at(0, 4, 7), at(0, 2, 3), at(2, 4, 3)])).toEqual([{ start: 0, end: 4 }]);
  });

  test("what weighs nothing is left out", () => {
    expect(settle([at(0, 4, 0), at(5, 6, -1)])).toEqual([]);
  });

  test("in text order, whatever the order found", () => {
    expect(settle([at(6, 8, 1), at(0, 2, 1), at(3, 5, 1)])).toEqual([{ start: 0, end: 2 }, { start: 3, end: 5 }, { start: 6, end: 8 }]);
  });
});
