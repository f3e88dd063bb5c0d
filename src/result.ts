import { contains, countWhile, type Claim, type Dropped, type Explanation, type FigureMention, type Mention, type OffsetUnit, type Span } from "./model/index.js";
import type {
  Argument, FigureArgument, MetricArgument, Result, ResultClaim, ResultMention, ResultSentence, ResultToken, TextSpan,
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
    sentences: include.has("sentences") ? document.sentences.map((s): ResultSentence => ({ ...span(s), paragraph: s.paragraph })) : [],
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

/** How a part of a claim is written. */
type Form = "argument" | "metric" | "figure" | "plain";

/** The parts of each type of claim beside those that all have, in their order. */
const PARTS: Readonly<Record<Claim["type"], readonly (readonly [name: string, form: Form])[]>> = {
  metric: [["subject", "argument"], ["metric", "metric"], ["figure", "figure"]],
  change: [["subject", "argument"], ["trigger", "argument"], ["metric", "metric"], ["direction", "plain"], ["figure", "figure"], ["to", "figure"], ["basis", "plain"]],
  statement: [["speaker", "argument"], ["cue", "argument"], ["content", "argument"], ["direct", "plain"]],
  event: [["eventType", "plain"], ["trigger", "argument"], ["agent", "argument"], ["object", "argument"], ["counterparty", "argument"], ["location", "argument"], ["amount", "figure"]],
  relation: [["relation", "plain"], ["subject", "argument"], ["object", "argument"], ["title", "argument"], ["figure", "figure"]],
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

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
      return { ...mention, start, end, text, id: `m${i + 1}` } as ResultMention;
    });
  }

  claims(): ResultClaim[] {
    return this.made.map((claim) => this.#claim(claim));
  }

  #claim(claim: Claim): ResultClaim {
    const written: Record<string, unknown> = { type: claim.type };
    const parts = claim as unknown as Readonly<Record<string, unknown>>;
    for (const [name, form] of PARTS[claim.type]) {
      const part = parts[name];
      if (part !== undefined) written[name] = this.#part(part, form, claim);
    }
    const { attribution, time, within, explanation } = claim;
    written.id = this.#claimIds.get(claim) ?? "";
    written.span = this.span(claim.span);
    written.sentence = claim.sentence;
    written.polarity = claim.polarity;
    written.modality = claim.modality;
    if (attribution) written.attribution = this.#argument(attribution);
    const timeMention = time && this.#mentionAt(time);
    if (time?.value !== undefined && timeMention !== undefined) written.time = { value: time.value, ...this.span(time), mention: timeMention };
    const outer = within && this.#claimIds.get(within);
    if (outer !== undefined) written.within = outer;
    written.cues = claim.cues.map((cue) => ({ ...this.span(cue), sets: cue.sets }));
    written.confidence = claim.confidence;
    written.rule = claim.rule;
    if (explanation) written.explanation = mapSpans(explanation, this.span);
    return written as unknown as ResultClaim;
  }

  #part(part: unknown, form: Form, claim: Claim): unknown {
    switch (form) {
      case "argument":
        return this.#argument(part as Span);
      case "metric":
        return this.#metric(part as Span, "key" in claim ? claim.key : undefined);
      case "figure":
        return this.#figure(part as FigureMention);
      case "plain":
        return part;
    }
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
