import type { Lexicon } from "../lexicon/lexicon.js";
import type { ChangeClaim } from "../model/index.js";
import type { Rule } from "./draft.js";

export function changeRule(lexicon: Lexicon): Rule<ChangeClaim> {
  void lexicon;
  return () => [];
}
