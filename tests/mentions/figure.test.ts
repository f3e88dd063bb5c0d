import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognizeFigures } from "../../src/mentions/figure.js";
import { mark, markedLines, unmark } from "../marked.js";

test.each(markedLines("fixtures/mentions/figure.md"))("%s", (line) => {
  const text = unmark(line);
  expect(mark(text, recognizeFigures(text))).toBe(line);
});

describe("any text", () => {
  const word = fc.constantFrom(..."约近超不足至少以上左右多余至到-/、和的人民币$元亿万千百十零一二两三数几半点分之成折%个百分点家股每负.,0123456789 GBk\n", "US$", "平方米", "billion", "×10^", "^99", "小于", "两", "斤", "又", "\ud800", "第", "年");
  test("nothing throws, spans stay inside and do not overlap", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(word, { maxLength: 40 }).map((units) => units.join(""))), (text) => {
        let floor = 0;
        for (const figure of recognizeFigures(text)) {
          expect(figure.start).toBeGreaterThanOrEqual(floor);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.end).toBeLessThanOrEqual(text.length);
          expect(figure.value).not.toBeNaN();
          expect(figure.comparator === "range").toBe(figure.upper !== undefined);
          if (figure.upper !== undefined) expect(figure.upper).toBeGreaterThanOrEqual(figure.value);
          floor = figure.end;
        }
      }),
      { numRuns: 20_000, seed: 20220120 },
    );
  });

  // A quadratic reader would run into vitest's limit.
  test.each(["1", "一", "十", "万", "零", "几", "1,", "1.", "1、", "1-", "一又", "一分之", "1 ", "约", "元", "1/", "百分之", "１，", "-", "一百五", "5%、", "人民币1", "的1", "(含)"])("%s, over and over", (unit) => {
    recognizeFigures(unit.repeat(Math.ceil(300_000 / unit.length)));
  });
});
