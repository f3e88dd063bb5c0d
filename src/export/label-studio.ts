import { escape } from "html-escaper";
import { inOffsets } from "../annotated.js";
import { claimKind } from "../model/index.js";
import type { Exporter } from "./exporter.js";
import { ANCHORED_TYPES, EDGE_LABELS, KINDS, MENTION_TYPES, MODALITIES, RELATION_TYPES } from "./label.js";
import { regionsOf, type Region } from "./region.js";

/**
 * Label Studio tasks with predictions, to be corrected by hand in a project set up with `labelStudioConfiguration()`. Offsets are
 * UTF-16, as its editor counts.
 *
 * @see https://labelstud.io/guide/predictions
 */
export function labelStudioExporter(): Exporter {
  return {
    head: "[\n",
    separator: ",\n",
    tail: "\n]\n",
    extension: "json",
    single: false,
    items(document) {
      const aligned = inOffsets("utf16", document);
      const { regions, edges } = regionsOf(aligned);
      const result = [
        ...regions.flatMap(writeRegion),
        ...edges.map(({ from, to, label }) => ({ type: "relation", from_id: from.id, to_id: to.id, direction: "right", labels: [label] })),
      ];
      return [JSON.stringify({ data: { id: document.id, text: document.text }, predictions: [{ model_version: `extract-claims ${aligned.result.version}`, result }] })];
    },
  };
}

function writeRegion({ id, start, end, text, label, claim }: Region): object[] {
  const value = { start, end, text };
  const choice = (name: string, choices: string): object => ({ id, from_name: name, to_name: "text", type: "choices", value: { ...value, choices: [choices] } });
  const kind = claim && claimKind(claim);
  return [
    { id, from_name: "label", to_name: "text", type: "labels", value: { ...value, labels: [label] } },
    ...(claim ? [choice("polarity", claim.polarity), choice("modality", claim.modality)] : []),
    ...(kind === undefined ? [] : [choice("kind", kind)]),
  ];
}

/** The labelling interface that the tasks fit, as XML to paste into a project's settings. */
export function labelStudioConfiguration(): string {
  const tags = (tag: string, values: readonly string[]): string => values.map((value) => `<${tag} value="${escape(value)}"/>`).join("");
  const choices = (name: string, values: readonly string[]): string => `  <Choices name="${name}" toName="text" perRegion="true" choice="single">${tags("Choice", values)}</Choices>`;
  return [
    "<View>",
    `  <Labels name="label" toName="text">${tags("Label", [...MENTION_TYPES, "argument", ...ANCHORED_TYPES])}</Labels>`,
    `  <Relations>${tags("Relation", [...EDGE_LABELS, ...RELATION_TYPES.filter((type) => !EDGE_LABELS.includes(type))])}</Relations>`,
    '  <Text name="text" value="$text" granularity="symbol"/>',
    choices("polarity", ["affirmed", "negated"]),
    choices("modality", MODALITIES),
    choices("kind", KINDS),
    "</View>",
    "",
  ].join("\n");
}
