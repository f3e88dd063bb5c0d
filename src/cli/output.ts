import type { Colours } from "./colour.js";
import { explainDropped } from "./explain.js";
import { createExportPrinter, createReportPrinter, EXPORTS } from "./export.js";
import type { Messages } from "./help/en.js";
import { MESSAGES } from "./help/language.js";
import { nameOf, type DocumentOutput, type Printer, type PrinterOptions, type Write } from "./printer.js";
import { plain, renderClaims } from "./table.js";
import { wrap } from "./wrap.js";

export const FORMATS = ["json", "ndjson", "table", "html", ...EXPORTS] as const;
export type Format = (typeof FORMATS)[number];

export function createPrinter(format: Format, write: Write, { many, columns, colours, bom, language }: PrinterOptions): Printer {
  const done = (): Promise<void> => Promise.resolve();
  if (format === "ndjson") return { print: (output) => write(`${writeLine(output)}\n`), end: done };
  if (format === "table") return { print: (output) => write(renderDocument(output, many, columns, colours, MESSAGES[language])), end: done };
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

function renderDocument(output: DocumentOutput, many: boolean, columns: number, colours: Colours, { table, nothing }: Messages): string {
  const head = many ? `${colours.bold(plain(nameOf(output.id)))}\n` : "";
  if ("error" in output) return `${head}error: ${plain(output.error.message)}\n`;
  const { claims, dropped = [] } = output.result;
  const why = explainDropped(dropped).map((line) => `${wrap(plain(line), columns)}\n`);
  return `${head}${claims.length === 0 ? nothing : renderClaims(claims, columns, colours, table)}\n${why.join("")}`;
}
