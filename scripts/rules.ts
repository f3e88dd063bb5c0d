// From a claim's `rule` to its code and its fixtures: npm run -s rules [-- metric/share]
import { RULES } from "../src/claims/rule-name.js";
import { createExtractor } from "../src/index.js";
import { loadFixtures } from "../src/testing.js";

const wanted = process.argv[2];
/** Of all rules a few fixtures each, of one rule all. */
const most = wanted === undefined ? 2 : Number.POSITIVE_INFINITY;
const extractor = createExtractor();
const shown = new Map<string, string[]>();
for (const { name, text, case: { referenceDate } } of loadFixtures("fixtures")) {
  for (const rule of new Set(extractor.extract(text, referenceDate === undefined ? {} : { referenceDate }).claims.map((claim) => claim.rule))) {
    if (!shown.has(rule)) shown.set(rule, []);
    const names = shown.get(rule) ?? [];
    if (names.length < most) names.push(name);
  }
}
for (const [rule, { file, reads }] of Object.entries(RULES)) {
  if (wanted !== undefined && wanted !== rule) continue;
  console.log(`${rule}\n  src/claims/${file}\n  ${reads}`);
  for (const name of shown.get(rule) ?? []) console.log(`  ${name}`);
}
