// Names by themselves, and what it costs to load them: npm run bench -- names
import { readdirSync, readFileSync } from "node:fs";
import { Bench } from "tinybench";
import { createLexicon } from "../src/lexicon/lexicon.js";
import { readModel } from "../src/mentions/name/model.js";
import { nameRecognizer } from "../src/mentions/name.js";
import { createPipeline } from "../src/pipeline.js";
import { nodejiebaSegmenter } from "../src/tokens/nodejieba.js";
import { parseMarked } from "../scripts/names/data.js";

const bytes = readFileSync("models/names.bin");
const lexicon = createLexicon({ nameModel: bytes });
const { read } = createPipeline(lexicon, nodejiebaSegmenter());
const recognize = nameRecognizer(lexicon);
const files = readdirSync("corpus").filter((file) => file.startsWith("test-"));
const texts = files.map((file) => parseMarked(readFileSync(`corpus/${file}`, "utf8").replace(/^#.*$/gm, "")).text);
const documents = texts.map((text) => read(text));
const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const bench = new Bench({ time: 3000, warmupTime: 1000 });
bench.add("names", () => documents.forEach((document) => recognize(document)));
bench.add("load the model", () => void readModel(bytes));
await bench.run();
for (const { name, result } of bench.tasks) {
  if (!("latency" in result)) continue;
  console.log(name, name === "names" ? `${(size / 1e3 / result.latency.p50).toFixed(2)} MB/s of ${(size / 1e6).toFixed(2)} MB` : `${result.latency.p50.toFixed(1)} ms`);
}
