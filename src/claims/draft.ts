import type { ChangeClaim, Claim, Cue, EventClaim, MetricClaim, Modality, Polarity, RelationClaim, StatementClaim } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Antecedents } from "./antecedent.js";
import type { Trace } from "./trace.js";

export type Context = "sentence" | "polarity" | "modality" | "attribution" | "time" | "within" | "cues" | "confidence" | "explanation";

/** Where a claim is made, for the steps that read its surroundings. */
interface Place {
  readonly clause: Clause;
  /** Index in `clause.words` of the word whose polarity, modality and time are the claim's: its predicate. */
  readonly at: number;
  /** Set by a rule that knows better than the surroundings. */
  readonly sets: Settings | undefined;
  /** Somebody brings it about, so that 将 and 会 tell a plan; else they tell a forecast. */
  readonly acts: boolean;
  /** Words that set the basis. */
  readonly basisCues: readonly Cue[];
  /** Set by a rule of the user's that knows how sure it is. */
  readonly sure: number | undefined;
}

export const NO_CUES: readonly Cue[] = [];

/** Polarity and modality as a rule knows them; what it leaves open the surroundings decide. */
export interface Settings {
  readonly polarity?: Polarity | undefined;
  readonly modality?: Modality | undefined;
}

/** What holds by what it is called (甲旗下的乙), whatever the clause says. */
export const LASTING: Settings = { polarity: "affirmed", modality: "actual" };

/** Every part written out, though there be none: so all of a type have one shape. */
type Whole<T> = { readonly [K in keyof Required<T>]: object extends Pick<T, K & keyof T> ? T[K & keyof T] | undefined : T[K & keyof T] };

/** What a rule makes: a claim without what its surroundings decide (polarity, modality, time, attribution, confidence). */
export type Draft<T extends Claim = Claim> = T extends Claim ? Whole<Omit<T, Context>> & Place : never;
export type MetricDraft = Draft<MetricClaim>;
export type ChangeDraft = Draft<ChangeClaim>;
export type EventDraft = Draft<EventClaim>;
export type RelationDraft = Draft<RelationClaim>;
export type StatementDraft = Draft<StatementClaim>;

/** What every rule may read. */
export interface Reading {
  readonly analysis: Analysis;
  readonly antecedents: Antecedents;
  /** Where somebody wants to know why. */
  readonly trace: Trace | undefined;
}

/** Makes the drafts of its claim type, in text order. */
export type Rule<T extends Claim = Claim> = (reading: Reading) => Draft<T>[];
