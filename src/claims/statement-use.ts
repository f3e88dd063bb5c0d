import { itemAt } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";
import { firstOf, headBefore } from "./statement-speaker.js";

/** Whether the words of a cue are used as one. `next` is the clause behind `clause`, where it is of the same sentence. */

/** The cue is a noun, or no cue at all, here: 按照要求, 发表声明, 被业界称为. */
export function isNoCue(clause: Clause, next: Clause | undefined, from: number, to: number): boolean {
  const { words, frames } = clause;
  const [before, cue, after] = [itemAt(words, from - 1), words[from], words[to]];
  if (after?.lexeme?.closer || after?.lexeme?.preposition === "partner" || (after?.kind === "conjunction" && !after.lexeme?.adverb)) return true;
  if (before?.kind === "de" || before?.kind === "pause" || after?.kind === "pause") return true;
  if (before?.kind === "verb" && !before.lexeme?.cue && !before.lexeme?.modal && !before.lexeme?.having && cue?.kind === "noun") return true;
  // 符合认证要求，: the object of the verb before it.
  if (before?.kind === "verb" && !before.lexeme?.cue && !before.lexeme?.having && to >= words.length && cue?.lexeme?.cue?.use === "urge") return true;
  // 收到新要求
  if (before?.kind === "adjective" && to >= words.length && cue?.lexeme?.cue?.use === "urge") return true;
  // 被业界称为…
  if (before?.lexeme?.preposition === "passive" || frames.some((frame) => frame.to === from && frame.preposition.lexeme?.preposition === "passive")) return true;
  // 不愿透露姓名的人士
  if (before?.lexeme?.negation && cue?.lexeme?.cue?.use === "say" && !opens(clause, to)) return true;
  // 作出认真回应，及早谈判
  const verb = itemAt(words, headBefore(clause, from));
  if (verb?.kind === "verb" && (verb.lexeme?.light || verb.lexeme?.carrier) && !verb.lexeme.having && verb.end < (cue?.start ?? 0)) return true;
  return leadsToCue(clause, next, from) || frames.some((frame) => frame.from < from && from < frame.to && frame.preposition.lexeme?.preposition !== "patient");
}

/** 公布数据显示, 发布研报称: the cue is the paper's. */
export const leadsToPaper = ({ words }: Clause, to: number): boolean => words[to]?.lexeme?.source !== undefined && words[to + 1]?.lexeme?.cue?.use === "show";

/** 给出了回应，称…; 发表内部信，表示…: what is said follows the next cue. */
function leadsToCue({ words, closing }: Clause, next: Clause | undefined, from: number): boolean {
  const verb = itemAt(words, from - 1);
  const isObject = verb?.kind === "aspect" || (verb?.kind === "verb" && !verb.lexeme?.cue) || words[from]?.lexeme?.cue?.use === "publish";
  if (!isObject || !next || closing?.kind !== "comma") return false;
  const cue = next.words[firstOf(next, next.words.length)]?.lexeme?.cue?.use;
  return cue === "say" || cue === "tell";
}

/** Something said can follow at once: a comma or colon behind the cue's clause, or a quote in it. */
export function opens({ words, closing }: Clause, to: number): boolean {
  const next = words[to];
  return next ? next.kind === "quote" : closing?.kind === "comma" || closing?.kind === "colon";
}

/** 公告, 披露 and the like report only with what they report: a comma or 称 behind them, or the paper they issue. */
export function publishes(clause: Clause, next: Clause | undefined, from: number, to: number): boolean {
  const { words, closing } = clause;
  if (words[from]?.lexeme?.events && isProduct(words, headBefore(clause, from))) return false;
  if ((to - from > 1 && to < words.length) || words[to]?.kind === "quote") return true;
  const goesOn = closing?.kind === "comma" || closing?.kind === "colon";
  // 发表联合声明，并签署…: the next clause is another act, not what is said.
  if (to >= words.length) return goesOn && !(next?.words[0]?.kind === "conjunction" && next.words[0].lexeme?.adverb);
  // 33家公司发布业绩预告。
  if (words.slice(0, from).some((word) => word.kind === "figure")) return false;
  const issued = words.at(-1)?.lexeme?.source;
  return closing !== undefined && (issued === "paper" || issued === "study" || issued === "data" || issued === "notice") && !words.slice(to).some((word) => word.kind === "de");
}

/** 大模型“云川”正式发布: what comes out speaks of nothing. */
const isProduct = (words: readonly Word[], head: number): boolean => itemAt(words, words[head]?.kind === "unquote" ? head - 1 : head)?.type === "product";

/** 有消息称, 报道称: the cue's own noun is all that speaks. Index of the word with which the cue begins. */
export function rumourStart(clause: Clause, from: number, to: number): number | undefined {
  const word = clause.words[from];
  const source = word?.lexeme?.source;
  if (to - from < 2 || (source !== "word" && source !== "notice")) return undefined;
  const head = headBefore(clause, from);
  if (head >= 0) return clause.words[head]?.lexeme?.having ? from + 1 : undefined;
  if (source === "word" || word?.lexeme?.cue?.use === "announce") return from;
  return clause.start === clause.sentence.start ? from + 1 : undefined;
}

/** A verb stands before the cue, so that the clause may well go on without a subject (启动行动，重点要求…). */
export function followsVerb(clause: Clause, at: number): boolean {
  const head = clause.words[headBefore(clause, at)];
  return head?.kind === "verb" || head?.kind === "localizer" || Boolean(head?.lexeme?.closer) || head?.kind === "unquote";
}

/** A cue that may follow another: 称, 说, 表示, 道. */
export const isTail = (word: Word | undefined): boolean => word?.lexeme?.cue?.use === "say" || word?.lexeme?.cue?.use === "show";
