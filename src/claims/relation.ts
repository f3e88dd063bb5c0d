import type { Lexicon } from "../lexicon/lexicon.js";
import type { RelationClaim } from "../model/index.js";
import type { Rule } from "./draft.js";

export function relationRule(lexicon: Lexicon): Rule<RelationClaim> {
  void lexicon;
  return () => [];
}
