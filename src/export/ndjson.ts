import type { Exporter } from "./exporter.js";

/** A result a line, under its document's id; offsets in the result's own unit, which it names. */
export function ndjsonExporter(): Exporter {
  return {
    head: "",
    separator: "",
    tail: "",
    extension: "ndjson",
    single: false,
    items: ({ id, result }) => [`${JSON.stringify({ id, ...result })}\n`],
  };
}
