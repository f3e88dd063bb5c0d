// Fixtures of your own with Node's test runner: node --test examples/fixtures.test.mjs (vitest and jest: the same loop)
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFixture, describeDifference, loadFixtures } from "extract-claims/testing";

for (const fixture of loadFixtures("examples/fixtures")) {
  test(fixture.name, () => {
    assert.deepEqual(checkFixture(fixture).map(describeDifference), []);
  });
}
