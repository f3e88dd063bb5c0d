import type { EventNouns } from "../../lexicon/event.js";
import type { AnyEventType, Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";
import { isActor, partyOf } from "./party.js";
import { classesOf } from "./sense.js";
import { leadingSubject } from "./subject.js";

/** How many clauses back a dropped subject is looked for. */
const CARRY = 6;
/** What bodies do rather than the persons who speak for them. */
const BODILY = new Set<AnyEventType>(["launch", "financing", "listing", "dividend", "layoff", "founding", "closure", "restructuring", "construction", "contract", "approval", "policy"]);

/**
 * The subject of the clauses before that this one carries on from: of its sentence, else the name its paragraph speaks of.
 * Only somebody who can act is an agent; `anything` also lets a thing go on as the object.
 */
export function carriedSubject(reading: Reading, nouns: EventNouns, clause: Clause, type: AnyEventType, anything: boolean): Span | undefined {
  const bodily = BODILY.has(type);
  const subject = subjectBefore(reading, nouns, clause, anything, bodily);
  if (!subject || !bodily) return subject;
  // 国资委秘书长某某表示，将推进重组: he speaks for the body that does it.
  const person = reading.antecedents.topicBefore(clause, ["person"]);
  return (person?.start === subject.start ? reading.antecedents.topicBefore(clause, ["organization"]) : undefined) ?? subject;
}

function subjectBefore(reading: Reading, nouns: EventNouns, clause: Clause, anything: boolean, bodily: boolean): Span | undefined {
  const { clauses, document } = reading.analysis;
  const named = reading.antecedents.topicBefore(clause, ["organization", "person", "location", "product"]);
  for (let i = clause.index - 1; i >= 0 && i >= clause.index - CARRY; i -= 1) {
    const before = clauses[i];
    if (!before || before.sentence !== clause.sentence) break;
    if (before.host) continue;
    const stretch = leadingSubject(before);
    // 一位员工透露，已裁了百人
    const tells = bodily && stretch && before.words[stretch.to]?.lexeme?.cue && before.words[stretch.to - 1]?.kind === "noun" && before.words[stretch.to - 1]?.lexeme?.source === "person";
    if (stretch && !tells && (anything || isSomebody(nouns, document.folded, before.words, stretch))) {
      const span = partyOf(reading, before.words, stretch);
      if (span) return span;
    }
    if (named && named.start >= before.start) return named;
  }
  return named;
}

/** A name or pronoun, or a noun for persons or bodies (三家车企, 控股股东, 警方). */
function isSomebody(nouns: EventNouns, folded: string, words: readonly Word[], stretch: Stretch): boolean {
  const last = words[stretch.to - 1];
  if (isActor(words, stretch) || last?.mention?.type === "location" || last?.mention?.type === "product") return true;
  const source = last?.lexeme?.source;
  if (source === "person" || source === "body" || source === "voice" || last?.lexeme?.title) return true;
  return classesOf(nouns, folded, words, stretch).some((name) => name === "organization" || name === "staff" || name === "post");
}
