import { createExtractor, ExtractClaimsError, type Extractor, type OffsetUnit, type Stage } from "../index.js";
import type { PoolOptions } from "../pool.js";
import type { Encoding } from "./decode.js";
import { InputError, UsageError } from "./error.js";
import { readLines, readTextFile } from "./input.js";
import { extractInOrder, listenForSignals, type Work } from "./jobs.js";
import { openOutputFile } from "./out.js";
import { createPrinter, type Format } from "./output.js";
import { readWordFiles } from "./words.js";

export interface ExtractFlags {
  readonly format?: Format;
  readonly jsonl?: boolean;
  readonly dict?: readonly string[];
  readonly words?: readonly string[];
  readonly referenceDate?: string;
  readonly segmenter: "builtin" | "nodejieba";
  readonly offsets: OffsetUnit;
  readonly encoding: Encoding;
  readonly include?: readonly Stage[];
  readonly maxLength?: number;
  readonly explain?: boolean;
  readonly jobs?: number;
  readonly out?: string;
  readonly resume?: boolean;
  readonly bom?: boolean;
}

/** No encoding takes more than 4 bytes for a UTF-16 code unit, and JSON's `\u4e00` no more than 6. */
const BYTES_PER_UNIT = 6;
const ROOM_FOR_OTHER_FIELDS = 65_536;

/** Reads every input in order; one that fails is named on standard error and the others go on. Gives the exit code. */
export async function extractFiles(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const options = extractorOptions(flags);
  const extractor = await openExtractor(options);
  const holdsLines = (path: string): boolean => flags.jsonl === true || /\.(?:jsonl|ndjson)$/i.test(path);
  const many = paths.length > 1 || paths.some(holdsLines);
  const format = flags.format ?? (flags.resume ? "ndjson" : process.stdout.isTTY && flags.out === undefined ? "table" : paths.some(holdsLines) ? "ndjson" : "json");
  if (flags.resume && (flags.out === undefined || format !== "ndjson")) throw new UsageError("--resume continues a file of a line a document: it needs --out FILE and the format ndjson");
  const file = flags.out === undefined ? undefined : await openOutputFile(flags.out, flags.resume ?? false);
  const printer = createPrinter(format, file?.stream ?? process.stdout, { many, bom: flags.bom ?? false, columns: process.stdout.columns ?? (Number(process.env["COLUMNS"]) || 100) });
  const interruption = listenForSignals();
  const inputs = interruption.until(skip(readInputs(paths, flags, holdsLines), file?.lines ?? 0));
  let failed = file?.failures ?? 0;
  for await (const worked of extractInOrder(inputs, extractor, options, flags.jobs)) {
    if ("error" in worked) {
      failed += 1;
      const { code, message } = InputError.from(worked.work.where, worked.error);
      console.error(`extract-claims: ${message}`);
      // A line out for each document in; a reader of whole files asked for results.
      if (format === "ndjson" || worked.work.isLine) await printer.print({ id: worked.id, error: { code, message } });
    } else await printer.print(worked);
  }
  await printer.end();
  interruption.ignore();
  await file?.close(interruption.code === 0);
  return interruption.code || (failed > 0 ? 1 : 0);
}

/** Every document of every input, in order, and what stands in the place of one. */
async function* readInputs(paths: readonly string[], flags: ExtractFlags, holdsLines: (path: string) => boolean): AsyncGenerator<Work> {
  const maxBytes = BYTES_PER_UNIT * (flags.maxLength ?? 5_000_000) + ROOM_FOR_OTHER_FIELDS;
  for (const path of paths) {
    const name = path === "-" ? "standard input" : path;
    try {
      if (holdsLines(path))
        for await (const input of readLines(path, flags.encoding, maxBytes)) {
          const where = `${name}:${input.line}`;
          yield "error" in input ? { id: input.id ?? input.line, where, text: "", error: input.error, isLine: true } : { ...input.document, where, isLine: true };
        }
      else {
        const document = await readTextFile(path, flags.encoding, maxBytes);
        if (document.text.trim() === "") console.error(`extract-claims: ${path}: empty, so no claims`);
        yield { ...document, where: name, isLine: false };
      }
    } catch (error) {
      yield { id: path, where: name, text: "", error: InputError.from(name, error), isLine: false };
    }
  }
}

async function* skip<T>(source: AsyncGenerator<T>, count: number): AsyncGenerator<T> {
  let passed = 0;
  for await (const item of source) if ((passed += 1) > count) yield item;
}

function extractorOptions({ referenceDate, offsets, include, maxLength, explain, dict = [], words = [], segmenter }: ExtractFlags): PoolOptions {
  return {
    offsets,
    dictionary: dict,
    segmenter,
    ...(referenceDate !== undefined && { referenceDate }),
    ...(include && { include }),
    ...(maxLength !== undefined && { maxLength }),
    ...(explain && { explain }),
    ...(words.length > 0 && { words: readWordFiles(words) }),
  };
}

async function openExtractor({ segmenter, ...options }: PoolOptions): Promise<Extractor> {
  const { workers: _, ...others } = options;
  try {
    return createExtractor({ ...others, ...(segmenter === "nodejieba" && { segmenter: (await import("../nodejieba.js")).nodejiebaSegmenter() }) });
  } catch (error) {
    if (error instanceof ExtractClaimsError) throw new UsageError(error.message);
    throw error;
  }
}
