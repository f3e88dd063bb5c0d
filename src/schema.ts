import { z } from "zod";
import { DROP_REASONS, EVENT_TYPES, GROUNDS, ORIGINS, ROLES, type DropReason } from "./model/index.js";

const offset = z.int().nonnegative();
const span = { start: offset, end: offset, text: z.string() };

// Schemas whose types have names: written out wherever they are used, they would make the package's declarations several times as large.
const spanInferred = z.strictObject(span).meta({ id: "Span", description: "A stretch [start, end) of the text, in the result's offset unit, with the words it covers" });
type SpanInferred = typeof spanInferred;
/** The type of `spanSchema`. */
export interface SpanSchema extends SpanInferred {}
/** A stretch of the text. */
export const spanSchema: SpanSchema = spanInferred;

/** A sentence. */
export const sentenceSchema = z.strictObject({ ...span, paragraph: z.int().nonnegative() }).meta({ id: "Sentence" });

/** A word with jieba's tag. */
export const tokenSchema = z.strictObject({ ...span, tag: z.string().describe("jieba's part-of-speech tag") }).meta({ id: "Token" });

const mentionId = z.string().regex(/^m[1-9]\d*$/);
const claimId = z.string().regex(/^c[1-9]\d*$/);
const comparator = z.enum(["eq", "gt", "gte", "lt", "lte", "approx", "range"]);
const figure = {
  value: z.number().describe("in base units: 元 not 万元; percent in points"),
  upper: z.number().exactOptional(),
  unit: z.string().exactOptional().describe("percent, percentage-point, basis-point, times, ISO 4217, UCUM, or the counter as written"),
  comparator,
  per: z.string().exactOptional(),
};

const nameMention = <T extends string>(type: T) =>
  z.strictObject({
    id: mentionId,
    type: z.literal(type),
    ...span,
    canonical: z.string().exactOptional(),
    ticker: z.string().exactOptional(),
    owner: z.string().exactOptional(),
    coref: z.string().exactOptional(),
  });

/** A date. */
export const dateMentionSchema = z.strictObject({
  id: mentionId,
  type: z.literal("date"),
  ...span,
  value: z.string().exactOptional().describe("TIMEX3; absent when nothing resolves it"),
  alts: z.array(z.string()).min(1).exactOptional().describe("other values the words allow, where the text does not decide: for 周五 the coming Friday beside the last one, 春节 the next beside the nearest; absent when the words leave no choice"),
  mod: z.enum(["START", "MID", "END", "APPROX", "BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER"]).exactOptional(),
  set: z.literal(true).exactOptional(),
  anchor: z.string().exactOptional(),
});

/** A figure. */
export const figureMentionSchema = z.strictObject({ id: mentionId, type: z.literal("figure"), ...span, ...figure });

const mentionInferred = z
  .discriminatedUnion("type", [nameMention("organization"), nameMention("product"), nameMention("person"), nameMention("location"), dateMentionSchema, figureMentionSchema])
  .meta({ id: "Mention" });
type MentionInferred = typeof mentionInferred;
/** The type of `mentionSchema`. */
export interface MentionSchema extends MentionInferred {}
/** A mention of any type. */
export const mentionSchema: MentionSchema = mentionInferred;

const argument = { ...span, mention: mentionId.exactOptional() };
const argumentInferred = z.strictObject(argument).meta({ id: "Argument" });
type ArgumentInferred = typeof argumentInferred;
/** The type of `argumentSchema`. */
export interface ArgumentSchema extends ArgumentInferred {}
/** A span that plays a part in a claim. */
export const argumentSchema: ArgumentSchema = argumentInferred;
const figureArgumentInferred = z.strictObject({ ...argument, ...figure }).meta({ id: "FigureArgument" });
type FigureArgumentInferred = typeof figureArgumentInferred;
/** The type of `figureArgumentSchema`. */
export interface FigureArgumentSchema extends FigureArgumentInferred {}
/** The same with a figure's value. */
export const figureArgumentSchema: FigureArgumentSchema = figureArgumentInferred;
/** The same with a metric's key. */
export const metricArgumentSchema = z.strictObject({ ...argument, key: z.string().exactOptional().describe("canonical id of the metric, such as revenue") }).meta({ id: "MetricArgument" });
/** When a claim holds. */
export const timeArgumentSchema = z.strictObject({ value: z.string().describe("TIMEX3"), ...span, mention: mentionId }).meta({ id: "TimeArgument" });
/** Words that set a property. */
export const cueSchema = z.strictObject({ ...span, sets: z.enum(["polarity", "modality", "basis"]) }).meta({ id: "Cue" });

const origin = z.enum(ORIGINS);
const property = z.strictObject({ because: z.enum(GROUNDS), by: spanSchema.exactOptional() });

const explanationInferred = z
  .strictObject({
    words: z.array(z.strictObject({ span: spanSchema, tables: z.array(z.string()) })).describe("what the claim stands on, with the tables of dict/ that know it"),
    arguments: z.array(z.strictObject({ role: z.enum(ROLES), from: origin, by: spanSchema.exactOptional().describe("the preposition, or the pronoun that stands for it") })),
    polarity: property,
    modality: property,
    time: z.strictObject({ from: origin }).exactOptional(),
    attribution: property.exactOptional(),
    confidence: z.array(z.string()).describe("the terms of dict/confidence.tsv that make the confidence"),
  })
  .meta({ id: "Explanation" });
type ExplanationInferred = typeof explanationInferred;
/** The type of `explanationSchema`. */
export interface ExplanationSchema extends ExplanationInferred {}
/** Why a claim was made, and made so: with the option `explain`. */
export const explanationSchema: ExplanationSchema = explanationInferred;

const claimType = z.enum(["metric", "change", "statement", "event", "relation"]);
/** What became no claim, and why: with the option `explain`. */
export const droppedSchema = z
  .strictObject({ type: claimType, span: spanSchema, sentence: z.int().nonnegative(), because: z.enum(Object.keys(DROP_REASONS) as [DropReason, ...DropReason[]]), by: spanSchema.exactOptional() })
  .meta({ id: "Dropped" });

const common = {
  id: claimId,
  span: spanSchema,
  sentence: z.int().nonnegative(),
  polarity: z.enum(["affirmed", "negated"]),
  modality: z.enum(["actual", "planned", "predicted", "hypothetical", "required"]),
  attribution: argumentSchema.exactOptional(),
  time: timeArgumentSchema.exactOptional(),
  within: claimId.exactOptional(),
  cues: z.array(cueSchema),
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  explanation: explanationSchema.exactOptional(),
};

/** A `metric` claim. */
export const metricClaimSchema = z.strictObject({
  ...common,
  type: z.literal("metric"),
  figure: figureArgumentSchema,
  subject: argumentSchema.exactOptional(),
  metric: metricArgumentSchema.exactOptional(),
});

/** A `change` claim. */
export const changeClaimSchema = z.strictObject({
  ...common,
  type: z.literal("change"),
  trigger: argumentSchema,
  direction: z.enum(["increase", "decrease", "flat"]),
  subject: argumentSchema.exactOptional(),
  metric: metricArgumentSchema.exactOptional(),
  figure: figureArgumentSchema.exactOptional(),
  to: figureArgumentSchema.exactOptional(),
  basis: z.string().exactOptional(),
});

/** A `statement` claim. */
export const statementClaimSchema = z.strictObject({
  ...common,
  type: z.literal("statement"),
  cue: argumentSchema,
  speaker: argumentSchema.exactOptional(),
  content: argumentSchema.exactOptional(),
  direct: z.boolean(),
});

/** An `event` claim. */
export const eventClaimSchema = z.strictObject({
  ...common,
  type: z.literal("event"),
  eventType: z.union([z.enum(EVENT_TYPES), z.string().regex(/^[a-z][a-z0-9-]*$/).describe("a type of one's own")]),
  trigger: argumentSchema,
  agent: argumentSchema.exactOptional(),
  object: argumentSchema.exactOptional(),
  amount: figureArgumentSchema.exactOptional(),
  counterparty: argumentSchema.exactOptional(),
  location: argumentSchema.exactOptional(),
});

/** A `relation` claim. */
export const relationClaimSchema = z.strictObject({
  ...common,
  type: z.literal("relation"),
  relation: z.enum(["position", "subsidiary", "owner", "alias", "ticker"]),
  subject: argumentSchema,
  object: argumentSchema,
  title: argumentSchema.exactOptional(),
  figure: figureArgumentSchema.exactOptional(),
});

const claimInferred = z
  .discriminatedUnion("type", [metricClaimSchema, changeClaimSchema, statementClaimSchema, eventClaimSchema, relationClaimSchema])
  .meta({ id: "Claim" });
type ClaimInferred = typeof claimInferred;
/** The type of `claimSchema`. */
export interface ClaimSchema extends ClaimInferred {}
/** A claim of any type. */
export const claimSchema: ClaimSchema = claimInferred;

/** What `extract` returns. */
export const resultSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    version: z.string(),
    dictionaryHash: z.string(),
    offsets: z.enum(["utf16", "codepoint", "utf8"]),
    referenceDate: z.string().exactOptional(),
    sentences: z.array(sentenceSchema),
    tokens: z.array(tokenSchema).exactOptional(),
    mentions: z.array(mentionSchema),
    claims: z.array(claimSchema),
    dropped: z.array(droppedSchema).exactOptional(),
  })
  .meta({ title: "extract-claims result" });

/** What `resultSchema` takes. */
export type Result = z.infer<typeof resultSchema>;
/** What `mentionSchema` takes. */
export type Mention = z.infer<typeof mentionSchema>;
/** What `claimSchema` takes. */
export type Claim = z.infer<typeof claimSchema>;

/** The same as JSON Schema, draft 2020-12. */
export const resultJsonSchema = (): object => z.toJSONSchema(resultSchema);
