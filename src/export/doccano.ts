import { inOffsets } from "../annotated.js";
import { claimKind } from "../model/index.js";
import type { Exporter } from "./exporter.js";
import { regionsOf, type Region } from "./region.js";

/**
 * doccano JSONL for a project of sequence labelling with relations, which PaddleNLP's UIE reads for fine-tuning too. Offsets are code
 * points; ids count through the file. An event's label carries its kind (`event:launch`); polarity and modality have no place here.
 */
export function doccanoExporter(): Exporter {
  let count = 0;
  let documents = 0;
  return {
    head: "",
    separator: "",
    tail: "",
    extension: "jsonl",
    single: false,
    items(document) {
      const { regions, edges } = regionsOf(inOffsets("codepoint", document));
      const ids = new Map(regions.map((region) => [region, (count += 1)]));
      documents += 1;
      const line = {
        id: documents,
        name: document.id,
        text: document.text,
        entities: regions.map((region) => ({ id: ids.get(region), label: labelOf(region), start_offset: region.start, end_offset: region.end })),
        relations: edges.map(({ from, to, label }) => ({ id: (count += 1), from_id: ids.get(from), to_id: ids.get(to), type: label })),
      };
      return [`${JSON.stringify(line)}\n`];
    },
  };
}

function labelOf({ label, claim }: Region): string {
  const kind = claim && claimKind(claim);
  return kind === undefined ? label : `${label}:${kind}`;
}
