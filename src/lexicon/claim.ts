import adverbs from "../../dict/adverbs.tsv";
import anaphors from "../../dict/anaphors.tsv";
import bases from "../../dict/bases.tsv";
import casualties from "../../dict/casualties.tsv";
import changes from "../../dict/changes.tsv";
import closers from "../../dict/closers.tsv";
import copulas from "../../dict/copulas.tsv";
import cues from "../../dict/cues.tsv";
import cueModalities from "../../dict/cue-modalities.tsv";
import imperatives from "../../dict/imperatives.tsv";
import followers from "../../dict/followers.tsv";
import instruments from "../../dict/instruments.tsv";
import havings from "../../dict/havings.tsv";
import lightVerbs from "../../dict/light-verbs.tsv";
import modifiers from "../../dict/metric-modifiers.tsv";
import manners from "../../dict/manners.tsv";
import metrics from "../../dict/metrics.tsv";
import modals from "../../dict/modals.tsv";
import negations from "../../dict/negations.tsv";
import prepositions from "../../dict/prepositions.tsv";
import regions from "../../dict/regions.tsv";
import relations from "../../dict/relations.tsv";
import sources from "../../dict/sources.tsv";
import titles from "../../dict/titles.tsv";
import unmeasured from "../../dict/unmeasured.tsv";
import { eventTables } from "./event.js";
import { LexemeBuilder, RELATION_ROLES, type Anaphor, type LexemeTable, type PrepositionRole } from "./lexeme.js";
import { oneOf, optional, readRows, readTable, word, type Cell } from "./table.js";
import { saying, wordTable, type WordTable } from "./word-table.js";

const ROLES: Cell<PrepositionRole> = oneOf(
  "place", "time", "partner", "goal", "agent", "patient", "source", "topic", "means", "cause", "comparison", "basis", "passive", "exception",
);
const ANAPHORS: Cell<Anaphor> = oneOf("organization", "person", "product", "work", "location", "any", "plural", "speaker");

/** The tables of `dict/` that tell the claim rules of words, by the name of their file. Users may add rows to each. */
const TABLES = {
  adverbs: saying(adverbs, { adverb: true }),
  closers: saying(closers, { closer: true }),
  prepositions: wordTable(prepositions, { word, role: ROLES }, ({ role }) => ({ preposition: role })),
  manners: saying(manners, { manner: true }),
  copulas: saying(copulas, { copula: true }),
  bases: wordTable(bases, { word, basis: word }, ({ basis }) => ({ basis })),
  negations: wordTable(negations, { word, reach: oneOf("word", "clause") }, ({ reach }) => ({ negation: { reach } })),
  modals: wordTable(
    modals,
    { word, modality: oneOf("actual", "planned", "predicted", "hypothetical", "required", "future"), reach: oneOf("before", "clause") },
    ({ modality, reach }) => ({ modal: { modality, reach } }),
  ),
  metrics: wordTable(metrics, { word, key: optional, before: oneOf("", "whole") }, ({ key, before }) => ({
    metric: { ...(key !== undefined && { key }), ...(before === "whole" && { whole: true }) },
  })),
  changes: wordTable(
    changes,
    { word, direction: oneOf("increase", "decrease", "flat"), use: oneOf("move", "price", "state", "noun"), object: oneOf("may", "must", "no") },
    ({ direction, use, object }) => ({ change: { direction, use, object } }),
  ),
  "light-verbs": saying(lightVerbs, { light: true }),
  havings: saying(havings, { having: true }),
  "metric-modifiers": saying(modifiers, { modifier: true }),
  instruments: saying(instruments, { instrument: true }),
  regions: saying(regions, { region: true }),
  casualties: saying(casualties, { casualty: true }),
  "cue-modalities": wordTable(cueModalities, { word, makes: oneOf("urged", "directed", "forecast", "done") }, ({ makes }) => ({ makes })),
  imperatives: saying(imperatives, { imperative: true }),
  unmeasured: saying(unmeasured, { unmeasured: true }),
  followers: wordTable(followers, { word, makes: oneOf("trend", "name", "goal", "forecast") }, ({ makes }) => ({ after: makes })),
  cues: wordTable(
    cues,
    { word, use: oneOf("say", "tell", "answer", "talk", "announce", "publish", "show", "find", "judge", "view", "cite", "urge", "source") },
    ({ use }) => ({ cue: { use } }),
  ),
  sources: wordTable(sources, { word, kind: oneOf("person", "body", "voice", "reporter", "paper", "study", "data", "notice", "word") }, ({ kind }) => ({ source: kind })),
  relations: wordTable(relations, { word, role: oneOf(...RELATION_ROLES) }, ({ role }) => ({ relation: role })),
  titles: wordTable(titles, { title: word, kind: oneOf("post", "occupation", "honorific", "prefix", "body") }, ({ kind }) => ({ title: kind })),
  ...eventTables,
} satisfies Record<string, WordTable>;

/** Name of a table of words: that of its file in `dict/`. */
export type WordTableName = keyof typeof TABLES;

/**
 * Words of one's own for the claim rules: rows with the columns of the table's file in `dict/`, all of them texts.
 *
 *     { metrics: [{ word: "日均单量", key: "daily_orders" }], cues: [{ word: "念叨", use: "say" }],
 *       events: [{ word: "揭牌", type: "founding", frame: "opens" }] }
 */
export type OwnWords = Readonly<Partial<Record<WordTableName, readonly Readonly<Record<string, string>>[]>>>;

export const WORD_TABLES = Object.keys(TABLES) as readonly WordTableName[];

/**
 * What the tables of `dict/`, and `own` rows after them, say of each word that the claim rules read.
 *
 * @throws {DictionaryError} a row of `own` that its table cannot read
 */
export function claimLexemes(own: OwnWords = {}): LexemeTable {
  const lexemes = new LexemeBuilder();
  for (const [name, table] of Object.entries(TABLES) as [WordTableName, WordTable][]) {
    table.add(lexemes, (columns) => readTable(`dict/${name}.tsv`, table.text, columns));
    const rows = own[name];
    if (rows) table.add(lexemes, (columns) => readRows(`words.${name}`, rows, columns));
  }
  for (const [anaphor, stands] of anaphorWords()) lexemes.add(anaphor, { anaphor: stands });
  return lexemes.build();
}

/** Words that stand for a name: those of the table, and its nouns behind a determiner. A noun of one character takes only one of one (该行). */
function* anaphorWords(): Generator<readonly [string, Anaphor]> {
  const rows = readTable("dict/anaphors.tsv", anaphors, { word, stands: ANAPHORS, form: oneOf("word", "noun", "determiner") });
  const determiners = rows.filter(({ form }) => form === "determiner");
  for (const { word: noun, stands, form } of rows) {
    if (form === "word") yield [noun, stands];
    else if (form === "noun") for (const { word: determiner } of determiners) if (noun.length > 1 || determiner.length === 1) yield [determiner + noun, stands];
  }
}
