import { createExtractor, ExtractClaimsError, type Extractor, type OffsetUnit, type Stage } from "../index.js";

import { InputError, UsageError } from "./error.js";
import { isLines, readLines, readTextFile, type DocumentInput, type Encoding } from "./input.js";
import { createPrinter, type Format, type Printer } from "./output.js";

export interface ExtractFlags {
  readonly format?: Format;
  readonly jsonl?: boolean;
  readonly dict: readonly string[];
  readonly referenceDate?: string;
  readonly segmenter: "builtin" | "nodejieba";
  readonly offsets: OffsetUnit;
  readonly encoding: Encoding;
  readonly include?: readonly Stage[];
  readonly maxLength?: number;
}

/** Reads every input in order; one that fails is named on standard error and the others go on. Gives the exit code. */
export async function extractFiles(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const extractor = await openExtractor(flags);
  const lines = (path: string): boolean => isLines(path) || (path === "-" && flags.jsonl === true);
  const many = paths.length > 1 || paths.some(lines);
  const format = flags.format ?? (process.stdout.isTTY ? "table" : paths.some(lines) ? "ndjson" : "json");
  const printer = createPrinter(format, process.stdout, { many, columns: process.stdout.columns ?? 100 });
  let failed = 0;
  for (const path of paths) {
    try {
      if (lines(path)) failed += await extractLines(path, extractor, printer, flags);
      else await printer.print({ id: path, result: read(extractor, readTextFile(path, flags.encoding)) });
    } catch (error) {
      if (!(error instanceof ExtractClaimsError)) throw error;
      failed += 1;
      console.error(`extract-claims: ${InputError.from(path, error).message}`);
    }
  }
  await printer.end();
  return failed > 0 ? 1 : 0;
}

async function openExtractor(flags: ExtractFlags): Promise<Extractor> {
  const { referenceDate, offsets, include, maxLength, dict } = flags;
  const segmenter = flags.segmenter === "nodejieba" ? (await import("../nodejieba.js")).nodejiebaSegmenter() : undefined;
  try {
    return createExtractor({
      offsets,
      dictionary: dict,
      ...(referenceDate !== undefined && { referenceDate }),
      ...(include && { include }),
      ...(maxLength !== undefined && { maxLength }),
      ...(segmenter && { segmenter }),
    });
  } catch (error) {
    if (error instanceof ExtractClaimsError) throw new UsageError(error.message);
    throw error;
  }
}

/** One result line a document line, in order; a bad line gives its error in its place. */
async function extractLines(path: string, extractor: Extractor, printer: Printer, flags: ExtractFlags): Promise<number> {
  let failed = 0;
  for await (const input of readLines(path, flags.encoding, 4 * (flags.maxLength ?? 5_000_000) + 65_536)) {
    if ("error" in input) {
      failed += 1;
      console.error(`extract-claims: ${input.error.message}`);
      await printer.print({ id: input.id ?? input.line, error: { code: input.error.code, message: input.error.message } });
      continue;
    }
    const { id } = input.document;
    try {
      await printer.print({ id, result: read(extractor, input.document) });
    } catch (error) {
      if (!(error instanceof ExtractClaimsError)) throw error;
      failed += 1;
      const { code, message } = InputError.from(`${path}:${input.line}`, error);
      console.error(`extract-claims: ${message}`);
      await printer.print({ id, error: { code, message } });
    }
  }
  return failed;
}

function read(extractor: Extractor, { text, referenceDate }: DocumentInput) {
  return extractor.extract(text, referenceDate === undefined ? {} : { referenceDate });
}
