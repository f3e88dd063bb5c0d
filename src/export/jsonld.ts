import { inOffsets } from "../annotated.js";
import { claimArguments, claimKind, type AnnotatedText, type ResultClaim, type ResultMention, type TextSpan } from "../model/index.js";
import type { Exporter } from "./exporter.js";

const VOCABULARY = "urn:extract-claims:";
const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { claim: VOCABULARY }];
/** Code points of the text on either side that tell one occurrence of a quotation from another. */
const CONTEXT_LENGTH = 24;

/**
 * W3C Web Annotation: one annotation a mention and one a claim, each tied to its words by a quotation with what stands around it
 * and by a position. Positions count code points, as the Recommendation has it; terms of our own are `urn:extract-claims:…`.
 *
 * @see https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export function jsonLdExporter(): Exporter {
  return {
    head: `{"@context":${JSON.stringify(CONTEXT)},"type":"AnnotationPage","items":[\n`,
    separator: ",\n",
    tail: "\n]}\n",
    extension: "jsonld",
    single: false,
    items(document) {
      const { result } = inOffsets("codepoint", document);
      const source = sourceOf(document.id);
      const select = selector(document);
      const target = (span: TextSpan): object => ({ type: "SpecificResource", source, selector: select(span) });
      return [...result.mentions.map((mention) => writeMention(mention, source, target)), ...result.claims.map((claim) => writeClaim(claim, source, target))].map((item) => JSON.stringify(item));
    },
  };
}

/** An address stays one; any other id becomes a name of its own. */
function sourceOf(id: string): string {
  return /^[a-z][a-z\d+.-]*:\S+$/i.test(id) ? id.split("#", 1).join("") : `${VOCABULARY}document:${encodeURIComponent(id.toWellFormed())}`;
}

function selector({ text }: AnnotatedText): (span: TextSpan) => object[] {
  const points = Array.from(text);
  const between = (start: number, end: number): string => points.slice(Math.max(0, start), end).join("");
  return ({ start, end, text: exact }) => [
    { type: "TextQuoteSelector", exact, prefix: between(start - CONTEXT_LENGTH, start), suffix: between(end, end + CONTEXT_LENGTH) },
    { type: "TextPositionSelector", start, end },
  ];
}

const terms = (values: object): Record<string, unknown> => Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[`claim:${key}`, value as unknown]])));

const FIGURE = ["value", "upper", "unit", "comparator", "per"] as const;
const NORMAL = [...FIGURE, "canonical", "ticker", "owner", "mod", "set", "key"] as const;

/** What a span means, as far as that is known: its number and unit, its date, its canonical name. */
const meaning = (span: object): object => terms(Object.fromEntries(NORMAL.flatMap((key) => (key in span ? [[key, (span as Record<string, unknown>)[key]]] : []))));

function writeMention(mention: ResultMention, source: string, target: (span: TextSpan) => object): object {
  return {
    id: `${source}#${mention.id}`,
    type: "Annotation",
    motivation: "tagging",
    body: [{ type: "TextualBody", purpose: "tagging", value: mention.type }, { type: "claim:Mention", ...meaning(mention) }],
    target: target(mention),
  };
}

function writeClaim(claim: ResultClaim, source: string, target: (span: TextSpan) => object): object {
  const { id, type, polarity, modality, confidence, rule, time, within, attribution } = claim;
  const parts = [...claimArguments(claim), ...(attribution ? [["attribution", attribution] as const] : []), ...(time ? [["time", time] as const] : [])];
  return {
    id: `${source}#${id}`,
    type: "Annotation",
    motivation: "classifying",
    body: [
      { type: "TextualBody", purpose: "classifying", value: type },
      {
        type: "claim:Claim",
        ...terms({
          type, kind: claimKind(claim), polarity, modality, confidence, rule,
          basis: claim.type === "change" ? claim.basis : undefined,
          direct: claim.type === "statement" ? claim.direct : undefined,
          within: within === undefined ? undefined : { id: `${source}#${within}` },
        }),
      },
    ],
    target: [target(claim.span), ...parts.map(([role, part]) => ({ ...target(part), ...terms({ role }), ...meaning(part) }))],
  };
}
