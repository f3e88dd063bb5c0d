// How far confidence can be trusted: npm run calibrate. With --fit it also writes dict/confidence.tsv anew.
// Fitted on fixtures/calibration, whose texts no rule was written for: a claim is right where the fixture has it too (the contract's
// matching). Each fifth of the texts is judged by weights fitted on the other four; the gold sets in ../shared check from outside.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { confidenceWeights, type ConfidenceWeights } from "../src/lexicon/confidence.js";
import { createExtractor, type ResultClaim } from "../src/index.js";
import { overlaps, type Span } from "../src/model/index.js";
import { loadFixtures } from "../src/testing.js";
import { pairClaims } from "../src/fixture/compare.js";
import { fitLogistic, logistic } from "./calibrate/logistic.js";
import { printReliability, type Judged } from "./calibrate/reliability.js";

const TABLE = "dict/confidence.tsv";
const FOLDS = 5;
/** Terms of fewer claims say nothing sure. */
const LEAST = 8;
/** How much a term's weight is held back: as one claim in so many would. */
const RIDGE = 4;
const GOLD = ["../shared/eval/claims/dev.jsonl", "../shared/eval/claims/articles.jsonl"];

/** A claim that the tool made. */
interface Sample {
  readonly terms: readonly string[];
  readonly right: boolean;
  /** Number of its text. */
  readonly text: number;
}

const extractor = createExtractor();
const own = calibrationSamples();
console.log(`fixtures/calibration: ${own.length} claims, ${percent(own.filter(({ right }) => right).length / own.length)} of them right\n`);
printReliability("held out, in five folds", crossValidated(own));
const weights = process.argv.includes("--fit") ? fit(own) : confidenceWeights();
for (const path of GOLD.filter(existsSync)) printReliability(path, judge(goldSamples(path), weights));
if (process.argv.includes("--fit")) {
  const rows = [...weights].map(([term, weight]) => `${term}\t${weight.toFixed(2)}\n`);
  const [head, ...notes] = readFileSync(TABLE, "utf8").split("\n").filter((line) => line.startsWith("#"));
  writeFileSync(TABLE, [head, ...notes].join("\n") + "\n" + rows.join(""));
  console.log(`written: ${TABLE}, ${rows.length} terms`);
}

function calibrationSamples(): Sample[] {
  return loadFixtures("fixtures/calibration").flatMap(({ text, case: { claims = [], referenceDate } }, number) => {
    const found = read(text, referenceDate);
    const right = new Set(Array.from(pairClaims(claims, text, found, false).values(), (pair) => pair.found));
    return found.map((claim) => ({ terms: claim.explanation?.confidence ?? [], right: right.has(claim), text: number }));
  });
}

function goldSamples(path: string): Sample[] {
  interface Gold { text: string; referenceDate?: string; claims: GoldClaim[] }
  return readFileSync(path, "utf8").split("\n").filter(Boolean).flatMap((line, number) => {
    const { text, referenceDate, claims } = JSON.parse(line) as Gold;
    const free = new Set(claims);
    return read(text, referenceDate).map((claim) => {
      const match = [...free].find((gold) => matches(gold, claim));
      if (match) free.delete(match);
      return { terms: claim.explanation?.confidence ?? [], right: match !== undefined, text: number };
    });
  });
}

function read(text: string, referenceDate: string | undefined): readonly ResultClaim[] {
  return extractor.extract(text, { explain: true, ...(referenceDate !== undefined && { referenceDate }) }).claims;
}

type GoldClaim = Readonly<Record<string, unknown>> & { readonly type: string };

/** The contract's matching rule. */
function matches(gold: GoldClaim, claim: ResultClaim): boolean {
  const found = claim as unknown as GoldClaim;
  const meets = (part: string): boolean => gold[part] !== undefined && found[part] !== undefined && overlaps(spanOf(gold[part]), spanOf(found[part]));
  if (gold.type !== claim.type || gold["eventType"] !== found["eventType"]) return false;
  if (claim.type === "relation") return gold["relation"] === claim.relation && meets("subject") && meets("object");
  return meets(claim.type === "metric" ? "figure" : claim.type === "statement" ? "cue" : "trigger");
}

/** The gold writes `[start, end]`. */
function spanOf(span: unknown): Span {
  return Array.isArray(span) ? { start: Number(span[0]), end: Number(span[1]) } : (span as Span);
}

function fit(samples: readonly Sample[]): ConfidenceWeights {
  const counts = new Map<string, number>();
  for (const term of samples.flatMap(({ terms }) => terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const terms = [...counts].filter(([, count]) => count >= LEAST).map(([term]) => term).sort();
  const rows = samples.map((sample) => ({ features: terms.flatMap((term, i) => (sample.terms.includes(term) ? [i] : [])), right: sample.right }));
  const { bias, weights } = fitLogistic(rows, terms.length, RIDGE);
  const round = (weight: number): number => Math.round(weight * 100) / 100;
  return new Map([["all", round(bias)], ...terms.map((term, i): [string, number] => [term, round(weights[i] ?? 0)])]);
}

function judge(samples: readonly Sample[], by: ConfidenceWeights): Judged[] {
  return samples.map(({ terms, right }) => ({ right, confidence: logistic(["all", ...terms].reduce((sum, term) => sum + (by.get(term) ?? 0), 0)) }));
}

function crossValidated(samples: readonly Sample[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ text }: Sample): boolean => text % FOLDS === fold;
    return judge(samples.filter(isHeld), fit(samples.filter((sample) => !isHeld(sample))));
  }).flat();
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
