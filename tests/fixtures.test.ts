import { expect, test } from "vitest";
import { extract } from "../src/index.js";
import { resultSchema } from "../src/schema.js";
import { checkFixture, describeDifference, loadFixtures } from "../src/testing.js";

const fixtures = loadFixtures("fixtures");

test.each(fixtures)("$name", (fixture) => {
  expect(checkFixture(fixture).map(describeDifference)).toEqual([]);
});

test("every result parses, and every span slices back to its text", () => {
  for (const { text, case: { referenceDate } } of fixtures) {
    const result = resultSchema.parse(extract(text, { include: ["sentences", "tokens", "mentions", "claims"], ...(referenceDate !== undefined && { referenceDate }) }));
    JSON.stringify(result, (_key, value: unknown) => {
      if (typeof value === "object" && value !== null && "start" in value && "text" in value) {
        const { start, end, text: words } = value as { start: number; end: number; text: string };
        expect(text.slice(start, end)).toBe(words);
      }
      return value;
    });
  }
});
