import attributes from "../../dict/attributes.tsv";
import adverbs from "../../dict/adverbs.tsv";
import anaphors from "../../dict/anaphors.tsv";
import bases from "../../dict/bases.tsv";
import casualties from "../../dict/casualties.tsv";
import changes from "../../dict/changes.tsv";
import closers from "../../dict/closers.tsv";
import copulas from "../../dict/copulas.tsv";
import cues from "../../dict/cues.tsv";
import cueModalities from "../../dict/cue-modalities.tsv";
import distributives from "../../dict/distributives.tsv";
import imperatives from "../../dict/imperatives.tsv";
import followers from "../../dict/followers.tsv";
import instruments from "../../dict/instruments.tsv";
import havings from "../../dict/havings.tsv";
import lightVerbs from "../../dict/light-verbs.tsv";
import modifiers from "../../dict/metric-modifiers.tsv";
import manners from "../../dict/manners.tsv";
import ownReports from "../../dict/own-reports.tsv";
import metricHolders from "../../dict/metric-holders.tsv";
import metrics from "../../dict/metrics.tsv";
import modals from "../../dict/modals.tsv";
import negations from "../../dict/negations.tsv";
import prepositions from "../../dict/prepositions.tsv";
import reachings from "../../dict/reachings.tsv";
import regions from "../../dict/regions.tsv";
import relations from "../../dict/relations.tsv";
import sources from "../../dict/sources.tsv";
import titles from "../../dict/titles.tsv";
import unmeasured from "../../dict/unmeasured.tsv";
import { EVENT_TYPES, type AnyEventType } from "../model/index.js";
import { eventTables } from "./event.js";
import { LexemeBuilder, RELATION_ROLES, type Anaphor, type Lexeme, type LexemeTable, type PrepositionRole } from "./lexeme.js";
import { oneOf, optional, readOwnTable, readRows, readTable, word, type Cell, type Row } from "./table.js";
import { saying, wordTable, type WordTable } from "./word-table.js";

const ROLES: Cell<PrepositionRole> = oneOf(
  "place", "time", "partner", "goal", "agent", "patient", "source", "topic", "means", "cause", "comparison", "basis", "passive", "exception",
);
const ANAPHORS: Cell<Anaphor> = oneOf("organization", "person", "product", "work", "location", "any", "plural", "speaker");

/** The tables of `dict/` that tell the claim rules of words, by the name of their file. Users may add rows to each. */
const tablesFor = (types: readonly AnyEventType[]) => ({
  adverbs: saying(adverbs, { adverb: true }),
  attributes: saying(attributes, { attribute: true }),
  closers: wordTable(closers, { word, places: oneOf("", "time") }, ({ places }) => ({ closer: places || "plain" })),
  prepositions: wordTable(prepositions, { word, role: ROLES }, ({ role }) => ({ preposition: role })),
  manners: saying(manners, { manner: true }),
  "own-reports": saying(ownReports, { ownReport: true }),
  copulas: saying(copulas, { copula: true }),
  bases: wordTable(bases, { word, basis: word }, ({ basis }) => ({ basis })),
  negations: wordTable(negations, { word, reach: oneOf("word", "clause", "after") }, ({ reach }) => ({ negation: { reach } })),
  modals: wordTable(
    modals,
    { word, modality: oneOf("actual", "planned", "predicted", "hypothetical", "required", "future"), reach: oneOf("before", "clause", "condition", "after") },
    ({ modality, reach }) => ({ modal: { modality, reach } }),
  ),
  metrics: wordTable(metrics, { word, key: optional, before: oneOf("", "whole", "place") }, ({ key, before }) => ({
    metric: { key, whole: before === "whole" ? true : undefined, macro: before === "place" ? true : undefined },
  })),
  changes: wordTable(
    changes,
    { word, direction: oneOf("increase", "decrease", "flat"), use: oneOf("move", "price", "state", "noun", "sized"), object: oneOf("may", "must", "no") },
    ({ direction, use, object }) => ({ change: { direction, use, object } }),
  ),
  "light-verbs": saying(lightVerbs, { light: true }),
  havings: saying(havings, { having: true }),
  "metric-modifiers": wordTable(modifiers, { word, reach: oneOf("", "far") }, ({ reach }) => ({ modifier: { far: reach === "far" ? true : undefined } })),
  instruments: saying(instruments, { instrument: true }),
  reachings: saying(reachings, { reaches: true }),
  distributives: saying(distributives, { each: true }),
  regions: saying(regions, { region: true }),
  casualties: saying(casualties, { casualty: true }),
  "cue-modalities": wordTable(cueModalities, { word, makes: oneOf("urged", "directed", "forecast", "opinion", "done") }, ({ makes }) => ({ makes })),
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
  ...eventTables(types),
}) satisfies Record<string, WordTable>;

/** Name of a table of words: that of its file in `dict/`, or `event-types` for types of event beside the 22. */
export type WordTableName = keyof ReturnType<typeof tablesFor> | "event-types";

/** A row by its table's columns, all of them texts; or a file of such rows, as it stands in `dict/`. */
export type WordRows = Readonly<Record<string, string>> | { readonly file: string; readonly text: string };

/**
 * Words of one's own for the claim rules, by table: rows with the columns of the table's file in `dict/`, or such files. A new type of
 * event is named in `event-types` before `events` may give words of it.
 *
 *     { metrics: [{ word: "日均单量", key: "daily_orders" }], cues: [{ word: "念叨", use: "say" }],
 *       "event-types": [{ type: "donation" }], events: [{ word: "捐建", type: "donation", frame: "acts" }] }
 */
export type OwnWords = Readonly<Partial<Record<WordTableName, readonly WordRows[]>>>;

/** Names of the tables that take words of your own. */
export const WORD_TABLES = [...Object.keys(tablesFor(EVENT_TYPES)), "event-types"] as readonly WordTableName[];

const typeName: Cell<string> = (text) => {
  if (!/^[a-z][a-z0-9-]*$/.test(text)) throw "a name in small letters, such as donation";
  return text;
};

/**
 * What the tables of `dict/`, and `own` rows after them, say of each word that the claim rules read.
 *
 * @throws {DictionaryError} a row of `own` that its table cannot read
 */
export function claimLexemes(own: OwnWords = {}): LexemeTable {
  const lexemes = new LexemeBuilder();
  const types = readOwn("event-types", own["event-types"], { type: typeName }).map(({ type }) => type);
  for (const [name, table] of Object.entries(tablesFor([...EVENT_TYPES, ...types])) as [WordTableName, WordTable][]) {
    lexemes.addTable(table.text, table.says);
    const rows = own[name];
    if (rows) for (const [word, says] of table.rows((columns) => readOwn(name, rows, columns))) lexemes.add(word, says);
  }
  lexemes.addTable(holderMetrics(), ([, key]) => ({ metric: { key: key ?? "", whole: undefined, macro: undefined } }));
  lexemes.addTable(anaphorWords(), ([, anaphor]) => ({ anaphor: anaphor as Anaphor }));
  return lexemes.build();
}

/**
 * Every row of every table, read at once.
 *
 * @throws {DictionaryError} a row that its table cannot read
 */
export function readAllRows(): Record<string, (readonly [word: string, says: Lexeme])[]> {
  return Object.fromEntries(Object.entries<WordTable>(tablesFor(EVENT_TYPES)).map(([name, table]) => [name, table.rows((columns) => readTable(`dict/${name}.tsv`, table.text, columns))]));
}

/** The user's rows and files for a table, in their order. */
function readOwn<C extends Record<string, Cell<unknown>>>(name: WordTableName, given: readonly WordRows[] = [], columns: C): Row<C>[] {
  return given.flatMap((rows, i) => (isFile(rows) ? readOwnTable(rows.file, rows.text, columns) : readRows(`words.${name}`, [rows], columns, i)));
}

const isFile = (rows: WordRows): rows is { file: string; text: string } => typeof rows === "object" && rows !== null && "file" in rows && "text" in rows;

/** A table of what belongs to a firm's holders: 归属于母公司股东 with 的净利润. */
function holderMetrics(): string {
  const rows = readTable("dict/metric-holders.tsv", metricHolders, { part: word, stands: oneOf("holder", "measure"), key: optional });
  const measures = rows.filter(({ stands }) => stands === "measure");
  return rows.flatMap(({ part: holder, stands }) => (stands === "holder" ? measures.map(({ part, key = "" }) => `${holder}${part}\t${key}\n`) : [])).join("");
}

/** A table of the words that stand for a name: those of `dict/`, and its nouns behind a determiner. A noun of one character takes only one of one (该行). */
function anaphorWords(): string {
  const rows = readTable("dict/anaphors.tsv", anaphors, { word, stands: ANAPHORS, form: oneOf("word", "noun", "determiner") });
  const determiners = rows.filter(({ form }) => form === "determiner");
  let table = "";
  for (const { word: noun, stands, form } of rows) {
    if (form === "word") table += `${noun}\t${stands}\n`;
    else if (form === "noun") for (const { word: determiner } of determiners) if (noun.length > 1 || determiner.length === 1) table += `${determiner}${noun}\t${stands}\n`;
  }
  return table;
}
