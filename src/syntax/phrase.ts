import { itemAt } from "../model/index.js";
import { dateOf, type Word, type WordKind } from "./word.js";

/** No noun phrase has more words: keeps a text of nothing but nouns from being read again for each of them. */
const LONGEST = 100;
const INSIDE = new Set<WordKind>(["noun", "name", "pronoun", "adjective", "number", "classifier", "figure", "quote", "unquote", "other"]);
const HEADS = new Set<WordKind>(["noun", "name", "pronoun", "unquote", "classifier", "figure"]);
/** 7天期品种, 两年期国债: a length of time that modifies the noun behind it. */
const isDuration = (word: Word): boolean => word.type === "date" && /^PT?\d/.test(dateOf(word)?.value ?? "");
const isEtc = (word: Word): boolean => word.tag === "u" && word.kind === "particle";
const isCoordinator = (word: Word): boolean => word.kind === "pause" || (word.kind === "conjunction" && !word.lexeme?.adverb) || word.lexeme?.preposition === "partner";

/** End of the noun phrase that starts at `from`: nouns, names, their modifiers, 的 and coordination; `from` itself where there is none. */
export function nounPhraseEnd(words: readonly Word[], from: number): number {
  let end = from;
  let opened = false;
  for (let i = from; i < words.length && i < from + LONGEST; i += 1) {
    const word = words[i];
    if (!word) break;
    // The quotation that the phrase stands in ends here.
    if (word.kind === "unquote" && !opened) break;
    if (word.kind === "quote") opened = true;
    const quoted = word.kind === "quote" ? quoteEnd(words, i) : -1;
    if (quoted > 0) {
      end = quoted;
      i = quoted - 1;
    } else if (HEADS.has(word.kind) || (word.kind === "localizer" && end === i && i > from)) end = i + 1;
    else if (INSIDE.has(word.kind) || (word.kind === "date" && (i === from || end === i || itemAt(words, i - 1)?.kind === "de"))) {
      if (word.kind === "date") end = i + 1;
    } else if (isCoordinator(word) && words[i + 1]?.kind === "figure" && itemAt(words, from - 1)?.kind === "figure") break;
    else if (word.kind === "de" || isCoordinator(word) || isEtc(word) || (word.kind === "localizer" && isSide(word) && words[i + 1]?.kind === "noun")) continue;
    else if (word.kind === "verb" && (modifies(words, i) || namesMeasure(words, i))) continue;
    else if (i > from && isNominalised(words, i)) end = i + 1;
    else break;
  }
  return end;
}

/** 人员的报销比例: a verb between 的 and a measure is part of its name. */
const namesMeasure = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.kind === "de" && !words[at]?.lexeme && words[at + 1]?.kind === "noun" && words[at + 1]?.lexeme?.metric !== undefined;

/** 后续的采购, 注册申请: a verb behind 的, or a word such as 计划 behind a noun, at the end of its clause. */
function isNominalised(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!word || !before || at + 1 < words.length || word.end - word.start < 2) return false;
  if (word.lexeme?.modal && word.lexeme.events) return false;
  if (word.lexeme?.modal) return word.kind === "adverb" && (before.kind === "de" || before.kind === "noun" || Boolean(before.lexeme?.events));
  return word.kind === "verb" && before.kind === "de" && !(word.lexeme?.cue || word.lexeme?.copula);
}

/** How many words a quoted expression inside a noun phrase has at most. */
const QUOTED = 12;

/** Behind the closing mark of the expression that opens at `from` (“愿检尽检”); -1 where it is longer. */
function quoteEnd(words: readonly Word[], from: number): number {
  for (let i = from + 1; i < words.length && i < from + QUOTED; i += 1) if (words[i]?.kind === "unquote") return i + 1;
  return -1;
}

/**
 * End of the noun phrase that a verb governs from `from` on: one that a relative clause or preposition opens reaches to the
 * noun behind its 的 (减少对天然气的依赖, 提高公司在污染时必须支付的价格).
 */
export function objectEnd(words: readonly Word[], from: number): number {
  const opens = words[from]?.kind === "verb" && words[from + 1]?.kind === "noun";
  const plain = nounPhraseEnd(words, opens ? from + 1 : from);
  for (let i = words.length - 2; i >= plain; i -= 1) {
    if (words[i]?.kind === "de") return nounPhraseEnd(words, i) === words.length ? words.length : plain;
  }
  return plain;
}

/** A verb that modifies a noun (开发区, 持股平台, …的): directly before 的 with a noun behind it. */
function modifies(words: readonly Word[], at: number): boolean {
  // 经济增长预期: a move that a noun names.
  if (words[at]?.lexeme?.change && words[at + 1]?.lexeme?.after && at > 0 && HEADS.has(words[at - 1]?.kind ?? "other")) return true;
  return words[at + 1]?.kind === "de" && HEADS.has(words[words[at + 2]?.kind === "adjective" ? at + 3 : at + 2]?.kind ?? "other");
}

/** 下游需求, 内部人士: a side that modifies the noun behind it. */
const isSide = (word: Word): boolean => word.end - word.start > 1 && !word.lexeme?.closer;

/** Words that end a noun phrase to their right, wherever they stand. */
function isBarrier(word: Word): boolean {
  if (word.kind === "comma" || word.kind === "colon" || word.kind === "stop" || word.kind === "conjunction") return true;
  return Boolean(word.lexeme?.cue || word.lexeme?.modal || word.lexeme?.basis || (word.lexeme?.copula && word.kind !== "preposition") || word.lexeme?.adverb);
}

/**
 * Start of the noun phrase whose head is `words[head]`, a relative clause before 的 included
 * (归属于上市公司股东的净利润). `floor` is the first word it may take.
 */
export function nounPhraseStart(words: readonly Word[], head: number, floor = 0): number {
  let start = head;
  for (let i = head - 1; i >= floor; i -= 1) {
    const word = words[i];
    if (!word) break;
    if (INSIDE.has(word.kind) || (word.lexeme?.modifier && !word.lexeme.modal) || isDuration(word) || (isEtc(word) && i > floor)) start = i;
    else if (word.kind === "localizer" && (words[i + 1]?.kind === "de" || isSide(word) || (word.lexeme?.title && words[i + 1]?.lexeme?.title))) start = i;
    else if (isCoordinator(word)) {
      const before = itemAt(words, i - 1);
      if (!before || !(INSIDE.has(before.kind) || isDuration(before) || before.kind === "verb")) break;
      start = i;
    } else if (word.kind === "de") {
      const relative = relativeClauseStart(words, i, floor);
      if (relative < i) {
        start = relative;
        i = relative;
      } else break;
    } else if (word.kind === "verb" && word.tag === "v" && start === i + 1 && i > floor && !word.lexeme && INSIDE.has(words[i - 1]?.kind ?? "comma")) {
      // A verb between two nouns of a compound (资源配置效率): only when short and bare.
      if (words[i + 1]?.kind !== "noun" || word.end - word.start > 2) break;
      start = i;
    } else break;
  }
  // 2021年自主品牌的生产: the date is when, unless a relative clause holds it (2021年成立的公司).
  if (isPointInTime(words[start]) && !holdsVerb(words, start, head)) start += 1;
  while (start < head && (isLeadIn(words[start]) || endsTime(words, start))) start += 1;
  return start;
}

const isPointInTime = (word: Word | undefined): boolean => word?.type === "date" && !isDuration(word);

/** Whether a verb stands before the first 的 from `from` on. */
function holdsVerb(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (words[i]?.kind === "de") return false;
    if (words[i]?.kind === "verb") return true;
  }
  return false;
}

/** 三年内, 会后: a time, not the start of a noun phrase. */
const endsTime = (words: readonly Word[], at: number): boolean => (words[at]?.kind === "localizer" && !isSide(words[at]!)) || (words[at]?.kind === "date" && words[at + 1]?.kind === "localizer");

const isLeadIn = (word: Word | undefined): boolean => word?.kind === "de" || word?.kind === "pause" || word?.kind === "aspect" || word?.kind === "conjunction";

/** Start of what modifies through the 的 at `de`: a noun phrase, or a relative clause back to a barrier. */
function relativeClauseStart(words: readonly Word[], de: number, floor: number): number {
  let start = de;
  for (let i = de - 1; i >= floor && i > de - 20; i -= 1) {
    const word = words[i];
    if (!word || isBarrier(word) || word.kind === "aspect") break;
    if (word.kind === "date" && words[i + 1]?.kind === "name") break;
    start = i;
  }
  return start;
}

/** Words that stand between a subject and its predicate and belong to neither. */
export function isAdverbial(word: Word): boolean {
  const { kind, lexeme } = word;
  return kind === "adverb" || kind === "date" || kind === "aspect" || kind === "particle" || Boolean(lexeme?.adverb || lexeme?.modal || lexeme?.negation || lexeme?.basis);
}
