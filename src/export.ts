import { bratExporter } from "./export/brat.js";
import { conllExporter } from "./export/conll.js";
import { csvExporter, type CsvOptions } from "./export/csv.js";
import { doccanoExporter } from "./export/doccano.js";
import { writeAll, type Exporter } from "./export/exporter.js";
import { jsonLdExporter } from "./export/jsonld.js";
import { labelStudioExporter } from "./export/label-studio.js";
import { ndjsonExporter } from "./export/ndjson.js";
import type { AnnotatedText } from "./model/index.js";

export { bratConfiguration } from "./export/brat.js";
export type { CsvOptions } from "./export/csv.js";
export type { Exporter } from "./export/exporter.js";
export { labelStudioConfiguration } from "./export/label-studio.js";
export type { AnnotatedText } from "./model/index.js";

const EXPORTERS = {
  ndjson: ndjsonExporter,
  csv: csvExporter,
  jsonld: jsonLdExporter,
  "label-studio": labelStudioExporter,
  doccano: doccanoExporter,
  brat: bratExporter,
  conll: conllExporter,
} as const;

/** Names of the formats. */
export type ExportFormat = keyof typeof EXPORTERS;
/** All of them. */
export const EXPORT_FORMATS = Object.keys(EXPORTERS) as readonly ExportFormat[];

/** Of CSV alone. */
export type ExportOptions = CsvOptions;

/**
 * A writer of one file, for documents that come one at a time.
 *
 *     const exporter = createExporter("csv", { bom: true });
 *     exporter.head + exporter.items({ id: "a.txt", text, result: extract(text) }).join(exporter.separator) + exporter.tail
 */
export function createExporter(format: ExportFormat, options?: ExportOptions): Exporter {
  return EXPORTERS[format](options);
}

/**
 * Documents with their results as one file in another format, each with the unit of offsets that its readers count in.
 *
 *     exportDocuments("doccano", [{ id: "a.txt", text, result: extract(text) }])
 *
 * @returns  The file's contents. `brat` knows no documents, so its file holds one.
 * @throws {ExtractClaimsError} code `text`: a result was made from another text
 */
export function exportDocuments(format: ExportFormat, documents: Iterable<AnnotatedText>, options?: ExportOptions): string {
  return writeAll(createExporter(format, options), documents);
}
