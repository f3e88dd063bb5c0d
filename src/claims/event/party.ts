import type { Anaphor } from "../../lexicon/lexeme.js";
import { itemAt, type Span } from "../../model/index.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";

const isName = (word: Word | undefined): boolean => word?.kind === "name";
const isJoint = (word: Word | undefined): boolean => word !== undefined && (word.kind === "pause" || word.kind === "conjunction" || word.lexeme?.preposition === "partner");
/** What an anaphor may stand for that also says what or how many it is. */
const DESCRIBING = new Set<Anaphor>(["organization", "product", "work", "location", "plural"]);
const EDGE = new Set(["de", "pause", "conjunction", "aspect", "date", "adverb", "quote", "particle", "preposition", "other"]);
const TAIL = new Set(["de", "pause", "conjunction", "aspect", "localizer", "date", "quote", "other"]);
/** 相对温和的: an adverb that belongs to the adjective behind it. */
const isDegree = (words: readonly Word[], at: number): boolean => words[at]?.kind === "adverb" && !words[at]?.lexeme && (words[at + 1]?.kind === "adjective" || words[at + 1]?.kind === "de" || words[at + 2]?.kind === "de");

/** A stretch without the words at its edges that name nobody: dates, adverbs, 的 and an open quote. */
export function trimmed(words: readonly Word[], { from, to }: Stretch): Stretch {
  let [a, b] = [from, to];
  const quoted = (): boolean => words[a]?.kind === "quote" && words.slice(a, b).some((word) => word.kind === "unquote");
  while (a < b && (EDGE.has(words[a]?.kind ?? "") || words[a]?.lexeme?.adverb) && !quoted() && !isDegree(words, a)) a += 1;
  while (b > a && TAIL.has(words[b - 1]?.kind ?? "")) b -= 1;
  // 8个方面的行动: how many, and not which.
  const de = words[a]?.kind === "figure" ? words.findIndex((word, i) => i > a && i < b && word.kind === "de") : -1;
  if (de > 0 && de - a <= 2 && de < b - 1) a = de + 1;
  return { from: a, to: b };
}

const between = (words: readonly Word[], from: number, to: number): Span | undefined => {
  const [first, last] = [words[from], itemAt(words, to - 1)];
  if (!first || !last || from >= to) return undefined;
  // A whole phrase in quote marks is meant without them.
  const quoted = first.kind === "quote" && last.kind === "unquote" && to - from > 2;
  return quoted ? { start: first.end, end: last.start } : { start: first.start, end: last.end };
};

/**
 * Who or what a noun phrase names: a title, apposition or description before a name is left out (英国首相约翰逊 → 约翰逊),
 * coordinated names are one span, a pronoun stands for its antecedent, and anything else is taken whole.
 */
export function partyOf(reading: Reading, words: readonly Word[], stretch: Stretch): Span | undefined {
  const { from, to } = trimmed(words, stretch);
  const [first, last] = [words[from], itemAt(words, to - 1)];
  if (!first || !last || from >= to) return undefined;
  if (to - from === 1 && first.lexeme?.anaphor) {
    const span = reading.antecedents.resolve(first);
    // 该药, 该市, 双方: where no name came before, the words themselves.
    return span ?? (DESCRIBING.has(first.lexeme.anaphor) && first.end - first.start > 1 ? between(words, from, to) : undefined);
  }
  if (to - from === 1 && (first.kind === "figure" || first.kind === "number" || first.kind === "classifier")) return undefined;
  const opening = last.kind === "unquote" ? quoteBefore(words, from, to - 1) : -1;
  // 首款产品“贝盈一期”, 自己的“应用商店”: what is quoted is its name.
  if (opening > from && !isJoint(words[opening - 1])) return between(words, opening, to);
  if (isName(last) && !last.lexeme?.metric) {
    let start = firstOfNames(words, from, to - 1);
    while (start > from && last.type === "location" && words[start - 1]?.type === "location") start -= 1;
    return between(words, start, to);
  }
  const named = nameBeforeLabel(words, from, to);
  return named ?? between(words, from, to);
}

/** The name before a word that only says what it is: 刘炽平总裁, 淘特APP, 恺英网络公司, 淘特方面. */
function nameBeforeLabel(words: readonly Word[], from: number, to: number): Span | undefined {
  const [name, label] = [itemAt(words, to - 2), itemAt(words, to - 1)];
  if (!name || !label || to - 2 < from || !isName(name)) return undefined;
  const person = name.type === "person" && label.lexeme?.title;
  const generic = name.type !== "location" && (label.lexeme?.anaphor !== undefined || label.lexeme?.closer || label.tag === "eng");
  return person || generic ? partyOfNames(words, from, to - 1) : undefined;
}

const partyOfNames = (words: readonly Word[], from: number, to: number): Span | undefined => between(words, firstOfNames(words, from, to - 1), to);

/** The first of the coordinated names that end with `words[last]`; each may be described (A和数字B). */
function firstOfNames(words: readonly Word[], from: number, last: number): number {
  let start = last;
  for (let i = last - 1; i > from && i >= start - 4; i -= 1) {
    const word = words[i];
    if (isJoint(word)) {
      if (!isName(words[i - 1])) break;
      start = i - 1;
      i = start;
    // 王毅和俄罗斯外长拉夫罗夫: whose minister he is.
    } else if (word?.kind !== "noun" && word?.kind !== "adjective" && !(isName(word) && words[i + 1]?.lexeme?.title && words[last]?.type === "person")) break;
  }
  return start;
}

function quoteBefore(words: readonly Word[], from: number, close: number): number {
  for (let i = close - 1; i >= from; i -= 1) if (words[i]?.kind === "quote") return i;
  return -1;
}

/** A的B: whose, and what; nothing where no name possesses it. */
export function splitOwned(words: readonly Word[], stretch: Stretch): { owner: Stretch; thing: Stretch } | undefined {
  const { from, to } = trimmed(words, stretch);
  for (let i = from; i < to - 1; i += 1) {
    const word = words[i];
    if (word?.kind === "de") return i > from && isActor(words, { from, to: i }) ? { owner: { from, to: i }, thing: { from: i + 1, to } } : undefined;
    if (!(isName(word) || isJoint(word) || word?.lexeme?.anaphor || word?.lexeme?.title)) return undefined;
  }
  return undefined;
}

/** A place at the start of what stands or happens there: 沈阳市和平区 | 一家烧烤店, 多地 | 重大项目. */
export function splitPlace(words: readonly Word[], stretch: Stretch): { place: Stretch; rest: Stretch } | undefined {
  const { from, to } = trimmed(words, stretch);
  let end = from;
  while (end < to && (words[end]?.type === "location" || (end === from && words[end]?.lexeme?.region) || (end > from && words[end]?.kind === "number" && /^(?:number|other)$/.test(words[end + 1]?.kind ?? "")))) end += 1;
  if (end === from) return undefined;
  let rest = end;
  while (rest < to && (words[rest]?.kind === "localizer" || words[rest]?.kind === "de" || words[rest]?.kind === "pause")) rest += 1;
  return { place: { from, to: end }, rest: { from: rest, to } };
}

/** A firm, body or person, by name or pronoun. */
export function isActor(words: readonly Word[], stretch: Stretch): boolean {
  const { to } = trimmed(words, stretch);
  const last = itemAt(words, to - 1);
  const type = last?.type;
  const anaphor = last?.lexeme?.anaphor;
  if (last?.lexeme?.title && itemAt(words, to - 2)?.mention) return true;
  return type === "organization" || type === "person" || anaphor === "organization" || anaphor === "person" || anaphor === "plural";
}

/** More than one side: A和B, 双方, 多家车企. */
export function isPlural(words: readonly Word[], stretch: Stretch): boolean {
  const { from, to } = trimmed(words, stretch);
  return words.slice(from, to).some((word) => isJoint(word) || word.lexeme?.anaphor === "plural" || word.kind === "figure" || word.kind === "number" || word.tag === "m");
}
