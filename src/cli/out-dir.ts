import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError, OutputError } from "./error.js";
import type { Work } from "./jobs.js";
import { createPrinter, type Format } from "./output.js";
import { nameOf, type DocumentOutput, type PrinterOptions } from "./printer.js";

const EXTENSIONS: Readonly<Record<Format, string>> = {
  json: "json",
  ndjson: "ndjson",
  table: "txt",
  html: "html",
  csv: "csv",
  jsonld: "jsonld",
  "label-studio": "json",
  doccano: "jsonl",
  brat: "ann",
  conll: "conll",
};
const LONGEST_ID = 120;

/** A folder of results, a file for each document. */
export interface OutputFolder {
  /**
   * Writes a document's file, under another name until it is complete.
   *
   * @throws {InputError}  an earlier document has this file
   * @throws {OutputError} it cannot be written
   */
  write(output: DocumentOutput, work: Work): Promise<void>;
}

export function openOutputFolder(folder: string, format: Format, options: PrinterOptions): OutputFolder {
  const written = new Map<string, string>();
  return {
    async write(output, work) {
      const file = join(folder, `${work.isLine ? join(work.name, fileNameOf(output.id)) : work.name}.${EXTENSIONS[format]}`);
      const other = written.get(file);
      if (other !== undefined) throw new InputError(work.where, `${file}, which has the results of ${other}`, "inputs whose results go to different files, or ids of their own");
      written.set(file, work.where);
      const parts: string[] = [];
      const printer = createPrinter(format, (text) => Promise.resolve(void parts.push(text)), options);
      await printer.print(output);
      await printer.end();
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(`${file}.part`, parts.join(""));
        await rename(`${file}.part`, file);
      } catch (error) {
        throw new OutputError(`--out-dir: ${file}: ${(error as Error).message}`);
      }
    },
  };
}

/** An id as a file's name: no path, not hidden, and what some system does not take is written as `%2F`. */
function fileNameOf(id: unknown): string {
  const safe = nameOf(id).toWellFormed().replaceAll(/^\.|[^\p{L}\p{N}._-]/gu, (character) => encodeURIComponent(character).replaceAll(".", "%2E"));
  return safe === "" ? "%" : safe.slice(0, LONGEST_ID);
}
