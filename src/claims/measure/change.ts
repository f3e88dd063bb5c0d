import type { DateMention, FigureMention, Span } from "../../model/index.js";
import type { ChangeWord } from "../../lexicon/lexeme.js";
import type { Clause } from "../../syntax/clause.js";
import { isSubjectLike, nounFieldsBefore, type Stretch } from "../../syntax/field.js";
import { nounPhraseEnd, objectEnd } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import type { ChangeDraft } from "../draft.js";
import { basisOf } from "./basis.js";
import { figureList, membersOf } from "./list.js";
import type { Walk } from "./measure.js";
import { isInstrument, isMetricWord, spanOf, splitField, type Carried, type Measured } from "./split.js";

/** 升至, 降到, 跌破: the figure behind is where it ended. */
const ENDS_AT = /[至到破为]$/u;

/** Changes that a clause states: one a change word and size. */
export function changesOf(walk: Walk, clause: Clause): ChangeDraft[] {
  const drafts: ChangeDraft[] = [];
  let floor = 0;
  for (let i = 0; i < clause.words.length; i += 1) {
    const change = clause.words[i]?.lexeme?.change;
    if (!change) continue;
    const made = changesAt(walk, clause, i, change, floor);
    if (made.length > 0) floor = i + 1;
    drafts.push(...made);
  }
  return drafts;
}

function changesAt(walk: Walk, clause: Clause, at: number, change: ChangeWord, floor: number): ChangeDraft[] {
  const { words } = clause;
  const { folded, text } = walk.reading.analysis.document;
  const trigger = words[at];
  if (!trigger) return [];
  const after = words[at + 1];
  if (after?.lexeme?.after === "name" || after?.lexeme?.unmeasured) return [];
  // 增, 高, 少 alone are too common: only with a figure behind them.
  if (trigger.end - trigger.start === 1 && change.use === "move" && after?.mention?.type !== "figure" && !(after?.kind === "aspect" && words[at + 2]?.mention?.type === "figure") && !ENDS_AT.test(folded.slice(after?.start ?? 0, after?.end ?? 0))) return [];
  const moved = sizesAfter(walk, clause, at);
  const before = figureBefore(walk, clause, at, floor);
  const sizes = moved.sizes.length > 0 ? moved.sizes : before ? [before] : [];
  // 61次回调, 加速向上: a thing that is counted, a manner of what follows.
  if (words[at - 1]?.kind === "figure" && trigger.kind !== "verb") return [];
  if (trigger.lexeme?.adverb && after?.kind === "verb") return [];
  if (change.use === "noun" && nounFieldsBefore(clause, at).length === 0) return [];
  if (change.use === "noun" && (sizes.length > 0 || moved.to)) return [];
  // A metric's name such as 涨幅 in 涨幅扩大 is no move of its own.
  if (change.use === "noun" && clause.words.slice(at + 1).some((word) => word.lexeme?.change)) return [];
  const measured = measuredBy(walk, clause, at, change, sizes.length > 0 || moved.to !== undefined);
  if (!measured) return [];
  if (sizes.length === 0 && !moved.to && !isStated(measured, change)) return [];

  for (const figure of [...sizes, ...(moved.to ? [moved.to] : [])]) walk.taken.add(figure);
  for (const figure of moved.from) walk.taken.add(figure);
  const own = basisOf(text, clause, at, floor, periodOf(clause) ?? walk.topic.period);
  // 环比增加81万吨，上升10.2%: the same move told again has the same basis.
  const { basis, cues } = own.basis === undefined && measured.again ? { ...own, ...(walk.topic.basis !== undefined && { basis: walk.topic.basis }) } : own;
  walk.topic.basis = basis;
  const make = (of: Measured, figure: FigureMention | undefined): ChangeDraft => ({
    type: "change",
    span: { start: clause.start, end: clause.end },
    trigger: { start: trigger.start, end: trigger.end },
    direction: change.direction,
    ...(of.subject && { subject: of.subject }),
    ...(of.metric && { metric: of.metric }),
    ...(of.key !== undefined && { key: of.key }),
    ...(figure && { figure }),
    ...(moved.to && { to: moved.to }),
    ...(basis !== undefined && { basis }),
    basisCues: cues,
    ...(after?.lexeme?.after === "goal" && { sets: { modality: "planned" as const } }),
    ...(after?.lexeme?.after === "forecast" && { sets: { modality: "predicted" as const } }),
    acts: acted(clause, at, change),
    confidence: measured.explicit ? 0.9 : 0.75,
    rule: sizes.length > 1 ? "change/list" : figure ? "change/size" : moved.to ? "change/level" : "change/bare",
    clause,
    at,
  });
  const parts = distribute(walk, measured, sizes.length);
  walk.topic.note(measured, sizes[0], parts);
  return sizes.length === 0 ? [make(measured, undefined)] : sizes.map((figure, i) => make(parts?.[i] ?? measured, figure));
}

/** Somebody moves it: 扩大范围, 将利率上调. */
const acted = (clause: Clause, at: number, change: ChangeWord): boolean =>
  change.object === "may" && (clause.words[at + 1]?.kind === "noun" || clause.words[at + 1]?.kind === "aspect" || clause.frames.some((f) => f.to <= at && f.preposition.lexeme?.preposition === "patient"));

/** Several figures on one word belong to several subjects where there are as many of them. */
export function distribute(walk: Walk, measured: Measured, count: number): Measured[] | undefined {
  if (count < 2) return undefined;
  const carried = walk.topic.group(count);
  if (carried && !measured.explicit) return carried.map((part) => ({ ...part, ...(measured.metric && { metric: measured.metric }) }));
  const { analysis } = walk.reading;
  const members = measured.subject && membersOf(analysis, measured.subject, count);
  if (members) return members.map((subject) => ({ ...measured, subject }));
  return (measured.metric && membersOf(analysis, measured.metric, count))?.map((metric) => ({ ...measured, metric }));
}

/** Figures behind a change word: how far it moved, and where it ended. */
function sizesAfter(walk: Walk, clause: Clause, at: number): { sizes: FigureMention[]; to?: FigureMention; from: FigureMention[] } {
  const { words } = clause;
  let i = at + 1;
  const skip = (): void => {
    while (words[i] && (words[i]?.kind === "aspect" || words[i]?.kind === "adverb" || (words[i]?.lexeme?.copula && !ENDS_AT.test(lastUnit(walk, clause, i))))) i += 1;
  };
  skip();
  const from = fromFigures(clause, at);
  const first = figureList(clause, i);
  const endsAt = ENDS_AT.test(lastUnit(walk, clause, at));
  if (endsAt && first.figures[0]) return { sizes: [], to: first.figures[0], from };
  i = first.to;
  const link = words[i];
  if (link && /^(?:[至到达为]|达到)$/u.test(walk.reading.analysis.document.folded.slice(link.start, link.end))) {
    const target = words[i + 1]?.mention ?? words[i + 2]?.mention;
    if (target?.type === "figure") return { sizes: first.figures, to: target, from };
  }
  if (first.figures.length > 0) {
    const reached = reachedNext(walk, clause, first.to);
    if (reached && first.figures.length === 1) return { sizes: first.figures, to: reached, from };
  }
  return { sizes: first.figures, from };
}

/** 增加14亿美元，达到1100亿美元: the next clause only says where it ended. */
function reachedNext(walk: Walk, clause: Clause, after: number): FigureMention | undefined {
  if (after < clause.words.length) return undefined;
  const next = walk.reading.analysis.clauses[clause.index + 1];
  if (!next || next.sentence !== clause.sentence) return undefined;
  const [first, second] = next.words;
  const isReach = first && /^(?:达到|达|至|升至|增至|降至)$/u.test(walk.reading.analysis.document.folded.slice(first.start, first.end));
  return isReach && second?.mention?.type === "figure" ? second.mention : undefined;
}

/** 由4港元升至…, 从16%提高至…: where it came from is no claim. */
function fromFigures(clause: Clause, at: number): FigureMention[] {
  const figures: FigureMention[] = [];
  for (let i = 0; i < at; i += 1) {
    const role = clause.words[i]?.lexeme?.preposition;
    if (role !== "source" && role !== "agent") continue;
    for (let j = i + 1; j < at; j += 1) {
      const mention = clause.words[j]?.mention;
      if (mention?.type === "figure") figures.push(mention);
    }
  }
  return figures;
}

const lastUnit = (walk: Walk, clause: Clause, i: number): string => walk.reading.analysis.document.folded.slice((clause.words[i]?.end ?? 1) - 1, clause.words[i]?.end);

/** 5%的增长, 10%以上的投资增长目标: the size stands before. */
function figureBefore(walk: Walk, clause: Clause, at: number, floor: number): FigureMention | undefined {
  for (let i = at - 1; i >= Math.max(floor, at - 5); i -= 1) {
    const word = clause.words[i];
    if (word?.kind === "de") {
      const mention = clause.words[i - 1]?.mention;
      return mention?.type === "figure" && !walk.taken.has(mention) ? mention : undefined;
    }
    if (!word || !(word.kind === "noun" || word.kind === "adverb" || word.kind === "adjective")) return undefined;
  }
  return undefined;
}

/** Subject and metric of a change: object behind it, noun phrase before it, patient of 将, or what was spoken of. */
function measuredBy(walk: Walk, clause: Clause, at: number, change: ChangeWord, figured: boolean): Measured | undefined {
  const { reading, topic } = walk;
  const { words } = clause;
  const priced = change.use === "price" || change.use === "noun";
  const split = (field: Stretch, carried: Carried | undefined): Measured => splitField(reading, words, field, carried, priced);
  const fields = nounFieldsBefore(clause, at);
  const outer = (field: Stretch | undefined): Carried | undefined => (field && isSubjectLike(clause, field) ? outerSubject(walk, words, field) : undefined);

  const patient = clause.frames.find((f) => f.to <= at && f.preposition.lexeme?.preposition === "patient");
  if (patient) return split(patient.object, actor(outer(fields.find((f) => f.to <= patient.from)) ?? topic.subject));

  let i = at + 1;
  while (words[i]?.kind === "aspect") i += 1;
  if (change.object !== "no" && words[i]?.mention?.type !== "figure" && !words[i]?.lexeme?.after && words[i]?.lexeme?.preposition !== "time") {
    const end = objectEnd(words, i);
    if (end > i && words[i]?.kind !== "de") {
      if (words.slice(i, end).some((word) => word.lexeme?.unmeasured)) return undefined;
      const moved = spanOf(words, { from: i, to: end });
      if (change.object === "must" && !isMetricWord(words[end - 1], reading.analysis.document.folded)) return moved && { subject: moved, explicit: true };
      return withSubject(split({ from: i, to: end }, actor(outer(fields[0])) ?? topic.subject), outer(fields[0]));
    }
  }
  if (change.object === "must") return undefined;
  if (words[at + 1]?.kind === "de" && fields.length === 0) {
    const end = nounPhraseEnd(words, at + 2);
    if (end > at + 2) return split({ from: at + 2, to: end }, topic.subject);
  }
  const [field, further] = fields;
  if (field) {
    const measured = topic.shortened(rowOf(walk, words, field) ?? split(field, outer(further) ?? topic.subject));
    return further && !measured.explicit ? withSubject(measured, outer(further)) : measured;
  }
  // 热卷收涨3.40%: a word the tagger takes for a verb, at the start of its clause.
  if (priced && at > 0 && words.slice(0, at).every((word) => word.kind === "verb" && !word.lexeme)) return { subject: { start: clause.start, end: words[at - 1]!.end }, explicit: true };
  const again = at === 0 || words.slice(0, at).every((word) => word.kind === "adverb" || word.kind === "conjunction");
  if (figured || change.use === "state" || words.slice(0, at).some((word) => word.lexeme?.basis)) return topic.last ? { ...topic.last, explicit: false, again } : undefined;
  return priced && topic.last ? { ...topic.last, explicit: false, again } : undefined;
}

/** 其中，城市上涨1.6%，农村上涨1.2%: rows under a measure that moved just before, named by plain nouns. */
function rowOf({ topic, reading }: Walk, words: readonly Word[], field: Stretch): Measured | undefined {
  const { folded } = reading.analysis.document;
  const { last } = topic;
  const parts = words.slice(field.from, field.to);
  if (!last?.metric || !topic.listing || parts.some((word) => word.kind !== "noun" || word.lexeme?.instrument || isMetricWord(word, folded) || isInstrument(word, folded))) return undefined;
  const subject = spanOf(words, field);
  return subject && { subject, metric: last.metric, ...(last.key !== undefined && { key: last.key }), explicit: true, again: true };
}

/** Who moves something is whose measure it is: 银行下调存款利率. */
const actor = (subject: Carried | undefined): Carried | undefined => subject && { ...subject, owns: true };

/** A noun phrase as the subject of what stands behind it; a pronoun by what it stands for, or not at all. */
export function outerSubject({ reading }: Walk, words: readonly Word[], field: Stretch): Carried | undefined {
  const first = words[field.from];
  const alone = field.to - field.from === 1;
  if (alone && first?.kind === "pronoun" && !first.lexeme?.anaphor) return undefined;
  const span = alone && first?.lexeme?.anaphor ? reading.antecedents.resolve(first) : spanOf(words, field);
  return span && { ...span, owns: first?.lexeme?.anaphor !== undefined || first?.mention !== undefined };
}

const withSubject = (measured: Measured, subject?: Span): Measured =>
  subject && !measured.explicit ? { ...measured, subject: { start: subject.start, end: subject.end }, explicit: true } : measured;

/** Without a figure, only what has a level moves. */
function isStated(measured: Measured, change: ChangeWord): boolean {
  return measured.metric !== undefined || ((change.use !== "move" || change.object === "must") && measured.subject !== undefined);
}

export function periodOf(clause: Clause): DateMention | undefined {
  for (const word of clause.words) if (word.mention?.type === "date") return word.mention;
  return undefined;
}
