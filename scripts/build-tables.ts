// Compiles jieba's dictionary and HMM model, as they lie in the installed nodejieba, into tables/segmenter.bin: npm run tables
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { naturalLog } from "../src/tokens/logarithm.js";
import { HEADER_WORDS, LAYOUT, MAGIC, layout } from "../src/tokens/tables.js";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../tables/segmenter.bin");
const dict = join(dirname(createRequire(import.meta.url).resolve("nodejieba")), "submodules/cppjieba/dict");
const NEVER = -3.14e100;

const source = (name: string): string => readFileSync(join(dict, name), "utf8");
const sources = { words: source("jieba.dict.utf8"), user: source("user.dict.utf8"), model: source("hmm_model.utf8") };
const code = ["build-tables.ts", "../src/tokens/tables.ts", "../src/tokens/logarithm.ts"].map((file) => readFileSync(join(here, file), "utf8"));
const digest = createHash("sha256").update(JSON.stringify([sources, code])).digest();

if (existsSync(target) && readFileSync(target).subarray(HEADER_WORDS * 4 - 32, HEADER_WORDS * 4).equals(digest)) process.exit(0);

const words = readWords();
const model = readModel();
const units = readUnits();
const { codeOf, characters } = readCharacters();
const trie = numberNodes();
write();

interface Word { readonly word: string; readonly weight: number; readonly tag: string }

/** The dictionary as cppjieba weighs it, and its default user dictionary behind it. */
function readWords(): { list: Word[]; least: number; median: number; sum: number } {
  const rows = sources.words.split("\n").filter(Boolean).map((line) => {
    const [word = "", frequency = "", tag = "", ...more] = line.split(" ");
    if (tag === "" || more.length > 0 || !/^[1-9]\d*$/.test(frequency)) throw new Error(`jieba.dict.utf8: ${JSON.stringify(line)}`);
    return { word, frequency: Number(frequency), tag };
  });
  const sum = rows.reduce((total, { frequency }) => total + frequency, 0);
  const logs = new Map<number, number>();
  const weigh = (frequency: number): number => {
    let weight = logs.get(frequency);
    if (weight === undefined) logs.set(frequency, (weight = naturalLog(frequency / sum)));
    return weight;
  };
  const list: Word[] = rows.map(({ word, frequency, tag }) => ({ word, tag, weight: weigh(frequency) }));
  const sorted = list.map(({ weight }) => weight).sort((a, b) => a - b);
  const [least = 0, median = 0] = [sorted[0], sorted[sorted.length >> 1]];
  for (const line of sources.user.split("\n").filter(Boolean)) {
    const cells = line.split(" ");
    const [word = ""] = cells;
    if ([...word].length < 2) throw new Error(`user.dict.utf8: single character ${line}`);
    if (cells.length === 3) list.push({ word, weight: weigh(Number(cells[1])), tag: cells[2] ?? "" });
    else list.push({ word, weight: median, tag: cells[1] ?? "" });
  }
  return { list, least, median, sum };
}

/** One unit for every pair of weight and tag that occurs; unit 0 is no word. */
function readUnits() {
  const tags = [...new Set(["", ...words.list.map(({ tag }) => tag)])];
  const known = new Map<string, number>();
  const weights = [words.least];
  const tagOf = [0];
  const entries = new Map<string, number>();
  for (const { word, weight, tag } of words.list) {
    const key = `${weight} ${tag}`;
    let unit = known.get(key);
    if (unit === undefined) {
      known.set(key, (unit = weights.length));
      weights.push(weight);
      tagOf.push(tags.indexOf(tag));
    }
    entries.set(word, unit);
  }
  return { tags, weights, tagOf, entries: [...entries] };
}

/** Start, transition and emission probabilities of B, E, M, S. */
function readModel() {
  const [start = "", ...rest] = sources.model.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const numbers = (line: string): number[] => line.split(" ").map(Number);
  const emit = new Map<string, number[]>();
  for (const [state, line] of rest.slice(4).entries()) {
    for (const pair of line.split(",")) {
      const [character = "", value = ""] = pair.split(":");
      let row = emit.get(character);
      if (!row) emit.set(character, (row = [NEVER, NEVER, NEVER, NEVER]));
      row[state] = Number(value);
    }
  }
  return { start: numbers(start), transition: rest.slice(0, 4).flatMap(numbers), emit };
}

/** Every character of dictionary and model, the most used first. */
function readCharacters() {
  const uses = new Map<string, number>();
  for (const character of model.emit.keys()) uses.set(character, 0);
  for (const { word } of words.list) for (const character of word) uses.set(character, (uses.get(character) ?? 0) + 1);
  const characters = ["\0", ...[...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1))];
  const long = characters.find((character) => character.length > 1);
  if (long) throw new Error(`a character of two code units: ${long}`);
  return { characters, codeOf: new Map(characters.map((character, code) => [character, code])) };
}

/** The words as a trie numbered level by level, the children of a node by rising code. */
function numberNodes() {
  interface Node { readonly label: number; unit: number; readonly children: Map<number, Node> }
  const root: Node = { label: 0, unit: 0, children: new Map() };
  for (let label = 1; label < characters.length; label += 1) root.children.set(label, { label, unit: 0, children: new Map() });
  for (const [word, unit] of units.entries) {
    let node = root;
    for (const character of word) {
      const label = codeOf.get(character) ?? 0;
      let child = node.children.get(label);
      if (!child) node.children.set(label, (child = { label, unit: 0, children: new Map() }));
      node = child;
    }
    node.unit = unit;
  }
  const nodes = [root];
  for (const node of nodes) {
    nodes.push(...[...node.children.values()].sort((a, b) => a.label - b.label));
  }
  return { children: nodes.map(({ children }) => children.size), labels: nodes.map(({ label }) => label), unitOf: nodes.map(({ unit }) => unit) };
}

function write(): void {
  const rows = [[NEVER, NEVER, NEVER, NEVER], ...model.emit.values()];
  const rowOf = new Map([...model.emit.keys()].map((character, i) => [character, i + 1]));
  const tags = units.tags.join("\n");
  const sizes = { units: units.weights.length, emitRows: rows.length, nodes: trie.labels.length, codes: characters.length, tagBytes: tags.length };
  const at = layout(sizes);
  const bytes = new ArrayBuffer(at.end);
  new Uint32Array(bytes, 0, 7).set([MAGIC, LAYOUT, sizes.units, sizes.emitRows, sizes.nodes, sizes.codes, sizes.tagBytes]);
  new Uint8Array(bytes, HEADER_WORDS * 4 - 32, 32).set(digest);
  new Float64Array(bytes, at.scalars, 23).set([words.least, words.median, words.sum, ...model.start, ...model.transition]);
  new Float64Array(bytes, at.weights, sizes.units).set(units.weights);
  new Float64Array(bytes, at.emit, rows.length * 4).set(rows.flat());
  new Uint16Array(bytes, at.children, sizes.nodes).set(trie.children);
  new Uint16Array(bytes, at.labels, sizes.nodes).set(trie.labels);
  new Uint16Array(bytes, at.unitOf, sizes.nodes).set(trie.unitOf);
  new Uint16Array(bytes, at.letters, characters.length).set(characters.map((character) => character.charCodeAt(0)));
  new Uint16Array(bytes, at.rows, characters.length).set(characters.map((character) => rowOf.get(character) ?? 0));
  new Uint8Array(bytes, at.tagOf, sizes.units).set(units.tagOf);
  new Uint8Array(bytes, at.tags, sizes.tagBytes).set(new TextEncoder().encode(tags));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}`, new Uint8Array(bytes));
  renameSync(`${target}.${process.pid}`, target);
  console.log(`tables/segmenter.bin: ${units.entries.length} words, ${at.end} bytes`);
}
