// Trains the name model: npm run train:names. Reads corpus/ and ../shared/train/names, writes models/names.bin; same bytes each time.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { createLexicon } from "../src/lexicon/lexicon.js";
import { eachFeature, outsideKey, partKey, type FeatureTables } from "../src/mentions/name/feature.js";
import { FIRST, INNER, LABELS, labelOf, LAST, MODEL_TYPES, OUTSIDE, partOf, WHOLE } from "../src/mentions/name/label.js";
import { writeModel } from "../src/mentions/name/model.js";
import { featureTables } from "../src/mentions/name/table.js";
import type { Document, NameType, Span } from "../src/model/index.js";
import { createPipeline } from "../src/pipeline.js";
import { nodejiebaSegmenter } from "../src/tokens/nodejieba.js";
import { allowTypes, Collector, Crf, Units, type Example } from "./names/crf.js";
import { joinClauses, joinParts, readCorpus, readShared, splitPlaces, substitute, type Marked } from "./names/data.js";
import { inventor } from "./names/invent.js";
import { seeded, shuffle } from "./names/random.js";

const option = (name: string, value: number): number => Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1] ?? value);
const LEAST_SEEN = 2;
const SCALE = 0.03;
const COPIES = 5;
/** A word seen so often, and so seldom in a name, is taken to be in none. */
const OFTEN = 5;
const SELDOM = 0.01;
const HIDDEN = 0.5;
const REPLACED = 0.5;
const INVENTED = 0.5;
const VARIED = 0.3;
const JIEBA = "node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8";

const random = seeded(20260101);
const RATES = { alpha: option("alpha", 0.1), beta: 1, l1: option("l1", 0.4), l2: 0.5, dropped: 0.3, kept: 0.73, random };
const PRUNE = option("prune", 0.08);
const EPOCHS = option("epochs", 14);
/** The weights are the mean of what they are after each of the last epochs. */
const AVERAGED = 7;
const started = Date.now();
const say = (what: string): void => console.error(`${((Date.now() - started) / 1000).toFixed(0)} s  ${what}`);

const lexicon = createLexicon();
const known = lexicon.names;
const tables: FeatureTables = featureTables(lexicon.nameParts, known.lookup);
const { read } = createPipeline(lexicon, nodejiebaSegmenter());
const ALL = allowTypes([0, 1, 2, 3]);
const NO_PRODUCT = allowTypes([0, 1, 2]);

/** A text read, its gold labels, and the labels its annotation knows. */
interface Item {
  readonly document: Document;
  readonly gold: Uint8Array;
  readonly allowed: readonly boolean[];
  /** Known names that are not seen in this text, so that the model learns to do without. */
  readonly hidden: ReadonlySet<string>;
}

function item({ text, names }: Marked, allowed: readonly boolean[]): Item {
  const document = read(text);
  const gold = new Uint8Array(text.length);
  for (const { type, start, end } of names) {
    const index = MODEL_TYPES.indexOf(type);
    if (end - start === 1) gold[start] = labelOf(index, WHOLE);
    else for (let i = start; i < end; i += 1) gold[i] = labelOf(index, i === start ? FIRST : i === end - 1 ? LAST : INNER);
  }
  const hidden = new Set<string>();
  for (const { start, end } of names) if (random() < HIDDEN) hidden.add(document.folded.slice(start, end));
  return { document, gold, allowed, hidden };
}

/** One example a sentence; a name that a sentence end cuts in two is left out with its sentences. */
function collect({ document, gold, allowed, hidden }: Item, units: Units, into?: Example[]): void {
  let first = 0;
  for (const sentence of document.sentences) {
    let last = first;
    while (last < document.tokens.length && document.tokens[last]!.start < sentence.end) last += 1;
    const labels = gold.slice(sentence.start, sentence.end);
    const open = partOf(labels[0] ?? 0);
    const close = partOf(labels[labels.length - 1] ?? 0);
    if (labels.length > 0 && open !== INNER && open !== LAST && close !== FIRST && close !== INNER) {
      const sink = new Collector(units, sentence.start, sentence.end);
      eachFeature(document, { ...sentence, first, last, sentence }, tables, sink, (form) => hidden.has(form.form));
      into?.push(sink.example(labels, allowed));
    }
    first = last;
  }
}

function train(items: readonly Item[], epochs: number): { crf: Crf; units: Units } {
  const units = new Units();
  for (const one of items) collect(one, units);
  units.close(LEAST_SEEN);
  say(`${items.length} texts, ${units.size} units`);
  const examples: Example[] = [];
  for (const one of items) collect(one, units, examples);
  const crf = new Crf(units.size, RATES);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    shuffle(examples, random);
    let loss = 0;
    for (const example of examples) loss += crf.learn(example);
    if (epoch > epochs - AVERAGED) crf.remember();
    say(`epoch ${epoch}: loss ${loss.toFixed(0)}`);
  }
  crf.takeMean();
  return { crf, units };
}

/** Completes a partly annotated text: its marked names stay, the rest is what the model reads. */
function complete(one: Item, { crf, units }: { crf: Crf; units: Units }): Item {
  const gold = one.gold.slice();
  let first = 0;
  for (const sentence of one.document.sentences) {
    const { start, end } = sentence;
    let last = first;
    while (last < one.document.tokens.length && one.document.tokens[last]!.start < end) last += 1;
    const sink = new Collector(units, start, end);
    eachFeature(one.document, { start, end, first, last, sentence }, tables, sink);
    const fixed = Int8Array.from(gold.subarray(start, end), (label) => (label === OUTSIDE ? -1 : label));
    if (end > start) gold.set(crf.best(sink.example(gold.slice(start, end), one.allowed), fixed, one.allowed), start);
    first = last;
  }
  return { ...one, gold };
}

/** Everyday nouns of two characters: the names of firms hold any of them. */
const NOUN = /^([\u4e00-\u9fff]{2}) (\d+) n$/gm;
const [LEAST_USED, MOST_USED] = [20, 2000];
const nouns = [...readFileSync(JIEBA, "utf8").matchAll(NOUN)].filter(([, , used]) => Number(used) >= LEAST_USED && Number(used) <= MOST_USED).map(([, word = ""]) => word);
const invent = inventor(known.forms, lexicon.nameParts, nouns, random);
/** Another name for every other one: its neighbours must tell. */
const choose = (type: NameType, name: string): string | undefined => (random() < REPLACED ? invent(type, name, random() < INVENTED) : undefined);

const own = readCorpus(false);
const corpus = own.map((marked) => item(marked, ALL));
for (let copy = 1; copy < COPIES; copy += 1) for (const marked of own) corpus.push(item(substitute(marked, choose), ALL));
const clauses = readShared("aishell.jsonl").map(joinParts);
const vary = (marked: Marked): Marked => substitute(marked, (type, name) => (type === "location" || random() >= VARIED ? undefined : invent(type, name, false)));
const aishell = [...clauses, ...joinClauses(clauses, random).map(vary)].map((marked) => item(marked, NO_PRODUCT));
const uner = process.argv.includes("--without-uner") ? [] : readShared("uner.jsonl").map((marked) => splitPlaces(marked, known)).map((marked) => item(marked, NO_PRODUCT));
const finre = readShared("finre.partial.jsonl").map((marked, i) => item(i % 4 === 0 ? vary(marked) : marked, NO_PRODUCT));
say(`corpus ${own.length}, AISHELL ${clauses.length}, UNER ${uner.length}, FinRE ${finre.length}`);

const teacher = train([...corpus, ...aishell, ...uner], 4);
const completed = finre.map((one) => complete(one, teacher));
say(`FinRE: ${completed.reduce((sum, { gold }) => sum + count(gold), 0)} names, ${finre.reduce((sum, { gold }) => sum + count(gold), 0)} of them marked`);
const everything = [...corpus, ...aishell, ...uner, ...completed];
const { crf, units } = train(everything, EPOCHS);
const { rows, transitions } = crf.rows(units, PRUNE, SCALE);
const marks = markKeys(everything);
const weighed = new Set(rows.map(({ key }) => key));
for (const key of new Set([...marks.outside, ...marks.part])) if (!weighed.has(key)) rows.push({ key, codes: [], weights: [] });
say(`${marks.outside.length} words that no name holds, ${marks.part.length} that are never a whole one`);
const bytes = writeModel(rows, transitions, SCALE);
const path = process.argv.find((arg) => arg.startsWith("--out="))?.slice(6) ?? "models/names.bin";
writeFileSync(path, bytes);
say(`${path}: ${rows.length} rows, ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped; ${LABELS} labels`);

/** Marks of the words that are seen often: those that next to never are in a name, where the tagger need not look, and those that are never a whole one. */
function markKeys(items: readonly Item[]): { outside: number[]; part: number[] } {
  const seen = new Map<number, { part: number; inside: number; whole: number; all: number }>();
  for (const { document, gold } of items)
    for (const token of document.tokens) {
      const key = outsideKey(document.folded, token);
      let tally = seen.get(key);
      if (!tally) seen.set(key, (tally = { part: partKey(document.folded, token), inside: 0, whole: 0, all: 0 }));
      tally.all += 1;
      if (gold.subarray(token.start, token.end).some((label) => label !== OUTSIDE)) tally.inside += 1;
      if (isWhole(gold, token)) tally.whole += 1;
    }
  const often = [...seen].filter(([, { all }]) => all >= OFTEN);
  const outside = often.filter(([, { inside, all }]) => inside <= all * SELDOM);
  const part = often.filter(([, { inside, whole, all }]) => inside > all * SELDOM && whole <= all * SELDOM);
  return { outside: outside.map(([key]) => key), part: part.map(([, tally]) => tally.part) };
}

/** Whether the word is a name, from its first character to its last. */
function isWhole(gold: Uint8Array, { start, end }: Span): boolean {
  return partOf(gold[start]!) === (end - start === 1 ? WHOLE : FIRST) && partOf(gold[end - 1]!) === (end - start === 1 ? WHOLE : LAST);
}

function count(gold: Uint8Array): number {
  return gold.reduce((sum, label) => sum + (partOf(label) === FIRST || partOf(label) === WHOLE ? 1 : 0), 0);
}
