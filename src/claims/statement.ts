import type { Lexicon } from "../lexicon/lexicon.js";
import type { StatementClaim } from "../model/index.js";
import type { Rule } from "./draft.js";

export function statementRule(lexicon: Lexicon): Rule<StatementClaim> {
  void lexicon;
  return () => [];
}
