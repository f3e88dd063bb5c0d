import {
  contains, countWhile, type Claim, type Cue, type DateMention, type Dropped, type Explanation, type FigureMention, type Mention, type NameMention, type OffsetUnit, type Span,
} from "./model/index.js";
import type {
  Argument, FigureArgument, MetricArgument, Result, ResultChangeClaim, ResultClaim, ResultCue, ResultDateMention, ResultEventClaim, ResultFigureMention, ResultMention,
  ResultMetricClaim, ResultNameMention, ResultRelationClaim, ResultSentence, ResultStatementClaim, ResultToken, TextSpan,
} from "./model/index.js";
import { offsetConverter } from "./offset.js";
import type { Stages } from "./pipeline.js";

/** Stages of which a result holds the output. */
export type Stage = "sentences" | "tokens" | "mentions" | "claims";

export interface ResultHead {
  readonly version: string;
  readonly dictionaryHash: string;
  readonly offsets: OffsetUnit;
  readonly referenceDate?: string;
}

/** What the stages found, as plain JSON: spans with their words, ids instead of references, offsets in the unit asked for. */
export function buildResult({ document, mentions, claims, dropped }: Stages, head: ResultHead, include: ReadonlySet<Stage>): Result {
  const { text } = document;
  const offset = offsetConverter(text, head.offsets);
  const span = ({ start, end }: Span): TextSpan => ({ start: offset(start), end: offset(end), text: text.slice(start, end) });
  const writer = new Writer(span, mentions, claims);
  return {
    schemaVersion: 1,
    version: head.version,
    dictionaryHash: head.dictionaryHash,
    offsets: head.offsets,
    ...(head.referenceDate !== undefined && { referenceDate: head.referenceDate }),
    sentences: include.has("sentences") ? document.sentences.map(({ start, end, paragraph }): ResultSentence => ({ start: offset(start), end: offset(end), text: text.slice(start, end), paragraph })) : [],
    ...(include.has("tokens") && { tokens: document.tokens.map((t): ResultToken => ({ ...span(t), tag: t.tag })) }),
    mentions: include.has("mentions") ? writer.mentions() : [],
    claims: include.has("claims") ? writer.claims() : [],
    ...(dropped && include.has("claims") && { dropped: dropped.map((one) => mapSpans(one, span)) }),
  };
}

/** A tree of plain data in which each span has its words and offsets in the unit asked for. */
function mapSpans<T>(value: T, span: (span: Span) => TextSpan): Spanned<T> {
  if (Array.isArray(value)) return value.map((item: unknown) => mapSpans(item, span)) as Spanned<T>;
  if (typeof value !== "object" || value === null) return value as Spanned<T>;
  if ("start" in value && "end" in value) return span(value as unknown as Span) as Spanned<T>;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapSpans(part as unknown, span)])) as Spanned<T>;
}

type Spanned<T> = T extends Explanation ? Explanation<TextSpan> : T extends Dropped ? Dropped<TextSpan> : T;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Unwritten<T> = Mutable<Partial<T>>;

/** A mention without its words and id. */
function partsOf(mention: Mention, start: number, end: number): Unwritten<ResultMention> {
  switch (mention.type) {
    case "date":
      return dateParts(mention, start, end);
    case "figure":
      return figureParts(mention, start, end);
    default:
      return nameParts(mention, start, end);
  }
}

function nameParts({ type, canonical, ticker, owner, coref }: NameMention, start: number, end: number): Unwritten<ResultNameMention> {
  const written: Unwritten<ResultNameMention> = { type, start, end };
  if (canonical !== undefined) written.canonical = canonical;
  if (ticker !== undefined) written.ticker = ticker;
  if (owner !== undefined) written.owner = owner;
  if (coref !== undefined) written.coref = coref;
  return written;
}

function dateParts({ type, value, alts, mod, set, anchor }: DateMention, start: number, end: number): Unwritten<ResultDateMention> {
  const written: Unwritten<ResultDateMention> = { type, start, end };
  if (value !== undefined) written.value = value;
  if (alts !== undefined) written.alts = alts;
  if (mod !== undefined) written.mod = mod;
  if (set !== undefined) written.set = set;
  if (anchor !== undefined) written.anchor = anchor;
  return written;
}

function figureParts({ type, value, upper, unit, comparator, per }: FigureMention, start: number, end: number): Unwritten<ResultFigureMention> {
  const written: Unwritten<ResultFigureMention> = { type, start, end };
  written.value = value;
  if (upper !== undefined) written.upper = upper;
  if (unit !== undefined) written.unit = unit;
  written.comparator = comparator;
  if (per !== undefined) written.per = per;
  return written;
}

/** Writes objects field by field: spread into one another, their parts took twice as long. */
class Writer {
  readonly #claimIds: ReadonlyMap<Claim, string>;

  constructor(
    private readonly span: (span: Span) => TextSpan,
    private readonly found: readonly Mention[],
    private readonly made: readonly Claim[],
  ) {
    this.#claimIds = new Map(made.map((claim, i) => [claim, `c${i + 1}`]));
  }

  mentions(): ResultMention[] {
    return this.found.map((mention, i) => {
      const { start, end, text } = this.span(mention);
      const written = partsOf(mention, start, end);
      written.text = text;
      written.id = `m${i + 1}`;
      return written as ResultMention;
    });
  }

  claims(): ResultClaim[] {
    return this.made.map((claim) => this.#claim(claim));
  }

  #claim(claim: Claim): ResultClaim {
    const written = this.#ownParts(claim);
    const { attribution, time, within, explanation } = claim;
    written.id = this.#claimIds.get(claim) ?? "";
    written.span = this.span(claim.span);
    written.sentence = claim.sentence;
    written.polarity = claim.polarity;
    written.modality = claim.modality;
    if (attribution) written.attribution = this.#argument(attribution);
    const timeMention = time && this.#mentionAt(time);
    if (time?.value !== undefined && timeMention !== undefined) {
      const { start, end, text } = this.span(time);
      written.time = { value: time.value, start, end, text, mention: timeMention };
    }
    const outer = within && this.#claimIds.get(within);
    if (outer !== undefined) written.within = outer;
    written.cues = claim.cues.map((cue) => this.#cue(cue));
    written.confidence = claim.confidence;
    written.rule = claim.rule;
    if (explanation) written.explanation = mapSpans(explanation, this.span);
    return written as ResultClaim;
  }

  /** The parts beside those that claims of all types have. */
  #ownParts(claim: Claim): Unwritten<ResultClaim> {
    switch (claim.type) {
      case "metric": {
        const { type, subject, metric, key, figure } = claim;
        const written: Unwritten<ResultMetricClaim> = { type };
        if (subject) written.subject = this.#argument(subject);
        if (metric) written.metric = this.#metric(metric, key);
        written.figure = this.#figure(figure);
        return written;
      }
      case "change": {
        const { type, subject, trigger, metric, key, direction, figure, to, basis } = claim;
        const written: Unwritten<ResultChangeClaim> = { type };
        if (subject) written.subject = this.#argument(subject);
        written.trigger = this.#argument(trigger);
        if (metric) written.metric = this.#metric(metric, key);
        written.direction = direction;
        if (figure) written.figure = this.#figure(figure);
        if (to) written.to = this.#figure(to);
        if (basis !== undefined) written.basis = basis;
        return written;
      }
      case "statement": {
        const { type, speaker, cue, content, direct } = claim;
        const written: Unwritten<ResultStatementClaim> = { type };
        if (speaker) written.speaker = this.#argument(speaker);
        written.cue = this.#argument(cue);
        if (content) written.content = this.#argument(content);
        written.direct = direct;
        return written;
      }
      case "event": {
        const { type, eventType, trigger, agent, object, counterparty, location, amount } = claim;
        const written: Unwritten<ResultEventClaim> = { type, eventType };
        written.trigger = this.#argument(trigger);
        if (agent) written.agent = this.#argument(agent);
        if (object) written.object = this.#argument(object);
        if (counterparty) written.counterparty = this.#argument(counterparty);
        if (location) written.location = this.#argument(location);
        if (amount) written.amount = this.#figure(amount);
        return written;
      }
      case "relation": {
        const { type, relation, subject, object, title, figure } = claim;
        const written: Unwritten<ResultRelationClaim> = { type, relation };
        written.subject = this.#argument(subject);
        written.object = this.#argument(object);
        if (title) written.title = this.#argument(title);
        if (figure) written.figure = this.#figure(figure);
        return written;
      }
    }
  }

  #cue(cue: Cue): ResultCue {
    const { start, end, text } = this.span(cue);
    return { start, end, text, sets: cue.sets };
  }

  #figure(figure: FigureMention): FigureArgument {
    const { value, upper, unit, comparator, per } = figure;
    const written: Mutable<Argument & Partial<FigureArgument>> = this.#argument(figure);
    written.value = value;
    if (upper !== undefined) written.upper = upper;
    if (unit !== undefined) written.unit = unit;
    written.comparator = comparator;
    if (per !== undefined) written.per = per;
    return written as FigureArgument;
  }

  #metric(metric: Span, key: string | undefined): MetricArgument {
    const written: Mutable<MetricArgument> = this.#argument(metric);
    if (key !== undefined) written.key = key;
    return written;
  }

  #argument(span: Span): Argument {
    const mention = this.#mentionAt(span);
    const written: Mutable<Argument> = this.span(span);
    if (mention !== undefined) written.mention = mention;
    return written;
  }

  /** Id of the mention that the span is or lies in; mentions are in order and do not overlap. */
  #mentionAt(span: Span): string | undefined {
    const at = countWhile(this.found.length, (i) => (this.found[i]?.end ?? 0) <= span.start);
    const mention = this.found[at];
    return mention && contains(mention, span) ? `m${at + 1}` : undefined;
  }
}
