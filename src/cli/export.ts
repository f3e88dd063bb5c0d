import type { AnnotatedText, Exporter, ExportFormat } from "../export.js";
import { UsageError } from "./error.js";
import type { Language } from "./help/language.js";
import { nameOf, type DocumentOutput, type Printer, type Write } from "./printer.js";

/** Formats that other tools read; what writes them is loaded when the first document comes. */
export const EXPORTS = ["csv", "jsonld", "label-studio", "doccano", "brat", "conll"] as const satisfies readonly ExportFormat[];

type Read = Extract<DocumentOutput, { readonly result: unknown }>;

const annotated = ({ id, work, result }: Read): AnnotatedText => ({ id: nameOf(id), text: work.text, result });

/** Writes documents as they come. A document that could not be read is named on standard error alone. */
export function createExportPrinter(format: (typeof EXPORTS)[number], write: Write, bom: boolean): Printer {
  let exporter: Exporter | undefined;
  let [documents, items] = [0, 0];
  const open = async (): Promise<Exporter> => {
    if (exporter) return exporter;
    exporter = (await import("../export.js")).createExporter(format, { bom });
    await write(exporter.head);
    return exporter;
  };
  return {
    async print(output) {
      if (!("result" in output)) return;
      const { items: itemsOf, separator, single } = await open();
      documents += 1;
      if (single && documents > 1) throw new UsageError(`--format ${format}: found more than one document; expected one, since such a file holds one; --out-dir writes a file for each`);
      for (const item of itemsOf(annotated(output))) {
        await write(items === 0 ? item : `${separator}${item}`);
        items += 1;
      }
    },
    async end() {
      await write((await open()).tail);
    },
  };
}

/** One page of all documents, written when the last has come. */
export function createReportPrinter(write: Write, language: Language): Printer {
  const documents: AnnotatedText[] = [];
  return {
    print(output) {
      if ("result" in output) documents.push(annotated(output));
      return Promise.resolve();
    },
    async end() {
      await write((await import("../report.js")).renderReport(documents, { language }));
    },
  };
}
