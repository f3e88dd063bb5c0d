import { itemAt, type FigureMention, type Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { contentBefore, isSubjectLike, nounFieldsBefore, type Stretch } from "../../syntax/field.js";
import { nounPhraseEnd } from "../../syntax/phrase.js";
import { figureOf, type Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";
import { outerSubject } from "./moved.js";
import type { Walk } from "./measure.js";
import { measuredOf, spanOf, type Measured } from "./split.js";

/** What a figure measures, by the rule that found it. */
export interface Found {
  readonly measured: Measured;
  readonly rule: string;
}

/** The figure only counts or restricts: no claim, and no other reading. */
export const none: Found = { measured: measuredOf(undefined, undefined), rule: "" };

export const isCounter = ({ unit }: FigureMention): boolean => unit !== undefined && /^\p{Script=Han}/u.test(unit);

/** Position of the 经历 or 出现 that `words[at]` stands behind; -1 where there is none. */
export function carrierBefore(words: readonly Word[], at: number): number {
  let i = at - 1;
  while (i >= 0 && !words[i]?.lexeme?.carrier && (words[i]?.kind === "aspect" || words[i]?.kind === "adverb")) i -= 1;
  return i >= 0 && words[i]?.lexeme?.carrier ? i : -1;
}

/** What stands behind a figure and is measured or counted by it. */
export function counted(walk: Walk, clause: Clause, at: number, to: number): Found | undefined {
  const { words } = clause;
  const figure = figureOf(words[at]);
  const next = words[to];
  if (!figure) return undefined;
  if (isCounter(figure) && (!next || next.kind === "aspect" || figure.unit === "次")) return times(walk, clause, at, to, figure);
  if (!next) return undefined;
  if (next.kind === "de") return behind(walk, clause, at, to, figure);
  if (next.lexeme?.casualty) return casualties(walk, clause, at, to);
  if (!isCounter(figure)) return undefined;
  const before = contentBefore(clause, at);
  const end = next.kind === "date" ? to : nounPhraseEnd(words, to);
  const has = before >= 0 && Boolean(words[before]?.lexeme?.having);
  // 造成3名工人死亡: what befell those who are counted.
  if (end > to && words[end]?.lexeme?.casualty && words[before]?.kind === "verb") return befell(words, to, end);
  // 两家公司净利润增长5%: both that were named, and what moved is told by itself.
  if (words[at]?.lexeme?.anaphor && next.lexeme?.anaphor && clause.changes.length > 0) return none;
  if (end === to) return has && next.kind !== "noun" ? doers(walk, clause, to, to) : undefined;
  // 全国有4.5万座桥梁需要修复: what those that somebody has do belongs to what is counted.
  if (has && end < words.length && nounFieldsBefore(clause, before).length > 0) return havings(walk, clause, before, { from: to, to: words.length });
  if (has && end >= words.length) return havings(walk, clause, before, { from: to, to: end });
  // 约翰逊的5名助理相继辞职: whose they are stands before 的.
  const lead = before < 0 || has || words[before]?.lexeme?.light || words[before]?.lexeme?.preposition === "exception" || (words[before]?.kind === "de" && words[before - 1]?.kind === "name");
  return (lead && doers(walk, clause, to, end)) || none;
}

/** 378亿美元的市值: the metric stands behind the figure. */
function behind(walk: Walk, clause: Clause, at: number, to: number, figure: FigureMention): Found | undefined {
  const { words } = clause;
  const end = nounPhraseEnd(words, to + 1);
  if (itemAt(words, at - 1)?.lexeme?.metric) return undefined;
  if (isCounter(figure) || end <= to + 1 || !walk.nouns.isMetric(words[end - 1])) return none;
  const [field] = nounFieldsBefore(clause, at);
  const held = field && outerSubject(walk, words, field);
  const subject = held ? { start: held.start, end: held.end } : walk.topic.subject;
  const key = words[end - 1]?.lexeme?.metric?.key;
  const metric = spanOf(words, { from: to + 1, to: end });
  return metric && { measured: measuredOf(subject, metric, key, field !== undefined), rule: "metric/behind" };
}

/** 新增确诊病例34145例, 提供近4万个就业机会: the counted noun is what is measured. */
function havings(walk: Walk, clause: Clause, having: number, noun: Stretch): Found {
  const metric = spanOf(clause.words, noun);
  const [field] = nounFieldsBefore(clause, having);
  const subject = field ? subjectIn(walk, clause, field) : walk.topic.subject;
  return { measured: measuredOf(subject, metric, undefined, field !== undefined), rule: "metric/having" };
}

/** 7家银行获机构调研, 有8家公司营业收入在35亿元之上, 有27位预计: what the counted do or have; who they are may have been named before. */
function doers({ reading, nouns }: Walk, clause: Clause, from: number, end: number): Found | undefined {
  const { words } = clause;
  let to = end;
  // 两家面板厂的供货量减少: whose it is, and not what they do.
  if (words.slice(from, end).some((word, i) => word.kind === "de" && nouns.isHolder(words[from + i - 1])) && nouns.isMetric(words[end - 1])) return undefined;
  // 8家公司|营业收入…: whose measure it is ends with the noun for them.
  const head = nouns.isMetric(words[end - 1]) ? words.slice(from, end).findLastIndex((word) => nouns.isHolder(word)) : -1;
  if (head >= 0) to = from + head + 1;
  const last = words[to - 1];
  // 2家上市公司并购: the predicate that the tagger takes for a noun.
  if (to === words.length && to - from > 1 && last?.tag === "vn" && last.lexeme?.events) to -= 1;
  if (to >= words.length || words[to]?.kind === "close" || (to === end && head < 0 && !words.slice(to).some((word) => word.kind === "verb" || word.lexeme?.events || word.lexeme?.cue))) return undefined;
  const noun = to > from ? spanOf(words, { from, to }) : amongBefore(reading, clause);
  const predicate = spanOf(words, { from: to, to: words.length });
  return noun && predicate && { measured: measuredOf(noun, predicate), rule: "metric/doers" };
}

/** 33位分析师中，有27位预计…: those whom the clause before counts from. */
function amongBefore({ analysis }: Reading, clause: Clause): Span | undefined {
  const before = analysis.clauses[clause.index - 1];
  const last = before?.words.at(-1);
  if (!before || before.sentence !== clause.sentence || last?.kind !== "localizer") return undefined;
  const end = before.words.length - 1;
  const from = before.words.findLastIndex((word, i) => i < end && (word.kind === "figure" || word.kind === "de" || word.kind === "verb"));
  return spanOf(before.words, { from: from + 1, to: end });
}

/** 已被触发21次, 仅销出1.93万辆, 两次夺得冠军: how often something was done, or how many. */
function times(walk: Walk, clause: Clause, at: number, to: number, figure: FigureMention): Found | undefined {
  const { words } = clause;
  const next = words[to];
  if (next && next.kind !== "aspect" && next.kind !== "verb") return undefined;
  const before = contentBefore(clause, at);
  const verb = itemAt(words, before);
  // 经历61次回调: what somebody goes through is counted.
  if (next?.lexeme?.change && figure.unit === "次") {
    const carrier = carrierBefore(words, at);
    // 连续3次上涨: how often, of what is told by itself.
    return carrier >= 0 ? havings(walk, clause, carrier, { from: to, to: words.length }) : none;
  }
  const done = next?.kind === "verb" ? next : verb;
  if (!done || done.kind !== "verb" || done.mention || done.lexeme?.events || done.lexeme?.copula || done.lexeme?.light || done.lexeme?.change || done.lexeme?.cue || done.lexeme?.carrier) return undefined;
  // 调为九大区域: what became of it.
  if (walk.reading.analysis.document.folded[done.end - 1] === "为") return undefined;
  if (done === verb && figure.unit !== "次" && !done.lexeme?.having && done.end - done.start < 2) return undefined;
  const metric = done === verb ? { start: done.start, end: done.end } : spanOf(words, { from: to, to: words.length });
  const [field] = nounFieldsBefore(clause, done === verb ? before : at);
  const subject = field ? subjectIn(walk, clause, field) : walk.topic.subject;
  return metric && { measured: measuredOf(subject, metric, undefined, field !== undefined), rule: "metric/times" };
}

/** 造成5人死亡, 3人重伤: what befell them is what is counted; whose count it is stands before 造成 or was spoken of. */
function casualties({ topic, incidentBefore }: Walk, clause: Clause, at: number, to: number): Found {
  // 5人死亡、2人受伤: each count has what befell its own.
  const next = clause.words.findIndex((word, i) => i > to && word.kind === "figure");
  const metric = spanOf(clause.words, { from: to, to: next < 0 ? clause.words.length : next });
  const before = contentBefore(clause, at);
  const [field] = nounFieldsBefore(clause, before >= 0 && clause.words[before]?.kind === "verb" ? before : at);
  const subject = field ? spanOf(clause.words, field) : (incidentBefore(clause) ?? topic.last?.subject ?? topic.subject);
  return { measured: measuredOf(subject && { start: subject.start, end: subject.end }, metric, undefined, field !== undefined), rule: "metric/casualties" };
}

/** 累计生产原油, 开放岗位: the verb whose object is counted belongs to what is measured. */
export function withVerb(words: readonly Word[], field: Stretch, figure: FigureMention): Stretch {
  const verb = itemAt(words, field.from - 1);
  const done = isCounter(figure) && field.to - field.from === 1 && verb !== undefined && !verb.lexeme;
  if (verb?.kind !== "verb" || !(done || verb.lexeme?.having) || verb.lexeme?.copula || verb.lexeme?.light) return field;
  return { from: itemAt(words, field.from - 2)?.lexeme?.modifier ? field.from - 2 : field.from - 1, to: field.to };
}

/** 风城油田累计生产原油: whose it is stands before the verb. */
export function had(walk: Walk, clause: Clause, whole: Stretch): Found {
  const [field] = nounFieldsBefore(clause, whole.from);
  const subject = field ? subjectIn(walk, clause, field) : walk.topic.subject;
  const metric = spanOf(clause.words, whole);
  return { measured: measuredOf(subject && { start: subject.start, end: subject.end }, metric, undefined, field !== undefined), rule: "metric/having" };
}

/** 3名工人|死亡: up to the next count. */
function befell(words: readonly Word[], from: number, to: number): Found | undefined {
  const next = words.findIndex((word, i) => i > to && word.kind === "figure");
  const [who, metric] = [spanOf(words, { from, to }), spanOf(words, { from: to, to: next < 0 ? words.length : next })];
  return metric && { measured: measuredOf(who, metric), rule: "metric/befell" };
}

/** A noun phrase as a subject; nothing where it is the object of a verb. */
export function subjectIn(walk: Walk, clause: Clause, field: Stretch): Span | undefined {
  const found = isSubjectLike(clause, field) ? outerSubject(walk, clause.words, field) : undefined;
  return found && { start: found.start, end: found.end };
}
