import { inOffsets } from "../annotated.js";
import { claimKind, type ResultClaim, type TextSpan } from "../model/index.js";
import type { Exporter } from "./exporter.js";
import { ANCHORED_TYPES, EDGE_LABELS, KINDS, MENTION_TYPES, MODALITIES, RELATION_TYPES } from "./label.js";
import { regionsOf, type Region } from "./region.js";

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/**
 * brat standoff: an `.ann` file, to lie beside a `.txt` file that holds the text as it was given. Mentions and arguments are
 * text-bound, claims are events with negation, modality and kind as attributes, relations are relations. Offsets are code points; a
 * stretch over a line break is written in pieces, as the format asks.
 *
 * @see https://brat.nlplab.org/standoff.html
 */
export function bratExporter(): Exporter {
  return {
    head: "",
    separator: "",
    tail: "",
    extension: "ann",
    single: true,
    items: (document) => {
      const aligned = inOffsets("codepoint", document);
      return writeLines(aligned.result.claims, regionsOf(aligned)).map((line) => `${line}\n`);
    },
  };
}

function writeLines(claims: readonly ResultClaim[], { regions, edges }: ReturnType<typeof regionsOf>): string[] {
  const lines: string[] = [];
  const counts: Record<string, number> = {};
  const add = (kind: string, line: string): string => {
    const id = `${kind}${(counts[kind] = (counts[kind] ?? 0) + 1)}`;
    lines.push(`${id}\t${line}`);
    return id;
  };
  const note = (of: string, text: string): string => add("#", `AnnotatorNotes ${of}\t${text.replaceAll(/\s+/g, " ")}`);
  const names = new Map<Region, string>();
  for (const region of regions) {
    const [offsets, text] = pieces(region);
    names.set(region, add("T", `${capitalised(region.label)} ${offsets}\t${text}`));
  }
  const parts = new Map<Region, string[]>(regions.map((region) => [region, []]));
  for (const { from, to, label } of edges) parts.get(from)?.push(`${capitalised(label)}:${names.get(to)}`);
  for (const region of regions) {
    if (!region.claim) continue;
    const { polarity, modality, type } = region.claim;
    const event = add("E", [`${capitalised(type)}:${names.get(region)}`, ...(parts.get(region) ?? [])].join(" "));
    if (polarity === "negated") add("A", `Negation ${event}`);
    if (modality !== "actual") add("A", `Modality ${event} ${modality}`);
    const kind = claimKind(region.claim);
    if (kind !== undefined) add("A", `Kind ${event} ${kind}`);
    const values = [valuesOf(region.claim), region.claim.time && `time ${region.claim.time.value}`].filter((part) => part !== undefined);
    if (values.length > 0) note(event, values.join("; "));
  }
  const relations = claims.filter((claim) => claim.type === "relation");
  for (const [i, { from, to, label }] of edges.filter((edge) => !edge.from.claim).entries()) {
    const id = add("R", `${capitalised(label)} Arg1:${names.get(from)} Arg2:${names.get(to)}`);
    const title = relations[i]?.title?.text;
    if (title !== undefined) note(id, `title ${title}`);
  }
  return lines;
}

/** The stretches between line breaks, as offsets `0 4;5 9` and as text. */
function pieces({ start, text }: TextSpan): readonly [offsets: string, text: string] {
  const offsets: string[] = [];
  const texts: string[] = [];
  let at = start;
  for (const part of text.split(/([\n\r\u0085\u2028\u2029]+)/)) {
    const length = Array.from(part).length;
    if (part.trim() !== "") {
      offsets.push(`${at} ${at + length}`);
      texts.push(part.replaceAll("\t", " "));
    }
    at += length;
  }
  return [offsets.join(";"), texts.join(" ")];
}

function valuesOf(claim: ResultClaim): string | undefined {
  const figures = Object.entries({
    figure: "figure" in claim ? claim.figure : undefined,
    to: "to" in claim ? claim.to : undefined,
    amount: "amount" in claim ? claim.amount : undefined,
  }).flatMap(([role, figure]) => (figure ? [`${role} ${[figure.comparator, figure.value, figure.upper, figure.unit, figure.per && `per ${figure.per}`].filter((part) => part !== undefined).join(" ")}`] : []));
  return figures.length > 0 ? figures.join("; ") : undefined;
}

/** The `annotation.conf` that tells brat of these types. */
export function bratConfiguration(): string {
  const roles = EDGE_LABELS.map((role) => `${capitalised(role)}?:<ENTITY>`).join(", ");
  return [
    "[entities]",
    ...[...MENTION_TYPES, "argument"].map(capitalised),
    "[relations]",
    ...RELATION_TYPES.map((type) => `${capitalised(type)}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    "[events]",
    ...ANCHORED_TYPES.map((type) => `${capitalised(type)}\t${roles}`),
    "[attributes]",
    "Negation\tArg:<EVENT>",
    `Modality\tArg:<EVENT>, Value:${MODALITIES.filter((modality) => modality !== "actual").join("|")}`,
    `Kind\tArg:<EVENT>, Value:${KINDS.join("|")}`,
    "",
  ].join("\n");
}
