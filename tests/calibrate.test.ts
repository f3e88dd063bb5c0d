import { expect, test } from "vitest";
import { fitLogistic, logistic } from "../scripts/calibrate/logistic.js";
import { RULES } from "../src/claims/rule-name.js";
import { createExtractor } from "../src/index.js";
import { confidenceWeights } from "../src/lexicon/confidence.js";
import { pairClaims } from "../src/fixture/compare.js";
import { loadFixtures } from "../src/testing.js";

test("logistic regression finds the odds it was given", () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({ features: i % 2 === 0 ? [0] : [], right: i % 2 === 0 ? i % 10 < 8 : i % 4 === 1 }));
  const { bias, weights } = fitLogistic(rows, 1, 0);
  expect(logistic(bias)).toBeCloseTo(0.5, 1);
  expect(logistic(bias + (weights[0] ?? 0))).toBeCloseTo(0.8, 1);
});

test("the terms that are weighed are those of claims", () => {
  const extractor = createExtractor();
  const terms = new Set(["all", ...Object.keys(RULES)]);
  for (const { text } of loadFixtures("fixtures/calibration")) for (const { explanation } of extractor.extract(text, { explain: true }).claims) explanation?.confidence.forEach((term) => terms.add(term));
  for (const term of confidenceWeights().keys()) expect(terms).toContain(term);
});

test("on the texts it was fitted on, confidence is the share that is right to within 5 points", () => {
  const extractor = createExtractor();
  const judged = loadFixtures("fixtures/calibration").flatMap(({ text, case: { claims = [] } }) => {
    const found = extractor.extract(text).claims;
    const right = new Set(Array.from(pairClaims(claims, text, found, false).values(), (pair) => pair.found));
    return found.map((claim) => [claim.confidence, right.has(claim) ? 1 : 0] as const);
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean(judged.map(([confidence]) => confidence)) - mean(judged.map(([, right]) => right)))).toBeLessThan(0.05);
  const [sure, unsure] = [judged.filter(([confidence]) => confidence >= 0.9), judged.filter(([confidence]) => confidence < 0.75)];
  expect(mean(sure.map(([, right]) => right))).toBeGreaterThan(mean(unsure.map(([, right]) => right)));
});
