import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RULES } from "../../src/claims/rule-name.js";
import { createExtractor } from "../../src/index.js";
import { loadFixtures } from "../../src/testing.js";

const emitted = new Set<string>();
const extractor = createExtractor();
for (const { text, case: { referenceDate, dictionary } } of loadFixtures("fixtures")) {
  const reader = Array.isArray(dictionary) ? createExtractor({ dictionary }) : extractor;
  for (const { rule } of reader.extract(text, referenceDate === undefined ? {} : { referenceDate }).claims) emitted.add(rule);
}

test("a claim's rule is one that is listed", () => {
  for (const rule of emitted) expect(Object.keys(RULES)).toContain(rule);
});

test.each(Object.entries(RULES))("%s has its file, and a fixture that it reads", (rule, { file }) => {
  expect(existsSync(`src/claims/${file}`)).toBe(true);
  expect(emitted).toContain(rule);
});

test("every rule that the sources name is listed", () => {
  const sources = ["measure/metric.ts", "measure/counted.ts", "measure/change.ts", "relation-position.ts"].map((file) => readFileSync(`src/claims/${file}`, "utf8")).join("\n");
  const named = Array.from(sources.matchAll(/"((?:metric|change|event|statement|relation)\/[a-z]+)"/g), ([, rule = ""]) => rule);
  expect(named.length).toBeGreaterThan(10);
  for (const rule of named) expect(Object.keys(RULES)).toContain(rule);
});
