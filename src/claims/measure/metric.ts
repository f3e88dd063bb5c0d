import type { FigureMention, Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { isSubjectLike, nounFieldsBefore, type Stretch } from "../../syntax/field.js";
import { isAdverbial, nounPhraseEnd } from "../../syntax/phrase.js";
import type { MetricDraft } from "../draft.js";
import { outerSubject } from "./moved.js";
import { distribute, figureList } from "./list.js";
import type { Walk } from "./measure.js";
import { isMetricWord, spanOf, splitField, type Measured } from "./split.js";

/** Figures of a clause that state a level: one claim a figure. */
export function metricsOf(walk: Walk, clause: Clause): MetricDraft[] {
  const drafts: MetricDraft[] = [];
  for (let i = 0; i < clause.words.length; i += 1) {
    if (clause.words[i]?.mention?.type !== "figure") continue;
    const { figures, to } = figureList(clause, i);
    const free = figures.filter((figure) => !walk.taken.has(figure));
    const inFrame = clause.frames.some((f) => f.preposition.lexeme?.preposition === "place" && f.from + 1 < i && i < f.object.to);
    if (free.length === figures.length && !inFrame && !clause.words[to]?.lexeme?.unmeasured) drafts.push(...metricsAt(walk, clause, i, to, figures));
    else for (const figure of figures) walk.reading.trace?.drop("metric", figure, inFrame ? "place" : free.length < figures.length ? "used" : "unmeasured");
    i = Math.max(i, to - 1);
  }
  return drafts;
}

interface Found {
  readonly measured: Measured;
  readonly rule: string;
}

function metricsAt(walk: Walk, clause: Clause, at: number, to: number, figures: readonly FigureMention[]): MetricDraft[] {
  const found = aside(walk, clause, at, to, figures[0]) ?? share(walk, clause, at) ?? countedNoun(walk, clause, at, to) ?? level(walk, clause, at, to, figures[0]);
  const { measured, rule } = found ?? none;
  if (!measured.subject && !measured.metric) {
    for (const figure of figures) walk.reading.trace?.drop("metric", figure, found === none ? "count" : "nameless");
    return [];
  }
  const parts = distribute(walk, measured, figures.length);
  walk.topic.note(measured, figures[0], parts);
  return figures.map((figure, i) => {
    walk.taken.add(figure);
    const { subject, metric, key } = parts?.[i] ?? measured;
    return {
      type: "metric",
      span: { start: clause.start, end: clause.end },
      figure,
      ...(subject && { subject }),
      ...(metric && { metric }),
      ...(key !== undefined && { key }),
      rule: parts ? "metric/list" : rule,
      acts: rule === "metric/having",
      clause,
      at,
    };
  });
}

/** 特斯拉Model 3（2.6万辆）: a figure alone in brackets belongs to what stands before them. */
function aside({ topic }: Walk, clause: Clause, at: number, to: number, figure: FigureMention | undefined): Found | undefined {
  const { host } = clause;
  if (!host || !figure || at !== 0 || to !== clause.words.length) return undefined;
  const head = host.words.findLastIndex((word) => word.end <= clause.start);
  const carried = topic.metricFor(figure);
  if (head < 0 || !carried?.metric || host.words[head]?.kind === "verb") return undefined;
  const subject = spanOf(host.words, { from: listStart(host, head), to: head + 1 });
  return subject && { measured: { subject, metric: carried.metric, ...(carried.key !== undefined && { key: carried.key }), explicit: true }, rule: "metric/aside" };
}

/** First word of the last member of a list that ends with `words[head]`. */
function listStart({ words }: Clause, head: number): number {
  let start = head;
  while (start > 0 && (words[start - 1]?.kind === "name" || words[start - 1]?.kind === "noun" || words[start - 1]?.kind === "adjective")) start -= 1;
  return start;
}

/** 占公司总股本的2%, 占比18.83%. */
function share(walk: Walk, clause: Clause, at: number): Found | undefined {
  const { words } = clause;
  if (words[at]?.mention?.type !== "figure") return undefined;
  for (let i = at - 1; i >= Math.max(0, at - 10); i -= 1) {
    const word = words[i];
    if (!word || word.kind === "figure" || word.lexeme?.change) return undefined;
    if (!/^占/u.test(walk.reading.analysis.document.folded.slice(word.start, word.end)) || word.lexeme?.metric) continue;
    const metric = spanOf(words, { from: i, to: words[at - 1]?.kind === "de" ? at - 1 : at });
    const [field] = nounFieldsBefore(clause, i);
    const subject = field ? splitSubject(walk, clause, field) : (walk.objectBefore(clause, word.start) ?? walk.topic.last?.subject ?? walk.topic.subject);
    return metric && { measured: { metric, ...(subject && { subject }), key: "share", explicit: field !== undefined }, rule: "metric/share" };
  }
  return undefined;
}

function splitSubject(walk: Walk, clause: Clause, field: Stretch): Span | undefined {
  const found = isSubjectLike(clause, field) ? outerSubject(walk, clause.words, field) : undefined;
  return found && { start: found.start, end: found.end };
}

/** 378亿美元的市值 (the metric stands behind), 7家银行获机构调研 (counted doers), 提供近4万个就业机会 (counted havings). */
function countedNoun(walk: Walk, clause: Clause, at: number, to: number): Found | undefined {
  const { words } = clause;
  const { reading, topic } = walk;
  const figure = words[at]?.mention;
  const next = words[to];
  if (!next || figure?.type !== "figure") return undefined;
  if (next.kind === "de") {
    const end = nounPhraseEnd(words, to + 1);
    if (words[at - 1]?.lexeme?.metric) return undefined;
    if (isCounter(figure)) return none;
    if (end <= to + 1 || !isMetricWord(words[end - 1], reading.analysis.document.folded)) return none;
    const [field] = nounFieldsBefore(clause, at);
    const held = field && outerSubject(walk, words, field);
    const subject = held ? { start: held.start, end: held.end } : topic.subject;
    const key = words[end - 1]?.lexeme?.metric?.key;
    const metric = spanOf(words, { from: to + 1, to: end });
    return metric && { measured: { metric, ...(subject && { subject }), ...(key !== undefined && { key }), explicit: field !== undefined }, rule: "metric/behind" };
  }
  if (next.lexeme?.casualty) return casualties(walk, clause, at, to);
  const counter = isCounter(figure);
  const end = next.kind === "date" ? to : nounPhraseEnd(words, to);
  if (!counter || end === to) return undefined;
  const before = contentBefore(clause, at);
  if (end < words.length && !words.slice(end).some((word) => word.kind === "verb")) return none;
  const lead = before < 0 || words[before]?.lexeme?.having || words[before]?.lexeme?.light || words[before]?.lexeme?.preposition === "exception";
  const noun = spanOf(words, { from: to, to: end });
  if (!noun) return none;
  if (before >= 0 && words[before]?.lexeme?.having && end >= words.length) {
    const [field] = nounFieldsBefore(clause, before);
    const subject = field ? splitSubject(walk, clause, field) : topic.subject;
    return { measured: { metric: noun, ...(subject && { subject }), explicit: field !== undefined }, rule: "metric/having" };
  }
  if (lead && end < words.length && words[end]?.kind !== "close") {
    const predicate = spanOf(words, { from: end, to: words.length });
    return predicate && { measured: { subject: noun, metric: predicate, explicit: true }, rule: "metric/doers" };
  }
  return none;
}

/** 造成5人死亡, 3人重伤: what befell them is what is counted; whose count it is stands before 造成 or was spoken of. */
function casualties({ topic, incidentBefore }: Walk, clause: Clause, at: number, to: number): Found {
  const metric = spanOf(clause.words, { from: to, to: clause.words.length });
  const before = contentBefore(clause, at);
  const [field] = nounFieldsBefore(clause, before >= 0 && clause.words[before]?.kind === "verb" ? before : at);
  const subject = field ? spanOf(clause.words, field) : (incidentBefore(clause) ?? topic.last?.subject ?? topic.subject);
  return { measured: { ...(metric && { metric }), ...(subject && { subject: { start: subject.start, end: subject.end } }), explicit: field !== undefined }, rule: "metric/casualties" };
}

const isCounter = ({ unit }: FigureMention): boolean => unit !== undefined && /^\p{Script=Han}/u.test(unit);

/** The figure only counts or restricts: no claim, and no other reading. */
const none: Found = { measured: { explicit: false }, rule: "" };

/** 累计生产原油, 开放岗位: the verb whose object is counted belongs to what is measured. */
function withVerb({ words }: Clause, field: Stretch): Stretch {
  const verb = words[field.from - 1];
  if (!verb?.lexeme?.having || verb.lexeme.copula || verb.lexeme.light || verb.kind !== "verb") return field;
  return { from: words[field.from - 2]?.lexeme?.modifier ? field.from - 2 : field.from - 1, to: field.to };
}

/** 风城油田累计生产原油: whose it is stands before the verb. */
function had(walk: Walk, clause: Clause, whole: Stretch): Found {
  const [field] = nounFieldsBefore(clause, whole.from);
  const subject = field ? splitSubject(walk, clause, field) : walk.topic.subject;
  const metric = spanOf(clause.words, whole);
  return { measured: { ...(metric && { metric }), ...(subject && { subject: { start: subject.start, end: subject.end } }), explicit: field !== undefined }, rule: "metric/having" };
}

/** Last word before `at` that is no adverb, date or frame; -1 where there is none. */
function contentBefore(clause: Clause, at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = clause.words[i];
    const frame = clause.frames.find((f) => f.to === i + 1);
    if (frame) i = frame.from;
    else if (word && !(isAdverbial(word) || word.kind === "conjunction" || word.kind === "adjective" || (word.kind === "de" && followsAdjective(clause, i)))) return i;
  }
  return -1;
}

/** 整体票房将产出80.4亿元: a metric stands before the verb. */
function isMetricBefore(clause: Clause, verb: number, folded: string): boolean {
  const [field] = nounFieldsBefore(clause, verb);
  return field !== undefined && isMetricWord(clause.words[field.to - 1], folded);
}

/** 惊人的100%: 的 between an adjective and the figure. */
const followsAdjective = ({ words }: Clause, de: number): boolean => words[de - 1]?.kind === "adjective";

/** 净利润13亿元, 毛利率为20%, 报24689.32点: the noun phrase before the figure, or what was spoken of. */
function level(walk: Walk, clause: Clause, at: number, to: number, figure: FigureMention | undefined): Found | undefined {
  const { reading, topic } = walk;
  const { words } = clause;
  if (!figure) return undefined;
  const before = contentBefore(clause, at);
  const verb = words[before];
  if (verb?.kind === "verb" && !verb.lexeme?.copula && !verb.lexeme?.light && !verb.lexeme?.having && !verb.lexeme?.metric && !isMetricBefore(clause, before, reading.analysis.document.folded)) return void reading.trace?.drop("metric", figure, "predicate", verb);
  if (to < words.length && /^\p{Script=Han}/u.test(figure.unit ?? "") && nounPhraseEnd(words, to) > to) return undefined;
  const fields = nounFieldsBefore(clause, verb?.kind === "verb" && !verb.lexeme?.copula && !verb.lexeme?.light && !verb.lexeme?.having && !verb.lexeme?.metric ? before : at);
  const field = fields[0];
  if (!field) {
    if (figure.unit === undefined) return undefined;
    const last = topic.metricFor(figure) ?? (verb?.lexeme?.copula || (at === 0 && to === words.length) ? topic.last : undefined);
    return last && { measured: { ...last, explicit: false }, rule: "metric/carried" };
  }
  // 船东需支付赔偿金300万元: who does it stands before the verb.
  const further = fields[1] ?? (words[field.from - 1]?.kind === "verb" ? nounFieldsBefore(clause, field.from - 1)[0] : undefined);
  const outer = further && isSubjectLike(clause, further) ? outerSubject(walk, words, further) : undefined;
  const priced = !isMetricWord(words[field.to - 1], reading.analysis.document.folded) && (verb?.lexeme?.copula ?? false);
  const whole = withVerb(clause, field);
  if (whole.from < field.from) return had(walk, clause, whole);
  if (isCounter(figure) && clause.words.slice(field.from, field.to).every((word) => word.kind === "name" || word.kind === "pause" || word.kind === "conjunction")) return undefined;
  const carried = topic.metricFor(figure);
  // 其中：住宅66.24万平方米: the row of a table names whose figure it is, the measure was named before.
  if (carried?.metric && !isMetricWord(words[field.to - 1], reading.analysis.document.folded)) {
    const subject = splitSubject(walk, clause, field);
    if (subject) return { measured: { subject, metric: carried.metric, ...(carried.key !== undefined && { key: carried.key }), explicit: true }, rule: "metric/table" };
  }
  const measured = splitField(reading, words, field, outer ?? topic.subject, priced);
  if (outer && !measured.explicit) return { measured: { ...measured, subject: { start: outer.start, end: outer.end }, explicit: true }, rule: "metric/level" };
  return { measured, rule: "metric/level" };
}
