// Fixtures of your own with Node's test runner: node --test examples/node-test.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFixture, describeDifference, loadFixtures } from "extract-claims/testing";

for (const fixture of loadFixtures("examples/fixtures")) {
  test(fixture.name, () => {
    assert.deepEqual(checkFixture(fixture).map(describeDifference), []);
  });
}
