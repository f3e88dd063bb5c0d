import { itemAt, type Span } from "../model/index.js";
import type { LexemeTable } from "../lexicon/lexeme.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";
import { LASTING, NO_CUES, type Reading, type RelationDraft } from "./draft.js";
import { headBefore } from "./statement-speaker.js";

/** A title of prose has no more words. */
const LONGEST = 14;
/** How many words behind a person's name may say that he serves. */
const SERVES = 3;

/** Titles before a person's name (远山科技首席财务官林知远), and offices taken (将出任公司总经理). */
export class PositionFinder {
  readonly #folded: string;
  /** The body of each person of the clause who has one, by where the person stands. */
  readonly #bodies = new Map<number, Span>();

  constructor(
    private readonly reading: Reading,
    private readonly lexemes: LexemeTable,
  ) {
    this.#folded = reading.analysis.document.folded;
  }

  read(clause: Clause): RelationDraft[] {
    const drafts: RelationDraft[] = [];
    if (clause.persons.length > 0 || clause.ties.some((at) => clause.words[at]?.lexeme?.relation === "serve")) {
      this.#bodies.clear();
      for (let i = 0; i < clause.words.length; i += 1) {
        const { type, lexeme } = clause.words[i]!;
        if (type === "person") for (const draft of this.#before(clause, i)) drafts.push(draft);
        else if (lexeme?.relation === "serve" || lexeme?.copula) for (const draft of this.#taken(clause, i)) drafts.push(draft);
        if (lexeme?.copula || lexeme?.preposition === "agent") for (const draft of this.#filled(clause, i)) drafts.push(draft);
      }
    }
    const apposed = drafts.length === 0 ? this.#apposed(clause) : undefined;
    if (apposed) drafts.push(apposed);
    return drafts;
  }

  /** Positions named right before the person `words[person]`, nearest first. */
  *#before(clause: Clause, person: number): Generator<RelationDraft> {
    const { words } = clause;
    const holder = words[person];
    let to = person;
    if (itemAt(words, to - 1)?.kind === "quote") to -= 1;
    for (let more = true; more && holder; ) {
      more = false;
      const from = this.#runStart(words, to);
      if (from >= to || !this.#isPost(words[to - 1])) return;
      const body = itemAt(words, from - 1);
      const object = this.#body(clause, from - 1);
      const title = object && this.#title(words, from, to);
      if (object && title && !(body?.type === "location" && !this.#isOffice(words[to - 1]))) {
        this.#bodies.set(person, object);
        yield this.#draft(clause, person, holder, object, title);
      }
      // Strike CEO、萨尔瓦多比特币项目设计师某某 holds two positions.
      let link = from - 2;
      while (body && itemAt(words, link)?.kind === "name") link -= 1;
      if (body && (itemAt(words, link)?.kind === "pause" || itemAt(words, link)?.kind === "conjunction")) {
        to = link;
        more = true;
      }
    }
  }

  /** Start of the words that can be a title and what it governs, up to a name, back from `to`. */
  #runStart(words: readonly Word[], to: number): number {
    let from = to;
    while (from > 0 && to - from < LONGEST && this.#belongs(words[from - 1])) from -= 1;
    return from;
  }

  #belongs(word: Word | undefined): boolean {
    if (!word || word.mention || word.lexeme?.relation === "byline" || (word.lexeme?.anaphor && word.kind === "pronoun")) return false;
    if (word.lexeme?.title) return word.lexeme.relation !== "serve" && !(word.lexeme.relation === "holder");
    if (word.lexeme?.cue && !word.lexeme.source) return false;
    return word.kind === "noun" || word.kind === "adjective" || word.kind === "de" || isLink(word) || word.kind === "other" || (word.kind === "verb" && word.end - word.start > 1 && !word.lexeme);
  }

  /** 总裁, and nouns that end so: 经济部长. */
  #isPost(word: Word | undefined): boolean {
    return this.#titleOf(word) !== undefined;
  }

  /** A post, as against what somebody does for a living: a country has a president, but 美国演员 is no position. */
  #isOffice(word: Word | undefined): boolean {
    return this.#titleOf(word) === "post";
  }

  #titleOf(word: Word | undefined): "post" | "occupation" | undefined {
    if (!word || word.kind === "name") return undefined;
    if (word.lexeme?.relation === "holder" || word.lexeme?.relation === "stockholder") return undefined;
    const { start, end } = word;
    for (let i = start; i < end - 1; i += 1) {
      const title = this.lexemes.get(this.#folded, i, end)?.title;
      if (title === "post" || title === "occupation") return title;
    }
    return word.kind === "noun" && this.#endsAsOffice(word) ? "post" : undefined;
  }

  #endsAsOffice({ start, end }: Word): boolean {
    for (let i = Math.max(start + 1, end - 3); i < end; i += 1) if (this.lexemes.get(this.#folded, i, end)?.relation === "office-ending") return true;
    return false;
  }

  /** The body whose position it is: the name before the title, what an anaphor there stands for, or the sentence's topic. */
  #body(clause: Clause, at: number): Span | undefined {
    const word = itemAt(clause.words, at);
    // 甲公司董事长某某、总裁某某
    if (word?.type === "person" && isLink(clause.words[at + 1])) return this.#bodies.get(at);
    if (word?.mention) return word.type === "person" || word.kind !== "name" ? undefined : spanOf(word);
    if (word?.lexeme?.anaphor) return this.reading.antecedents.resolve(word);
    if (word && word.lexeme?.preposition !== "patient" && word.lexeme?.preposition !== "basis") return undefined;
    if (clause.words[at + 1]?.lexeme?.relation === "state-office") return undefined;
    if (!this.#isOffice(clause.words.slice(at + 1).find((next) => this.#isPost(next)))) return undefined;
    const own = this.reading.antecedents.subjectOf(clause);
    const topic = word && own && own.start < word.start ? own : this.reading.antecedents.topicBefore(clause, ["organization"]);
    return topic && topic.start >= clause.sentence.start ? topic : undefined;
  }

  /** The title's own words: without 的 before it, and without titles of other bodies that are not named (书记、省产业链链长). */
  #title(words: readonly Word[], from: number, to: number): Span | undefined {
    let first = from;
    while (words[first]?.kind === "de" || isLink(words[first])) first += 1;
    let last = to;
    for (let i = first; i < to; i += 1) {
      if (words[i]?.kind !== "pause" || !this.#isPost(words[i - 1])) continue;
      if (words.slice(i + 1, to).every((word) => word.lexeme?.title || word.kind === "pause" || word.kind === "conjunction")) continue;
      last = i;
      break;
    }
    const [start, end] = [words[first]?.start, words[last - 1]?.end];
    return start === undefined || end === undefined || first >= last ? undefined : { start, end };
  }

  /** 王某将出任公司总经理. */
  *#taken(clause: Clause, at: number): Generator<RelationDraft> {
    const { words } = clause;
    const isCopula = words[at]?.lexeme?.relation !== "serve";
    const subject = itemAt(words, headBefore(clause, at));
    const holder = subject?.type === "person" ? subject : subject?.lexeme?.anaphor === "person" ? this.reading.antecedents.resolve(subject) : isCopula || subject ? undefined : this.#actor(clause);
    if (!holder) return;
    let last = at;
    let to = -1;
    for (let i = at + 1; i < words.length && i <= at + LONGEST; i += 1) {
      const word = words[i];
      if (!word || !(word.kind === "name" || word.lexeme?.anaphor || this.#belongs(word))) break;
      if (word.kind === "name" || word.lexeme?.anaphor) last = i;
      if (this.#isPost(word)) to = i + 1;
    }
    // 某某为甲公司董事长: only that, to the end of the clause.
    if (last === at || to <= last || (isCopula && to < words.length)) return;
    const object = this.#body(clause, last);
    const title = object && this.#title(words, last + 1, to);
    if (object && title) yield { ...this.#draft(clause, at, holder, object, title), sets: undefined, rule: "relation/office" };
  }

  /** 公司的法定代表人为某某; 董事长由某某兼任. */
  *#filled(clause: Clause, at: number): Generator<RelationDraft> {
    const { words } = clause;
    const [link, person] = [words[at], words[at + 1]];
    if (!link || person?.type !== "person" || !this.#isPost(itemAt(words, at - 1))) return;
    if (!link.lexeme?.copula && !words.slice(at + 2, at + 2 + SERVES).some(({ lexeme }) => lexeme?.relation === "serve")) return;
    const from = this.#runStart(words, at);
    const object = this.#body(clause, from - 1);
    const title = object && this.#title(words, from, at);
    if (object && title) yield { ...this.#draft(clause, at, person, object, title), sets: undefined, rule: "relation/office" };
  }

  /** 某某此前任…，现任…: the person of the clauses before. */
  #actor(clause: Clause): Span | undefined {
    const topic = this.reading.antecedents.topicBefore(clause, ["person"]);
    return topic && topic.start >= clause.sentence.start ? topic : undefined;
  }

  /** 俞某，甲公司创始人，… */
  #apposed(clause: Clause): RelationDraft | undefined {
    const { words, index, sentence } = clause;
    const before = itemAt(this.reading.analysis.clauses, index - 1);
    const person = before?.sentence === sentence && before.words.length === 1 ? before.words[0] : undefined;
    if (person?.type !== "person" || !this.#isPost(words.at(-1))) return undefined;
    const from = this.#runStart(words, words.length);
    const object = from === 1 ? this.#body(clause, 0) : undefined;
    const title = object && this.#title(words, from, words.length);
    return object && title && this.#draft(clause, words.length - 1, person, object, title);
  }

  #draft(clause: Clause, at: number, person: Span, object: Span, title: Span): RelationDraft {
    return {
      type: "relation",
      relation: "position",
      clause,
      at,
      span: { start: Math.min(title.start, person.start), end: Math.max(title.end, person.end) },
      subject: spanOf(person),
      object: spanOf(object),
      title,
      figure: undefined,
      sets: LASTING,
      acts: true,
      basisCues: NO_CUES,
      sure: undefined,
      rule: "relation/title",
    };
  }
}

const isLink = (word: Word | undefined): boolean => word?.kind === "pause" || word?.kind === "conjunction" || word?.lexeme?.preposition === "partner";

const spanOf = ({ start, end }: Span): Span => ({ start, end });
