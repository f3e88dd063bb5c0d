import { claimArguments, claimKind, type Comparator, type FigureArgument, type ResultClaim } from "../model/index.js";
import type { Words } from "./words.js";

const SIGNS: Readonly<Record<Comparator, string>> = { eq: "", gt: "> ", gte: "≥ ", lt: "< ", lte: "≤ ", approx: "≈ ", range: "" };
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 12 });

/** A figure's normal form: `≈ 1,308,900,000 CNY`. */
export function figureValue({ value, upper, unit, comparator, per }: FigureArgument): string {
  const amount = upper === undefined ? number.format(value) : `${number.format(value)} – ${number.format(upper)}`;
  return [`${SIGNS[comparator]}${amount}`, unit, per && `/ ${per}`].filter(Boolean).join(" ");
}

/** Who a claim is about, or who says it. */
export function whoOf(claim: ResultClaim): string {
  if (claim.type === "statement") return claim.speaker?.text ?? "";
  return (claim.type === "event" ? claim.agent : claim.subject)?.text ?? "";
}

/** What a claim says of them, in the text's words. */
export function whatOf(claim: ResultClaim): string {
  const join = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(" ");
  switch (claim.type) {
    case "metric":
      return join(claim.metric?.text, claim.figure.text);
    case "change":
      return join(claim.metric?.text, claim.trigger.text, claim.figure?.text, claim.to && `→ ${claim.to.text}`);
    case "statement":
      return `${claim.cue.text}：${claim.content?.text ?? ""}`;
    case "event":
      return join(claim.trigger.text, claim.object?.text, claim.amount?.text, claim.counterparty?.text, claim.location && `@ ${claim.location.text}`);
    case "relation":
      return join(claim.title?.text, claim.object.text, claim.figure?.text);
  }
}

/** Whose word a claim is: the source the text gives, a statement's own speaker, or nobody's. */
export const sourceOf = (claim: ResultClaim): string | undefined => claim.attribution?.text ?? (claim.type === "statement" ? claim.speaker?.text : undefined);

/** The page has the text already: of a long quotation, the start will do. */
const LONGEST_QUOTE = 120;
const clip = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

/** A part of a claim in the text: its role, the words of the page for it, where it stands, and its normal form. */
export interface Part {
  readonly role: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value?: string;
}

/** What the page's script knows of a claim. */
export interface ClaimData {
  readonly id: string;
  readonly type: ResultClaim["type"];
  readonly label: string;
  readonly marks: readonly string[];
  readonly polarity: string;
  readonly modality: string;
  readonly source: string;
  readonly who: string;
  readonly what: string;
  readonly when: string;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
  readonly confidence: number;
  readonly rule: string;
  readonly within?: string;
}

export function claimData(claim: ResultClaim, words: Words): ClaimData {
  const { id, type, polarity, modality, span, time, attribution, within, confidence, rule } = claim;
  const kind = claimKind(claim);
  const parts: Part[] = claimArguments(claim).map(([role, argument]) => ({
    role,
    label: words.roles[role],
    start: argument.start,
    end: argument.end,
    text: clip(argument.text),
    ...("comparator" in argument && { value: figureValue(argument) }),
  }));
  if (time) parts.push({ role: "time", label: words.time, start: time.start, end: time.end, text: time.text, value: time.value });
  if (attribution) parts.push({ role: "source", label: words.source, start: attribution.start, end: attribution.end, text: attribution.text });
  return {
    id,
    type,
    label: [words.types[type], kind].filter(Boolean).join(" · "),
    marks: [polarity === "negated" ? words.polarities.negated : "", modality === "actual" ? "" : words.modalities[modality]].filter(Boolean),
    polarity,
    modality,
    source: sourceOf(claim) ?? "",
    who: whoOf(claim),
    what: clip(whatOf(claim)),
    when: time?.value ?? "",
    start: span.start,
    end: span.end,
    parts,
    confidence,
    rule,
    ...(within !== undefined && { within }),
  };
}
