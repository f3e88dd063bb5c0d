import type { ChangeWord } from "../../lexicon/lexeme.js";
import type { Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { isSubjectLike, nounFieldsBefore, type Stretch } from "../../syntax/field.js";
import { nounPhraseEnd, objectEnd } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import type { Walk } from "./measure.js";
import { measuredOf, possessing, spanOf, splitField, type Carried, type Measured } from "./split.js";

/** What a change word moves as its object (提升产能利用率); nothing where it takes none, or one that nothing measures. */
export function movedObject({ words }: Clause, at: number, change: ChangeWord): Stretch | "unmeasured" | undefined {
  let from = at + 1;
  while (words[from]?.kind === "aspect") from += 1;
  const first = words[from];
  if (change.object === "no" || !first || first.type === "figure" || first.lexeme?.after || first.lexeme?.preposition === "time" || first.kind === "de") return undefined;
  let to = objectEnd(words, from);
  // 下调存款准备金率0.5个百分点: by how much is no part of what.
  while (to - 1 > from && words[to - 1]?.type === "figure") to -= 1;
  if (to <= from) return undefined;
  // 加大应收款的催收力度: a verb that the head is of.
  const last = words[words[to]?.kind === "verb" && words[to - 1]?.kind === "de" ? to + 1 : to];
  if (last?.lexeme?.unmeasured || words.slice(from, to).some((word) => word.lexeme?.unmeasured)) return sumsUp(words, from, to) ?? "unmeasured";
  return { from, to };
}

/** 提升产能利用率等措施: what 等 sums up is moved, not the measures that do it. */
function sumsUp(words: readonly Word[], from: number, to: number): Stretch | undefined {
  const etc = words.findIndex((word, i) => i > from && i < to && word.kind === "particle" && word.tag === "u");
  return etc > 0 && !words.slice(from, etc).some((word) => word.lexeme?.unmeasured) ? { from, to: etc } : undefined;
}

/** Subject and metric of a change: object behind it, noun phrase before it, patient of 将, or what was spoken of. */
export function measuredBy(walk: Walk, clause: Clause, at: number, change: ChangeWord, object: Stretch | undefined, figured: boolean): Measured | undefined {
  const { nouns, topic } = walk;
  const { words } = clause;
  const priced = change.use === "price" || change.use === "noun";
  const split = (field: Stretch, carried: Carried | undefined): Measured => splitField(walk, words, field, carried, priced);
  const fields = nounFieldsBefore(clause, at);
  const outer = (field: Stretch | undefined): Carried | undefined => (field && isSubjectLike(clause, field) ? outerSubject(walk, words, field) : undefined);

  const patient = clause.frames.find((f) => f.to <= at && f.preposition.lexeme?.preposition === "patient");
  if (patient) return split(patient.object, actor(outer(fields.find((f) => f.to <= patient.from)) ?? topic.subject));

  if (object) {
    const moved = spanOf(words, object);
    if (change.object === "must" && !nouns.isMetric(words[object.to - 1])) return moved && measuredOf(moved, undefined);
    return withSubject(split(object, actor(outer(fields[0])) ?? topic.subject), outer(fields[0]));
  }
  if (change.object === "must") return undefined;
  if (words[at + 1]?.kind === "de" && fields.length === 0) {
    const end = nounPhraseEnd(words, at + 2);
    if (end > at + 2) return split({ from: at + 2, to: end }, topic.subject);
  }
  const [field, further] = fields;
  // 这种复苏, 这些跌势: pointed at, and told before.
  if (field && field.to === at && words.slice(field.from, at).every((word) => word.kind === "pronoun" && !word.lexeme?.anaphor)) return undefined;
  if (field) {
    const measured = topic.shortened(rowOf(walk, words, field) ?? split(field, outer(further) ?? topic.subject));
    return further && !measured.explicit ? withSubject(measured, outer(further)) : measured;
  }
  // 热卷收涨3.40%: a word the tagger takes for a verb, at the start of its clause.
  if (priced && at > 0 && words.slice(0, at).every((word) => word.kind === "verb" && !word.lexeme)) return measuredOf({ start: clause.start, end: words[at - 1]!.end }, undefined);
  const again = at === 0 || words.slice(0, at).every((word) => word.kind === "adverb" || word.kind === "conjunction");
  const trend = words[at + 1]?.lexeme?.after === "trend" || words[at + 1]?.lexeme?.after === "forecast";
  // 为收益率带来上行压力
  const goal = trend ? clause.frames.findLast((f) => f.to <= at && f.preposition.lexeme?.preposition === "goal") : undefined;
  if (goal) return split(goal.object, topic.subject);
  // 甲公司今日低开，收盘跌3%: its share, of which nothing was measured yet.
  const share = change.use === "price" && !topic.last ? (topic.traded ?? (topic.subject?.place ? undefined : topic.subject)) : undefined;
  if (share) return measuredOf({ start: share.start, end: share.end }, undefined, undefined, true);
  if (figured || trend || change.use === "state" || words.slice(0, at).some((word) => word.lexeme?.basis)) return topic.last && toldAgain(topic.last, again);
  return priced && topic.last ? toldAgain(topic.last, again) : undefined;
}

const toldAgain = ({ subject, metric, key }: Measured, again: boolean): Measured => measuredOf(subject, metric, key, false, again);

/** 其中，城市上涨1.6%，农村上涨1.2%: rows under a measure that moved just before, named by plain nouns. */
function rowOf({ topic, nouns }: Walk, words: readonly Word[], field: Stretch): Measured | undefined {
  const { last } = topic;
  const parts = words.slice(field.from, field.to);
  if (!last?.metric || !topic.listing || parts.some((word) => word.kind !== "noun" || nouns.isMetric(word) || nouns.isInstrument(word))) return undefined;
  const subject = spanOf(words, field);
  return subject && measuredOf(subject, last.metric, last.key, true, true);
}

/** Who moves something is whose measure it is: 银行下调存款利率. */
const actor = (subject: Carried | undefined): Carried | undefined => subject && { start: subject.start, end: subject.end, owns: true, place: subject.place };

/** A noun phrase as the subject of what stands behind it; a pronoun by what it stands for, or not at all. */
export function outerSubject(walk: Walk, words: readonly Word[], field: Stretch): Carried | undefined {
  const first = words[field.from];
  // “公司将…”: the quotation begins with it.
  if (words[field.from]?.kind === "quote" && field.to - field.from === 2) return outerSubject(walk, words, { from: field.from + 1, to: field.to });
  const alone = field.to - field.from === 1;
  if (alone && first?.kind === "pronoun" && !first.lexeme?.anaphor) return undefined;
  const span = alone && first?.lexeme?.anaphor ? walk.reading.antecedents.resolve(first) : spanOf(words, possessing(words, field));
  const place = first?.type === "location" || first?.lexeme?.region === true || first?.lexeme?.anaphor === "location";
  return span && { start: span.start, end: span.end, owns: first?.lexeme?.anaphor !== undefined || first?.mention !== undefined, place };
}

const withSubject = (measured: Measured, subject?: Span): Measured =>
  subject && !measured.explicit ? measuredOf({ start: subject.start, end: subject.end }, measured.metric, measured.key, true, measured.again) : measured;
