import { itemAt, type Span } from "../model/index.js";
import type { Clause, Frame } from "../syntax/clause.js";
import { isNominal } from "../syntax/frame.js";
import { isAdverbial, nounPhraseEnd, nounPhraseStart } from "../syntax/phrase.js";
import type { Word } from "../syntax/word.js";
import type { Antecedents } from "./antecedent.js";

/** What kind of thing is said to speak; `other` is a noun that names no source. */
export type SpeakerKind = "name" | "anaphor" | "person" | "body" | "paper" | "data" | "word" | "other";

export interface Speaker {
  readonly span: Span;
  readonly kind: SpeakerKind;
  /** Words `[from, to)` of its noun phrase. */
  readonly from: number;
  readonly to: number;
}

const KIND_OF_SOURCE = { person: "person", body: "body", voice: "person", reporter: "person", paper: "paper", study: "paper", data: "data", notice: "paper", word: "word" } as const;
const GOVERNS = new Set(["place", "goal", "topic"]);
const KIND_OF_TITLE = { post: "person", occupation: "person" } as const;

/** Finds who speaks in a clause. */
export class SpeakerFinder {
  constructor(
    private readonly folded: string,
    private readonly antecedents: Antecedents,
  ) {}

  /** The noun phrase right before the cue `words[at]`, adverbs, dates and frames between them (哈贝克13日在会上表示). */
  before(clause: Clause, at: number, frames = clause.frames): Speaker | undefined {
    let head = headBefore(clause, at, frames);
    // 报告中指出: the report says it.
    const closing = itemAt(clause.words, head);
    if ((closing?.kind === "localizer" || closing?.lexeme?.closer) && isPaper(itemAt(clause.words, head - 1))) head -= 1;
    const word = itemAt(clause.words, head);
    if (!word || (word.lexeme?.closer && !word.lexeme.source)) return undefined;
    if (!(isNominal(word) || word.kind === "classifier" || word.kind === "figure" || isSource(word))) return undefined;
    const found = this.phrase(clause, head, floorOf(clause.words, frames, head));
    // 在互动平台表示: a place, where the frame was not seen.
    const place = found && found.kind !== "name" ? lastIndex(clause.words, Math.max(0, found.from - 2), found.from, (w) => w.kind === "preposition" && GOVERNS.has(w.lexeme?.preposition ?? "")) : -1;
    return place > 0 && place < at ? this.before(clause, place, frames) : found;
  }

  /** The noun phrase that the clause begins with. */
  leading(clause: Clause, before = clause.words.length): Speaker | undefined {
    const { words } = clause;
    const from = firstOf(clause, before);
    if (!words[from] || from >= before) return undefined;
    // 王毅同拉夫罗夫会谈时: one side of what both do.
    const side = clause.frames.find((frame) => frame.from > from)?.from ?? before;
    const to = Math.min(before, side, nounPhraseEnd(words, from));
    // 朱凤莲答记者问时: the person, not what the tagger takes for one phrase with him.
    const person = lastIndex(words, from, to, (word) => word.type === "person");
    const own = person >= 0 && words[person + 1]?.kind !== "de" ? person : to - 1;
    return to > from ? this.phrase(clause, own, from) : undefined;
  }

  /** What the noun phrase with the head `words[head]` names as a speaker. */
  phrase(clause: Clause, head: number, floor: number): Speaker | undefined {
    const { words } = clause;
    const word = words[head];
    if (!word) return undefined;
    const plain = isAnaphor(word) ? head : nounPhraseStart(words, head, floor);
    // 接近某公司的人士: no copula where a relative clause opens with it.
    const start = plain > floor && words[head - 1]?.kind === "de" && words[plain - 1]?.kind === "verb" && words[plain - 1]?.lexeme?.copula && isSource(word) ? plain - 1 : plain;
    const from = start === head && isSource(word) && !isAnaphor(word) ? withVerbModifier(words, head, floor) : start;
    const make = (span: Span, kind: SpeakerKind): Speaker => ({ span, kind, from, to: head + 1 });
    const stretch = (start: number): Span => ({ start: words[start]?.start ?? word.start, end: word.end });

    if (word.mention && word.kind === "name") return make({ start: words[this.#coordinated(words, head, from)]?.start ?? word.start, end: word.end }, "name");
    if (isAnaphor(word)) return make(this.antecedents.resolve(word) ?? stretch(head), "anaphor");
    const modifier = lastIndex(words, isSource(word) && !word.lexeme?.title ? bodyBefore(words, from, floor) : from, head, (w) => w.kind === "name");
    const named = itemAt(words, modifier);
    const own = Math.max(afterRelative(words, from, head), lastIndex(words, from, head, (w) => w.lexeme?.relation === "byline") + 1);
    const title = word.lexeme?.title;
    // 江泽民主席, 福西图亚勋爵
    if (title && named?.type === "person" && modifier === head - 1) return make(named, "name");
    const kind: SpeakerKind = (word.lexeme?.source && KIND_OF_SOURCE[word.lexeme.source]) ?? (title === "post" || title === "occupation" ? KIND_OF_TITLE[title] : undefined) ?? (word.kind === "figure" ? "person" : "other");
    // 让人感慨: no more than a word.
    if (word.end - word.start < 2 && from === head && kind === "person" && word.kind !== "figure") return make(stretch(head), "other");

    if (kind === "person") {
      const anaphor = lastIndex(words, own, head, isAnaphor);
      const pronoun = itemAt(words, anaphor);
      const antecedent = pronoun && this.antecedents.resolve(pronoun);
      if (antecedent && anaphor === head - 1) return make(antecedent, "anaphor");
      if (named && word.lexeme?.source === "voice") return make(named, "name");
      // 这位前议员: a person named before.
      const pointing = lastIndex(words, from, head, (w) => w.kind === "pronoun");
      const pointed = !named && title && pointing >= 0 ? this.antecedents.resolveAs(stretch(pointing), "person") : undefined;
      if (pointed) return make(pointed, "anaphor");
      return make(stretch(named && named.type === "person" ? modifier : this.#unquantified(words, Math.min(own, head))), kind);
    }
    if ((kind === "paper" || kind === "data") && named) {
      const type = named.type;
      if (type === "organization" || type === "location" || (type === "product" && kind === "data")) return make(named, "name");
    }
    if (kind === "other" && named && modifier === head - 1 && head - from < 3) return make(named, "name");
    // 某某为首的团队, 某集团投资的企业
    if (kind === "body" && from < own && (words[from]?.type === "person" || (words[from]?.kind === "name" && words[from + 1]?.kind === "verb" && words[from + 2]?.kind === "de"))) return make(stretch(from), kind);
    // 央行公布的数据: the body, though it has no name.
    const body = kind === "data" || kind === "paper" ? lastIndex(words, bodyBefore(words, from, floor, isBody), head, isBody) : -1;
    if (body >= 0 && words.slice(body, head).some((w) => w.kind === "de")) return { ...make({ start: words[body]?.start ?? word.start, end: words[body]?.end ?? word.end }, "body") };
    const counted = words[from]?.kind === "number" || words[from]?.kind === "figure";
    return make(stretch(counted && kind === "paper" ? from : own), kind);
  }

  /** First of the names listed with the one at `head` (A、B和C). */
  #coordinated(words: readonly Word[], head: number, from: number): number {
    const type = words[head]?.type;
    let first = head;
    for (let i = head - 1; i > from; i -= 1) {
      const word = words[i];
      if (!word) break;
      if (isLink(word)) {
        if (words[i - 1]?.type !== type) break;
        first = i - 1;
        i -= 1;
      } else if (type !== "person" || !(word.lexeme?.title || (word.kind === "name" && word.type !== type))) break;
    }
    return first;
  }

  /** 一位知情人士 without the 一位: it only says that he is one of them. */
  #unquantified(words: readonly Word[], from: number): number {
    const first = words[from];
    const second = words[from + 1];
    if (first?.kind !== "number" || !this.folded.startsWith("一", first.start)) return from;
    if (first.end - first.start > 1) return from + 1;
    return second?.kind === "classifier" ? from + 2 : from;
  }
}

const isLink = (word: Word): boolean => word.kind === "pause" || (word.kind === "conjunction" && !word.lexeme?.title) || word.lexeme?.preposition === "partner";
const isBody = (word: Word): boolean => word.lexeme?.source === "body";
const isPaper = (word: Word | undefined): boolean => word?.lexeme?.source === "paper" || word?.lexeme?.source === "study" || word?.lexeme?.source === "notice";
const isAnaphor = (word: Word): boolean => Boolean(word.lexeme?.anaphor);
const isSource = (word: Word): boolean => Boolean(word.lexeme?.source || (word.lexeme?.title && word.lexeme.title !== "prefix" && word.lexeme.title !== "body"));

/** Index of the last word before `at` that is neither adverbial nor in a frame; -1 where there is none. */
export function headBefore({ words, frames: all }: Clause, at: number, frames = all): number {
  let i = at - 1;
  let frame = frames.length - 1;
  while (i >= 0) {
    while ((itemAt(frames, frame)?.from ?? -1) > i) frame -= 1;
    const governed = itemAt(frames, frame);
    if (governed && governed.from <= i && i < governed.to && governed.to <= at) {
      i = governed.from - 1;
      continue;
    }
    const word = words[i];
    if (!word || !(isSkipped(word) || word.kind === "conjunction")) break;
    i -= 1;
  }
  return i;
}

/** Index of the first word that is neither adverbial nor in a frame. */
export function firstOf({ words, frames: all }: Clause, before: number, frames = all): number {
  let i = 0;
  let frame = 0;
  while (i < before) {
    while ((frames[frame]?.to ?? Infinity) <= i) frame += 1;
    const governed = frames[frame];
    if (governed && governed.from <= i) {
      i = governed.to;
      continue;
    }
    const word = words[i];
    if (!word || !(isSkipped(word) || word.kind === "conjunction" || word.kind === "quote" || word.kind === "unquote")) break;
    i += 1;
  }
  return i;
}

const isSkipped = (word: Word): boolean => (isAdverbial(word) || word.tag === "t") && !isAnaphor(word) && !word.lexeme?.cue && !word.lexeme?.source;

/** End of the last frame before `head` that is not tied to it. */
function floorOf(words: readonly Word[], frames: readonly Frame[], head: number): number {
  let floor = 0;
  for (const frame of frames) if (frame.to <= head && words[frame.to]?.kind !== "de") floor = frame.to;
  return floor;
}

/** Where the phrase begins without the clause that modifies it: 知情人士 in 不愿具名的知情人士, but all of 盖洛普的专家. */
function afterRelative(words: readonly Word[], from: number, head: number): number {
  for (let i = head - 1; i > from; i -= 1) {
    if (words[i]?.kind !== "de") continue;
    // 接近监管层的人士, 熟悉内情的人士: alone, 人士 says nothing.
    const bare = i + 1 === head && (words[i - 1]?.kind === "noun" || words[i - 1]?.kind === "classifier") && words[i - 2]?.kind === "verb";
    if (words[i - 1]?.kind !== "name" && !words[i - 1]?.lexeme?.anaphor && !bare) return i + 1;
    // 接近某公司的人士, 盖洛普的专家
    return itemAt(words, i - 2)?.kind === "verb" && !itemAt(words, i - 2)?.lexeme?.cue && i - 2 >= from ? i - 2 : i - 1;
  }
  return from;
}

const BETWEEN = new Set(["verb", "adverb", "adjective", "noun", "de", "date", "number"]);

/** Where a body may stand before the paper that is its work, verbs between them: 兰德尔研究所初步测算结果, 粮农组织最新发布的报告. */
function bodyBefore(words: readonly Word[], from: number, floor: number, isBodyWord = (word: Word): boolean => word.kind === "name"): number {
  for (let i = from - 1; i >= Math.max(floor, from - 5); i -= 1) {
    const word = words[i];
    if (word && isBodyWord(word)) return i;
    if (!word || !BETWEEN.has(word.kind)) break;
  }
  return from;
}

/** 有赞已离职员工: a verb between a name and the people it speaks of. */
function withVerbModifier(words: readonly Word[], head: number, floor: number): number {
  if (head - 2 < floor || words[head - 1]?.kind !== "verb" || words[head - 1]?.lexeme?.cue || words[head - 2]?.kind !== "name") return head;
  return itemAt(words, head - 3)?.kind === "number" && head - 3 >= floor ? head - 3 : head - 2;
}

function lastIndex(words: readonly Word[], from: number, to: number, test: (word: Word) => boolean): number {
  for (let i = to - 1; i >= from; i -= 1) {
    const word = words[i];
    if (word && test(word)) return i;
  }
  return -1;
}
