import fc from "fast-check";
import { expect, test } from "vitest";
import type { Result } from "../../src/model/index.js";
import { segmentsOf } from "../../src/report/segment.js";

const TEXT = "一二三四五六七八九十\n甲乙丙丁戊己庚辛壬癸";
const span = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)).filter(([a, b]) => a !== b).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), text: "" }));

test("segments fill the text, and no span begins or ends within one, however spans nest and cross", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ span, figure: span }), { maxLength: 8 }), (claims) => {
      const result = { mentions: [], claims: claims.map((claim) => ({ ...claim, type: "metric" })) } as unknown as Result;
      const segments = segmentsOf(TEXT, result);
      expect(segments.map(({ start, end }) => TEXT.slice(start, end)).join("")).toBe(TEXT);
      for (const { start, end } of claims.flatMap((claim) => [claim.span, claim.figure]))
        for (const segment of segments) expect(segment.end <= start || segment.start >= end || (segment.start >= start && segment.end <= end)).toBe(true);
      for (const { start, end, lanes } of segments) {
        const drawn = lanes.filter((claim) => claim >= 0);
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const claim of drawn) expect(claims[claim]!.span.start <= start && end <= claims[claim]!.span.end).toBe(true);
      }
    }),
  );
});
