import { anchorOf, contains, countBefore, RuleError, type Claim, type FigureMention, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Draft } from "./draft.js";
import type { RuleDraft } from "./own-rule.js";

type Part = "span" | "figure" | "text" | "flag" | readonly string[];

/** What each type of claim is made of; `!` stands for what it cannot do without. */
const PARTS: Readonly<Record<Claim["type"], Readonly<Record<string, Part>>>> = {
  metric: { "figure!": "figure", subject: "span", metric: "span", key: "text" },
  change: { "trigger!": "span", "direction!": ["increase", "decrease", "flat"], subject: "span", metric: "span", key: "text", figure: "figure", to: "figure", basis: "text" },
  statement: { "cue!": "span", "direct!": "flag", speaker: "span", content: "span" },
  event: { "trigger!": "span", "eventType!": "text", agent: "span", object: "span", amount: "figure", counterparty: "span", location: "span" },
  relation: { "relation!": ["position", "subsidiary", "owner", "alias", "ticker"], "subject!": "span", "object!": "span", title: "span", figure: "figure" },
};
const COMMON: Readonly<Record<string, Part>> = { polarity: ["affirmed", "negated"], modality: ["actual", "planned", "predicted", "hypothetical", "required"] };
const EVENT_TYPE = /^[a-z][a-z0-9-]*$/;

/**
 * A draft that a rule of the user's has given, if it is one: spans inside the text, its anchor inside the sentence, figures that the
 * text holds.
 *
 * @throws {RuleError}
 */
export function checkDraft(rule: string, draft: unknown, sentence: Span, { document, mentions }: Analysis): RuleDraft {
  const fail = (found: string, expected: string): never => {
    throw new RuleError(rule, found, expected);
  };
  if (typeof draft !== "object" || draft === null) return fail(`a draft that is ${String(draft)}`, 'an object such as { type: "metric", figure, subject, metric }');
  const given = draft as Record<string, unknown>;
  const parts = PARTS[given["type"] as Claim["type"]];
  if (!parts) return fail(`type ${JSON.stringify(given["type"])}`, `one of ${Object.keys(PARTS).join(", ")}`);
  const read: Record<string, unknown> = { type: given["type"] };
  const known: Readonly<Record<string, Part>> = { ...parts, ...COMMON };
  for (const [part, form] of Object.entries(known)) {
    const name = part.replace("!", "");
    const value = given[name];
    if (value === undefined) {
      if (part !== name) fail(`no ${name} in a draft of type ${String(given["type"])}`, `${name}`);
      continue;
    }
    if (form === "text") read[name] = typeof value === "string" && value !== "" ? value : fail(`${name}: ${JSON.stringify(value)}`, "a text");
    else if (form === "flag") read[name] = typeof value === "boolean" ? value : fail(`${name}: ${JSON.stringify(value)}`, "true or false");
    else if (form === "span" || form === "figure") {
      const span = isSpan(value, document.text.length) ? { start: value.start, end: value.end } : fail(`${name}: ${JSON.stringify(value)}`, `start and end inside the text, which has ${document.text.length} UTF-16 code units`);
      read[name] = form === "span" ? span : (figureAt(span) ?? fail(`${name}: ${JSON.stringify(document.text.slice(span.start, span.end))}`, "a figure that the text holds: the mention of a word"));
    } else read[name] = form.includes(value as string) ? value : fail(`${name}: ${JSON.stringify(value)}`, `one of ${form.join(", ")}`);
  }
  for (const name of Object.keys(given)) if (name !== "type" && name !== "confidence" && !(name in known) && !(`${name}!` in known)) fail(`a field ${name}`, `only ${Object.keys(known).join(", ").replaceAll("!", "")}, confidence`);
  const { confidence, eventType } = given;
  if (eventType !== undefined && !EVENT_TYPE.test(String(eventType))) fail(`eventType: ${JSON.stringify(eventType)}`, "a name in small letters, such as donation");
  if (confidence !== undefined) read["confidence"] = typeof confidence === "number" && confidence >= 0 && confidence <= 1 ? confidence : fail(`confidence: ${JSON.stringify(confidence)}`, "a number from 0 to 1");
  if (!contains(sentence, anchorOf(read as unknown as Draft))) fail(`a claim that stands on a word of another sentence`, "one of the sentence that the rule was asked about");
  return read as unknown as RuleDraft;

  function figureAt(span: Span): FigureMention | undefined {
    const mention = mentions[countBefore(mentions, span.start + 1) - 1];
    return mention?.type === "figure" && mention.start === span.start && mention.end === span.end ? mention : undefined;
  }
}

function isSpan(value: unknown, length: number): value is Span {
  if (typeof value !== "object" || value === null) return false;
  const { start, end } = value as Partial<Span>;
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start! && start! < end! && end! <= length;
}
