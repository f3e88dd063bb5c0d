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
import { addEventWords } from "./event.js";
import { LexemeBuilder, RELATION_ROLES, type Anaphor, type LexemeTable, type PrepositionRole } from "./lexeme.js";
import { oneOf, optional, readTable, word, type Cell } from "./table.js";

const ROLES: Cell<PrepositionRole> = oneOf(
  "place", "time", "partner", "goal", "agent", "patient", "source", "topic", "means", "cause", "comparison", "basis", "passive", "exception",
);
const ANAPHORS: Cell<Anaphor> = oneOf("organization", "person", "product", "work", "location", "any", "plural", "speaker");

/** What the tables of `dict/` say of each word that the claim rules read. */
export function claimLexemes(): LexemeTable {
  const table = new LexemeBuilder();
  for (const row of readTable("dict/adverbs.tsv", adverbs, { word })) table.add(row.word, { adverb: true });
  for (const row of readTable("dict/closers.tsv", closers, { word })) table.add(row.word, { closer: true });
  for (const row of readTable("dict/prepositions.tsv", prepositions, { word, role: ROLES })) table.add(row.word, { preposition: row.role });
  for (const row of readTable("dict/manners.tsv", manners, { word })) table.add(row.word, { manner: true });
  for (const row of readTable("dict/copulas.tsv", copulas, { word })) table.add(row.word, { copula: true });
  for (const row of readTable("dict/bases.tsv", bases, { word, basis: word })) table.add(row.word, { basis: row.basis });
  for (const [anaphor, stands] of anaphorWords()) table.add(anaphor, { anaphor: stands });
  for (const row of readTable("dict/negations.tsv", negations, { word, reach: oneOf("word", "clause") })) table.add(row.word, { negation: { reach: row.reach } });
  for (const row of readTable("dict/modals.tsv", modals, { word, modality: oneOf("planned", "predicted", "hypothetical", "required", "future"), reach: oneOf("before", "clause") }))
    table.add(row.word, { modal: { modality: row.modality, reach: row.reach } });
  for (const row of readTable("dict/metrics.tsv", metrics, { word, key: optional, before: oneOf("", "whole") }))
    table.add(row.word, { metric: { ...(row.key !== undefined && { key: row.key }), ...(row.before === "whole" && { whole: true }) } });
  for (const row of readTable("dict/changes.tsv", changes, { word, direction: oneOf("increase", "decrease", "flat"), use: oneOf("move", "price", "state", "noun"), object: oneOf("may", "must", "no") }))
    table.add(row.word, { change: { direction: row.direction, use: row.use, object: row.object } });
  for (const row of readTable("dict/light-verbs.tsv", lightVerbs, { word })) table.add(row.word, { light: true });
  for (const row of readTable("dict/havings.tsv", havings, { word })) table.add(row.word, { having: true });
  for (const row of readTable("dict/metric-modifiers.tsv", modifiers, { word })) table.add(row.word, { modifier: true });
  for (const row of readTable("dict/instruments.tsv", instruments, { word })) table.add(row.word, { instrument: true });
  for (const row of readTable("dict/regions.tsv", regions, { word })) table.add(row.word, { region: true });
  for (const row of readTable("dict/casualties.tsv", casualties, { word })) table.add(row.word, { casualty: true });
  for (const row of readTable("dict/cue-modalities.tsv", cueModalities, { word, makes: oneOf("urged", "directed", "forecast") })) table.add(row.word, { makes: row.makes });
  for (const row of readTable("dict/imperatives.tsv", imperatives, { word })) table.add(row.word, { imperative: true });
  for (const row of readTable("dict/unmeasured.tsv", unmeasured, { word })) table.add(row.word, { unmeasured: true });
  for (const row of readTable("dict/followers.tsv", followers, { word, makes: oneOf("trend", "name", "goal", "forecast") })) table.add(row.word, { after: row.makes });
  for (const row of readTable("dict/cues.tsv", cues, { word, use: oneOf("say", "tell", "answer", "talk", "announce", "publish", "show", "find", "judge", "view", "cite", "urge", "source") })) table.add(row.word, { cue: { use: row.use } });
  for (const row of readTable("dict/sources.tsv", sources, { word, kind: oneOf("person", "body", "voice", "reporter", "paper", "study", "data", "notice", "word") })) table.add(row.word, { source: row.kind });
  for (const row of readTable("dict/relations.tsv", relations, { word, role: oneOf(...RELATION_ROLES) })) table.add(row.word, { relation: row.role });
  for (const row of readTable("dict/titles.tsv", titles, { title: word, kind: oneOf("post", "occupation", "honorific", "prefix", "body") })) table.add(row.title.toLowerCase(), { title: row.kind });
  addEventWords(table);
  return table.build();
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
