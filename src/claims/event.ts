import type { Lexicon } from "../lexicon/lexicon.js";
import type { EventClaim } from "../model/index.js";
import type { Rule } from "./draft.js";

export function eventRule(lexicon: Lexicon): Rule<EventClaim> {
  void lexicon;
  return () => [];
}
