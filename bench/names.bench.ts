// Names by themselves, and what it costs to load them: npm run bench -- names
import { readFileSync } from "node:fs";
import { Bench } from "tinybench";
import { createLexicon } from "../src/lexicon/lexicon.js";
import { knownNames } from "../src/lexicon/name.js";
import { nameCues } from "../src/lexicon/name-cue.js";
import { nameParts } from "../src/lexicon/name-part.js";
import { readModel } from "../src/mentions/name/model.js";
import { nameRecognizer } from "../src/mentions/name.js";
import { createPipeline } from "../src/pipeline.js";
import { readTables } from "../src/tables.js";
import { builtinSegmenter } from "../src/tokens/builtin.js";
import { keep } from "./figures.js";
import { readTexts } from "./texts.js";

const bytes = readFileSync("models/names.bin");
// First of all, when nothing is compiled yet: what loading costs whoever starts a process for one text.
const start = performance.now();
for (const load of [knownNames, nameParts, nameCues, () => readModel(bytes)]) load();
console.log(`load the tables and the model: ${(performance.now() - start).toFixed(1)} ms`);

const lexicon = createLexicon({ nameModel: bytes });
const { read } = createPipeline(lexicon, builtinSegmenter(readTables()));
const recognize = nameRecognizer(lexicon);
const texts = readTexts();
const documents = texts.map((text) => read(text));
const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const bench = new Bench({ time: 5000, warmupTime: 3000 });
bench.add("names", () => documents.forEach((document) => recognize(document)));
await bench.run();
for (const { result } of bench.tasks) {
  if (!("latency" in result)) continue;
  const speed = size / 1e3 / result.latency.min;
  console.log(`names: ${speed.toFixed(2)} MB/s of ${(size / 1e6).toFixed(2)} MB`);
  keep([{ id: "names", ours: speed }]);
}
