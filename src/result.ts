import { contains, countWhile, type Claim, type Dropped, type Explanation, type FigureMention, type Mention, type OffsetUnit, type Span } from "./model/index.js";
import type {
  Argument, FigureArgument, Result, ResultClaim, ResultMention, ResultSentence, ResultToken, TextSpan,
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
    const { time, within, attribution } = claim;
    const timeMention = time && this.#mentionAt(time);
    const withinId = within && this.#claimIds.get(within);
    const common = {
      id: this.#claimIds.get(claim) ?? "",
      span: this.span(claim.span),
      sentence: claim.sentence,
      polarity: claim.polarity,
      modality: claim.modality,
      ...(attribution && { attribution: this.#argument(attribution) }),
      ...(time?.value !== undefined && timeMention !== undefined && { time: { value: time.value, ...this.span(time), mention: timeMention } }),
      ...(withinId !== undefined && { within: withinId }),
      cues: claim.cues.map((cue) => ({ ...this.span(cue), sets: cue.sets })),
      confidence: claim.confidence,
      rule: claim.rule,
      ...(claim.explanation && { explanation: mapSpans(claim.explanation, this.span) }),
    };
    switch (claim.type) {
      case "metric":
        return { type: "metric", ...this.#arguments(claim, ["subject"]), ...this.#metric(claim), ...this.#figures(claim, ["figure"]), ...common } as ResultClaim;
      case "change": {
        const { direction, basis } = claim;
        return { type: "change", ...this.#arguments(claim, ["subject", "trigger"]), ...this.#metric(claim), direction, ...this.#figures(claim, ["figure", "to"]), ...(basis !== undefined && { basis }), ...common } as ResultClaim;
      }
      case "statement":
        return { type: "statement", ...this.#arguments(claim, ["speaker", "cue", "content"]), direct: claim.direct, ...common } as ResultClaim;
      case "event":
        return { type: "event", eventType: claim.eventType, ...this.#arguments(claim, ["trigger", "agent", "object", "counterparty", "location"]), ...this.#figures(claim, ["amount"]), ...common } as ResultClaim;
      case "relation":
        return { type: "relation", relation: claim.relation, ...this.#arguments(claim, ["subject", "object", "title"]), ...this.#figures(claim, ["figure"]), ...common } as ResultClaim;
    }
  }

  #arguments<K extends string>(claim: Partial<Record<K, Span | undefined>>, names: readonly K[]): Partial<Record<K, Argument>> {
    const written: Partial<Record<K, Argument>> = {};
    for (const name of names) {
      const value = claim[name];
      if (value) written[name] = this.#argument(value);
    }
    return written;
  }

  #figures<K extends string>(claim: Partial<Record<K, FigureMention | undefined>>, names: readonly K[]): Partial<Record<K, FigureArgument>> {
    const written: Partial<Record<K, FigureArgument>> = {};
    for (const name of names) {
      const figure = claim[name];
      if (!figure) continue;
      const { value, upper, unit, comparator, per } = figure;
      written[name] = { ...this.#argument(figure), value, ...(upper !== undefined && { upper }), ...(unit !== undefined && { unit }), comparator, ...(per !== undefined && { per }) };
    }
    return written;
  }

  #metric({ metric, key }: { readonly metric?: Span; readonly key?: string }): object {
    return metric ? { metric: { ...this.#argument(metric), ...(key !== undefined && { key }) } } : {};
  }

  #argument(span: Span): Argument {
    const mention = this.#mentionAt(span);
    const written = this.span(span);
    return mention === undefined ? written : { ...written, mention };
  }

  /** Id of the mention that the span is or lies in; mentions are in order and do not overlap. */
  #mentionAt(span: Span): string | undefined {
    const at = countWhile(this.found.length, (i) => (this.found[i]?.end ?? 0) <= span.start);
    const mention = this.found[at];
    return mention && contains(mention, span) ? `m${at + 1}` : undefined;
  }
}
