import type { ClaimType } from "./claim.js";
import type { Role } from "./role.js";
import type { Span } from "./span.js";

/**
 * Where a part of a claim stands, seen from the clause that makes the claim: in it, in a prepositional frame of it, in the clause whose
 * brackets hold it, in another clause of the sentence, in another sentence; or earlier, and a pronoun of the clause stands for it.
 */
export const ORIGINS = ["clause", "frame", "host", "clause-before", "clause-after", "sentence-before", "sentence-after", "antecedent"] as const;
/** Where an argument or a time was found, seen from the word that the claim stands on. */
export type Origin = (typeof ORIGINS)[number];

/**
 * What decided a property of a claim: `word` of its clause; a word `carried` on from a clause before; `rule`, by how it read the
 * words; `metric`, whose name speaks of what is to come; `statement` around it, by its cue; `task` that the clause opens with;
 * `condition` that it states or follows from; `date` that is still to come; `source` named by 据…, 根据… or as data; `default`, for want of any of these.
 */
export const GROUNDS = ["word", "carried", "rule", "metric", "statement", "task", "condition", "date", "source", "default"] as const;
/** Why a property of a claim is what it is. */
export type Ground = (typeof GROUNDS)[number];

/** Why a word or figure on which a claim might have stood became none. */
export const DROP_REASONS = {
  shield: "the word holds an event's word and tells none (dict/event-shields.tsv)",
  background: "only background: names, modifies or comments on something",
  sense: "its object is of no kind that gives the word a sense (dict/event-objects.tsv)",
  generic: "speaks of whoever does so, of nobody in particular",
  parties: "nobody and nothing takes part",
  preposition: "is a preposition here",
  joined: "part of the event told by the word beside it",
  carrier: "only carries, ends or describes the event told by the word beside it",
  unmeasured: "what it stands with is not measured (dict/unmeasured.tsv)",
  place: "only says where",
  count: "only counts or restricts what it stands with",
  predicate: "belongs to a verb that measures nothing",
  nameless: "nothing is named that is measured",
  noun: "is a noun here",
  manner: "only tells the manner of what follows",
  bare: "moves nothing that has a level, by no figure",
  used: "is used for something else here",
  speaker: "nobody is named or fit to speak",
  content: "nothing is said",
  "goes-on": "the one who is speaking goes on",
  repeated: "told before in the text",
  own: "a rule of your own tells it",
  unread: "no rule reads the words around it",
} as const;
/** Why a word made no claim: a key of `DROP_REASONS`. */
export type DropReason = keyof typeof DROP_REASONS;

/** A word or mention that a claim stands on, with the tables of `dict/` that know it. */
export interface ExplainedWord<S extends Span = Span> {
  readonly span: S;
  readonly tables: readonly string[];
}

/** Where an argument was found. */
export interface ExplainedArgument<S extends Span = Span> {
  readonly role: Role;
  readonly from: Origin;
  /** The preposition, or the pronoun that stands for it. */
  readonly by?: S;
}

/** What set a property, and by which word. */
export interface ExplainedProperty<S extends Span = Span> {
  readonly because: Ground;
  /** The words that decided. */
  readonly by?: S;
}

/** Why a claim was made, and made so. */
export interface Explanation<S extends Span = Span> {
  readonly words: readonly ExplainedWord<S>[];
  readonly arguments: readonly ExplainedArgument<S>[];
  readonly polarity: ExplainedProperty<S>;
  readonly modality: ExplainedProperty<S>;
  readonly time?: { readonly from: Origin };
  readonly attribution?: ExplainedProperty<S>;
  /** The terms of `dict/confidence.tsv` that make the claim's confidence. */
  readonly confidence: readonly string[];
}

/** A word or figure that became no claim of this type. */
export interface Dropped<S extends Span = Span> {
  readonly type: ClaimType;
  readonly span: S;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly because: DropReason;
  /** The word that made it so. */
  readonly by?: S;
}
