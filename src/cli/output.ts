import { createExportPrinter, createReportPrinter, EXPORTS } from "./export.js";
import { MESSAGES } from "./help/language.js";
import type { DocumentOutput, Printer, PrinterOptions, Write } from "./printer.js";

export const FORMATS = ["json", "ndjson", "table", "html", ...EXPORTS] as const;
export type Format = (typeof FORMATS)[number];

export function createPrinter(format: Format, write: Write, { many, columns, colours, bom, language }: PrinterOptions): Printer {
  const done = (): Promise<void> => Promise.resolve();
  if (format === "ndjson") return { print: (output) => write(`${writeLine(output)}\n`), end: done };
  if (format === "table") return { print: async (output) => write((await import("./table.js")).renderDocument(output, many, columns, colours, MESSAGES[language])), end: done };
  if (format === "html") return createReportPrinter(write, language);
  if (format !== "json") return createExportPrinter(format, write, bom);
  let count = 0;
  return {
    async print(output) {
      const text = JSON.stringify(flatten(output), undefined, 2);
      await write(many ? `${count === 0 ? "[\n" : ",\n"}${text}` : `${text}\n`);
      count += 1;
    },
    async end() {
      if (many) await write(count === 0 ? "[]\n" : "\n]\n");
    },
  };
}

const writeLine = (output: DocumentOutput): string => ("json" in output && output.json !== undefined ? `{"id":${JSON.stringify(output.id)},${output.json.slice(1)}` : JSON.stringify(flatten(output)));
const flatten = (output: DocumentOutput): object => ("result" in output ? { id: output.id, ...output.result } : { id: output.id, error: output.error });
