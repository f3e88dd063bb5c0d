// Figures and dates against Microsoft's five recognisers, in one run: npm run bench -- mentions
import { createRequire } from "node:module";
import { Bench } from "tinybench";
import { fold } from "../src/lexicon/fold.js";
import { createLexicon } from "../src/lexicon/lexicon.js";
import { dateRecognizer } from "../src/mentions/date.js";
import { figureRecognizer } from "../src/mentions/figure.js";
import type { Document } from "../src/model/index.js";
import { splitSentences } from "../src/sentences/split.js";
import { keep } from "./figures.js";
import { readTexts } from "./texts.js";

/** Their time grows faster than the text: so many articles of a page or less, each whole, are enough to wait for. */
const THEIR_TEXTS = 12;
const PAGE = 2000;
const REFERENCE = { year: 2022, month: 1, day: 20 };

const lexicon = createLexicon();
const dates = dateRecognizer(lexicon);
const figures = figureRecognizer(lexicon);
const texts = readTexts();
const documents = texts.map((text): Document => ({ text, folded: fold(text), sentences: splitSentences(text), tokens: [], referenceDate: REFERENCE }));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const theirs = texts.filter(({ length }) => length <= PAGE).slice(0, THEIR_TEXTS);

const speeds: Record<string, number> = {};
const bench = new Bench({ time: 3000, warmupTime: 1000 });
bench.add("figures", () => documents.forEach(figures));
bench.add("dates", () => documents.forEach(dates));
bench.add("figures and dates", () => documents.forEach((document) => [figures(document), dates(document)]));
await bench.run();
for (const { name, result } of bench.tasks) speeds[name] = "latency" in result ? bytes / 1e3 / result.latency.p50 : Number.NaN;
speeds["Microsoft, five recognisers"] = measureMicrosoft();

console.log(`${(bytes / 1e6).toFixed(2)} MB of news; Microsoft on ${theirs.length} whole articles of it, ${theirs.reduce((sum, { length }) => sum + length, 0)} characters`);
console.table(Object.entries(speeds).map(([recogniser, speed]) => ({ recogniser, "MB/s": Number(speed.toPrecision(3)) })));
console.log(`figures and dates are ${((speeds["figures and dates"] ?? 0) / (speeds["Microsoft, five recognisers"] ?? 1)).toFixed(0)} times as fast`);
keep([{ id: "measures", ours: speeds["figures and dates"] ?? 0, theirs: speeds["Microsoft, five recognisers"] ?? 0, peer: "Microsoft Recognizers" }]);
measureLinear();

function measureMicrosoft(): number {
  type Recognize = (query: string, culture: string) => unknown;
  const suite = createRequire(import.meta.url)("@microsoft/recognizers-text-suite") as Record<string, Recognize>;
  const names = ["recognizeNumber", "recognizeNumberRange", "recognizePercentage", "recognizeCurrency", "recognizeDateTime"];
  const run = (): void => theirs.forEach((text) => names.forEach((name) => suite[name]?.(text, "zh-cn")));
  run();
  const start = performance.now();
  run();
  return theirs.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e3 / (performance.now() - start);
}

/** Ten times the text must take ten times as long. */
function measureLinear(): void {
  const measure = (text: string): number => {
    const document: Document = { text, folded: fold(text), sentences: splitSentences(text), tokens: [], referenceDate: REFERENCE };
    const start = performance.now();
    figures(document);
    dates(document);
    return performance.now() - start;
  };
  const rows = ["1", "一", "年", "零", "1,", "1、", "约1", "亿"].map((unit) => {
    measure(unit.repeat(10_000));
    const [short, long] = [measure(unit.repeat(33_333)), measure(unit.repeat(333_333))];
    return { text: unit, "0.1 M ms": Number(short.toFixed(1)), "1 M ms": Number(long.toFixed(1)), growth: Number((long / short).toFixed(1)) };
  });
  console.table(rows);
}
