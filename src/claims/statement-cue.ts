import type { CueWord } from "../lexicon/lexeme.js";
import type { Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";
import type { Reading } from "./draft.js";
import { nounPhraseEnd } from "../syntax/phrase.js";
import { firstOf, headBefore, SpeakerFinder, type Speaker, type SpeakerKind } from "./statement-speaker.js";

/** A cue that says somebody speaks, before it is known what is said. */
export interface Saying {
  readonly clause: Clause;
  /** Words `[from, to)` of the clause; both its length where the cue is the colon behind it. */
  readonly from: number;
  readonly to: number;
  readonly cue: Span;
  readonly use: CueWord["use"];
  readonly speaker?: Span;
  /** Named in the same clause, not carried on from before. */
  readonly explicit: boolean;
  /** The cue stands in 据…报道, 从…获悉. */
  readonly source: boolean;
  /** Said of the one who is speaking: 我们认为. */
  readonly own: boolean;
}

/** No clause of prose has so many words; one that has is no text to read. */
const LONGEST = 300;

const MAY_SPEAK: Readonly<Record<Exclude<CueWord["use"], "view" | "source" | "cite">, ReadonlySet<SpeakerKind>>> = {
  say: new Set(["name", "anaphor", "person", "body", "paper", "word", "other"]),
  tell: new Set(["name", "anaphor", "person", "body"]),
  answer: new Set(["name", "anaphor", "person", "body"]),
  talk: new Set(["name", "anaphor", "person", "body", "paper"]),
  announce: new Set(["name", "anaphor", "person", "body"]),
  publish: new Set(["name", "anaphor", "person", "body"]),
  show: new Set(["name", "paper"]),
  find: new Set(["name", "anaphor", "person", "body", "paper"]),
  judge: new Set(["name", "anaphor", "person", "body", "paper"]),
  urge: new Set(["name", "anaphor", "person", "body", "paper"]),
};

/** Finds every cue of a document that somebody speaks by, in text order. */
export function findSayings(reading: Reading): Saying[] {
  const finder = new CueFinder(reading);
  return reading.analysis.clauses.flatMap((clause) => finder.read(clause));
}

class CueFinder {
  readonly #speakers: SpeakerFinder;
  readonly #folded: string;
  #last: Saying | undefined;

  constructor(private readonly reading: Reading) {
    this.#folded = reading.analysis.document.folded;
    this.#speakers = new SpeakerFinder(this.#folded, reading.antecedents);
  }

  read(clause: Clause): Saying[] {
    const sayings: Saying[] = [];
    const { words } = clause;
    if (words.length > LONGEST) return sayings;
    for (let i = 0; i < words.length; i += 1) {
      if (!words[i]?.lexeme?.cue) continue;
      const to = this.#cueEnd(words, i);
      const saying = this.#saying(clause, i, to);
      if (saying) {
        sayings.push(saying);
        this.#last = saying;
      }
      i = to - 1;
    }
    if (sayings.length === 0) {
      const saying = this.#colon(clause);
      if (saying) {
        sayings.push(saying);
        this.#last = saying;
      }
    }
    return sayings;
  }

  /** Two cues side by side are one (补充说, 公告显示), and so is a body's act with its paper (发布补充公告称). */
  #cueEnd(words: readonly Word[], at: number): number {
    let to = at + 1;
    const use = words[at]?.lexeme?.cue?.use;
    if (use === "publish") {
      let paper = to;
      while (paper < to + 3 && words[paper] && !words[paper]?.mention && words[paper]?.kind !== "de" && words[paper]?.lexeme?.source !== "notice") paper += 1;
      if (words[paper]?.lexeme?.source === "notice") to = paper + 1;
    }
    while (use !== "show" && isTail(words[to])) to += 1;
    // 回应某报记者称
    const told = use === "answer" || use === "tell" ? nounPhraseEnd(words, to) : to;
    return told > to && isTail(words[told]) ? told + 1 : to;
  }

  #saying(clause: Clause, from: number, to: number): Saying | undefined {
    const { words } = clause;
    const [first, last] = [words[from], words[to - 1]];
    if (!first?.lexeme?.cue || !last) return undefined;
    const { use } = first.lexeme.cue;
    const spoken = to - from > 2 && !words[to - 2]?.lexeme?.cue && use !== "publish" ? last.start : first.start;
    const make = (speaker: Speaker | Span | undefined, explicit: boolean, source = false, start = spoken): Saying => {
      const span = speaker && ("span" in speaker ? speaker.span : speaker);
      return { clause, from, to, cue: { start, end: last.end }, use, explicit, source, own: speaker !== undefined && "to" in speaker && words[speaker.to - 1]?.lexeme?.anaphor === "speaker", ...(span && { speaker: { start: span.start, end: span.end } }) };
    };
    if (words[to]?.kind === "de" && !this.#quotesAfter(words, to)) return words[to + 1]?.kind === "pronoun" ? this.#spoken(clause, from, to, make) : undefined;
    const rumour = this.#rumour(clause, from, to);
    if (rumour !== undefined) return make(spanOf(first), true, false, words[rumour]?.start);
    const sourced = this.#source(clause, from, use);
    if (sourced !== undefined) return sourced ? make(sourced, true, true) : undefined;
    return this.#spoken(clause, from, to, make);
  }

  /** A cue that is its clause's verb. */
  #spoken(clause: Clause, from: number, to: number, make: (speaker: Speaker | Span | undefined, explicit: boolean) => Saying): Saying | undefined {
    const { words } = clause;
    const [first, last] = [words[from], words[to - 1]];
    const use = first?.lexeme?.cue?.use;
    if (!first?.lexeme || !last || !use || use === "source" || use === "view" || use === "cite" || this.#isNoun(clause, from, to)) return undefined;
    if (use === "talk" && to - from < 2 && !this.#opens(clause, to)) return undefined;
    if (use === "publish" && !this.#publishes(clause, from, to)) return undefined;
    if ((use === "urge" || use === "judge") && to >= words.length && clause.closing?.kind === "stop") return undefined;
    if (use === "show" && (words[to]?.lexeme?.copula || words[to]?.lexeme?.preposition === "goal")) return undefined;

    const speaker = this.#subject(clause, from, use);
    if (speaker) {
      if (!MAY_SPEAK[use].has(speaker.kind) && !this.#isUnknownBody(clause, speaker, from, to)) return undefined;
      // 本报记者某某报道: the outlet's own byline.
      if (use === "announce" && words.slice(speaker.from, speaker.to).some((word) => word.lexeme?.source === "reporter")) return undefined;
      if (speaker.kind === "other" && !this.#opens(clause, to)) return undefined;
      if (this.#quoted(first.start) !== this.#quoted(words[speaker.from]?.start ?? first.start)) return undefined;
      // 我们相信: of somebody who is not named, or of the one who is quoted.
      if (words[speaker.to - 1]?.lexeme?.anaphor === "speaker" && (this.#quoted(first.start) >= 0 || speaker.span.start === words[speaker.to - 1]?.start)) return undefined;
      if (use === "judge" && first.lexeme.modal && words[speaker.to - 1]?.mention?.type === "product") return undefined;
      return make(this.#described(speaker, clause) ?? speaker, true);
    }
    if (headBefore(clause, from) >= 0 && firstOf(clause, from) < from && !this.#predicates(clause, from)) return undefined;
    // What nobody is named to say continues an earlier voice; opinions and findings of nobody do not count.
    if (use === "show" || use === "find" || (use === "judge" && !this.#opens(clause, to) && first.lexeme.modal)) return undefined;
    if ((first.kind === "noun" && to - from < 2) ) return undefined;
    if (this.#quoted(first.start) >= 0 && this.#quoted(first.start) !== this.#quoted(clause.start)) return undefined;
    // 启动行动，要求…; 他还呼吁…
    const carried = this.#carried(clause, use === "urge" && from === 0);
    const near = carried && carried.start >= clause.sentence.start;
    if (carried && this.#quoted(carried.start) !== this.#quoted(first.start)) return undefined;
    if (last.end - first.start < 2 && !this.#opens(clause, to) && !near) return undefined;
    return carried && make(carried, false);
  }

  /** 有消息称, 报道称: the cue's own noun is all that speaks. Index of the word with which the cue begins. */
  #rumour(clause: Clause, from: number, to: number): number | undefined {
    const source = clause.words[from]?.lexeme?.source;
    if (to - from < 2 || (source !== "word" && source !== "notice")) return undefined;
    const head = headBefore(clause, from);
    if (head < 0) return source === "word" || clause.words[from]?.lexeme?.cue?.use === "announce" ? from : clause.start === clause.sentence.start ? from + 1 : undefined;
    return clause.words[head]?.lexeme?.having ? from + 1 : undefined;
  }

  /** Which quote the offset lies in; -1 where it lies in none. */
  #quoted(offset: number): number {
    const { quotes } = this.reading.analysis;
    let [low, high] = [0, quotes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotes[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - 8); i -= 1) if ((quotes[i]?.end ?? 0) > offset) return i;
    return -1;
  }

  /** 网友提出的“…” */
  #quotesAfter(words: readonly Word[], de: number): boolean {
    return words[de + 1]?.kind === "quote";
  }

  /** 据X报道, 从X获悉, 在X看来: `null` where such a frame names nobody whose statement it would be. */
  #source(clause: Clause, at: number, use: CueWord["use"]): Speaker | Span | null | undefined {
    const { words, frames } = clause;
    if (use === "view") {
      const open = lastBefore(words, at, (word) => word.lexeme?.preposition === "place");
      return open < 0 || open + 1 >= at ? null : (this.#speakers.phrase(clause, at - 1, open + 1) ?? null);
    }
    const basis = lastBefore(words, at, (word) => word.lexeme?.preposition === "basis");
    if (basis >= 0 && (use === "urge" || use === "cite" || words[at]?.lexeme?.source === "paper")) return null;
    if (basis >= 0 && (firstOf({ ...clause, frames: [] }, at) >= basis || words[basis - 1]?.lexeme?.relation === "byline")) {
      const speaker = this.#speakers.before({ ...clause, frames: frames.filter((frame) => frame.from > basis) }, at);
      if (speaker && speaker.to - 1 > basis) {
        if (use === "source" && !this.#isReport(words[at])) return null;
        // 据某社援引知情人士报道
        const citing = words[speaker.from - 1]?.lexeme?.cue?.use === "cite" ? this.#speakers.phrase(clause, speaker.from - 2, basis + 1) : undefined;
        if (citing) return citing;
        // 据X发布的最新数据显示
        const body = speaker.kind === "data" || speaker.kind === "paper" ? words[lastBefore(words, speaker.from, (word) => word.mention?.type === "organization" || word.mention?.type === "product")] : undefined;
        return body && body.start > (words[basis]?.start ?? 0) ? body : speaker;
      }
      if (basis === at - 1) return use === "announce" && words[at] ? words[at] : null;
      return undefined;
    }
    if (use !== "source") return undefined;
    const from = frames.find((frame) => frame.preposition.lexeme?.preposition === "source" && frame.to <= at);
    if (!from || this.#isReport(words[at])) return null;
    return this.#speakers.phrase(clause, from.object.to - 1, from.object.from) ?? null;
  }

  /** 据X消息 is X's statement; 据X了解 is not. */
  #isReport(word: Word | undefined): boolean {
    return word?.lexeme?.source === "notice" || word?.lexeme?.source === "word";
  }

  #subject(clause: Clause, at: number, use: CueWord["use"]): Speaker | undefined {
    const near = this.#speakers.before(clause, at);
    const lead = (): Speaker | undefined => {
      const leading = this.#speakers.leading(clause, at);
      return leading && leading.kind !== "other" && leading.kind !== "paper" && leading.kind !== "data" ? leading : undefined;
    };
    if (!near) return lead();
    const before = clause.words[near.from - 1];
    // 公司致信股东表示: the phrase before the cue is another verb's object.
    if (before?.lexeme?.cue?.use === "cite") return this.#subject(clause, near.from - 1, use);
    const isObject = before?.kind === "verb" && !before.lexeme?.cue && !before.lexeme?.having && !before.lexeme?.light;
    // 利率预期, 招标公告: the cue heads a compound noun.
    if (near.kind === "other" && near.to === at && (use !== "say" || clause.words[at]?.kind === "noun")) return near;
    // 不及市场预期，…
    if (at + 1 >= clause.words.length && clause.words[at]?.lexeme?.modal && near.kind !== "name" && hasVerb(clause.words.slice(firstOf(clause, at), near.to))) return { ...near, kind: "other" };
    // 确保通知要求落实
    if (isObject && (near.kind === "paper" || near.kind === "data" || near.kind === "word")) return lead() ?? { ...near, kind: "other" };
    if (isObject && at + 1 >= clause.words.length && clause.words[at]?.lexeme?.modal) return { ...near, kind: "other" };
    if (!isObject && (near.kind !== "other" || use === "say")) return near;
    const isThinker = near.kind === "name" || near.kind === "person" || near.kind === "body" || near.kind === "anaphor";
    if (isObject && isThinker && (use === "judge" || use === "urge" || use === "show" || use === "find")) return near;
    return lead() ?? near;
  }

  /** A body whose name is not known: it opens the clause with an act of bodies (某交易所发布通知，; 某公司公告，). */
  #isUnknownBody(clause: Clause, { kind, span, from }: Speaker, at: number, to: number): boolean {
    const use = clause.words[at]?.lexeme?.cue?.use;
    if (kind !== "other" || (use !== "announce" && use !== "publish") || from !== firstOf(clause, at) || !this.#opens(clause, to)) return false;
    return to - at > 1 || span.end < (clause.words[at]?.start ?? 0) || clause.words[at]?.kind === "verb" || span.end - span.start > 3;
  }

  /** 他 for somebody without a name who spoke before (一名供应商表示…他说). */
  #described({ kind, span, to }: Speaker, clause: Clause): Span | undefined {
    const last = this.#last;
    const word = clause.words[to - 1];
    if (kind !== "anaphor" || word?.lexeme?.anaphor !== "person" || span.start !== word.start) return undefined;
    return last?.clause.sentence.paragraph === clause.sentence.paragraph ? last.speaker : undefined;
  }

  /** Whoever spoke or acted just before. */
  #carried(clause: Clause, near: boolean): Span | undefined {
    const last = this.#last;
    const { index, paragraph } = clause.sentence;
    if (near && last?.clause.sentence.index === index) return undefined;
    if (last?.clause.sentence.index === index) return last.speaker;
    for (let i = clause.index - 1; i >= clause.index - 3; i -= 1) {
      const before = this.reading.analysis.clauses[i];
      if (!before || before.sentence !== clause.sentence) break;
      const subject = before.host ? undefined : this.#speakers.leading(before);
      if (subject && (subject.kind === "name" || subject.kind === "person" || subject.kind === "body" || (subject.kind === "anaphor" && subject.span.start < before.start))) return subject.span;
    }
    const topic = this.reading.antecedents.topicBefore(clause, ["person", "organization", "location"]);
    if (topic && topic.start >= clause.sentence.start) return topic;
    if (near) return undefined;
    if (last && last.clause.sentence.paragraph === paragraph && index - last.clause.sentence.index <= 8) return last.speaker;
    return topic;
  }

  /** A verb stands before the cue, so that the clause may well go on without a subject (启动行动，重点要求…). */
  #predicates(clause: Clause, at: number): boolean {
    const head = clause.words[headBefore(clause, at)];
    return head?.kind === "verb" || head?.kind === "localizer" || Boolean(head?.lexeme?.closer) || head?.kind === "unquote";
  }

  /** The cue is a noun here: 按照要求, 要求的, 发表声明. */
  #isNoun(clause: Clause, from: number, to: number): boolean {
    const { words, frames } = clause;
    const [before, after] = [words[from - 1], words[to]];
    if (after?.lexeme?.closer || after?.lexeme?.preposition === "partner" || (after?.kind === "conjunction" && !after.lexeme?.adverb)) return true;
    // 给出了回应，称…; 发表内部信，表示…: what is said follows the next cue.
    if (this.#leadsToCue(clause, from)) return true;
    if (before?.kind === "de" || before?.kind === "pause" || after?.kind === "pause") return true;
    if (before?.kind === "verb" && !before.lexeme?.cue && !before.lexeme?.modal && !before.lexeme?.having && words[from]?.kind === "noun") return true;
    // 被业界称为…
    if (before?.lexeme?.preposition === "passive" || frames.some((frame) => frame.to === from && frame.preposition.lexeme?.preposition === "passive")) return true;
    // 不愿透露姓名的人士
    if (before?.lexeme?.negation && words[from]?.lexeme?.cue?.use === "say" && !this.#opens(clause, to)) return true;
    // 作出认真回应，及早谈判
    const verb = words[headBefore(clause, from)];
    if (verb?.kind === "verb" && (verb.lexeme?.light || verb.lexeme?.carrier) && !verb.lexeme.having && verb.end < (words[from]?.start ?? 0)) return true;
    return frames.some((frame) => frame.from < from && from < frame.to && frame.preposition.lexeme?.preposition !== "patient");
  }

  #leadsToCue(clause: Clause, from: number): boolean {
    const next = this.reading.analysis.clauses[clause.index + 1];
    const verb = clause.words[from - 1];
    const isObject = verb?.kind === "aspect" || (verb?.kind === "verb" && !verb.lexeme?.cue) || clause.words[from]?.lexeme?.cue?.use === "publish";
    if (!isObject || next?.sentence !== clause.sentence || clause.closing?.kind !== "comma") return false;
    const cue = next.words[firstOf(next, next.words.length)]?.lexeme?.cue?.use;
    return cue === "say" || cue === "tell";
  }

  /** Something said can follow at once: a comma, colon or quote, or nothing more in the clause. */
  #opens({ words, closing }: Clause, to: number): boolean {
    const next = words[to];
    return next ? next.kind === "quote" : closing?.kind === "comma" || closing?.kind === "colon";
  }

  /** 公告, 披露 and the like report only with what they report: a comma or 称 behind them, or the paper they issue. */
  #publishes(clause: Clause, from: number, to: number): boolean {
    const { words, closing } = clause;
    if ((to - from > 1 && to < words.length) || words[to]?.kind === "quote") return true;
    const opens = closing?.kind === "comma" || closing?.kind === "colon";
    if (to >= words.length) return opens && !this.#goesOnActing(clause);
    // 33家公司发布业绩预告。
    if (!opens && words.slice(0, from).some((word) => word.kind === "figure")) return false;
    const issued = words.at(-1)?.lexeme?.source;
    return closing !== undefined && (issued === "paper" || issued === "study" || issued === "data" || issued === "notice") && !words.slice(to).some((word) => word.kind === "de");
  }

  /** 发表联合声明，并签署…: the next clause is another act, not what is said. */
  #goesOnActing({ index, sentence }: Clause): boolean {
    const next = this.reading.analysis.clauses[index + 1];
    return next?.sentence === sentence && next.words[0]?.kind === "conjunction" && Boolean(next.words[0].lexeme?.adverb);
  }

  /** X：… where X is a name, or a described source of a named body. */
  #colon(clause: Clause): Saying | undefined {
    const { words, closing, sentence } = clause;
    if (closing?.kind !== "colon" || clause.start !== sentence.start || words.length > 8 || clause.host) return undefined;
    const speaker = this.#speakers.leading(clause);
    const head = words.at(-1);
    if (!speaker || !head || speaker.to < words.length) return undefined;
    const named = words.some((word) => word.mention?.type === "organization" || word.mention?.type === "person");
    if (!named || (speaker.kind !== "name" && speaker.kind !== "person" && speaker.kind !== "body")) return undefined;
    return { clause, from: words.length, to: words.length, cue: { start: closing.start, end: closing.end }, use: "say", speaker: speaker.span, explicit: true, source: false, own: false };
  }
}

/** A cue that may follow another: 称, 说, 表示, 道. */
const isTail = (word: Word | undefined): boolean => word?.lexeme?.cue?.use === "say" || word?.lexeme?.cue?.use === "show";

function lastBefore(words: readonly Word[], at: number, test: (word: Word) => boolean): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word && test(word)) return i;
  }
  return -1;
}

/** 结果符合市场, 也不及市场; but not 有分析师. */
const hasVerb = (words: readonly Word[]): boolean => words.some((word) => word.kind === "verb" && !word.lexeme?.having);

const spanOf = ({ start, end }: Span): Span => ({ start, end });
