import { countWhile, itemAt, type FigureMention } from "../../model/index.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import type { Clause, Frame } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import { figureOf, type Word } from "../../syntax/word.js";
import { isAmount } from "./object.js";

/** The parties that prepositions bring, as stretches of the clause. */
export interface Framed {
  agent: Stretch | undefined;
  /** Behind 将 or 把. */
  patient: Stretch | undefined;
  /** Behind 对. */
  target: Stretch | undefined;
  counterparty: Stretch | undefined;
  location: Stretch | undefined;
  amount: FigureMention | undefined;
  /** The subject is the object: 被, 遭. */
  passive: boolean;
  /** What stands behind 将 is the object of another verb. */
  used: boolean;
}

/** How far before the predicate its frames begin, in words. */
const REACH = 80;

/** What the frames before `words[at]` bring, as the sense of the trigger asks. */
export function framedParties(clause: Clause, folded: string, at: number, sense: EventWord, carrier = at): Framed {
  const { words, frames } = clause;
  const framed: Framed = { agent: undefined, patient: undefined, target: undefined, counterparty: undefined, location: undefined, amount: undefined, passive: false, used: false };
  for (let i = firstBehind(frames, at) - 1; i >= 0; i -= 1) {
    const frame = frames[i];
    if (!frame || frame.from < at - REACH) break;
    const role = frame.preposition.lexeme?.preposition;
    const holds = at < frame.to;
    // 对A的收购: the frame ends in the trigger itself.
    // 由A和B联合领投: so does that of whoever does it.
    if (holds && role !== "passive" && role !== "agent" && words[at - 1]?.kind !== "de") continue;
    const object = holds ? { from: frame.object.from, to: words[at - 1]?.kind === "de" ? at - 1 : at } : frame.object;
    if (role === "passive") {
      // 被传将迁回
      if (!holds && words[frame.object.from]?.lexeme?.cue) continue;
      framed.passive = true;
      if (object.to > object.from) framed.agent ??= object;
    // 完成由A领投的融资: A leads, and somebody else completes.
    } else if (role === "agent" && frame.from > carrier && words.slice(frame.to, at).some((word) => word.kind === "de")) continue;
    else if (role === "agent") framed.agent ??= object;
    else if (role === "patient") {
      // 将资金用于研发: what is used, and not what is developed.
      if (words.slice(frame.to, at).some((word, i) => isBound(word, folded) && (frame.to + i < carrier || carrier === at))) framed.used = true;
      else framed.patient ??= object;
    }
    else if (role === "topic") framed.target ??= object;
    else if (role === "partner") framed.counterparty ??= object;
    else if (role === "source") {
      if (sense.type === "departure") framed.target ??= withoutHand(words, object);
      else framed.counterparty ??= withoutHand(words, object);
    }
    else if (role === "goal") {
      // 此次发行为甲公司筹资
      if (sense.type === "financing" && sense.frame === "self" && folded[frame.preposition.start] === "为") framed.agent ??= object;
      else if (sense.goal === "object" || folded[frame.preposition.start] === "对") framed.target ??= object;
      else if (sense.goal === "counterparty" || sense.frame === "puts") framed.counterparty ??= object;
    } else if (role === "place") {
      if (words.slice(object.from, object.to).some((word) => word.type === "location")) framed.location ??= object;
    } else if (role === "means") {
      const figure = figureOf(words[words[object.from]?.mention ? object.from : object.to - 1]);
      // 以15元/股回购: the price of one.
      if (figure && !figure.per && isAmount(figure) && object.to - object.from <= 3) framed.amount ??= figure;
    }
  }
  framed.passive ||= passiveBefore(words, at) || passiveBefore(words, carrier);
  return framed;
}

/** 质押给江州证券, 将草案提交至立法会: who receives it stands behind. */
export function recipientBehind({ words, frames }: Clause, from: number): Stretch | undefined {
  const frame = itemAt(frames, firstBehind(frames, from) - 1);
  const role = frame?.preposition.lexeme?.preposition;
  return frame?.from === from && (role === "goal" || role === "time") && words[frame.object.to - 1]?.mention ? frame.object : undefined;
}

/** 用于, 转向, 投入: a verb that says what becomes of the thing, and is no event's. */
const isBound = ({ kind, lexeme, end }: Word, folded: string): boolean => kind === "verb" && !lexeme?.events && BOUND.has(folded[end - 1] ?? "");
const BOUND = new Set("于向往到至入");

/** Index of the first frame that begins behind `at`. */
function firstBehind(frames: readonly Frame[], at: number): number {
  return countWhile(frames.length, (i) => (frames[i]?.from ?? 0) <= at);
}

/** 被约谈, 遭立案调查: 被 right before the verb. */
function passiveBefore(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i -= 1) {
    const word = words[i];
    if (word?.lexeme?.preposition === "passive") return true;
    if (!word || word.kind !== "adverb") return false;
  }
  return false;
}

/** 从恒泽医药手中: the closing noun is no part of the name. */
function withoutHand(words: readonly Word[], { from, to }: Stretch): Stretch {
  return to - from > 1 && words[to - 2]?.kind === "name" && words[to - 1]?.kind !== "name" ? { from, to: to - 1 } : { from, to };
}
