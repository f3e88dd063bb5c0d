import type { ConfidenceWeights } from "../lexicon/confidence.js";
import { contains, countBefore, itemAt, type Claim, type Mention, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";

export interface Confidence {
  /** 0 to 1, to two places. */
  readonly value: number;
  readonly terms: readonly string[];
}

/**
 * How likely a claim is to be found by a careful reader, too: by its type and rule, and by what makes reading hard. The weights are
 * fitted on texts that no rule was written for (`npm run calibrate`).
 */
export function confidenceOf(weights: ConfidenceWeights, { mentions }: Analysis, claim: Claim, clause: Clause): Confidence {
  const terms = [claim.type, claim.rule, ...circumstances(mentions, claim, clause)];
  let odds = weights.get("all") ?? 0;
  for (const term of terms) odds += weights.get(term) ?? 0;
  return { value: Math.round(100 / (1 + Math.exp(-odds))) / 100, terms };
}

function circumstances(mentions: readonly Mention[], claim: Claim, clause: Clause): string[] {
  const terms: string[] = [];
  const main = mainOf(claim);
  if (!main) terms.push("nobody");
  else {
    if (main.start < clause.sentence.start) terms.push("from-sentence-before");
    else if (main.start < clause.start || main.start >= clause.end) terms.push("from-clause-before");
    const mention = itemAt(mentions, countBefore(mentions, main.start + 1) - 1);
    if (!mention || !(contains(main, mention) || contains(mention, main))) terms.push("no-name");
    else if (!("canonical" in mention)) terms.push("unknown-name");
  }
  if (claim.modality !== "actual" || claim.polarity === "negated") terms.push("not-actual");
  if (claim.type !== "event") return terms;
  const trigger = clause.words.find(({ start, end }) => start <= claim.trigger.start && claim.trigger.start < end);
  if (trigger?.kind !== "verb") terms.push("noun-trigger");
  if ((trigger?.lexeme?.events?.length ?? 0) > 1) terms.push("several-senses");
  if (isNamed(mentions, claim.object)) terms.push("named-object");
  return terms;
}

/** Whose claim it is. */
function mainOf(claim: Claim): Span | undefined {
  switch (claim.type) {
    case "statement":
      return claim.speaker;
    case "event":
      return claim.agent;
    default:
      return claim.subject;
  }
}

function isNamed(mentions: readonly Mention[], span: Span | undefined): boolean {
  const mention = span && itemAt(mentions, countBefore(mentions, span.end) - 1);
  return mention !== undefined && mention.type !== "figure" && mention.type !== "date" && span !== undefined && contains(span, mention);
}
