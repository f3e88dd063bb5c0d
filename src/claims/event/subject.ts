import { itemAt } from "../../model/index.js";
import type { Clause, Frame } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import { isAdverbial, nounPhraseEnd, nounPhraseStart } from "../../syntax/phrase.js";
import { figureOf, type Word, type WordKind } from "../../syntax/word.js";
import { isAmount } from "./object.js";

/** How many words before its predicate a subject is looked for. */
const REACH = 80;

const isHead = (word: Word | undefined): boolean => word !== undefined && (word.kind === "noun" || word.kind === "name" || word.kind === "pronoun" || word.kind === "unquote" || word.kind === "classifier");
/** 如何, 什么, 这: no pronoun that stands for anybody. */
const isAsking = (word: Word | undefined): boolean => word?.kind === "pronoun" && !word.lexeme?.anaphor;
/** Its object does what follows: 要求A整改, 支持A上市, 宣布A辞职. */
const isPivot = (word: Word): boolean => Boolean(word.lexeme?.cue || word.lexeme?.pivot || word.lexeme?.modal);

/** 消息, 数据: speaks of what happens and takes no part in it. */
const isNobody = (word: Word | undefined): boolean => {
  const source = word?.lexeme?.source;
  return source === "word" || source === "data" || source === "notice";
};

/** 工信部等八部门, 103人: a count that stands for those it counts. */
const isCounted = (words: readonly Word[], at: number): boolean => {
  const figure = figureOf(words[at]);
  return figure !== undefined && !isAmount(figure) && (at === 0 || words[at - 1]?.tag === "u");
};

/** 出资1亿元设立: before money, what the tagger takes for a noun is a predicate. */
const isSpending = (words: readonly Word[], at: number): boolean => {
  const figure = figureOf(words[at + 1]);
  return words[at]?.tag === "vn" && at > 0 && figure !== undefined && isAmount(figure);
};

const COUNTING: ReadonlySet<WordKind> = new Set<WordKind>(["adjective", "number", "classifier"]);
const BETWEEN: ReadonlySet<WordKind> = new Set<WordKind>(["aspect", "figure", "quote", "de"]);

/** The frame that holds the word at `index`. */
export function frameAt({ frames }: Clause, index: number): Frame | undefined {
  for (const frame of frames) if (index < frame.to) return frame.from <= index ? frame : undefined;
  return undefined;
}

/**
 * The noun phrase that is the subject of the predicate `words[at]`: seen through adverbs, frames and earlier predicates that
 * share it (公司宣布将收购…), past what those have as their objects (公司耗资3亿元回购…).
 */
export function subjectBefore(clause: Clause, at: number): Stretch | undefined {
  const { words } = clause;
  const first = Math.max(0, at - REACH);
  let governed: Stretch | undefined;
  for (let to = at; to > first; ) {
    const frame = frameAt(clause, to - 1);
    if (frame && frame.to <= at) {
      // 随着项目投产: what 随着 governs is the subject where there is no other.
      if (frame.to === at && frame.preposition.lexeme?.preposition === "cause" && frame.object.to === frame.to) governed = frame.object;
      to = frame.from;
      continue;
    }
    const word = words[to - 1];
    if (!word) return governed;
    if (!(isHead(word) || isCounted(words, to - 1)) || isAdverbial(word) || isPredicate(word) || isSpending(words, to - 1)) {
      to -= 1;
      continue;
    }
    const from = Math.min(nounPhraseStart(words, to - 1, floorOf(clause, to - 1, first)), to - 1);
    // 甲公司的打车应用: a verb behind 的 belongs to the noun phrase.
    if (itemAt(words, from - 1)?.kind === "verb" && itemAt(words, from - 2)?.kind === "de" && from > first + 2) return { from: Math.min(nounPhraseStart(words, from - 3, floorOf(clause, from - 3, first)), from - 3), to };
    // 洽谈新一轮融资: how many or which is nobody.
    if (words.slice(from, to).every(({ kind }) => COUNTING.has(kind))) {
      to = from;
      continue;
    }
    const before = beforeOf(words, from);
    // 得益于新车上市后的…: what stands right before a clause in a frame or before 后 is its subject.
    const closed = to === at && clause.words[at + 1]?.lexeme?.closer !== undefined;
    if ((closed || !(before && isPredicate(before) && !isPivot(before))) && !(isNobody(words[to - 1]) && !words.slice(from, to).some((other) => other.kind === "name")) && !(from === to - 1 && isAsking(words[from]))) return { from, to };
    to = from;
  }
  return governed;
}

/** A noun phrase does not reach into a frame before it, unless 的 ties it there. */
function floorOf(clause: Clause, head: number, first: number): number {
  if (clause.frames.length === 0) return first;
  for (let i = head; i > first; i -= 1) if (frameAt(clause, i - 1) && clause.words[i]?.kind !== "de") return i;
  return first;
}

const isPredicate = (word: Word): boolean => word.kind === "verb" || (!word.mention && word.kind !== "preposition" && Boolean(word.lexeme?.events ?? word.lexeme?.carrier ?? word.lexeme?.light ?? (word.lexeme?.cue?.use === "publish" || undefined)));

/** The word a noun phrase may be the object of: the one before it, aspect particles and figures apart. */
function beforeOf(words: readonly Word[], from: number): Word | undefined {
  let i = from - 1;
  while (i >= 0 && BETWEEN.has(words[i]!.kind)) i -= 1;
  return itemAt(words, i);
}

/** 王毅会见了马克龙: what the tagger takes for a noun, between somebody and whom he does it to. */
const isPredicateNoun = (words: readonly Word[], at: number): boolean =>
  words[at]?.lexeme?.events !== undefined && !words[at]?.mention && (words[at - 1]?.kind === "name" || words[at - 1]?.lexeme?.anaphor !== undefined) && (words[at + 1]?.kind === "aspect" || words[at + 1]?.kind === "name");

/** The noun phrase a clause opens with, for clauses behind it that name no subject. */
export function leadingSubject(clause: Clause): Stretch | undefined {
  const { words } = clause;
  for (let i = 0; i < words.length && i < REACH; i += 1) {
    const frame = frameAt(clause, i);
    if (frame) {
      i = frame.to - 1;
      continue;
    }
    const word = words[i];
    if (!word) return undefined;
    if (isAdverbial(word) || word.kind === "conjunction" || word.kind === "quote" || word.kind === "preposition") continue;
    const to = nounPhraseEnd(words, i);
    // 知名投资人: no noun phrase begins here.
    if (to <= i) return undefined;
    let end = i + 1;
    while (end < to && words[end]?.kind !== "date" && !isPredicateNoun(words, end)) end += 1;
    if (end <= i || isNobody(words[end - 1]) || words[end - 1]?.kind === "figure") return undefined;
    return { from: i, to: end };
  }
  return undefined;
}
