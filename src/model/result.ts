import type { AnyEventType, Direction, Modality, Polarity, RelationType } from "./claim.js";
import type { Dropped, Explanation } from "./explanation.js";
import type { Comparator, DateMod, NameType } from "./mention.js";

/** Unit of every offset in a result: UTF-16 code units (JavaScript), Unicode code points (Python) or UTF-8 bytes (Go, Rust). */
export type OffsetUnit = "utf16" | "codepoint" | "utf8";

/** A stretch `[start, end)` of the text, with the words it covers. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ResultSentence extends TextSpan {
  /** Counts from 0. */
  readonly paragraph: number;
}

export interface ResultToken extends TextSpan {
  /** jieba's part-of-speech tag. */
  readonly tag: string;
}

interface ResultMentionBase extends TextSpan {
  /** `m1`, `m2` … in text order. */
  readonly id: string;
}

/** A name: of an organization, product, person or location. `canonical` is its usual full form, `owner` and `ticker` what the text says beside it, `coref` the id of the mention that it stands for. */
export interface ResultNameMention extends ResultMentionBase {
  readonly type: NameType;
  readonly canonical?: string;
  readonly ticker?: string;
  readonly owner?: string;
  readonly coref?: string;
}

/** A date, period, time, duration or set of times. */
export interface ResultDateMention extends ResultMentionBase {
  readonly type: "date";
  /** TIMEX3. */
  readonly value?: string;
  /** Other values the words allow, where the text does not decide: for 周五 the coming Friday beside the last one. */
  readonly alts?: readonly string[];
  readonly mod?: DateMod;
  readonly set?: true;
  readonly anchor?: string;
}

/** A number that measures, counts or rates, in base units: 元 not 万元, percent in points. */
export interface ResultFigureMention extends ResultMentionBase {
  readonly type: "figure";
  readonly value: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly comparator: Comparator;
  readonly per?: string;
}

/** A span that names or measures something; `type` tells which. */
export type ResultMention = ResultNameMention | ResultDateMention | ResultFigureMention;

/** A span that plays a part in a claim. */
export interface Argument extends TextSpan {
  /** Id of the mention that the argument is or lies in. */
  readonly mention?: string;
}

export interface FigureArgument extends Argument {
  readonly value: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly comparator: Comparator;
  readonly per?: string;
}

export interface MetricArgument extends Argument {
  /** Canonical id of the metric, such as `monthly_active_users`, where the metric lexicon knows it. */
  readonly key?: string;
}

export interface TimeArgument extends TextSpan {
  /** TIMEX3. */
  readonly value: string;
  readonly mention: string;
}

export interface ResultCue extends TextSpan {
  readonly sets: "polarity" | "modality" | "basis";
}

interface ResultClaimBase {
  /** `c1`, `c2` … in reading order. */
  readonly id: string;
  readonly span: TextSpan;
  /** Index into `sentences`. */
  readonly sentence: number;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attribution?: Argument;
  readonly time?: TimeArgument;
  /** Id of the statement whose content holds this claim. */
  readonly within?: string;
  readonly cues: readonly ResultCue[];
  /** How likely a careful reader finds the claim, too: 0 to 1, fitted on texts that no rule was written for (`npm run calibrate`). */
  readonly confidence: number;
  /** The rule that made it, such as `event/verb`: the name stands in `src/claims`, or is that of a rule of your own. */
  readonly rule: string;
  /** Why it was made, and made so: with the option `explain`. */
  readonly explanation?: Explanation<TextSpan>;
}

/** Something measured stands at a figure: 净利润为13亿元. */
export interface ResultMetricClaim extends ResultClaimBase {
  readonly type: "metric";
  readonly figure: FigureArgument;
  readonly subject?: Argument;
  readonly metric?: MetricArgument;
}

/** A metric moved: 同比增长5%. `figure` is the size of the move, `to` where it ended. */
export interface ResultChangeClaim extends ResultClaimBase {
  readonly type: "change";
  readonly trigger: Argument;
  readonly direction: Direction;
  readonly subject?: Argument;
  readonly metric?: MetricArgument;
  readonly figure?: FigureArgument;
  readonly to?: FigureArgument;
  readonly basis?: string;
}

/** Somebody says something; `direct` where the words stand in quotation marks. */
export interface ResultStatementClaim extends ResultClaimBase {
  readonly type: "statement";
  readonly cue: Argument;
  readonly speaker?: Argument;
  readonly content?: Argument;
  readonly direct: boolean;
}

/** Somebody did, does or will do something that news reports. */
export interface ResultEventClaim extends ResultClaimBase {
  readonly type: "event";
  readonly eventType: AnyEventType;
  readonly trigger: Argument;
  readonly agent?: Argument;
  readonly object?: Argument;
  readonly amount?: FigureArgument;
  readonly counterparty?: Argument;
  readonly location?: Argument;
}

/** Two mentions stand in a lasting relation. */
export interface ResultRelationClaim extends ResultClaimBase {
  readonly type: "relation";
  readonly relation: RelationType;
  readonly subject: Argument;
  readonly object: Argument;
  readonly title?: Argument;
  readonly figure?: FigureArgument;
}

/** One checkable thing that the text says; `type` tells which. */
export type ResultClaim = ResultMetricClaim | ResultChangeClaim | ResultStatementClaim | ResultEventClaim | ResultRelationClaim;

/** What `extract` returns: plain JSON. */
export interface Result {
  /** Changes when the shape of results does. */
  readonly schemaVersion: 1;
  /** Version of this package. */
  readonly version: string;
  /** Names the dictionaries and models that were used: same text, version and hash give the same result. */
  readonly dictionaryHash: string;
  readonly offsets: OffsetUnit;
  readonly referenceDate?: string;
  readonly sentences: readonly ResultSentence[];
  readonly tokens?: readonly ResultToken[];
  readonly mentions: readonly ResultMention[];
  readonly claims: readonly ResultClaim[];
  /** What became no claim, and why, in text order: with the option `explain`. */
  readonly dropped?: readonly Dropped<TextSpan>[];
}
