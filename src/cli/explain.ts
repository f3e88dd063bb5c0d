import { DROP_REASONS, RULES, type Dropped, type Explanation, type Ground, type Origin, type ResultClaim, type RuleName, type TextSpan } from "../index.js";

const FROM: Readonly<Record<Origin, string>> = {
  clause: "its clause",
  frame: "a prepositional frame",
  host: "the clause around the brackets",
  "clause-before": "a clause before",
  "clause-after": "a clause behind",
  "sentence-before": "a sentence before",
  "sentence-after": "a sentence behind",
  antecedent: "what a pronoun stands for",
};

const BECAUSE: Readonly<Record<Ground, string>> = {
  word: "by a word of the clause",
  carried: "carried on from a clause before",
  rule: "as the rule reads the words",
  metric: "by the name of the metric",
  statement: "by the statement around it",
  task: "a task that the clause opens with",
  condition: "in a condition, or follows from it",
  date: "its time is still to come",
  source: "a source named beside it",
  default: "no word says otherwise",
};

const quoted = (by: TextSpan | undefined): string => (by ? ` (${by.text})` : "");

/** Why a claim was made, in lines for a reader. */
export function explainClaim(claim: ResultClaim): string[] {
  const { explanation } = claim;
  if (!explanation) return [];
  return [
    `rule ${claim.rule}${fileOf(claim.rule)}, on ${explanation.words.map(({ span, tables }) => `${span.text}${tables.length > 0 ? ` [${tables.join(", ")}]` : ""}`).join(" ")}`,
    explanation.arguments.map(({ role, from, by }) => `${role}: ${FROM[from]}${quoted(by)}`).join("; "),
    propertiesOf(claim, explanation),
    `confidence ${claim.confidence}: ${explanation.confidence.join(", ")}`,
  ].filter((line) => line !== "");
}

const fileOf = (rule: string): string => (rule in RULES ? ` (src/claims/${RULES[rule as RuleName].file})` : "");

/** What the text itself asserts as done and by nobody else needs no word. */
function propertiesOf({ polarity, modality, time, attribution }: ResultClaim, why: Explanation<TextSpan>): string {
  return [
    ...(polarity === "affirmed" && why.polarity.because === "default" ? [] : [`${polarity}: ${BECAUSE[why.polarity.because]}${quoted(why.polarity.by)}`]),
    ...(modality === "actual" && why.modality.because === "default" ? [] : [`${modality}: ${BECAUSE[why.modality.because]}${quoted(why.modality.by)}`]),
    ...(time && why.time ? [`time ${time.text}: ${FROM[why.time.from]}`] : []),
    ...(attribution && why.attribution ? [`according to ${attribution.text}: ${BECAUSE[why.attribution.because]}${quoted(why.attribution.by)}`] : []),
  ].join("; ");
}

/** What became no claim, a line each. */
export const explainDropped = (dropped: readonly Dropped<TextSpan>[]): string[] =>
  dropped.map(({ type, span, because, by }) => `no ${type} on ${span.text}: ${DROP_REASONS[because]}${quoted(by)}`);
