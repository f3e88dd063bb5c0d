import type { BodyKind } from "../lexicon/body.js";
import type { Endings } from "../lexicon/ending.js";
import type { Anaphor } from "../lexicon/lexeme.js";
import { countWhile, itemAt, type Mention, type MentionType, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";
import { findNamesThatLead, type Subject } from "./antecedent-subject.js";

/** Whom a pronoun or dropped subject stands for: always an earlier span, never a guess where none fits. */
export interface Antecedents {
  /** The span that `word` (公司, 该行, 他, 双方) stands for; nothing where it is no anaphor or no earlier name fits. */
  resolve(word: Word): Span | undefined;
  /** As `resolve`, for words whose table entry does not say what they stand for (这位前议员: a person). */
  resolveAs(at: Span, anaphor: Exclude<Anaphor, "plural">): Span | undefined;
  /** The name the clause begins with as its subject or topic, an anaphor resolved: 公司 in 随后公司宣布… */
  subjectOf(clause: Clause): Span | undefined;
  /** Whom a clause without subject carries on from: the nearest earlier subject in its paragraph. */
  topicBefore(clause: Clause, types?: readonly MentionType[]): Span | undefined;
  /** The body that a person was named with as its spokesman or head: 国资委 of 国资委秘书长某某. */
  bodyOf(person: Span): Span | undefined;
}

/** Types of name by what an anaphor stands for; the later are taken where none of the earlier is found. */
const FITS: Readonly<Record<Exclude<Anaphor, "plural">, readonly (readonly MentionType[])[]>> = {
  organization: [["organization"], ["product"]],
  person: [["person"]],
  product: [["product"], ["organization"]],
  work: [["product"]],
  location: [["location"]],
  any: [["organization", "person", "product", "location"]],
  speaker: [["organization", "person"]],
};
/** 该平台 is no book or law. */
const OPENS_TITLE = /[《〈]/;

/** How many clauses a dropped subject is carried over, and an anaphor's subject looked for before the nearest name is taken. */
const REACH = 12;
const NEAR = 3;
/** How many mentions back the same name is looked for. */
const NAMES = 40;

type Fits = (name: { readonly type: MentionType; readonly start: number; readonly end: number }) => boolean;

export function findAntecedents(analysis: Analysis, endings: Endings<BodyKind>): Antecedents {
  const { clauses, mentions } = analysis;
  const text = analysis.document.folded;
  const subjects: Subject[] = [];
  const ownSubject: (Subject | undefined)[] = [];
  /** Bodies by the name of who speaks for them. */
  const bodies = new Map<string, Span>();
  /** How many subjects clause `i` and those before it have. */
  const known: number[] = [];

  const resolve = (word: Word): Span | undefined => {
    const anaphor = word.lexeme?.anaphor;
    if (!anaphor) return undefined;
    if (anaphor === "plural") return pairBefore(mentions, text, word.start);
    return resolveAs(word, anaphor);
  };

  const resolveAs = (at: Span, anaphor: Exclude<Anaphor, "plural">): Span | undefined => {
    const firm = endings.of(text, at.start, at.end) === "firm";
    for (const types of FITS[anaphor]) {
      const fits: Fits = ({ type, start, end }) => types.includes(type) && (anaphor !== "product" || !OPENS_TITLE.test(text[start] ?? "")) && !(firm && endings.of(text, start, end) === "authority");
      // Of a firm, banks and brokers speak more often than they are spoken of.
      const span = (firm ? nearest(at, (name) => fits(name) && endings.of(text, name.start, name.end) !== "speaker") : undefined) ?? nearest(at, fits);
      if (span) return span;
    }
    return undefined;
  };

  /** The last subject that fits, unless a name that fits stands clearly nearer. */
  const nearest = (word: Span, fits: Fits): Span | undefined => {
    const mention = lastMention(analysis, word.start, fits);
    if (!mention) return undefined;
    const clause = clauseAt(clauses, word.start);
    for (let i = before(subjects, word.start) - 1; i >= 0; i -= 1) {
      const subject = subjects[i];
      if (!subject || clause - subject.clause > REACH) break;
      if (!fits(subject)) continue;
      return clauseAt(clauses, mention.start) - subject.clause > NEAR ? spanOf(mention) : latest(subject, word.start);
    }
    return spanOf(mention);
  };

  /** The last mention of the same name before `offset`. */
  const latest = ({ start, end }: Span, offset: number): Span => {
    const name = text.slice(start, end);
    for (let i = before(mentions, offset) - 1, steps = 0; i >= 0 && steps < NAMES; i -= 1, steps += 1) {
      const mention = mentions[i];
      if (!mention || mention.start < end) break;
      if (mention.end - mention.start === end - start && text.startsWith(name, mention.start)) return spanOf(mention);
    }
    return { start, end };
  };

  const add = (subject: Subject): void => {
    const body = subjects.at(-1);
    if (subject.type === "person" && body?.type === "organization" && body.clause === subject.clause) bodies.set(text.slice(subject.start, subject.end), spanOf(body));
    subjects.push(subject);
    ownSubject[subject.clause] ??= subject;
  };
  for (const clause of clauses) {
    if (!clause.host) findNamesThatLead(clause, resolve, add);
    known.push(subjects.length);
  }

  return {
    resolve,
    resolveAs,
    bodyOf: ({ start, end }) => bodies.get(text.slice(start, end)),
    subjectOf: (clause) => {
      const subject = ownSubject[clause.index];
      return subject && spanOf(subject);
    },
    topicBefore(clause, types) {
      for (let i = (itemAt(known, clause.index - 1) ?? 0) - 1; i >= 0; i -= 1) {
        const subject = subjects[i];
        if (!subject || subject.paragraph !== clause.sentence.paragraph || clause.index - subject.clause > REACH) return undefined;
        if (!types || types.includes(subject.type)) return latest(subject, clause.start);
      }
      return undefined;
    },
  };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The last name of the types before `offset`; what stands in brackets is only another name for its host. */
function lastMention({ mentions, clauses }: Analysis, offset: number, fits: Fits): Mention | undefined {
  for (let i = before(mentions, offset) - 1, steps = 0; i >= 0 && steps < 200; i -= 1, steps += 1) {
    const mention = mentions[i];
    if (!mention || !fits(mention)) continue;
    const clause = clauses[clauseAt(clauses, mention.start)];
    if (!clause?.host || mention.end > clause.end || (offset >= clause.start && offset < clause.end)) return mention;
  }
  return undefined;
}

/** The last two or more names that stand side by side (阿里和腾讯, A、B及C). */
function pairBefore(mentions: readonly Mention[], text: string, offset: number): Span | undefined {
  let last: Mention | undefined;
  let joined: Span | undefined;
  for (let i = before(mentions, offset) - 1, steps = 0; i >= 0 && steps < 200; i -= 1, steps += 1) {
    const mention = mentions[i];
    if (!mention || mention.type === "figure" || mention.type === "date") continue;
    const between = last ? text.slice(mention.end, Math.min(last.start, mention.end + 4)) : "";
    if (last && mention.type === last.type && mention.end < last.start && COORDINATORS.has(between)) joined = { start: mention.start, end: joined?.end ?? last.end };
    else if (joined) return joined;
    last = mention;
  }
  return joined;
}

const COORDINATORS = new Set(["、", "和", "与", "及", "以及", ",以及", "同", "跟"]);

/** How many of the spans, which are in text order, end at or before `offset`. */
function before(spans: readonly Span[], offset: number): number {
  return countWhile(spans.length, (i) => (spans[i]?.end ?? 0) <= offset);
}

/** Index of the last clause that begins at or before `offset`. */
function clauseAt(clauses: readonly Clause[], offset: number): number {
  return Math.max(0, countWhile(clauses.length, (i) => (clauses[i]?.start ?? 0) <= offset) - 1);
}
