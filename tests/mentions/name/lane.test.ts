import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LABELS, OUTSIDE } from "../../../src/mentions/name/label.js";
import { addLabel, addRows, readLabel, readRow, WORDS, ZERO } from "../../../src/mentions/name/lane.js";
import { countOf, readModel, roleOf, rowOf, writeModel } from "../../../src/mentions/name/model.js";

const weight = fc.integer({ min: -127, max: 127 });
const row = fc.array(weight, { minLength: LABELS, maxLength: LABELS });

describe("rows of weights", () => {
  test("sums are exact, label by label, over what they are outside", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const table = new Float64Array(rows.length * WORDS);
        const sums = new Float64Array(WORDS).fill(ZERO);
        for (const [i, weights] of rows.entries()) {
          for (const [label, value] of weights.entries()) addLabel(table, i, label, value);
          addRows(sums, 0, table, i, 1);
        }
        const total = (label: number): number => rows.reduce((sum, weights) => sum + weights[label]! - weights[OUTSIDE]!, 0);
        const expected = Array.from({ length: LABELS }, (_, label) => total(label));
        const scores = new Int32Array(LABELS);
        readRow(sums, 0, scores);
        expect([...scores]).toEqual(expected);
        for (let label = 1; label < LABELS; label += 1) expect(readLabel(sums, 0, label)).toBe(expected[label]);
      }),
    );
  });
});

describe("the model file", () => {
  const transitions = new Int16Array(LABELS * LABELS).fill(-3);
  const rows = [
    { key: 0x123456, codes: [1, LABELS + 2, 3 * LABELS], weights: [5, -7, 9] },
    { key: 7, codes: [], weights: [] },
  ];
  const bytes = writeModel(rows, transitions, 0.5);

  test("is read as it was written", () => {
    const model = readModel(bytes);
    expect(model.scale).toBe(0.5);
    expect(model.transitions).toEqual(transitions);
    expect(model.isMark(7)).toBe(true);
    expect(model.isMark(0x123456)).toBe(false);
    expect(model.place(8)).toBe(-1);
    const place = model.place(0x123456);
    expect(model.place(0x123456)).toBe(place);
    expect([roleOf(place), countOf(place)]).toEqual([0, 4]);
    const said = [0, 1, 2, 3].map((at) => {
      const sums = new Float64Array(WORDS).fill(ZERO);
      addRows(sums, 0, model.rows, rowOf(place) + at, 1);
      return [1, 2, 3].map((label) => readLabel(sums, 0, label));
    });
    expect(said).toEqual([
      [5, 0, 0],
      [0, -7, 0],
      [0, 0, 0],
      [-9, -9, -9],
    ]);
  });

  test("is refused where it is none, or cut short", () => {
    expect(() => readModel(new Uint8Array(40))).toThrow(RangeError);
    expect(() => readModel(bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
  });
});
