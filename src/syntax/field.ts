import { itemAt } from "../model/index.js";
import type { Clause, Frame } from "./clause.js";
import { isAdverbial, nounPhraseStart } from "./phrase.js";
import type { Word } from "./word.js";

/** Words `[from, to)` of a clause. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const HEADS = new Set<string>(["noun", "name", "pronoun", "unquote", "classifier"]);

const isHead = (word: Word | undefined): boolean =>
  word !== undefined && !((word.lexeme?.copula || word.lexeme?.light) && !word.lexeme.metric) && (HEADS.has(word.kind) || Boolean(word.lexeme?.metric));

/**
 * Noun phrases before the predicate `words[at]`, nearest first, seeing through adverbs, dates, prepositional frames and
 * verbs that only carry (实现, 保持). 公司在海外市场上的新签订单在不断增加 gives 新签订单 and 公司 for 增加.
 */
export function nounFieldsBefore(clause: Clause, at: number): Stretch[] {
  const { words } = clause;
  const frames = clause.frames.filter((frame) => frame.to <= at && !opensOn(clause, frame, at));
  const fields: Stretch[] = [];
  let to = at;
  while (to > 0) {
    const frame = frames.find((f) => f.from < to && to <= f.to);
    if (frame) {
      // 机构对银行的调研热情: the frame is the modifier of the noun that it seems to govern.
      if (fields.length === 0 && frame.preposition.lexeme?.preposition === "goal" && frame.object.to === to && words.slice(frame.object.from, to).some((word) => word.kind === "de")) fields.push({ from: frame.from, to });
      to = frame.from;
      continue;
    }
    const word = words[to - 1];
    if (!word) break;
    if (isHead(word)) {
      const from = Math.min(nounPhraseStart(words, to - 1, floorBefore(clause, frames, to - 1)), to - 1);
      // 推理成本下降: a verb that opens the clause before a measure is part of its name.
      const deed = words[from - 1];
      const opened = from + 1 === to && words[from]?.lexeme?.metric && words[at]?.lexeme?.change && deed?.kind === "verb" && deed.tag === "v" && !deed.lexeme && words.slice(0, from - 1).every(isAdverbial);
      // 在海外市场上的订单: where they stand is no possessor.
      const place = frames.find((f) => f.from < from && from < f.to && f.to < to && f.preposition.lexeme?.preposition === "place" && words[f.to]?.kind === "de");
      const start = opened ? from - 1 : from;
      fields.push({ from: place ? place.to + 1 : start, to });
      to = place ? place.from : start;
    } else if (fields.length > 0 && word.lexeme?.copula && word.kind === "verb") break;
    else if (isPassable(word) || (word.kind === "adjective" && words[to]?.kind === "de")) to -= 1;
    else break;
  }
  return fields;
}

const isPassable = (word: Word): boolean =>
  isAdverbial(word) || word.kind === "localizer" || word.kind === "conjunction" || word.kind === "quote" || word.kind === "figure" || word.kind === "de" || word.kind === "pause" || word.kind === "other" || Boolean(word.lexeme?.light || word.lexeme?.copula || word.lexeme?.preposition === "passive");

/** A frame whose object is what the predicate speaks of: 随着需求增长, 面对能源价格的不断上涨, 关于股市将上涨的观点. */
function opensOn(clause: Clause, frame: Frame, at: number): boolean {
  const role = frame.preposition.lexeme?.preposition;
  if (at < frame.to) return true;
  if (role === "cause" && !clause.words[frame.to - 1]?.lexeme?.closer) return true;
  if (clause.words[at + 1]?.kind === "de" && (role === "topic" || role === "goal")) return true;
  return false;
}

/** A noun phrase does not reach into a prepositional frame before it, unless 的 ties it there. */
function floorBefore(clause: Clause, frames: readonly Frame[], head: number): number {
  let floor = 0;
  for (const frame of frames) if (frame.to <= head && clause.words[frame.to]?.kind !== "de") floor = frame.to;
  return floor;
}

/** No object of a verb before it: 改善经营效率、提升产能利用率 has no subject in 经营效率. */
export function isSubjectLike(clause: Clause, field: Stretch): boolean {
  const before = itemAt(clause.words, field.from - 1);
  return !before || !(before.kind === "verb" || before.kind === "aspect" || before.kind === "preposition");
}

/** Last word before `at` that is no adverb, date or frame; -1 where there is none. */
export function contentBefore(clause: Clause, at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = clause.words[i];
    const frame = clause.frames.find((f) => f.to === i + 1);
    if (frame) i = frame.from;
    else if (word && !(isAdverbial(word) || word.kind === "conjunction" || word.kind === "adjective" || (word.kind === "de" && followsAdjective(clause, i)))) return i;
  }
  return -1;
}

/** 惊人的100%: 的 between an adjective and the figure. */
const followsAdjective = ({ words }: Clause, de: number): boolean => words[de - 1]?.kind === "adjective";
