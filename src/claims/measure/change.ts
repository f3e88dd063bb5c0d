import type { ChangeWord } from "../../lexicon/lexeme.js";
import { itemAt, type DropReason, type FigureMention, type Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { figureOf, type Word } from "../../syntax/word.js";
import { nounFieldsBefore, type Stretch } from "../../syntax/field.js";
import type { ChangeDraft, Settings } from "../draft.js";
import { basisOf, periodsOf } from "./basis.js";
import { carrierBefore } from "./counted.js";
import { distribute } from "./list.js";
import type { Walk } from "./measure.js";
import { measuredBy, movedObject } from "./moved.js";
import { endsAt, figureBefore, sizesAfter } from "./size.js";
import type { Measured } from "./split.js";

const PLANNED: Settings = { modality: "planned" };
const PREDICTED: Settings = { modality: "predicted" };

/** Changes that a clause states: one a change word and size. */
export function changesOf(walk: Walk, clause: Clause): ChangeDraft[] {
  const drafts: ChangeDraft[] = [];
  // Behind the last move, and behind what it moves.
  let [floor, next] = [0, 0];
  for (const i of clause.changes) {
    const change = clause.words[i]?.lexeme?.change;
    if (!change || i < next) continue;
    const made = changesAt(walk, clause, i, change, floor);
    if (made.length === 0) continue;
    drafts.push(...made);
    floor = i + 1;
    // 下调经济增长预期: a move named inside what is moved is not told.
    const object = movedObject(clause, i, change);
    next = object !== undefined && object !== "unmeasured" ? object.to : floor;
  }
  return drafts;
}

function changesAt(walk: Walk, clause: Clause, at: number, change: ChangeWord, floor: number): ChangeDraft[] {
  const { words } = clause;
  const { folded } = walk.reading.analysis.document;
  const trigger = words[at];
  if (!trigger) return [];
  const after = words[at + 1];
  if (after?.lexeme?.after === "name" || after?.lexeme?.unmeasured) return none(walk, trigger, "unmeasured", after);
  // 增, 高, 少 alone are too common: only with a figure behind them.
  if (trigger.end - trigger.start === 1 && change.use === "move" && after?.type !== "figure" && !(after?.kind === "aspect" && words[at + 2]?.type === "figure") && !(after && endsAt(folded, after.end))) return none(walk, trigger, "bare");
  const object = movedObject(clause, at, change);
  if (object === "unmeasured") return none(walk, trigger, "unmeasured");
  const moved = sizesAfter(walk, clause, at, object?.to);
  const before = figureBefore(walk, clause, at, floor);
  const sizes = moved.sizes.length > 0 ? moved.sizes : before ? [before] : [];
  // 经历61次回调: how often it happened is counted.
  if (figureOf(itemAt(words, at - 1))?.unit === "次" && carrierBefore(words, at - 1) >= 0) return none(walk, trigger, "noun", words[at - 1]);
  // 61次回调, 加速向上: a thing that is counted, a manner of what follows.
  if (itemAt(words, at - 1)?.kind === "figure" && trigger.kind !== "verb") return none(walk, trigger, "noun");
  if (trigger.lexeme?.adverb && after?.kind === "verb") return none(walk, trigger, "manner", after);
  // 平稳运行, 增长放缓, 下沉市场: the manner or object of what follows, or its modifier.
  if (sizes.length === 0 && !moved.to && after && modifiesNext(change, after)) return none(walk, trigger, "manner", after);
  if (change.use === "sized" && sizes.length === 0) return none(walk, trigger, "bare");
  if (change.use === "noun" && nounFieldsBefore(clause, at).length === 0) return none(walk, trigger, "nameless");
  if (change.use === "noun" && (sizes.length > 0 || moved.to)) return none(walk, trigger, "noun");
  // A metric's name such as 涨幅 in 涨幅扩大 is no move of its own.
  if (change.use === "noun" && clause.words.slice(at + 1).some((word) => word.lexeme?.change)) return none(walk, trigger, "noun");
  const measured = measuredBy(walk, clause, at, change, object, sizes.length > 0 || moved.to !== undefined);
  if (!measured) return none(walk, trigger, "nameless");
  if (sizes.length === 0 && !moved.to && !isStated(measured, change, after?.lexeme?.after !== undefined)) return none(walk, trigger, "bare");

  for (const figure of sizes) walk.taken.add(figure);
  if (moved.to) walk.taken.add(moved.to);
  for (const figure of moved.from) walk.taken.add(figure);
  const own = basisOf(walk, clause, at, floor, periodsOf(clause)[0] ?? walk.topic.period);
  // 环比增加81万吨，上升10.2%: the same move told again has the same basis.
  const basis = own.basis ?? (measured.again ? walk.topic.basis : undefined);
  walk.topic.basis = basis;
  const make = (of: Measured, figure: FigureMention | undefined): ChangeDraft => ({
    type: "change",
    span: { start: clause.start, end: clause.end },
    trigger: { start: trigger.start, end: trigger.end },
    direction: change.direction,
    subject: of.subject,
    metric: of.metric,
    key: of.key,
    figure,
    to: moved.to,
    basis,
    basisCues: own.cues,
    sets: after?.lexeme?.after === "goal" ? PLANNED : after?.lexeme?.after === "forecast" ? PREDICTED : undefined,
    sure: undefined,
    acts: acted(clause, at, change, object),
    rule: sizes.length > 1 ? "change/list" : figure ? "change/size" : moved.to ? "change/level" : "change/bare",
    clause,
    at,
  });
  const parts = distribute(walk, clause, at, measured, sizes.length);
  walk.topic.note(measured, sizes[0], parts);
  return sizes.length === 0 ? [make(measured, undefined)] : sizes.map((figure, i) => make(parts?.[i] ?? measured, figure));
}

function none({ reading }: Walk, trigger: Span, because: DropReason, by?: Span): [] {
  reading.trace?.drop("change", trigger, because, by);
  return [];
}

/** A change word right before another predicate, or before a noun that it cannot govern. */
const modifiesNext = ({ use, object }: ChangeWord, { kind, lexeme, mention }: Word): boolean =>
  (lexeme?.change !== undefined && lexeme.change.use !== "noun") || (use === "state" && kind === "verb") || (object === "no" && use === "move" && kind === "noun" && !mention && !lexeme?.after && !lexeme?.adverb && !lexeme?.closer);

/** Somebody moves it: 扩大范围, 将利率上调; but a thing only makes it move (这将增加成本). */
function acted(clause: Clause, at: number, change: ChangeWord, object: Stretch | undefined): boolean {
  if (change.object !== "may" || !(object ?? clause.frames.some((f) => f.to <= at && f.preposition.lexeme?.preposition === "patient"))) return false;
  const subject = nounFieldsBefore(clause, at).at(-1);
  const head = subject && clause.words[subject.to - 1];
  return !head || head.kind === "name" || Boolean(head.lexeme?.anaphor ?? head.lexeme?.source ?? head.lexeme?.title);
}

/** Without a figure, only what has a level moves. */
function isStated(measured: Measured, change: ChangeWord, trend: boolean): boolean {
  return measured.metric !== undefined || ((change.use !== "move" || change.object === "must" || (trend && measured.explicit)) && measured.subject !== undefined);
}
