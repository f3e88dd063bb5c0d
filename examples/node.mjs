// The library in Node: node examples/node.mjs (after npm run build)
import { readFileSync } from "node:fs";
import { createExtractor } from "extract-claims";

const extractor = createExtractor({ dictionary: "examples/names.tsv", referenceDate: "2024-04-18" });
const text = readFileSync("examples/article.txt", "utf8");
const { mentions, claims } = extractor.extract(text);

console.log(`${mentions.length} mentions, ${claims.length} claims`);
for (const claim of claims) {
  if (claim.type !== "metric") continue;
  const { subject, metric, figure, time, attribution } = claim;
  console.log([subject?.text, metric?.text, figure.value, figure.unit, time?.value, attribution?.text].join(" | "));
}
