import type { ConfidenceWeights } from "../lexicon/confidence.js";
import { contains, countBefore, itemAt, type Mention, type Modality, type Polarity, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Draft, EventDraft } from "./draft.js";

export interface Confidence {
  /** 0 to 1, to two places. */
  readonly value: number;
  readonly terms: readonly string[];
}

/**
 * How likely a claim is to be found by a careful reader, too: by its type and rule, and by what makes reading hard. The weights are
 * fitted on texts that no rule was written for (`npm run calibrate`).
 */
export function confidenceOf(weights: ConfidenceWeights, { mentions }: Analysis, draft: Draft, polarity: Polarity, modality: Modality): Confidence {
  const terms: string[] = [draft.type, draft.rule];
  addCircumstances(terms, mentions, draft);
  if (modality !== "actual" || polarity === "negated") terms.push("not-actual");
  if (draft.type === "event") addTrigger(terms, mentions, draft);
  let odds = weights.get("all") ?? 0;
  for (const term of terms) odds += weights.get(term) ?? 0;
  return { value: Math.round(100 / (1 + Math.exp(-odds))) / 100, terms };
}

function addCircumstances(terms: string[], mentions: readonly Mention[], draft: Draft): void {
  const { clause } = draft;
  const main = mainOf(draft);
  if (!main) {
    terms.push("nobody");
    return;
  }
  if (main.start < clause.sentence.start) terms.push("from-sentence-before");
  else if (main.start < clause.start || main.start >= clause.end) terms.push("from-clause-before");
  const mention = itemAt(mentions, countBefore(mentions, main.start + 1) - 1);
  if (!mention || !(contains(main, mention) || contains(mention, main))) terms.push("no-name");
  else if (!("canonical" in mention)) terms.push("unknown-name");
}

function addTrigger(terms: string[], mentions: readonly Mention[], { clause, trigger: { start }, object }: EventDraft): void {
  const trigger = clause.words.find((word) => word.start <= start && start < word.end);
  if (trigger?.kind !== "verb") terms.push("noun-trigger");
  if ((trigger?.lexeme?.events?.length ?? 0) > 1) terms.push("several-senses");
  if (isNamed(mentions, object)) terms.push("named-object");
}

/** Whose claim it is. */
function mainOf(draft: Draft): Span | undefined {
  switch (draft.type) {
    case "statement":
      return draft.speaker;
    case "event":
      return draft.agent;
    default:
      return draft.subject;
  }
}

function isNamed(mentions: readonly Mention[], span: Span | undefined): boolean {
  const mention = span && itemAt(mentions, countBefore(mentions, span.end) - 1);
  return mention !== undefined && mention.type !== "figure" && mention.type !== "date" && span !== undefined && contains(span, mention);
}
