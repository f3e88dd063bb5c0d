import { itemAt } from "../model/index.js";
import type { Frame } from "./clause.js";
import { nounPhraseEnd } from "./phrase.js";
import type { Word } from "./word.js";

/** How far a closing word (在…情况下, 从…来看) may stand from its preposition, in words. */
const REACH = 24;
const CLOSED = new Set(["place", "time", "source", "cause", "goal", "topic", "basis", "comparison", "exception", "means"]);

/** Prepositional frames of a clause, left to right. */
export function findFrames(words: readonly Word[]): Frame[] {
  const frames: Frame[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    const role = word?.lexeme?.preposition;
    if (!word || !role || word.kind !== "preposition" || i + 1 >= words.length) continue;
    // A与B is one noun phrase; 将与B, 已与B, 与上年持平 is a frame.
    const beside = role === "partner" && i > 0 && isNominal(words[i - 1]) && words[i + 1]?.kind !== "date";
    if (beside && !isOtherSide(words, i)) continue;
    // 为3亿元: the verb.
    if (word.lexeme?.copula && role === "goal" && words[i + 1]?.kind === "figure") continue;
    // 在特定区域: an attribute that the tagger takes for an adverb.
    const attributed = role === "place" && words[i + 1]?.kind === "adverb" && !words[i + 1]?.lexeme && words[i + 2]?.kind === "noun";
    const plain = phraseEnd(words, attributed ? i + 2 : i + 1, role);
    // 将支付范围扩大: a compound that starts with a verb.
    const whole = plain === i + 1 && role === "patient" && words[i + 2]?.kind === "noun" ? phraseEnd(words, i + 2, role) : plain;
    // 与27家仿制药企业: the noun that is counted is still to come.
    const bare = whole > i + 1 && words[whole]?.kind === "verb" && !words[whole]?.lexeme && words.slice(i + 1, whole).every((word) => word.kind === "figure" || word.kind === "number");
    const counted = bare ? Math.max(whole, nounPhraseEnd(words, whole + 1)) : whole;
    // 分布于港口的仓库数量: behind a verb the frame ends where its relative clause does.
    const de = itemAt(words, i - 1)?.kind === "verb" ? words.findIndex((word, j) => j > i && j < whole && word.kind === "de") : -1;
    let phrase = de > 0 ? de : counted;
    // A与B12日会晤: when.
    while (beside && words[phrase - 1]?.kind === "date") phrase -= 1;
    // 在人民大会堂同B会谈
    const side = role === "place" ? words.findIndex((word, j) => j > i + 1 && j < phrase && word.lexeme?.preposition === "partner" && word.kind === "preposition") : -1;
    if (side > 0 && isOtherSide(words, side)) phrase = side;
    const closed = CLOSED.has(role) ? closerAfter(words, i + 1, role) : -1;
    if (closed > 0) {
      frames.push({ from: i, to: closed + 1, preposition: word, object: { from: i + 1, to: closed } });
      i = closed;
    } else if (phrase > i + 1) {
      frames.push({ from: i, to: phrase, preposition: word, object: { from: i + 1, to: phrase } });
      i = phrase - 1;
    }
  }
  return frames;
}

/** How far behind the other side's preposition the verb that needs two may stand, in words. */
const SIDE = 16;

/** A同B会谈, A与B在北京签署协议: done with B, so that A alone is the subject of all that comes after. */
function isOtherSide(words: readonly Word[], at: number): boolean {
  if (words[at]?.tag === "c") return false;
  let named = false;
  for (let i = at + 1; i < words.length && i <= at + SIDE; i += 1) {
    const word = words[i]!;
    // 与来访的B会谈
    if (words[i + 1]?.kind === "de" && !word.mention) continue;
    if (word.lexeme?.events && !word.mention) return named && isTwoSided(words, i);
    if (word.kind === "verb" || word.lexeme?.light || word.lexeme?.carrier || word.kind === "aspect" || (word.kind === "preposition" && word.lexeme?.preposition !== "place")) return false;
    named ||= word.kind === "name" || word.lexeme?.source === "body";
  }
  return false;
}

/** 会谈, 签署协议; but 会见记者 has both sides before it. */
function isTwoSided(words: readonly Word[], at: number): boolean {
  const object = words[at + 1]?.kind === "aspect" ? at + 2 : at + 1;
  return words[at]?.lexeme?.events?.some(({ type, frame, goal }) => frame === "mutual" || (goal === "counterparty" && (type === "contract" || (type === "meeting" && !isNominal(words[object]))))) === true;
}

/** 向记者分析，: the cue at the end of the clause is its verb, whatever the tagger says. */
function phraseEnd(words: readonly Word[], from: number, role: string): number {
  const end = predicateWithin(words, from, nounPhraseEnd(words, from), role);
  return (end === words.length || words[end]?.lexeme?.cue) && end > from + 1 && words[end - 1]?.lexeme?.cue && (role === "goal" || !words[end - 1]?.lexeme?.source) ? end - 1 : end;
}

/** 在香港上市, 与B合作: what the tagger takes for a noun is the predicate of the clause where nothing else is. */
function predicateWithin(words: readonly Word[], from: number, end: number, role: string): number {
  // 被任命为: nobody is named.
  for (let i = role === "passive" ? from : from + 1; i < end; i += 1) {
    const word = words[i];
    if (!word?.lexeme?.events || word.mention || (word.kind !== "noun" && word.kind !== "adverb") || word.lexeme.events.every((event) => event.noun)) continue;
    const [before, next] = [itemAt(words, i - 1), words[i + 1]];
    if (before?.kind === "de" || before?.kind === "adjective" || before?.kind === "pause" || before?.kind === "conjunction" || before?.kind === "quote") continue;
    // 就供应链合作交换意见: what they speak about.
    if (next && role === "topic") continue;
    // 与B合作建设仓库: a clause that ends in the frame has its predicate inside.
    if (next && (next.kind === "noun" || next.kind === "classifier") && end < words.length) continue;
    if (next && (next.kind === "pause" || next.kind === "conjunction" || next.kind === "localizer" || next.kind === "unquote" || (next.kind === "de" && i + 2 >= words.length))) continue;
    let to = i;
    while (to > from + 1 && (words[to - 1]?.kind === "number" || words[to - 1]?.kind === "adverb")) to -= 1;
    return to;
  }
  return end;
}

function closerAfter(words: readonly Word[], from: number, role: string): number {
  for (let i = from; i < Math.min(words.length, from + REACH); i += 1) {
    const word = words[i];
    if (!word || word.kind === "comma" || word.kind === "stop" || word.kind === "colon") return -1;
    // 在海外市场上的订单: the frame modifies what stands behind 的.
    if (i > from && (role === "means" ? word.lexeme?.manner : word.lexeme?.closer) && (words[i + 1]?.kind !== "de" || (role === "place" && word.end - word.start === 1))) return i;
    if (i > from && word.lexeme?.preposition && word.kind === "preposition") return -1;
  }
  return -1;
}

export function isNominal(word: Word | undefined): boolean {
  return word !== undefined && (word.kind === "noun" || word.kind === "name" || word.kind === "pronoun" || word.kind === "unquote");
}
