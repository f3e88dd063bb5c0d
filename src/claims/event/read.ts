import type { EventNouns } from "../../lexicon/event.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import type { FigureMention, Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import { nounPhraseEnd, nounPhraseStart } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import type { EventDraft, Reading } from "../draft.js";
import { complementOf, isAmount, type Complement } from "./object.js";
import { framedParties, type Framed } from "./party-frame.js";
import { partyOf } from "./party.js";
import { classesOf, senseOf } from "./sense.js";
import { leadingSubject, subjectBefore } from "./subject.js";
import { useOf, type Use } from "./use.js";

/** How many clauses back a dropped subject is looked for. */
const CARRY = 6;

/** Events of a clause, one a trigger. */
export function eventsOf(reading: Reading, nouns: EventNouns, clause: Clause): EventDraft[] {
  const drafts: EventDraft[] = [];
  let taken = 0;
  for (let at = 0; at < clause.words.length; at += 1) {
    const word = clause.words[at];
    if (!word?.lexeme?.events || word.mention || word.lexeme.shield || at < taken) continue;
    const event = readEvent(reading, nouns, clause, at, word.lexeme.events);
    if (!event) continue;
    taken = event.taken;
    drafts.push(event.draft);
  }
  return withoutCarriers(drafts);
}

/** 终止收购A, 启动IPO: the first word only says what becomes of the second event. */
function withoutCarriers(drafts: readonly EventDraft[]): EventDraft[] {
  return drafts.filter((draft, i) => {
    const word = draft.clause.words[draft.at];
    const next = drafts[i + 1];
    if (!next || !(word?.lexeme?.endsNext || word?.lexeme?.carrier)) return true;
    return !(draft.object && draft.object.start <= next.trigger.start && next.trigger.end <= draft.object.end + 1) && next.at !== draft.at + 1;
  });
}

interface Parties {
  agent?: Span;
  object?: Span;
  counterparty?: Span;
  location?: Span;
  amount?: FigureMention;
}

function readEvent(reading: Reading, nouns: EventNouns, clause: Clause, at: number, senses: readonly EventWord[]): { draft: EventDraft; taken: number } | undefined {
  const { folded } = reading.analysis.document;
  const { words } = clause;
  const word = words[at];
  if (!word) return undefined;
  const use = useOf(nouns, folded, clause, at, senses);
  if (!use) return undefined;
  const predicate = use.carrier ?? at;
  const subject = subjectStretch(clause, at, use);
  const complement: Complement = use.as === "verb" ? complementOf(clause, at) : use.as === "relative" ? relativeHead(words, at) : { to: at + 1 };
  const probe = framedParties(clause, folded, at, senses[0]!);
  const object = complement.object ?? probe.object ?? (use.as === "noun" ? possessor(words, at) : undefined) ?? subject;
  const sense = senseOf(senses, object ? classesOf(nouns, folded, words, object) : []);
  if (!sense) return undefined;
  const framed = framedParties(clause, folded, at, sense);
  const label = labelEnd(nouns, folded, words, at, sense, complement);
  const behind: Complement = label ? { to: label, ...(complement.amount && { amount: complement.amount }) } : complement;
  const parties = assign(reading, clause, at, use, sense, subject, framed, behind);
  if (!parties) return undefined;
  const amount = parties.amount ?? framed.amount ?? behind.amount ?? amountBefore(words, at, use);
  const off = use.off === true || endsBefore(words, at);
  const trigger = { start: word.start, end: words[(label ?? at + 1) - 1]?.end ?? word.end };
  const draft: EventDraft = {
    type: "event",
    eventType: sense.type,
    span: { start: clause.start, end: clause.end },
    trigger,
    ...(parties.agent && { agent: parties.agent }),
    ...(parties.object && { object: parties.object }),
    ...(amount && { amount }),
    ...(parties.counterparty && { counterparty: parties.counterparty }),
    ...(parties.location && { location: parties.location }),
    ...((off || use.modality) && { sets: { ...(off && { polarity: "negated" as const }), ...(use.modality && { modality: use.modality }) } }),
    acts: sense.frame !== "arises",
    confidence: use.as === "verb" ? 0.85 : 0.7,
    rule: `event/${use.as}`,
    clause,
    at: predicate,
  };
  return { draft, taken: label ?? at + 1 };
}

/** 完成[对A的]收购, 双方的合作: the subject stands before the carrier, or before the frame that holds the nominal. */
function subjectStretch(clause: Clause, at: number, use: Use): Stretch | undefined {
  if (use.carrier !== undefined) return subjectBefore(clause, use.carrier);
  if (use.within) return subjectBefore(clause, use.within.from);
  if (use.as === "noun" && clause.words[at - 1]?.kind === "de") return undefined;
  return subjectBefore(clause, at);
}

/** A签署的[法案]: what the relative clause stands before. */
function relativeHead(words: readonly Word[], at: number): Complement {
  const to = nounPhraseEnd(words, at + 2);
  return to > at + 2 ? { object: { from: at + 2, to }, to } : { to: at + 2 };
}

/** 松原家电的[重整], 证监会的[处罚]. */
function possessor(words: readonly Word[], at: number): Stretch | undefined {
  if (words[at - 1]?.kind !== "de" || at < 2) return undefined;
  const from = nounPhraseStart(words, at - 2, Math.max(0, at - 40));
  return from < at - 1 ? { from, to: at - 1 } : undefined;
}

/** End of what only names the deal (签署[战略合作协议]); nothing where it is an object of its own. */
function labelEnd(nouns: EventNouns, folded: string, words: readonly Word[], at: number, sense: EventWord, { object }: Complement): number | undefined {
  if (!object || !(sense.with === "deal" || sense.with === "contract" || sense.with === "prospectus")) return undefined;
  const length = (words[object.to - 1]?.end ?? 0) - (words[at]?.end ?? 0);
  const bare = object.from === at + 1 && words.slice(object.from, object.to).every((word) => !word.mention);
  return bare && length <= 10 && classesOf(nouns, folded, words, object).length > 0 ? object.to : undefined;
}

function assign(reading: Reading, clause: Clause, at: number, use: Use, sense: EventWord, subject: Stretch | undefined, framed: Framed, behind: Complement): Parties | undefined {
  const { words } = clause;
  const party = (stretch: Stretch | undefined): Span | undefined => stretch && partyOf(reading, words, stretch);
  const carried = (): Span | undefined => carriedSubject(reading, clause);
  const parties: Parties = { ...place(reading, words, framed) };
  const passive = framed.passive !== undefined || sense.frame === "suffers" || (use.carrier !== undefined && words[use.carrier]?.lexeme?.carrier === "suffer" && sense.frame === "acts");
  const counterparty = party(framed.counterparty);
  if (counterparty) parties.counterparty = counterparty;

  if (use.as === "relative") {
    const head = party(behind.object);
    const agent = party(framed.agent) ?? party(subject);
    if (!agent || !head || sense.frame === "self" || sense.frame === "mutual") return undefined;
    return { ...parties, agent, object: head };
  }
  const owner = use.as === "noun" ? party(use.within ? undefined : possessor(words, at)) : undefined;
  const object = party(framed.object) ?? (sense.frame === "self" || sense.frame === "arises" || sense.frame === "mutual" ? undefined : party(behind.object));
  const own = party(subject);
  if (passive && sense.frame !== "self") {
    const agent = party(framed.agent);
    const suffering = object ?? own ?? owner ?? carried();
    if (!suffering) return undefined;
    return { ...parties, ...(agent && { agent }), object: suffering };
  }
  const by = party(framed.agent);
  if (sense.frame === "mutual") return mutual(reading, clause, at, subject, parties, owner ?? own ?? carried());
  if (sense.frame === "self" || sense.frame === "arises") {
    const agent = by ?? owner ?? own ?? carried();
    return agent && { ...parties, agent };
  }
  if (sense.frame === "opens" && !object) {
    const opened = owner ?? own ?? carried();
    return opened && { ...parties, object: opened, ...(by && { agent: by }) };
  }
  if (sense.frame === "forms" && !object) {
    const formed = owner ?? own;
    return formed && { ...parties, agent: formed };
  }
  const done = object ?? (use.carrier !== undefined ? owner : undefined);
  const agent = by ?? own ?? (done === owner ? undefined : owner) ?? carried();
  if (by && !done && own) return { ...parties, agent: by, object: own };
  if (!agent && !done) return undefined;
  return { ...parties, ...(agent && { agent }), ...(done && { object: done }) };
}

/** Sides of what is done together: A与B合作 has A with B; A和B, or a plural, are the agent as one. */
function mutual(reading: Reading, { words }: Clause, at: number, subject: Stretch | undefined, parties: Parties, agent: Span | undefined): Parties | undefined {
  if (!parties.counterparty && subject && subject.to === at) {
    for (let i = subject.to - 1; i > subject.from; i -= 1) {
      if (words[i]?.lexeme?.preposition !== "partner" || words[i]?.lexeme?.adverb || words[i]?.tag === "c") continue;
      const [one, other] = [partyOf(reading, words, { from: subject.from, to: i }), partyOf(reading, words, { from: i + 1, to: subject.to })];
      if (one && other) return { ...parties, agent: one, counterparty: other };
    }
  }
  return agent || parties.counterparty ? { ...parties, ...(agent && { agent }) } : undefined;
}

function place(reading: Reading, words: readonly Word[], { location }: Framed): Parties {
  if (!location) return {};
  let to = location.to;
  while (to > location.from && words[to - 1]?.mention?.type !== "location") to -= 1;
  const span = partyOf(reading, words, { from: location.from, to });
  return span ? { location: span } : {};
}

/** The subject of the clauses before that this one carries on from. */
function carriedSubject(reading: Reading, clause: Clause): Span | undefined {
  const { clauses } = reading.analysis;
  for (let i = clause.index - 1; i >= 0 && i >= clause.index - CARRY; i -= 1) {
    const before = clauses[i];
    if (!before || before.sentence !== clause.sentence) break;
    if (before.host) continue;
    const stretch = leadingSubject(before);
    const span = stretch && partyOf(reading, before.words, stretch);
    if (span) return span;
  }
  return reading.antecedents.topicBefore(clause, ["organization", "person", "location", "product"]);
}

/** 耗资8000万元回购, 完成1亿元融资, 获1.2亿元投资: what is spent or raised stands before the trigger. */
function amountBefore(words: readonly Word[], at: number, use: Use): FigureMention | undefined {
  const floor = Math.max(0, (use.carrier ?? at) - 6);
  for (let i = at - 1; i >= floor; i -= 1) {
    const word = words[i];
    if (word?.mention?.type === "figure" && isAmount(word.mention)) {
      const before = words[i - 1];
      const spent = before?.kind === "verb" && !before.lexeme?.events && !before.lexeme?.metric;
      return use.carrier === i - 1 || (use.carrier !== undefined && use.carrier < i) || spent ? word.mention : undefined;
    }
    if (!word || word.kind === "name" || word.lexeme?.cue) return undefined;
  }
  return undefined;
}

/** 终止收购, 放弃在港上市: a verb before the trigger calls it off. */
function endsBefore(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const word = words[i];
    if (word?.lexeme?.endsNext) return true;
    if (!word || word.lexeme?.cue || (word.kind === "verb" && !word.lexeme?.light && !word.lexeme?.carrier)) return false;
  }
  return false;
}
