import { itemAt, type FigureMention, type Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { isAdverbial } from "../syntax/phrase.js";
import { figureOf, type Word } from "../syntax/word.js";
import { LASTING, NO_CUES, type Reading, type RelationDraft } from "./draft.js";
import { headBefore } from "./statement-speaker.js";

const NONE: readonly RelationDraft[] = [];
/** How many words may stand between two names and the word that ties them. */
const REACH = 4;

/** Who belongs to whom (旗下, 子公司, 母公司) and who owns how much of whom (持有, 持股, 控股股东). */
export class HoldingFinder {
  constructor(private readonly reading: Reading) {}

  read(clause: Clause): readonly RelationDraft[] {
    if (clause.ties.length === 0) return NONE;
    const drafts: RelationDraft[] = [];
    for (const i of clause.ties) {
      const role = clause.words[i]?.lexeme?.relation;
      if (role === "part") drafts.push(...this.#parts(clause, i));
      else if (role === "asset" && i === clause.words.length - 1) drafts.push(...this.#apposed(clause, i));
      else if (role === "belongs") drafts.push(...this.#belonging(clause, i));
      else if (role === "whole") drafts.push(...this.#whole(clause, i));
      else if (role === "holder") drafts.push(...this.#controller(clause, i));
      else if (role === "holding") drafts.push(...this.#share(clause, i));
    }
    return drafts;
  }

  /** 阿里旗下的饿了么、优酷; 全资子公司漳发新能源; 钉钉是阿里旗下品牌. */
  *#parts(clause: Clause, at: number): Generator<RelationDraft> {
    const { words } = clause;
    if (itemAt(words, at - 1)?.lexeme?.relation === "part" || words[at + 1]?.lexeme?.relation === "part") {
      if (words[at + 1]?.lexeme?.relation === "part") return;
    }
    const whole = this.#nameBefore(clause, at);
    if (!whole) return;
    const parts = namesAfter(clause, at + 1);
    for (const part of parts) if (part.start !== whole.start) yield this.#draft("subsidiary", clause, at, part, whole);
    if (parts.length > 0) return;
    // 乙为甲全资子公司: at the end of the clause 为 is the verb.
    const copula = lastBefore(words, at, (word) => isCopula(word) && (word.kind !== "preposition" || at === words.length - 1));
    const subject = this.#subjectAt(clause, copula);
    if (subject && subject.start < whole.start) yield this.#draft("subsidiary", clause, at, subject, whole);
  }

  /** 作为甲的核心业务，乙…: what the next clause speaks of is the whole's. */
  *#apposed(clause: Clause, at: number): Generator<RelationDraft> {
    const { words } = clause;
    const opener = words[words[0]?.kind === "conjunction" ? 1 : 0];
    const main = this.reading.analysis.clauses[clause.index + 1];
    if (opener?.lexeme?.relation !== "as" || main?.sentence !== clause.sentence || !words.slice(0, at).some(({ kind }) => kind === "de")) return;
    const whole = this.#nameBefore(clause, at);
    const part = main.words.find((word) => !(isAdverbial(word) || word.kind === "conjunction"));
    if (whole && part?.kind === "name" && part.type !== "person" && part.type !== "location") yield this.#draft("subsidiary", clause, at, part, whole);
  }

  /** 乙隶属于甲. */
  *#belonging(clause: Clause, at: number): Generator<RelationDraft> {
    const before = clause.words[headBefore(clause, at)];
    const part = before?.kind === "name" && before.type !== "person" ? before : undefined;
    const [whole] = namesAfter(clause, at + 1);
    if (part && whole?.type === "organization") yield this.#draft("subsidiary", clause, at, part, whole);
  }

  /** 谷歌母公司Alphabet. */
  *#whole(clause: Clause, at: number): Generator<RelationDraft> {
    const part = this.#nameBefore(clause, at);
    const [whole] = namesAfter(clause, at + 1);
    if (part && whole) yield this.#draft("subsidiary", clause, at, part, whole);
  }

  /** 公司控股股东高晶; 甲是乙的控股股东. */
  *#controller(clause: Clause, at: number): Generator<RelationDraft> {
    const { words } = clause;
    if (words[at + 1]?.kind === "pause" && words.slice(at + 2, at + 4).some((word) => word.lexeme?.relation === "holder")) return;
    const held = this.#nameBefore(clause, at);
    if (!held) return;
    const [holder] = namesAfter(clause, at + 1);
    const figure = this.#figureInBracket(clause, holder);
    if (holder) return yield this.#draft("owner", clause, at, holder, held, figure);
    const copula = lastBefore(words, at, isCopula);
    const subject = this.#subjectAt(clause, copula);
    if (subject && subject.end <= held.start) yield this.#draft("owner", clause, at, subject, held);
  }

  /** 乙由甲全资持股, 乙由甲持股60%. */
  *#shareBy(clause: Clause, at: number, agent: number): Generator<RelationDraft> {
    const { words } = clause;
    const holder = words.slice(agent + 1, at).find(({ kind }) => kind === "name");
    const before = words[headBefore(clause, agent)];
    const held = before ? (isCompany(before) ? this.#named(before) : undefined) : this.#topic(clause, agent);
    if (holder && held) yield this.#draft("owner", clause, at, holder, held, shareOf(words[at + 1]));
  }

  /** 甲持有乙15%股权; 甲持有的乙80%的股权; 持股9.18%的股东左颂明; 左颂明（持股9.18%）. */
  *#share(clause: Clause, at: number): Generator<RelationDraft> {
    const { words } = clause;
    const agent = lastBefore(words, at, (word) => word.lexeme?.preposition === "agent");
    if (agent >= 0 && at - agent <= REACH) return yield* this.#shareBy(clause, at, agent);
    const figureAt = words.findIndex((word, i) => i > at && i <= at + 8 && word.type === "figure");
    const figure = shareOf(itemAt(words, figureAt));
    const stockholder = words.findIndex((word, i) => i > figureAt && figureAt >= 0 && i <= figureAt + REACH && (word.lexeme?.relation === "stockholder" || word.lexeme?.relation === "holder"));
    if (figure && stockholder >= 0 && figureAt - at <= 2) {
      const [holder] = namesAfter(clause, stockholder + 1);
      const between = words.slice(at + 1, figureAt).find(isCompany);
      const held = between ? this.#named(between) : this.#topic(clause, at);
      if (holder && held && holder.start !== held.start) yield this.#draft("owner", clause, at, holder, held, figure);
      return;
    }
    const held = words.slice(at + 1, at + 6).find((word) => isCompany(word));
    const heldSpan = held && this.#named(held);
    const before = itemAt(words, headBefore(clause, at));
    const holder = before && (before.kind === "name" || before.lexeme?.anaphor) ? this.#named(before) : undefined;
    const owned = words.slice(at + 1, at + 12).some((word) => word.lexeme?.relation === "share") || words[at]?.lexeme?.metric;
    if (!holder || !heldSpan || !owned || (figure && figure.start < heldSpan.start && !held?.lexeme?.anaphor)) return;
    if (holder.start !== heldSpan.start) yield this.#draft("owner", clause, at, holder, heldSpan, figure);
  }

  /** The share in brackets behind a holder. */
  #figureInBracket(host: Clause, holder: Span | undefined): FigureMention | undefined {
    const { clauses } = this.reading.analysis;
    for (let i = host.index + 1; holder && clauses[i]?.host === host; i += 1) {
      const clause = clauses[i];
      const figure = figureOf(clause?.words.find((word) => word.type === "figure"));
      if (clause && clause.start - holder.end <= 2 && clause.words.some((word) => word.lexeme?.relation === "holding") && figure) return figure;
    }
    return undefined;
  }

  /** The name that stands before the tying word, a few nouns or 的 between them; else the one spoken of. */
  #nameBefore(clause: Clause, at: number): Span | undefined {
    const { words } = clause;
    for (let i = at - 1; i >= Math.max(0, at - 1 - REACH); i -= 1) {
      const word = words[i];
      if (!word) break;
      if (word.kind === "name" && word.type !== "person") return spanOf(word);
      if (word.lexeme?.anaphor) return this.reading.antecedents.resolve(word);
      if (word.type === "person" || !(word.kind === "noun" || word.kind === "adjective" || word.kind === "de" || word.kind === "number" || word.kind === "pause" || word.kind === "figure" || isAdverbial(word))) return undefined;
    }
    return at <= 1 ? this.#topic(clause, at) : undefined;
  }

  /** The name that is or becomes something, by the verb for it; one that opens the clause goes on about whom the sentence speaks of. */
  #subjectAt(clause: Clause, copula: number): Span | undefined {
    const before = copula > 0 ? clause.words[headBefore(clause, copula)] : undefined;
    if (before?.kind === "name") return before;
    const opens = copula >= 0 && clause.words.slice(0, copula).every((word) => isAdverbial(word));
    const topic = opens ? this.reading.antecedents.topicBefore(clause, ["organization", "person"]) : undefined;
    return topic && topic.start >= clause.sentence.start ? topic : undefined;
  }

  #topic(clause: Clause, at: number): Span | undefined {
    const own = this.reading.antecedents.subjectOf(clause);
    if (own && own.end <= (clause.words[at]?.start ?? 0)) return own;
    const topic = this.reading.antecedents.topicBefore(clause, ["organization"]);
    return topic && topic.start >= clause.sentence.start ? topic : undefined;
  }

  #named(word: Word): Span | undefined {
    return word.lexeme?.anaphor ? this.reading.antecedents.resolve(word) : spanOf(word);
  }

  #draft(relation: "subsidiary" | "owner", clause: Clause, at: number, subject: Span, object: Span, figure?: FigureMention): RelationDraft {
    const word = clause.words[at] ?? clause;
    const near = [subject, object, word].filter(({ start, end }) => clause.start <= start && end <= clause.end);
    return {
      type: "relation",
      relation,
      clause,
      at,
      span: { start: Math.min(...near.map(({ start }) => start)), end: Math.max(...near.map(({ end }) => end)) },
      subject: spanOf(subject),
      object: spanOf(object),
      title: undefined,
      figure,
      // 将成为乙的子公司 is still to come.
      sets: relation === "subsidiary" && !clause.words.slice(0, at).some((other) => other.lexeme?.relation === "becomes") ? LASTING : undefined,
      acts: true,
      basisCues: NO_CUES,
      sure: undefined,
      rule: relation === "subsidiary" ? "relation/subsidiary" : "relation/owner",
    };
  }
}

const shareOf = (word: Word | undefined): FigureMention | undefined => {
  const figure = figureOf(word);
  return figure?.unit === "percent" ? figure : undefined;
};

const isCopula = ({ lexeme }: Word): boolean => lexeme?.copula === true || lexeme?.relation === "becomes";

const isCompany = (word: Word): boolean => (word.kind === "name" && word.type !== "person" && word.type !== "location") || word.lexeme?.anaphor === "organization";

/** The names listed behind a tying word, a few nouns or 的 before them: 旗下的社交平台微博、知乎. */
function namesAfter({ words, frames }: Clause, from: number): Word[] {
  const names: Word[] = [];
  let i = from;
  for (let between = 0; i < words.length && between <= REACH && words[i]?.kind !== "name"; i += 1, between += 1) {
    const word = words[i];
    if (!word || word.lexeme?.cue || !(word.kind === "noun" || word.kind === "adjective" || word.kind === "de" || word.kind === "quote" || word.kind === "figure" || word.kind === "number" || word.kind === "pause" || word.lexeme?.title)) return names;
  }
  for (; i < words.length; i += 1) {
    const word = words[i];
    if (word?.kind === "name") names.push(word);
    // 饿了么、大麦、书旗: one that may also be a plain noun does not end the list.
    else if (word?.kind === "noun" && words[i - 1]?.kind === "pause" && words[i + 1]?.kind === "pause") continue;
    // 旗下A与B签署协议: the other side.
    else if (word?.lexeme?.preposition === "partner" && frames.some((frame) => frame.from === i)) break;
    else if (!word || !(word.kind === "pause" || word.kind === "conjunction" || word.kind === "quote" || word.kind === "unquote" || word.lexeme?.preposition === "partner")) break;
    else if ((word.kind === "conjunction" || word.lexeme?.preposition === "partner") && words[i + 1]?.kind !== "name" && words[i + 1]?.kind !== "quote") break;
  }
  return names;
}

function lastBefore(words: readonly Word[], at: number, test: (word: Word) => boolean): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word && test(word)) return i;
  }
  return -1;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
