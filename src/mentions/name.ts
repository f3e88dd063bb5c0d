import type { Lexicon } from "../lexicon/lexicon.js";
import { nameCues } from "../lexicon/name-cue.js";
import type { Document, NameMention, NameType, Span } from "../model/index.js";
import { addAliases, shortForms } from "./name/alias.js";
import { announcerAdder } from "./name/announce.js";
import { appointedAdder } from "./name/appointed.js";
import { bodyAdder } from "./name/body.js";
import { branchAdder } from "./name/branch.js";
import { bestType, Candidates, weightOf, type NameCandidate } from "./name/candidate.js";
import { abbreviationAdder, followerWeigher, titledAdder } from "./name/context.js";
import { weighDates } from "./name/day.js";
import { edgeTrimmer } from "./name/edge.js";
import { addEnclosed } from "./name/enclosed.js";
import { fairTeller } from "./name/fair.js";
import { addForeign } from "./name/foreign.js";
import { areListed, joinNames, privateEndings, splitOrigins } from "./name/join.js";
import { addKnown, addUser, rememberingLookup } from "./name/known.js";
import { kindTeller } from "./name/kind.js";
import { MODEL_TYPES } from "./name/label.js";
import { latinRuns } from "./name/latin.js";
import { addMasked } from "./name/masked.js";
import { readModel } from "./name/model.js";
import { noiseTeller } from "./name/noise.js";
import { addLatin, addRead } from "./name/read.js";
import { seatAdder } from "./name/seat.js";
import { spread } from "./name/spread.js";
import { featureTables } from "./name/table.js";
import { nameTagger, type Reading } from "./name/tagger.js";
import { settle, type Weighted } from "./settle.js";

/** jieba's own idea of a name by its tag, where there is no model. */
const TYPE_OF_TAG: Readonly<Record<string, NameType>> = { nr: "person", nrt: "person", nrfg: "person", ns: "location", nt: "organization" };

/**
 * Names: who and where a text speaks of. Everything that may be a name is a candidate, whoever found it: the model, the
 * dictionaries, the marks around it, the rest of the text. What speaks for it adds up, and the set that weighs most stays.
 * `dates` of the text, in its order, speak against names that run into them.
 */
export function nameRecognizer(lexicon: Lexicon): (document: Document, dates?: readonly Span[]) => Weighted<NameMention>[] {
  const { names } = lexicon;
  const cues = nameCues();
  const addBodies = bodyAdder(cues, lexicon.nameParts);
  const ruleOutNoise = noiseTeller(cues);
  const addBranches = branchAdder(cues);
  const addSeats = seatAdder(lexicon.nameParts, names);
  const fairPlace = fairTeller(cues, names);
  const isKind = kindTeller(lexicon.nameParts, cues);
  const lookup = rememberingLookup(names.lookup);
  const tables = featureTables(lexicon.nameParts, lookup);
  const addAnnouncers = announcerAdder(cues, lexicon.lexemes, tables);
  const addAbbreviations = abbreviationAdder(names, cues);
  const addTitled = titledAdder(lexicon.nameParts, tables);
  const addAppointed = appointedAdder(cues, lexicon.nameParts, names);
  const privates = privateEndings(lexicon.nameParts, cues);
  const weighFollowers = followerWeigher(cues);
  const read = lexicon.nameModel ? nameTagger(readModel(lexicon.nameModel), tables) : readTags;

  return (document, dates = []) => {
    const reading = read(document);
    const boundaries = boundariesOf(document);
    const candidates = new Candidates(reading.evidence);
    // A list of listed names that is read as one (鄂尔多斯温州) speaks against none of them.
    const wholes = reading.names.filter((name) => !areListed(document.folded, name, names));
    addRead(document, reading.names, names, lexicon.nameParts, cues, edgeTrimmer(document, lexicon.lexemes, cues, names), isKind, fairPlace, boundaries, candidates);
    addKnown(document, lookup, boundaries, insideOf(wholes), candidates);
    addAnnouncers(document, boundaries, candidates);
    addEnclosed(document, names, cues, candidates);
    addForeign(document, tables, boundaries, candidates);
    addMasked(document, lexicon.nameParts, boundaries, candidates);
    addAbbreviations(document, insideOf(wholes), candidates);
    const runs = document.sentences.flatMap(({ start, end }) => latinRuns(document.text, start, end));
    addLatin(document, runs, names, lexicon.nameParts, candidates);
    addTitled(document, boundaries, runs, candidates);
    addAppointed(document, candidates);
    addBodies(document, boundaries, candidates);
    weighFollowers(document, boundaries, candidates);
    splitOrigins(document, reading.names, names, privates, candidates);
    ruleOutNoise(document, boundaries, candidates);
    weighDates(dates, candidates);
    addUser(document, lexicon.userEntries, candidates);

    const first = joinNames(document, choose(candidates), candidates);
    addBranches(document, first, boundaries, candidates);
    addSeats(document, first, candidates);
    const aliases = addAliases(document, first, cues, candidates);
    const full = spread(document, choose(candidates), (name, candidate) => shortForms(name, candidate, names, tables.suffix), boundaries, candidates);
    const settled = joinNames(document, choose(candidates), candidates);
    return mentionsOf(document, settled, aliases, full);
  };
}

/** In nats. A wrong name makes a wrong claim: what only just seems one is none. */
const LEAST = 1;

function choose(candidates: Candidates): NameCandidate[] {
  const weighed: Weighted<NameCandidate>[] = [];
  for (const found of candidates.all()) weighed.push({ found, weight: weightOf(found) });
  return settle(weighed).filter((found) => weightOf(found) >= LEAST);
}

/** 1 where a word starts or ends, and all over what the segmenter only guesses or what may be two places (欧美). */
function boundariesOf({ text, tokens }: Document): Uint8Array {
  const boundaries = new Uint8Array(text.length + 1);
  for (const { start, end, tag } of tokens) {
    if (tag === UNKNOWN || (end - start === 2 && PLACES.has(tag))) boundaries.fill(1, start, end + 1);
    else boundaries[start] = boundaries[end] = 1;
  }
  return boundaries;
}

/** jieba's tag of words that its dictionary lacks. */
const UNKNOWN = "x";
const PLACES: ReadonlySet<string> = new Set(["ns", "j"]);

/** Tells whether a stretch is a part of one of `names`. Asked in text order. */
function insideOf(names: readonly Span[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while (next < names.length && names[next]!.end <= start) next += 1;
    const name = names[next];
    return name !== undefined && name.start <= start && end <= name.end && end - start < name.end - name.start;
  };
}

const TAG_NATS = 1;

function readTags({ tokens }: Document): Reading {
  const tagged = tokens.flatMap(({ start, end, tag }) => {
    const type = TYPE_OF_TAG[tag];
    return type !== undefined && end - start > 1 ? [{ start, end, type: MODEL_TYPES.indexOf(type) }] : [];
  });
  const bySpan = new Map(tagged.map((name) => [`${name.start} ${name.end}`, name.type]));
  return {
    names: tagged,
    evidence: (start, end) => {
      const type = bySpan.get(`${start} ${end}`);
      return Float32Array.from(MODEL_TYPES, (_, i) => (i === type ? TAG_NATS : -TAG_NATS));
    },
  };
}

/** The candidates as mentions; those of one name share `coref`. */
function mentionsOf({ folded }: Document, settled: readonly NameCandidate[], aliases: readonly (readonly [NameCandidate, NameCandidate])[], full: ReadonlyMap<string, string>): Weighted<NameMention>[] {
  const wordsOf = ({ start, end }: NameCandidate): string => folded.slice(start, end);
  const identityOf = (candidate: NameCandidate): string =>
    candidate.form && candidate.form.type === MODEL_TYPES[bestType(candidate)] ? candidate.form.canonical.toLowerCase() : wordsOf(candidate);
  const identities = settled.map(identityOf);
  const same = new Map(aliases.map(([alias, name]) => [identityOf(alias), identityOf(name)]));
  if (full.size > 0) {
    const byWords = new Map(settled.map((candidate, i) => [wordsOf(candidate), identities[i]!]));
    for (const [short, name] of full) if (!same.has(short)) same.set(short, byWords.get(name) ?? name);
  }
  const ids = new Map<string, string>();
  return settled.map((candidate, i) => {
    const own = identities[i]!;
    const name = same.get(own) ?? own;
    let coref = ids.get(name);
    if (coref === undefined) ids.set(name, (coref = `n${ids.size + 1}`));
    return { found: mentionOf(candidate, coref), weight: weightOf(candidate) };
  });
}

function mentionOf(candidate: NameCandidate, coref: string): NameMention {
  const { start, end, form } = candidate;
  const type = MODEL_TYPES[bestType(candidate)]!;
  const known = form?.type === type ? form : form?.also?.type === type ? form.also : undefined;
  if (!known) return { type, start, end, coref };
  const { canonical, ticker, owner } = known;
  return { type, start, end, canonical, ...(ticker !== undefined && { ticker }), ...(owner !== undefined && { owner }), coref };
}
