import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createExtractor, offsetConverter, type Result } from "../../src/index.js";
import { resultSchema } from "../../src/schema.js";
import { faultOf } from "./invariants.js";
import { anyText, plainParagraph } from "./text.js";

/** `npm run test:full` looks longer. Shares of it must be whole: fast-check never reaches a broken number of runs. */
const runs = process.env["FULL"] ? 6_000 : 300;
vi.setConfig({ testTimeout: 1_200_000 });
const extractor = createExtractor();
const everything = { include: ["sentences", "tokens", "mentions", "claims"], referenceDate: "2024-10-29" } as const;

test("whatever the text, nothing throws, and every span is a slice of it, in order", () => {
  fc.assert(fc.property(anyText, (text) => void expect(faultOf(text, extractor.extract(text, everything))).toBeUndefined()), { numRuns: 2 * runs });
});

test("every result is as the schema says", () => {
  fc.assert(fc.property(anyText, (text) => void expect(resultSchema.safeParse(extractor.extract(text, everything)).error).toBeUndefined()), { numRuns: runs / 3 });
});

test("the same text gives the same result, whatever was read in between, here and in another extractor", () => {
  const other = createExtractor();
  fc.assert(
    fc.property(anyText, anyText, (text, between) => {
      const first = JSON.stringify(extractor.extract(text, everything));
      extractor.extract(between);
      expect(JSON.stringify(extractor.extract(text, everything))).toBe(first);
      expect(JSON.stringify(other.extract(text, everything))).toBe(first);
    }),
    { numRuns: runs / 3 },
  );
});

test("a dictionary of one extractor is unknown to another", () => {
  const plain = createExtractor();
  const own = createExtractor({ dictionary: [{ name: "青禾", type: "location" }] });
  fc.assert(
    fc.property(plainParagraph, (text) => {
      const before = JSON.stringify(plain.extract(text));
      own.extract(text);
      expect(JSON.stringify(plain.extract(text))).toBe(before);
    }),
    { numRuns: runs / 6 },
  );
});

test.each(["codepoint", "utf8"] as const)("offsets in %s are those in UTF-16, counted anew", (unit) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const convert = offsetConverter(text, unit);
      const [expected, found] = [extractor.extract(text).mentions, extractor.extract(text, { offsets: unit }).mentions];
      expect(found.map(({ start, end }) => [start, end])).toEqual(expected.map(({ start, end }) => [convert(start), convert(end)]));
    }),
    { numRuns: runs / 6 },
  );
});

test("figures of two paragraphs are those of each", () => {
  const figures = ({ mentions }: Result, by = 0) => mentions.flatMap((found) => (found.type === "figure" ? [{ ...found, id: "", start: found.start + by, end: found.end + by }] : []));
  fc.assert(
    fc.property(plainParagraph, plainParagraph, (first, second) => {
      const both = figures(extractor.extract(`${first}\n\n${second}`));
      expect(both).toEqual([...figures(extractor.extract(first)), ...figures(extractor.extract(second), first.length + 2)]);
    }),
    { numRuns: runs },
  );
});
