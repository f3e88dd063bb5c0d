// Names on every set, those unknown to dict/ beside the whole: npm run score:names [-- --model=FILE] [--tagger=FILE] [--errors=N] [set …]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { knownNames } from "../src/lexicon/name.js";
import { nameParts } from "../src/lexicon/name-part.js";
import { createLexicon } from "../src/lexicon/lexicon.js";
import { mentionRecognizer } from "../src/mentions/recognize.js";
import { MODEL_TYPES } from "../src/mentions/name/label.js";
import { readModel } from "../src/mentions/name/model.js";
import { featureTables } from "../src/mentions/name/table.js";
import { nameTagger } from "../src/mentions/name/tagger.js";
import type { NameMention, NameType, Span } from "../src/model/index.js";
import { createPipeline } from "../src/pipeline.js";
import { nodejiebaSegmenter } from "../src/tokens/nodejieba.js";
import { readCorpus, type Marked } from "./names/data.js";

type Name = Span & { readonly type: NameType };

const EVAL = "../shared/eval";
const FILES: Record<string, string> = { claims: "claims/dev.jsonl", articles: "claims/articles.jsonl", cluener: "names/cluener.jsonl", msra: "names/msra.jsonl", aishell: "names/aishell.jsonl" };

const options = new Map(process.argv.slice(2).filter((arg) => arg.startsWith("--")).map((arg) => [arg.slice(2).split("=")[0] ?? "", arg.split("=")[1] ?? ""]));
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const errors = Number(options.get("errors") ?? 0);

const lexicon = createLexicon({ nameModel: readFileSync(options.get("model") ?? "models/names.bin") });
const pipeline = createPipeline(lexicon, nodejiebaSegmenter());
const recognize = mentionRecognizer(lexicon);
const known = knownNames();
const file = options.get("tagger");
const tagger = file === undefined ? undefined : nameTagger(readModel(readFileSync(file)), featureTables(nameParts(), known.lookup));
const isKnown = (name: string): boolean => known.find(name) !== undefined;

function namesOf(text: string): Name[] {
  if (!tagger) return recognize(pipeline.read(text)).filter((mention): mention is NameMention => (MODEL_TYPES as readonly string[]).includes(mention.type));
  return tagger(pipeline.read(text)).names.map(({ start, end, type }) => ({ start, end, type: MODEL_TYPES[type]! }));
}

const sets: Record<string, () => Marked[]> = { own: () => readCorpus(true), fixtures: () => readFixtures("fixtures/claims") };
for (const [name, path] of Object.entries(FILES)) {
  const full = `${EVAL}/${path}`;
  if (existsSync(full))
    sets[name] = () =>
      readFileSync(full, "utf8").split("\n").filter(Boolean).map((line) => {
        const { text, mentions } = JSON.parse(line) as { text: string; mentions: Name[] };
        return { text, names: mentions.filter(({ type }) => MODEL_TYPES.includes(type)) };
      });
}

/** The texts of the claims' fixtures with their names; of equal quotes each stands behind the last. */
function readFixtures(folder: string): Marked[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  return files.sort().flatMap((path) => {
    const fixtures = JSON.parse(readFileSync(`${folder}/${path}`, "utf8")) as { text: string; match?: string; mentions?: { type: NameType; quote: string }[] }[];
    return fixtures.flatMap(({ text, match, mentions }) => {
      if (match !== "exact" || !mentions) return [];
      const next = new Map<string, number>();
      const names = mentions.filter(({ type }) => MODEL_TYPES.includes(type)).map(({ type, quote }) => {
        const start = text.indexOf(quote, next.get(quote) ?? 0);
        next.set(quote, start + quote.length);
        return { type, start, end: start + quote.length };
      });
      return [{ text, names }];
    });
  });
}

for (const [set, load] of Object.entries(sets)) {
  if (wanted.length > 0 && !wanted.includes(set)) continue;
  const tallies = new Map<string, { gold: number; found: number; hit: number }>();
  const count = (type: string, what: "gold" | "found" | "hit"): void => {
    const tally = tallies.get(type) ?? { gold: 0, found: 0, hit: 0 };
    tally[what] += 1;
    tallies.set(type, tally);
  };
  let left = errors;
  for (const { text, names } of load()) {
    const found = namesOf(text);
    const key = ({ type, start, end }: Name): string => `${type}:${start}:${end}`;
    const gold = new Set(names.map(key));
    const got = new Set(found.map(key));
    for (const [list, what, other] of [[names, "gold", got], [found, "found", gold]] as const)
      for (const name of list) {
        const unknown = !isKnown(text.slice(name.start, name.end));
        const hit = other.has(key(name));
        for (const type of unknown ? [name.type, `${name.type} unknown`] : [name.type]) {
          count(type, what);
          if (hit && what === "gold") count(type, "hit");
        }
        if (!hit && left-- > 0) console.log(`  ${what === "gold" ? "missed" : "extra"} ${name.type} ${text.slice(name.start, name.end)} | ${text.slice(Math.max(0, name.start - 15), name.start)}[]${text.slice(name.end, name.end + 12)}`);
      }
  }
  const line = (type: string): string => {
    const { gold, found, hit } = tallies.get(type) ?? { gold: 0, found: 0, hit: 0 };
    return `${gold} P ${((100 * hit) / (found || 1)).toFixed(1)} R ${((100 * hit) / (gold || 1)).toFixed(1)} F1 ${((200 * hit) / (gold + found || 1)).toFixed(1)}`;
  };
  console.log(set);
  for (const type of MODEL_TYPES) if (tallies.has(type)) console.log(`  ${type.padEnd(13)} ${line(type)}   unknown to dict/: ${line(`${type} unknown`)}`);
}
