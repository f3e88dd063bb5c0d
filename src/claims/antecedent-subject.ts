import type { Anaphor } from "../lexicon/lexeme.js";
import type { MentionType, Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { isNominal } from "../syntax/frame.js";
import { isAdverbial, nounPhraseEnd } from "../syntax/phrase.js";
import type { Word } from "../syntax/word.js";

/** A name that a clause speaks of as its subject. */
export interface Subject extends Span {
  readonly type: MentionType;
  readonly clause: number;
  readonly paragraph: number;
}

/** What the subject that an anaphor is counts as. */
const TYPE_OF: Readonly<Record<Anaphor, MentionType>> = {
  organization: "organization", person: "person", product: "product", work: "product", location: "location", any: "organization", speaker: "organization", plural: "organization",
};
/** A clause's subject begins among its first words. */
const NEAR_START = 6;

/** Gives each name that begins the clause or what a cue in it reports (X称Y已…): subjects, speakers and topics. */
export function findNamesThatLead(clause: Clause, resolve: (word: Word) => Span | undefined, give: (subject: Subject) => void): void {
  const { words } = clause;
  for (let i = 0; i >= 0 && i < words.length; ) {
    const from = skipAdverbials(clause, i);
    const to = startsNounPhrase(words[from]) ? nounPhraseEnd(words, from) : from;
    // 回应某报记者称: whom the cue speaks to is no subject.
    if (i > 0 && (to >= words.length || words[to]?.lexeme?.cue)) return;
    const subject = (to > from ? headName(clause, from, to, resolve) : undefined) ?? (i === 0 ? firstName(clause, to, resolve) : undefined);
    const body = subject?.type === "person" ? bodyOf(clause, from, to, resolve) : undefined;
    if (body) give(body);
    if (subject) give(subject);
    const cue = nextCue(clause, Math.max(i, to));
    i = cue < 0 ? -1 : cue + 1;
    // 告诉某报记者: whom it is told.
    if (cue >= 0 && words[cue]?.lexeme?.cue?.use === "tell" && words[i]?.kind === "name") i = nounPhraseEnd(words, i);
  }
}

/** Where the clause begins with no name: the first one near its start (社区团购品牌甲的创始人某某发表内部信). */
function firstName(clause: Clause, from: number, resolve: (word: Word) => Span | undefined): Subject | undefined {
  const { words, frames } = clause;
  for (let i = from; i < Math.min(words.length, NEAR_START); i += 1) {
    const word = words[i];
    if (!word || word.lexeme?.cue || word.lexeme?.copula || (word.kind === "verb" && word.lexeme) || frames.some((frame) => frame.from <= i && i < frame.to)) return undefined;
    if (word.kind === "name") return headName(clause, i, nounPhraseEnd(words, i), resolve);
  }
  return undefined;
}

/** The first word at or after `from` that is neither adverbial nor in a prepositional frame. */
function skipAdverbials({ words, frames }: Clause, from: number): number {
  let i = from;
  let frame = 0;
  for (; i < words.length; i += 1) {
    while ((frames[frame]?.to ?? Infinity) <= i) frame += 1;
    const governed = frames[frame];
    const word = words[i];
    if (governed && governed.from <= i) i = governed.to - 1;
    else if (!word || word.lexeme?.cue || !(isAdverbial(word) || word.kind === "quote" || word.kind === "conjunction" || word.kind === "preposition")) break;
  }
  return i;
}

const startsNounPhrase = (word: Word | undefined): boolean => isNominal(word) || word?.kind === "adjective" || word?.kind === "number" || word?.kind === "figure";

/** Index of the first cue at or after `from`, -1 where there is none. */
const nextCue = ({ cues }: Clause, from: number): number => cues.find((at) => at >= from) ?? -1;

const subjectOf = ({ index, sentence }: Clause, { start, end }: Span, type: MentionType): Subject => ({ start, end, type, clause: index, paragraph: sentence.paragraph });

const isName = (word: Word | undefined): boolean => word?.kind === "name";

/** The name a noun phrase speaks of: its head where that is a name, else the first name in it (微信的用户). */
function headName(clause: Clause, from: number, to: number, resolve: (word: Word) => Span | undefined): Subject | undefined {
  const { words } = clause;
  const head = words[to - 1];
  if (head?.type && isName(head)) {
    let first = to - 1;
    while (first - 2 >= from && isName(words[first - 2]) && (words[first - 1]?.kind === "pause" || words[first - 1]?.kind === "conjunction")) first -= 2;
    return subjectOf(clause, { start: words[first]?.start ?? head.start, end: head.end }, head.type);
  }
  for (let i = from; i < to; i += 1) {
    const word = words[i];
    // 工信部等八部门 is one subject.
    // 上海疫情防控: where, and not who.
    if (word?.type === "location" && !isEtc(words[i + 1])) continue;
    if (word?.type && isName(word)) return subjectOf(clause, isEtc(words[i + 1]) ? { start: word.start, end: head?.end ?? word.end } : word, word.type);
    if (word?.lexeme?.anaphor) {
      const span = resolve(word);
      const type = word.lexeme.anaphor;
      if (span) return subjectOf(clause, span, TYPE_OF[type]);
    }
  }
  return undefined;
}

/** The body that a person is named with: 国资委秘书长某某, 公司董事长某某. */
function bodyOf(clause: Clause, from: number, to: number, resolve: (word: Word) => Span | undefined): Subject | undefined {
  const { words } = clause;
  const word = words[from];
  if (to - from < 2 || words[to - 1]?.type !== "person") return undefined;
  const body = word?.type === "organization" ? word : word?.lexeme?.anaphor === "organization" ? resolve(word) : undefined;
  return body && subjectOf(clause, body, "organization");
}

/** 等 behind a list of names. */
const isEtc = (word: Word | undefined): boolean => word?.kind === "particle" && word.tag === "u" && word.end - word.start === 1;
