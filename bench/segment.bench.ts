// Segmentation with tags, built-in engine against nodejieba, in one run: npx tsx bench/segment.bench.ts
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Bench } from "tinybench";
import type { Token } from "../src/model/index.js";
import { splitSentences } from "../src/sentences/split.js";
import { readTables } from "../src/tables.js";
import { builtinSegmenter } from "../src/tokens/builtin.js";
import { nodejiebaSegmenter } from "../src/tokens/nodejieba.js";
import type { Segmenter } from "../src/tokens/segmenter.js";
import { tokenize } from "../src/tokens/tokenize.js";
import { readTexts, root } from "./texts.js";

const ENGINES: Readonly<Record<string, () => Segmenter>> = { builtin: () => builtinSegmenter(readTables()), nodejieba: () => nodejiebaSegmenter() };

const [child = ""] = process.argv.slice(2);
if (child in ENGINES) measureLoad(child);
else await compare();

/** In a process of its own: time from nothing to the first tokens, and the memory that it takes beyond Node and the code. */
function measureLoad(name: string): void {
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const tokens: Token[] = [];
  ENGINES[name]?.().segment("腾讯公布财报", 0, 6, tokens);
  console.log(JSON.stringify({ load: performance.now() - start, rss: process.memoryUsage.rss() / 1e6, added: (process.memoryUsage.rss() - before) / 1e6 }));
}

async function compare(): Promise<void> {
  const texts = readTexts();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const documents = texts.map((text) => ({ text, sentences: splitSentences(text) }));
  const bench = new Bench({ time: 3000, warmupTime: 1000 });
  for (const [name, create] of Object.entries(ENGINES)) {
    const segmenter = create();
    bench.add(name, () => {
      for (const { text, sentences } of documents) tokenize(text, sentences, segmenter);
    });
  }
  await bench.run();
  console.log(`${(bytes / 1e6).toFixed(2)} MB of news, sentence by sentence, with tags`);
  const rows = bench.tasks.map(({ name, result }) => {
    const median = "latency" in result ? result.latency.p50 : Number.NaN;
    const { stdout } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], { cwd: root, encoding: "utf8" });
    const { load, rss, added } = JSON.parse(stdout) as Record<"load" | "rss" | "added", number>;
    return { engine: name, "MB/s": bytes / 1e3 / median, "load ms": load, "RSS MB": rss, "of which loading added": added };
  });
  const [builtin, nodejieba] = rows;
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? Number(value.toFixed(1)) : value]))));
  if (builtin && nodejieba) console.log(`builtin is ${(builtin["MB/s"] / nodejieba["MB/s"]).toFixed(1)} times as fast and loads in 1/${(nodejieba["load ms"] / builtin["load ms"]).toFixed(0)} of the time`);
}
