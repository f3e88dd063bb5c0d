import type { FigureMention } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import { nounPhraseEnd } from "../../syntax/phrase.js";
import { figureOf, type Word, type WordKind } from "../../syntax/word.js";

export interface Complement {
  /** What stands behind the trigger as its object. */
  readonly object: Stretch | undefined;
  readonly amount: FigureMention | undefined;
  /** The word behind all of it. */
  readonly to: number;
}

export const complement = (to: number, object?: Stretch, amount?: FigureMention): Complement => ({ object, amount, to });

/** Money, shares and rates: how much is bought, paid or cut. Other counts belong to what they count. */
export const isAmount = (figure: FigureMention): boolean => /^(?:[A-Z]{3}|percent|percentage-point|basis-point|股|t|m2|kg)$/.test(figure.unit ?? "");

const isLink = (word: Word | undefined): boolean => word !== undefined && (word.kind === "aspect" || (word.kind === "particle" && word.tag !== "u"));
const isHedge = (word: Word | undefined): boolean => word !== undefined && word.kind !== "name" && (word.kind === "adverb" || Boolean(word.lexeme?.copula || word.lexeme?.modifier));

/** The object and bare amount behind the trigger `words[at]`: 增持公司股份120万股, 出售至多5%的股份, 收购并整合A公司. */
export function complementOf({ words }: Clause, at: number): Complement {
  let i = at + 1;
  while (isLink(words[i])) i += 1;
  // 聘请前国脚孙勇: before a name it is no object's part.
  if (words[i]?.lexeme?.title === "prefix") i += 1;
  // 收购并整合A, 投资建设A: a second predicate has the object of both.
  for (let joined = true; joined; ) {
    const joint = words[i]?.kind === "conjunction" ? i + 1 : i;
    const next = words[joint];
    joined = next?.lexeme?.events !== undefined && !next.lexeme.pivot && !next.mention && (joint > i || startsObject(words, joint + 1));
    if (joined) {
      i = joint + 1;
      while (isLink(words[i])) i += 1;
    }
  }
  let amount: FigureMention | undefined;
  const lead = hedged(words, i);
  const first = figureOf(words[lead]);
  if (first && first.unit !== "次" && (isAmount(first) || !continues(words[lead + 1]))) {
    amount = first;
    i = lead + 1;
    if (words[i]?.kind === "de") i += 1;
    // 投资5亿元建设A: what A is the object of comes behind the amount.
    if (words[i]?.lexeme?.events && startsObject(words, i + 1)) return complement(i, undefined, amount);
  }
  const to = relativeEnd(words, i) ?? objectEnd(words, i);
  if (to <= i) return complement(i, undefined, amount);
  const last = figureOf(words[to - 1]);
  if (last && !amount && to - 1 > i) return complement(to, { from: i, to: to - 1 }, last);
  const after = hedged(words, to);
  const behind = figureOf(words[after]);
  if (behind && !amount && isAmount(behind)) return complement(after + 1, { from: i, to }, behind);
  return complement(to, { from: i, to }, amount);
}

const startsObject = (words: readonly Word[], at: number): boolean => {
  const word = words[isLink(words[at]) ? at + 1 : at];
  return word !== undefined && (word.kind === "noun" || word.kind === "name" || word.kind === "figure" || word.kind === "number" || word.kind === "quote" || word.kind === "adjective");
};

const COUNTED: ReadonlySet<WordKind> = new Set<WordKind>(["noun", "name", "adjective", "de", "localizer", "quote", "classifier", "pronoun"]);

/** A count goes on with what it counts: 8个方面, 三家公司. */
const continues = (word: Word | undefined): boolean => word !== undefined && COUNTED.has(word.kind);

function hedged(words: readonly Word[], from: number): number {
  let i = from;
  while (i < words.length && i < from + 3 && isHedge(words[i])) i += 1;
  return figureOf(words[i]) ? i : from;
}

/** How far a relative clause or compound may reach behind its verb, in words. */
const REACH = 40;

/** Where the object that starts at `from` may end: its plain end, and behind each further noun phrase that 的 or a bare verb ties to it. */
export function objectEnds(words: readonly Word[], from: number): number[] {
  const ends: number[] = [];
  const limit = Math.min(words.length, from + REACH);
  for (let i = from; i < limit; ) {
    const end = nounPhraseEnd(words, i);
    if (end > i) ends.push(end);
    i = Math.max(end, i);
    const word = words[i];
    if (!word || word.lexeme?.cue || word.kind === "aspect") break;
    i += 1;
  }
  return ends;
}

/** Nothing but a count or adjective yet: the head is still to come (一个能够实现…的法规). */
const isBare = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every((word) => word.kind === "number" || word.kind === "classifier" || word.kind === "adjective" || word.kind === "pronoun" || figureOf(word));

/** 推出面向老人的手表, 发布搭载新芯片的平板: a clause before 的 opens the object, which ends its own clause. */
function relativeEnd(words: readonly Word[], from: number): number | undefined {
  const first = words[from];
  // 可实时对话的助手
  let verb = from;
  while (words[verb]?.kind === "adverb" || words[verb]?.lexeme?.modal) verb += 1;
  const opens = verb > from ? words[verb]?.kind === "verb" : first?.kind === "preposition" ? first.lexeme?.preposition !== "passive" && first.lexeme?.preposition !== "partner" : describes(first);
  for (let i = Math.min(words.length - 2, from + REACH); opens && i > from + 1; i -= 1) {
    if (words[i]?.kind === "de") return nounPhraseEnd(words, i + 1) === words.length ? words.length : undefined;
  }
  return undefined;
}

/** A verb that may open a relative clause: no trigger, and none that says or carries another. */
const describes = (word: Word | undefined): boolean =>
  word?.kind === "verb" && word.end - word.start > 1 && !((word.lexeme?.events && !word.lexeme.pivot) || word.lexeme?.cue || word.lexeme?.copula || word.lexeme?.light || word.lexeme?.modal || word.lexeme?.carrier);

/** Kinds of word that no object begins with. */
const OPENS_NONE: ReadonlySet<WordKind> = new Set<WordKind>(["pause", "conjunction", "de", "comma", "unquote", "preposition"]);

/** End of the object that starts at `from`; a relative clause or verb before its head is read through (面向中小企业的贷款产品, 诊断试剂业务). */
function objectEnd(words: readonly Word[], from: number): number {
  const first = words[from];
  if (!first || OPENS_NONE.has(first.kind) || first.lexeme?.closer || first.lexeme?.cue || first.lexeme?.copula || first.lexeme?.light) return from;
  // 举行大选: at the end of its clause, what the tagger takes for a verb.
  if (describes(first) && !first.lexeme && from + 1 === words.length) return words.length;
  if (first.kind === "adverb" && words[from + 1]?.kind !== "adjective" && words[from + 2]?.kind !== "de") return from;
  const plain = nounPhraseEnd(words, from);
  // 受理该上诉, 受理该破产申请: behind 该 the rest is a noun.
  if (first.kind === "pronoun" && !first.lexeme?.anaphor && words.length - from <= 4 && words.slice(from + 1).every((word) => /^(?:noun|verb|adverb)$/.test(word.kind) && word.end - word.start > 1)) return words.length;
  if (words[plain]?.kind === "de" || plain === from || words[plain - 1]?.kind === "pronoun") {
    const verb = words[plain]?.kind === "de" ? plain + 1 : plain;
    if (isAttributive(words[verb])) {
      const end = nounPhraseEnd(words, verb + 1);
      if (end > verb + 1) return end;
    }
  }
  if (words[plain - 1]?.kind === "noun" && isAttributive(words[plain])) {
    const end = nounPhraseEnd(words, plain + 1);
    if (words[end - 1]?.kind === "name" && words[plain + 1]?.kind === "noun") return end;
  }
  // 批准股票回购计划: a plan for a deed that its noun is the object of.
  if (words[plain - 1]?.kind === "noun" && words[plain]?.lexeme?.events && plain + 2 === words.length && (words[plain + 1]?.kind === "noun" || words[plain + 1]?.lexeme?.modal)) return words.length;
  if (!isBare(words, from, plain)) return untilPredicate(words, from, plain);
  return objectEnds(words, from).find((end) => end > plain && words[lastTie(words, from, end)]?.kind === "de") ?? plain;
}

/** A verb that modifies the noun behind it: 折叠手机, 回收企业, 发行申请. */
const isAttributive = (word: Word | undefined): boolean => word?.kind === "verb" && word.end - word.start > 1 && !(word.lexeme?.modal || word.lexeme?.cue || word.lexeme?.copula || word.lexeme?.light || word.lexeme?.carrier || word.lexeme?.change || (word.lexeme?.events && !/^(?:vn|n)/.test(word.tag) && word.end - word.start > 2));

/** A verb that no rule reads, as inside a compound. */
export const isBareVerb = (word: Word | undefined): boolean => word?.kind === "verb" && word.end - word.start > 1 && !(word.lexeme?.events || word.lexeme?.cue || word.lexeme?.copula || word.lexeme?.light || word.lexeme?.modal || word.lexeme?.change || word.lexeme?.carrier || word.lexeme?.pivot);

/** 联合B成功研制了A: the object ends before the next predicate. */
function untilPredicate(words: readonly Word[], from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1) {
    if (!words[i]?.lexeme?.events || words[i]?.mention || !isLink(words[i + 1])) continue;
    let end = i;
    while (end > from + 1 && words[end - 1]?.kind === "adjective") end -= 1;
    return end;
  }
  return to;
}

/** The word that ties the last noun phrase to what stands before it. */
function lastTie(words: readonly Word[], from: number, end: number): number {
  for (let i = end - 1; i > from; i -= 1) if (words[i]?.kind === "de" || words[i]?.kind === "verb" || words[i]?.kind === "preposition") return i;
  return from;
}
