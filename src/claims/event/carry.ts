import type { EventNouns } from "../../lexicon/event.js";
import type { AnyEventType, Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import { isAdverbial } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";
import { isActor, partyOf } from "./party.js";
import { classesOf } from "./sense.js";
import { leadingSubject } from "./subject.js";

/** How many clauses back a dropped subject is looked for. */
const CARRY = 6;
/** What bodies do rather than the persons who speak for them. */
const BODILY = new Set<AnyEventType>(["launch", "financing", "listing", "dividend", "layoff", "founding", "closure", "restructuring", "construction", "contract", "approval", "policy"]);

/** What the event is like whose subject was dropped. */
interface Dropped {
  readonly clause: Clause;
  readonly at: number;
  readonly type: AnyEventType;
  /** It has an object already, so that a demand may leave open who meets it. */
  readonly done: boolean;
  /** A thing may go on as its object; else only somebody who can act is carried on. */
  readonly anything: boolean;
}

/** The subject of the clauses before that this one carries on from: of its sentence, else the name its paragraph speaks of. */
export function carriedSubject(reading: Reading, nouns: EventNouns, dropped: Dropped): Span | undefined {
  const named = dropped.type === "appointment" && appointedBefore(reading, dropped);
  if (named) return named;
  const bodily = BODILY.has(dropped.type);
  const subject = subjectBefore(reading, nouns, dropped, bodily);
  if (!subject || !bodily) return subject;
  // 国资委秘书长某某表示，将推进重组: he speaks for the body that does it.
  const person = reading.antecedents.topicBefore(dropped.clause, ["person"]);
  return reading.antecedents.bodyOf(subject) ?? (person?.start === subject.start ? reading.antecedents.topicBefore(dropped.clause, ["organization"]) : undefined) ?? subject;
}

/** 任命王芳为总裁，接替张伟: she does. */
function appointedBefore({ analysis: { clauses } }: Reading, { clause, at }: Dropped): Span | undefined {
  if (clause.words[at]?.lexeme?.events?.[0]?.frame !== "self") return undefined;
  const before = clauses[clause.index - 1];
  if (!before || before.sentence !== clause.sentence || before.host) return undefined;
  const appoints = before.triggers.find((i) => before.words[i]?.lexeme?.events?.some(({ type, frame }) => type === "appointment" && frame !== "self"));
  const person = appoints === undefined ? undefined : before.words.find((word, i) => i > appoints && word.type === "person");
  return person && { start: person.start, end: person.end };
}

/** 应修订条例, 推动落后产能退出: what is to be done, by nobody that is named. */
function demandOf({ clause: { words }, at, done }: Dropped): "ought" | "task" | undefined {
  if (!done) return undefined;
  if (words.slice(0, at).some(({ lexeme }) => lexeme?.modal?.modality === "required")) return "ought";
  return words.slice(0, at + 1).find((word) => !isAdverbial(word))?.lexeme?.imperative ? "task" : undefined;
}

function subjectBefore(reading: Reading, nouns: EventNouns, dropped: Dropped, bodily: boolean): Span | undefined {
  const { clause, anything } = dropped;
  const demand = demandOf(dropped);
  const { clauses, document } = reading.analysis;
  const named = reading.antecedents.topicBefore(clause, ["organization", "person", "location", "product"]);
  for (let i = clause.index - 1; i >= 0 && i >= clause.index - CARRY; i -= 1) {
    const before = clauses[i];
    if (!before || before.sentence !== clause.sentence) break;
    if (before.host) continue;
    const stretch = leadingSubject(before);
    if (demand === "ought" && before.cues.length > 0) return undefined;
    // 一位员工透露，已裁了百人
    const tells = bodily && stretch && before.words[stretch.to]?.lexeme?.cue && before.words[stretch.to - 1]?.kind === "noun" && before.words[stretch.to - 1]?.lexeme?.source === "person";
    const firm = stretch && bodily ? firmOf(before.words, stretch) : undefined;
    if (firm) return firm;
    if (stretch && !tells && (anything || isSomebody(nouns, document.folded, before.words, stretch))) {
      const span = partyOf(reading, before.words, stretch);
      if (span) return span;
    }
    if (named && named.start >= before.start) return named;
  }
  return demand ? undefined : named;
}

/** 一位甲公司员工透露，已裁了百人: the firm that somebody without a name speaks from. */
function firmOf(words: readonly Word[], { from, to }: Stretch): Span | undefined {
  const head = words[to - 1];
  if (head?.kind !== "noun" || head.lexeme?.source !== "person") return undefined;
  const firm = words.slice(from, to).find((word) => word.type === "organization");
  return firm && { start: firm.start, end: firm.end };
}

/** A name or pronoun, or a noun for persons or bodies (三家车企, 控股股东, 警方). */
function isSomebody(nouns: EventNouns, folded: string, words: readonly Word[], stretch: Stretch): boolean {
  const last = words[stretch.to - 1];
  if (isActor(words, stretch) || last?.lexeme?.anaphor === "speaker" || last?.type === "location" || last?.type === "product") return true;
  const source = last?.lexeme?.source;
  if (source === "person" || source === "body" || source === "voice" || last?.lexeme?.title) return true;
  return classesOf(nouns, folded, words, stretch).some((name) => name === "organization" || name === "staff" || name === "post");
}
