// The whole way from text to claims and each stage of it, beside nodejieba's tagging alone, in one run: npm run bench -- pipeline
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { claimDeriver } from "../src/claims/derive.js";
import { createExtractor } from "../src/index.js";
import { createLexicon } from "../src/lexicon/lexicon.js";
import { mentionRecognizer } from "../src/mentions/recognize.js";
import { loadCompromise } from "../src/compromise.js";
import { createPipeline } from "../src/pipeline.js";
import { splitSentences } from "../src/sentences/split.js";
import { analyser } from "../src/syntax/analyse.js";
import { readResources } from "../src/tables.js";
import { builtinSegmenter } from "../src/tokens/builtin.js";
import { latinReader } from "../src/tokens/latin.js";
import { nodejiebaSegmenter } from "../src/tokens/nodejieba.js";
import { tokenize } from "../src/tokens/tokenize.js";
import { keep, round } from "./figures.js";
import { readTexts, root } from "./texts.js";

const ROUNDS = 20;
/** Processes are started anew for each measurement. */
const STARTS = 7;
const texts = readTexts();
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const { segmentation, nameModel } = readResources();
const lexicon = createLexicon({ nameModel });
const [builtin, nodejieba] = [builtinSegmenter(segmentation), nodejiebaSegmenter()];
const { read } = createPipeline(lexicon, builtin, latinReader(loadCompromise));
const [recognize, analyse, derive] = [mentionRecognizer(lexicon), analyser(lexicon), claimDeriver(lexicon)];
const extractor = createExtractor();

const documents = texts.map((text) => read(text));
const mentions = documents.map(recognize);
const analyses = documents.map((document, i) => analyse(document, mentions[i] ?? []));

/** What is read is let go at once, as where texts come in a stream. */
const STAGES: Readonly<Record<string, () => void>> = {
  "nodejieba tag, alone": () => documents.forEach(({ text, sentences }) => void tokenize(text, sentences, nodejieba)),
  "whole extraction": () => texts.forEach((text) => void extractor.extract(text)),
  "· sentences": () => texts.forEach((text) => void splitSentences(text)),
  "· tokens": () => documents.forEach(({ text, sentences }) => void tokenize(text, sentences, builtin)),
  "· mentions": () => documents.forEach((document) => void recognize(document)),
  "· syntax": () => documents.forEach((document, i) => void analyse(document, mentions[i] ?? [])),
  "· claims": () => analyses.forEach((analysis) => void derive(analysis)),
};

const speeds = measure();
const base = speeds[0]?.speed ?? Number.NaN;
console.log(`${(bytes / 1e6).toFixed(2)} MB of news, best of ${ROUNDS} rounds, ${extractor.extract(texts.join("\n")).claims.length} claims in them`);
console.table(speeds.map(({ stage, speed }) => ({ stage, "MB/s": round(speed), "nodejieba tag = 1": round(speed / base) })));
const speedOf = (stage: string): number => speeds.find((one) => one.stage === stage)?.speed ?? Number.NaN;
keep([
  { id: "tokens", ours: speedOf("· tokens"), theirs: base, peer: "nodejieba `tag`" },
  { id: "mentions", ours: speedOf("· mentions") },
  { id: "syntax", ours: speedOf("· syntax") },
  { id: "claims", ours: speedOf("· claims") },
  { id: "whole", ours: speedOf("whole extraction"), theirs: base, peer: "nodejieba `tag`" },
]);
if (existsSync(`${root}dist/index.js`)) console.table(measureStart());
else console.log("cold start: needs dist, npm run build");

/** Each stage once a round, so that whatever else the machine does befalls all of them. */
function measure(): { stage: string; speed: number }[] {
  const best = new Map(Object.keys(STAGES).map((stage) => [stage, Number.POSITIVE_INFINITY]));
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const [stage, run] of Object.entries(STAGES)) {
      const start = performance.now();
      run();
      best.set(stage, Math.min(best.get(stage) ?? 0, performance.now() - start));
    }
  }
  return Array.from(best, ([stage, ms]) => ({ stage, speed: bytes / 1e3 / ms }));
}

/** From nothing to the first result, and the memory that takes, each in a process of its own. */
function measureStart(): object[] {
  const text = JSON.stringify("微信月活跃用户数达13.089亿，同比增长3.7%。");
  const report = `console.log(JSON.stringify({ ms: performance.now() - start, mb: process.memoryUsage.rss() / 1e6 }));`;
  const programs: Readonly<Record<string, string>> = {
    "nodejieba: require, first tag": `const start = performance.now(); require(${JSON.stringify(createRequire(import.meta.url).resolve("nodejieba"))}).tag(${text}); ${report}`,
    "extract-claims: import, first extract": `const start = performance.now(); import(${JSON.stringify(`${root}dist/index.js`)}).then(({ extract }) => { extract(${text}); ${report} });`,
    "extract-claims: require, first extract": `const start = performance.now(); require(${JSON.stringify(`${root}dist/index.cjs`)}).extract(${text}); ${report}`,
    "node alone": `const start = performance.now(); ${report}`,
  };
  const rows = Object.entries(programs).map(([program, code]) => {
    const runs = Array.from({ length: STARTS }, () => JSON.parse(spawnSync(process.execPath, ["--eval", code], { cwd: root, encoding: "utf8" }).stdout) as { ms: number; mb: number });
    return { program, ms: Math.min(...runs.map(({ ms }) => ms)), mb: Math.min(...runs.map(({ mb }) => mb)) };
  });
  const [{ ms: theirs = Number.NaN, mb: theirMemory = Number.NaN } = {}, { ms: ours = Number.NaN, mb: memory = Number.NaN } = {}] = rows;
  keep([{ id: "start", ours, theirs, peer: "nodejieba" }, { id: "memory", ours: memory, theirs: theirMemory, peer: "nodejieba" }]);
  return rows.map(({ program, ms, mb }) => ({ program, ms: round(ms), "of nodejieba's": round(ms / theirs), "RSS MB": round(mb), "of its RSS": round(mb / theirMemory) }));
}
