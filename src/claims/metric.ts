import type { Lexicon } from "../lexicon/lexicon.js";
import type { MetricClaim } from "../model/index.js";
import type { Rule } from "./draft.js";

export function metricRule(lexicon: Lexicon): Rule<MetricClaim> {
  void lexicon;
  return () => [];
}
