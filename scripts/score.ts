// Scores the sources against the gold sets: npm run score -- claims|articles|datetime|names [--gold-mentions] [-- scorer options]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCompromise } from "../src/compromise.js";
import { createLexicon } from "../src/lexicon/lexicon.js";
import type { Claim, Mention } from "../src/model/index.js";
import { createPipeline } from "../src/pipeline.js";
import { readTables } from "../src/tables.js";
import { builtinSegmenter } from "../src/tokens/builtin.js";
import { latinReader } from "../src/tokens/latin.js";
import { parseReferenceDate } from "./reference-date.js";

const EVAL = "../shared/eval";
const SETS: Record<string, { gold: string; scorer: string }> = {
  claims: { gold: "claims/dev.jsonl", scorer: "score.mjs" },
  articles: { gold: "claims/articles.jsonl", scorer: "score.mjs" },
  datetime: { gold: "datetime/dev.jsonl", scorer: "datetime/score.mjs" },
  cluener: { gold: "names/cluener.jsonl", scorer: "names/score.mjs" },
  msra: { gold: "names/msra.jsonl", scorer: "names/score.mjs" },
  aishell: { gold: "names/aishell.jsonl", scorer: "names/score.mjs" },
};

interface Case { id: string; text: string; referenceDate?: string; mentions?: Mention[] }

const [name = "", ...rest] = process.argv.slice(2);
const set = SETS[name] ?? (name.endsWith(".jsonl") ? { gold: name, scorer: "score.mjs" } : undefined);
const gold = set && (set.gold === name ? name : join(EVAL, set.gold));
if (!set || !gold || !existsSync(gold)) {
  console.error(`usage: npm run score -- ${Object.keys(SETS).join("|")}|FILE.jsonl [--gold-mentions] [--errors N …]`);
  process.exit(2);
}
const goldMentions = rest.includes("--gold-mentions");
const pipeline = createPipeline(createLexicon({ nameModel: readFileSync("models/names.bin") }), builtinSegmenter(readTables()), latinReader(loadCompromise));

const lines = readFileSync(gold, "utf8").split("\n").filter(Boolean).map((line) => {
  const { id, text, referenceDate, mentions: gold = [] } = JSON.parse(line) as Case;
  const date = referenceDate === undefined ? undefined : parseReferenceDate(referenceDate);
  if (goldMentions) return JSON.stringify({ id, mentions: gold, claims: pipeline.derive(pipeline.read(text, date), gold).map(flat) });
  const { mentions, claims } = pipeline.run(text, date);
  return JSON.stringify({ id, mentions, claims: claims.map(flat) });
});
const out = join(mkdtempSync(join(tmpdir(), "score-")), "predictions.ndjson");
writeFileSync(out, `${lines.join("\n")}\n`);
console.error(`predictions: ${out}`);
// A scorer runs only under its real path.
spawnSync("node", [realpathSync(join(EVAL, set.scorer)), gold, out, ...rest.filter((arg) => arg !== "--gold-mentions")], { stdio: "inherit" });

function flat(claim: Claim): object {
  const { within: _, ...own } = claim;
  void _;
  return own;
}
