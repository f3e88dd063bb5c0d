import type { Explanation } from "./explanation.js";
import type { DateMention, FigureMention } from "./mention.js";
import type { Span } from "./span.js";

/** Whether the text affirms or denies it. */
export type Polarity = "affirmed" | "negated";
/** Whether it is so (`actual`), somebody means to do it (`planned`), it is foretold (`predicted`), supposed (`hypothetical`) or demanded (`required`). */
export type Modality = "actual" | "planned" | "predicted" | "hypothetical" | "required";

/** Words that set a claim's polarity, modality or basis. */
export interface Cue extends Span {
  readonly sets: "polarity" | "modality" | "basis";
}

interface ClaimBase {
  /** The clause that makes the claim. */
  readonly span: Span;
  /** Index of the sentence that holds the anchor. */
  readonly sentence: number;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Who the text says it comes from; absent when the text itself asserts it. */
  readonly attribution?: Span;
  /** When it holds. */
  readonly time?: DateMention;
  /** The statement whose content holds this claim. */
  readonly within?: StatementClaim;
  readonly cues: readonly Cue[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Name of the rule that made it, such as `metric/list`. */
  readonly rule: string;
  /** Where it was asked for. */
  readonly explanation?: Explanation;
}

/** Something measured stands at a figure. */
export interface MetricClaim extends ClaimBase {
  readonly type: "metric";
  readonly figure: FigureMention;
  readonly subject?: Span;
  readonly metric?: Span;
  /** Canonical id of the metric, such as `revenue`. */
  readonly key?: string;
}

/** Where a metric moved, by the word itself: a negation sets `polarity`. */
export type Direction = "increase" | "decrease" | "flat";

/** A metric moved. */
export interface ChangeClaim extends ClaimBase {
  readonly type: "change";
  readonly trigger: Span;
  readonly direction: Direction;
  readonly subject?: Span;
  readonly metric?: Span;
  readonly key?: string;
  /** Size of the move. */
  readonly figure?: FigureMention;
  /** Where it ended. */
  readonly to?: FigureMention;
  /** `yoy`, `qoq`, `mom`, `wow`, `dod`, `ytd`, or the text's own words. */
  readonly basis?: string;
}

/** Somebody says something. */
export interface StatementClaim extends ClaimBase {
  readonly type: "statement";
  readonly cue: Span;
  readonly speaker?: Span;
  readonly content?: Span;
  /** True when the content stands in quote marks. */
  readonly direct: boolean;
}

/** The contract's types of events. */
export const EVENT_TYPES = [
  "launch", "partnership", "acquisition", "investment", "financing", "listing", "shareholding", "dividend",
  "appointment", "departure", "layoff", "founding", "closure", "restructuring", "construction", "contract",
  "approval", "policy", "penalty", "litigation", "incident", "meeting",
] as const;
/** One of the contract's types of events. */
export type EventType = (typeof EVENT_TYPES)[number];
/** One of the 22, or a type of the user's own. */
export type AnyEventType = EventType | (string & {});

/** Somebody did, does or will do something that news reports. */
export interface EventClaim extends ClaimBase {
  readonly type: "event";
  readonly eventType: AnyEventType;
  readonly trigger: Span;
  readonly agent?: Span;
  readonly object?: Span;
  readonly amount?: FigureMention;
  readonly counterparty?: Span;
  readonly location?: Span;
}

/** Person → organization, part → whole, holder → held, name → other name, organization → code. */
export type RelationType = "position" | "subsidiary" | "owner" | "alias" | "ticker";

/** Two mentions stand in a lasting relation. */
export interface RelationClaim extends ClaimBase {
  readonly type: "relation";
  readonly relation: RelationType;
  readonly subject: Span;
  readonly object: Span;
  readonly title?: Span;
  readonly figure?: FigureMention;
}

/** The five types of claims. */
export type ClaimType = Claim["type"];
export type Claim = MetricClaim | ChangeClaim | StatementClaim | EventClaim | RelationClaim;
