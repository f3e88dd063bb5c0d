import type { Cue, Modality, Polarity } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";

export interface Scope {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly cues: readonly Cue[];
}

/** Polarity and modality of the predicate `clause.words[at]`: which negation and modal words reach it. */
export function scopeOf(clause: Clause, at: number): Scope {
  void clause;
  void at;
  return { polarity: "affirmed", modality: "actual", cues: [] };
}
