import { itemAt, type FigureMention } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { contentBefore, isSubjectLike, nounFieldsBefore } from "../../syntax/field.js";
import { nounPhraseEnd } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import { NO_CUES, type MetricDraft } from "../draft.js";
import { counted, had, isCounter, none, subjectIn, withVerb, type Found } from "./counted.js";
import { outerSubject } from "./moved.js";
import { distribute, figureList } from "./list.js";
import type { Walk } from "./measure.js";
import { portion } from "./portion.js";
import { measuredOf, spanOf, splitField } from "./split.js";

/** How many words behind a figure the next row's stands. */
const ROW = 4;
/** No more words name what a figure is held against. */
const COMPARED = 9;

/** Figures of a clause that state a level: one claim a figure. */
export function metricsOf(walk: Walk, clause: Clause): MetricDraft[] {
  const drafts: MetricDraft[] = [];
  let next = 0;
  for (const i of clause.figures) {
    if (i < next) continue;
    const { figures, to } = figureList(clause, i);
    const at = perUnit(clause, comparedWith(clause, i), walk.reading.analysis.document.folded);
    const free = figures.filter((figure) => !walk.taken.has(figure));
    const inFrame = clause.frames.some((f) => f.preposition.lexeme?.preposition === "place" && f.from + 1 < i && i < f.object.to);
    if (free.length === figures.length && !inFrame && !(clause.words[to]?.lexeme?.unmeasured && clause.words[to].kind === "noun")) drafts.push(...metricsAt(walk, clause, at, to, figures));
    else for (const figure of figures) walk.reading.trace?.drop("metric", figure, inFrame ? "place" : free.length < figures.length ? "used" : "unmeasured");
    next = to;
  }
  return drafts;
}

/** 算力是上一代产品的4.7倍: the figure's place is that of what it is held against, unless that is a time. */
function comparedWith({ words }: Clause, at: number): number {
  const mention = words[at]?.mention;
  if (mention?.type !== "figure" || mention.unit !== "times" || itemAt(words, at - 1)?.kind !== "de") return at;
  for (let i = at - 2; i > 0 && i > at - COMPARED && words[i]?.kind !== "date"; i -= 1) if (words[i]?.kind === "verb" && words[i]?.lexeme?.copula) return i + 1;
  return at;
}

/** 均价为每平方米1.86万元, 租金为每月每平方米98元, 收于每桶78.2美元: the figure's place is that of its unit. */
function perUnit({ words }: Clause, at: number, folded: string): number {
  let from = at;
  while (from > 1 && (words[from - 1]?.lexeme?.modifier?.far || folded.startsWith("每", words[from - 1]!.start))) from -= 1;
  return itemAt(words, from - 1)?.lexeme?.copula ? from : at;
}

function metricsAt(walk: Walk, clause: Clause, at: number, to: number, figures: readonly FigureMention[]): MetricDraft[] {
  const found = aside(walk, clause, at, to, figures[0]) ?? row(walk, clause, at, to, figures[0]) ?? share(walk, clause, at) ?? portion(walk, clause, at, to) ?? counted(walk, clause, at, to) ?? level(walk, clause, at, to, figures[0]);
  const told = found?.rule === "metric/having" && figures[0] && walk.isInObject(clause, figures[0]);
  const { measured, rule } = (told ? undefined : found) ?? none;
  if (!measured.subject && !measured.metric) {
    for (const figure of figures) walk.reading.trace?.drop("metric", figure, found === none ? "count" : "nameless");
    return [];
  }
  const parts = distribute(walk, clause, at, measured, figures.length);
  // A row is told under what is spoken of, which stays; so does what struck those who are counted.
  if (rule !== "metric/row" && rule !== "metric/befell") {
    walk.topic.note(measured, figures[0], parts);
    walk.topic.level(measured);
  }
  return figures.map((figure, i) => {
    walk.taken.add(figure);
    const { subject, metric, key } = parts?.[i] ?? measured;
    return {
      type: "metric",
      span: { start: clause.start, end: clause.end },
      figure,
      subject,
      metric,
      key,
      rule: parts ? "metric/list" : rule,
      sets: undefined,
      basisCues: NO_CUES,
      sure: undefined,
      acts: rule === "metric/having" || isDeed(itemAt(clause.words, at - 1)),
      clause,
      at,
    };
  });
}

/** 招聘200人, 采购三架: what is counted is what somebody does. */
const isDeed = (word: Word | undefined): boolean => word !== undefined && word.tag.startsWith("v") && !word.lexeme?.copula && !word.lexeme?.light && !word.lexeme?.change && !word.lexeme?.metric;

/** 特斯拉Model 3（2.6万辆）: a figure alone in brackets belongs to what stands before them. */
function aside({ topic }: Walk, clause: Clause, at: number, to: number, figure: FigureMention | undefined): Found | undefined {
  const { host } = clause;
  if (!host || !figure || at !== 0 || to !== clause.words.length) return undefined;
  const head = host.words.findLastIndex((word) => word.end <= clause.start);
  const carried = topic.metricFor(figure);
  if (head < 0 || !carried?.metric || host.words[head]?.kind === "verb") return undefined;
  const subject = spanOf(host.words, { from: listStart(host, head), to: head + 1 });
  return subject && { measured: measuredOf(subject, carried.metric, carried.key), rule: "metric/aside" };
}

/** 浙江37例、北京9例: rows side by side under the measure told before. */
function row({ topic }: Walk, { words }: Clause, at: number, to: number, figure: FigureMention | undefined): Found | undefined {
  let from = at;
  while (from > 0 && (words[from - 1]?.kind === "name" || words[from - 1]?.kind === "noun")) from -= 1;
  const listed = (words[to]?.kind === "pause" && words.slice(to + 1, to + ROW).some((word) => word.type === "figure")) || (itemAt(words, from - 1)?.kind === "pause" && itemAt(words, from - 2)?.type === "figure");
  const alone = to === words.length && words.slice(0, from).every((word) => word.kind === "adverb" || word.kind === "conjunction" || word.lexeme?.adverb);
  const carried = figure && (listed || alone) && from < at && itemAt(words, at - 1)?.kind === "name" ? topic.metricFor(figure) : undefined;
  const subject = carried?.metric && spanOf(words, { from, to: at });
  return subject && { measured: measuredOf(subject, carried.metric, carried.key, true), rule: "metric/row" };
}

/** First word of the last member of a list that ends with `words[head]`. */
function listStart({ words }: Clause, head: number): number {
  let start = head;
  while (start > 0 && (words[start - 1]?.kind === "name" || words[start - 1]?.kind === "noun" || words[start - 1]?.kind === "adjective")) start -= 1;
  return start;
}

const HEDGES = new Set("约仅共只");

/** How many characters the 占 of 占总股本 or 约占 reaches; nothing where the word begins with none. */
function takingIn(folded: string, { start, end }: Word): number | undefined {
  const at = HEDGES.has(folded.charAt(start)) ? start + 1 : start;
  return at < end && folded[at] === "占" ? at + 1 - start : undefined;
}

/** 占公司总股本的2%, 占比18.83%. */
function share(walk: Walk, clause: Clause, at: number): Found | undefined {
  const { words } = clause;
  for (let i = at - 1; i >= Math.max(0, at - 10); i -= 1) {
    const word = words[i];
    if (!word || word.kind === "figure" || word.lexeme?.change) return undefined;
    const lead = takingIn(walk.reading.analysis.document.folded, word);
    if (lead === undefined || word.lexeme?.metric) continue;
    // 占营收的比重达: that it comes to so much is no part of its name.
    let end = at;
    while (end > i + 1 && (words[end - 1]?.kind === "de" || (words[end - 1]?.kind === "verb" && words[end - 1]?.lexeme?.copula))) end -= 1;
    const whole = spanOf(words, { from: i, to: end });
    const metric = whole && { start: whole.start + lead - 1, end: whole.end };
    const [field] = nounFieldsBefore(clause, i);
    const subject = field ? subjectIn(walk, clause, field) : (walk.objectBefore(clause, word.start) ?? walk.topic.last?.subject ?? walk.topic.subject);
    return metric && { measured: measuredOf(subject, metric, "share", field !== undefined), rule: "metric/share" };
  }
  return undefined;
}

/** A size or sum right before the noun that it describes. */
const isAttribute = ({ unit }: FigureMention, next: Word | undefined): boolean =>
  unit !== undefined && !/^(?:percent|percentage-point|basis-point|times)$/.test(unit) && (next?.kind === "noun" || next?.kind === "name") && !next.lexeme?.closer && !next.lexeme?.metric;

/** 整体票房将产出80.4亿元: a metric stands before the verb. */
function isMetricBefore({ nouns }: Walk, clause: Clause, verb: number): boolean {
  const [field] = nounFieldsBefore(clause, verb);
  return field !== undefined && nouns.isMetric(clause.words[field.to - 1]);
}

/** 净利润13亿元, 毛利率为20%, 报24689.32点: the noun phrase before the figure, or what was spoken of. */
function level(walk: Walk, clause: Clause, at: number, to: number, figure: FigureMention | undefined): Found | undefined {
  const { reading, nouns, topic } = walk;
  const { words } = clause;
  if (!figure) return undefined;
  const before = contentBefore(clause, at);
  const verb = itemAt(words, before);
  // 将年销量锁定在2000万辆: what 将 governs is held there.
  const patient = verb?.kind === "verb" && !verb.lexeme?.change ? clause.frames.find((f) => f.to === before && f.preposition.lexeme?.preposition === "patient") : undefined;
  if (patient) return { measured: splitField(walk, words, patient.object, topic.subject, false), rule: "metric/level" };
  if (verb?.kind === "verb" && !verb.lexeme?.copula && !verb.lexeme?.light && !verb.lexeme?.having && !verb.lexeme?.metric && !isMetricBefore(walk, clause, before)) return void reading.trace?.drop("metric", figure, "predicate", verb);
  if (to < words.length && /^\p{Script=Han}/u.test(figure.unit ?? "") && nounPhraseEnd(words, to) > to) return undefined;
  // 12英寸平板, 20亿元C轮融资: how big, and of which.
  if (isAttribute(figure, words[to])) return void reading.trace?.drop("metric", figure, "count");
  const fields = nounFieldsBefore(clause, verb?.kind === "verb" && !verb.lexeme?.copula && !verb.lexeme?.light && !verb.lexeme?.having && !verb.lexeme?.metric ? before : at);
  const field = fields[0];
  if (!field) {
    if (figure.unit === undefined) return undefined;
    const last = topic.metricFor(figure) ?? (verb?.lexeme?.copula || (at === 0 && to === words.length) ? topic.last : undefined);
    // 比亚迪以28.1%位列第二: whose it is stands before 以.
    const frame = last?.metric && clause.frames.find((f) => f.from < at && at < f.to);
    const [doer] = frame ? nounFieldsBefore(clause, frame.from) : [];
    const whose = doer && subjectIn(walk, clause, doer);
    if (last && whose) return { measured: measuredOf(whose, last.metric, last.key), rule: "metric/carried" };
    return last && { measured: measuredOf(last.subject, last.metric, last.key, false, last.again), rule: "metric/carried" };
  }
  // 船东需支付赔偿金300万元: who does it stands before the verb.
  const further = fields[1] ?? (itemAt(words, field.from - 1)?.kind === "verb" ? nounFieldsBefore(clause, field.from - 1)[0] : undefined);
  const outer = further && isSubjectLike(clause, further) ? outerSubject(walk, words, further) : undefined;
  const priced = !nouns.isMetric(words[field.to - 1]) && (verb?.lexeme?.copula ?? false);
  const whole = withVerb(words, field, figure);
  if (whole.from < field.from) return had(walk, clause, whole);
  if (isCounter(figure) && clause.words.slice(field.from, field.to).every((word) => word.kind === "name" || word.kind === "pause" || word.kind === "conjunction")) return undefined;
  const carried = topic.metricFor(figure);
  // 其中：住宅66.24万平方米: the row of a table names whose figure it is, the measure was named before.
  if (carried?.metric && !nouns.isMetric(words[field.to - 1])) {
    const subject = subjectIn(walk, clause, field);
    if (subject) return { measured: measuredOf(subject, carried.metric, carried.key), rule: "metric/table" };
  }
  const measured = splitField(walk, words, field, outer ?? topic.subject, priced);
  if (outer && !measured.explicit) return { measured: measuredOf({ start: outer.start, end: outer.end }, measured.metric, measured.key, true, measured.again), rule: "metric/level" };
  return { measured, rule: "metric/level" };
}
