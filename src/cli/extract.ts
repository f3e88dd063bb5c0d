import { createExtractor, ExtractClaimsError, type Extractor, type OffsetUnit, type Stage } from "../index.js";
import type { Encoding } from "./decode.js";
import { InputError, UsageError } from "./error.js";
import { readLines, readTextFile, type DocumentInput } from "./input.js";
import { createPrinter, type Format, type Printer } from "./output.js";

export interface ExtractFlags {
  readonly format?: Format;
  readonly jsonl?: boolean;
  readonly dict?: readonly string[];
  readonly referenceDate?: string;
  readonly segmenter: "builtin" | "nodejieba";
  readonly offsets: OffsetUnit;
  readonly encoding: Encoding;
  readonly include?: readonly Stage[];
  readonly maxLength?: number;
}

/** No encoding takes more than 4 bytes for a UTF-16 code unit, and JSON's `\u4e00` no more than 6. */
const BYTES_PER_UNIT = 6;
const ROOM_FOR_OTHER_FIELDS = 65_536;

/** Reads every input in order; one that fails is named on standard error and the others go on. Gives the exit code. */
export async function extractFiles(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const extractor = await openExtractor(flags);
  const maxBytes = BYTES_PER_UNIT * (flags.maxLength ?? 5_000_000) + ROOM_FOR_OTHER_FIELDS;
  const holdsLines = (path: string): boolean => flags.jsonl === true || /\.(?:jsonl|ndjson)$/i.test(path);
  const many = paths.length > 1 || paths.some(holdsLines);
  const format = flags.format ?? (process.stdout.isTTY ? "table" : paths.some(holdsLines) ? "ndjson" : "json");
  const printer = createPrinter(format, process.stdout, { many, columns: process.stdout.columns ?? 100 });
  let failed = 0;
  for (const path of paths) {
    try {
      if (holdsLines(path)) failed += await extractLines(path, extractor, printer, flags.encoding, maxBytes);
      else {
        const document = await readTextFile(path, flags.encoding, maxBytes);
        if (document.text.trim() === "") console.error(`extract-claims: ${path}: empty, so no claims`);
        await printer.print({ id: path, result: read(extractor, document) });
      }
    } catch (error) {
      failed += 1;
      console.error(`extract-claims: ${InputError.from(path, error).message}`);
    }
  }
  await printer.end();
  return failed > 0 ? 1 : 0;
}

async function openExtractor(flags: ExtractFlags): Promise<Extractor> {
  const { referenceDate, offsets, include, maxLength, dict = [] } = flags;
  try {
    return createExtractor({
      offsets,
      dictionary: dict,
      ...(referenceDate !== undefined && { referenceDate }),
      ...(include && { include }),
      ...(maxLength !== undefined && { maxLength }),
      ...(flags.segmenter === "nodejieba" && { segmenter: (await import("../nodejieba.js")).nodejiebaSegmenter() }),
    });
  } catch (error) {
    if (error instanceof ExtractClaimsError) throw new UsageError(error.message);
    throw error;
  }
}

/** One result line a document line, in order; a bad line gives its error in its place. Gives the number of those. */
async function extractLines(path: string, extractor: Extractor, printer: Printer, encoding: Encoding, maxBytes: number): Promise<number> {
  let failed = 0;
  const fail = async (id: unknown, { code, message }: InputError): Promise<void> => {
    failed += 1;
    console.error(`extract-claims: ${message}`);
    await printer.print({ id, error: { code, message } });
  };
  for await (const input of readLines(path, encoding, maxBytes)) {
    if ("error" in input) {
      await fail(input.id ?? input.line, input.error);
      continue;
    }
    const { id } = input.document;
    let result;
    try {
      result = read(extractor, input.document);
    } catch (error) {
      await fail(id, InputError.from(`${path === "-" ? "standard input" : path}:${input.line}`, error));
      continue;
    }
    await printer.print({ id, result });
  }
  return failed;
}

function read(extractor: Extractor, { text, referenceDate }: DocumentInput) {
  return extractor.extract(text, referenceDate === undefined ? {} : { referenceDate });
}
