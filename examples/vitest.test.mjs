// Fixtures of your own with vitest: npx vitest run --config examples/vitest.config.mjs (a copy of examples/fixtures is a start; so is extract-claims init)
import { checkFixture, describeDifference, loadFixtures } from "extract-claims/testing";
import { expect, test } from "vitest";

test.each(loadFixtures("examples/fixtures"))("$name", (fixture) => {
  expect(checkFixture(fixture).map(describeDifference)).toEqual([]);
});
