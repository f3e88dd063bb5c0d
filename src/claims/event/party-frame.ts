import type { FigureMention } from "../../model/index.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";
import { isAmount } from "./object.js";

/** The parties that prepositions bring, as stretches of the clause. */
export interface Framed {
  agent?: Stretch;
  object?: Stretch;
  counterparty?: Stretch;
  location?: Stretch;
  amount?: FigureMention;
  /** Index of the word that turns the subject into the object: 被, 遭. */
  passive?: number;
}

/** How far before the predicate its frames begin, in words. */
const REACH = 80;

/** What the frames before `words[at]` bring, as the sense of the trigger asks. */
export function framedParties(clause: Clause, folded: string, at: number, sense: EventWord): Framed {
  const { words, frames } = clause;
  const framed: Framed = {};
  for (let i = frames.length - 1; i >= 0; i -= 1) {
    const frame = frames[i];
    if (!frame || frame.from > at) continue;
    if (frame.from < at - REACH) break;
    const holds = at < frame.to;
    const object = { from: frame.object.from, to: Math.min(frame.object.to, at) };
    const role = frame.preposition.lexeme?.preposition;
    if (role === "passive") {
      framed.passive ??= frame.from;
      if (object.to > object.from) framed.agent ??= object;
    } else if (holds) {
      if (words[at - 1]?.kind !== "de") continue;
      const head = { from: object.from, to: at - 1 };
      if (role === "partner") framed.counterparty ??= head;
      else if (role === "goal") framed[goalRole(folded, frame.preposition, sense)] ??= head;
    } else if (role === "agent") framed.agent ??= object;
    else if (role === "patient") framed.object ??= object;
    else if (role === "partner") framed.counterparty ??= object;
    else if (role === "source") framed[sense.type === "departure" ? "object" : "counterparty"] ??= withoutHand(words, object);
    else if (role === "goal") {
      const brings = goalRole(folded, frame.preposition, sense);
      if (brings === "object" || sense.frame === "acts" || sense.frame === "mutual") framed[brings] ??= object;
    } else if (role === "place") {
      if (words.slice(object.from, object.to).some((word) => word.mention?.type === "location")) framed.location ??= object;
    } else if (role === "means") {
      const figure = words[object.from]?.mention ?? words[object.to - 1]?.mention;
      if (figure?.type === "figure" && isAmount(figure)) framed.amount ??= figure;
    }
  }
  const direct = passiveBefore(words, at);
  if (direct !== undefined) framed.passive ??= direct;
  return framed;
}

const goalRole = (folded: string, { start }: Word, { goal }: EventWord): "object" | "counterparty" => goal ?? (folded[start] === "对" ? "object" : "counterparty");

/** 被约谈, 遭立案调查: 被 right before the verb. */
function passiveBefore(words: readonly Word[], at: number): number | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 4; i -= 1) {
    const word = words[i];
    if (word?.lexeme?.preposition === "passive") return i;
    if (!word || word.kind !== "adverb") return undefined;
  }
  return undefined;
}

/** 从恒泽医药手中: the closing noun is no part of the name. */
function withoutHand(words: readonly Word[], { from, to }: Stretch): Stretch {
  const last = words[to - 1];
  return to - from > 1 && words[to - 2]?.kind === "name" && last?.kind !== "name" ? { from, to: to - 1 } : { from, to };
}
