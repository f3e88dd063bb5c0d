import { resolve, sep } from "node:path";
import { createExtractor, ExtractClaimsError, type Extractor, type OffsetUnit, type Stage } from "../index.js";
import type { PoolOptions } from "../pool.js";
import { coloursFor } from "./colour.js";
import type { Encoding } from "./decode.js";
import { InputError, UsageError } from "./error.js";
import { claimFilter, type FilterFlags } from "./filter.js";
import { MESSAGES, type Language } from "./help/language.js";
import { readLines, readTextFile } from "./input.js";
import { extractInOrder, listenForSignals, type Work, type Worked } from "./jobs.js";
import { openOutputFolder } from "./out-dir.js";
import { openOutputFile } from "./out.js";
import { createPrinter, type Format } from "./output.js";
import { writeTo, type DocumentOutput } from "./printer.js";
import { openProgress } from "./progress.js";
import { findSources, type IsOutput, type Source } from "./source.js";
import { readWordFiles } from "./words.js";

export interface ExtractFlags extends FilterFlags {
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
  readonly outDir?: string;
  readonly resume?: boolean;
  readonly bom?: boolean;
  readonly stats?: boolean;
}

/** No encoding takes more than 4 bytes for a UTF-16 code unit, and JSON's `\u4e00` no more than 6. */
const BYTES_PER_UNIT = 6;
const ROOM_FOR_OTHER_FIELDS = 65_536;

type HoldsLines = (source: Source) => boolean;

/** Reads every input in order; one that fails is named on standard error and the others go on. Gives the exit code. */
export async function extractFiles(args: readonly string[], flags: ExtractFlags, language: Language): Promise<number> {
  const options = extractorOptions(flags);
  const extractor = await openExtractor(options);
  const holdsLines: HoldsLines = ({ path }) => flags.jsonl === true || /\.(?:jsonl|ndjson)$/i.test(path);
  const { sources, many } = await findSources(args, outputsOf(flags));
  const someLines = sources.some(holdsLines);
  const toTerminal = process.stdout.isTTY && flags.out === undefined && flags.outDir === undefined;
  const format = flags.format ?? (flags.resume ? "ndjson" : toTerminal ? "table" : flags.outDir === undefined && someLines ? "ndjson" : "json");
  if (flags.resume && (flags.out === undefined || format !== "ndjson")) throw new UsageError("--resume continues a file of a line a document: it needs --out FILE and the format ndjson");

  const file = flags.out === undefined ? undefined : await openOutputFile(flags.out, flags.resume ?? false);
  const out = file?.stream ?? process.stdout;
  const shape = { many: flags.outDir === undefined && (many || someLines), bom: flags.bom ?? false, columns: process.stdout.columns || Number(process.env["COLUMNS"]) || 100, colours: coloursFor(out), language };
  const printer = flags.outDir === undefined ? createPrinter(format, writeTo(out), shape) : undefined;
  const folder = flags.outDir === undefined ? undefined : openOutputFolder(flags.outDir, format, { ...shape, colours: coloursFor(out, { NO_COLOR: "1" }) });

  const progress = await openProgress(flags.resume ? undefined : totalOf(sources), process.stderr.isTTY === true && !toTerminal, MESSAGES[language]);
  const stats = flags.stats ? new (await import("./stats.js")).Stats() : undefined;
  const filter = claimFilter(flags);
  let failed = file?.failures ?? 0;
  const fail = async ({ id, work }: Worked, cause: unknown): Promise<void> => {
    failed += 1;
    const { code, message } = InputError.from(work.where, cause);
    progress.say(`extract-claims: ${message}`);
    stats?.count(work.bytes);
    // A line out for each document in; a reader of whole files asked for results.
    if (format === "ndjson" || work.isLine) await printer?.print({ id, error: { code, message } });
  };
  const take = async (worked: DocumentOutput, work: Work): Promise<void> => {
    if (folder) await folder.write(worked, work);
    else await printer?.print(worked);
  };

  const interruption = listenForSignals();
  const inputs = interruption.until(skip(readInputs(sources, flags, holdsLines, progress.say), file?.lines ?? 0));
  for await (const worked of extractInOrder(inputs, extractor, options, flags.jobs)) {
    if ("error" in worked) await fail(worked, worked.error);
    else {
      const kept = filter ? { id: worked.id, work: worked.work, result: filter(worked.result) } : worked;
      try {
        await take(kept, worked.work);
        stats?.count(worked.work.bytes, kept.result);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        await fail(worked, error);
      }
    }
    progress.advance(worked.work.bytes);
  }
  await printer?.end();
  progress.end();
  if (stats) console.error(stats.render(MESSAGES[language]));
  interruption.ignore();
  await file?.close(interruption.code === 0);
  return interruption.code || (failed > 0 ? 1 : 0);
}

/** Bytes of all inputs; unknown where one of them has no size, such as a pipe. */
function totalOf(sources: readonly Source[]): number | undefined {
  let total = 0;
  for (const { size, error } of sources) {
    if (size === undefined && error === undefined) return undefined;
    total += size ?? 0;
  }
  return total;
}

/** Whether this run may write a file there. */
function outputsOf({ out, outDir }: ExtractFlags): IsOutput {
  const file = out === undefined ? undefined : resolve(out);
  const folder = outDir === undefined ? undefined : resolve(outDir);
  return (path) => {
    const here = resolve(path);
    return here === file || here === `${file}.part` || here === folder || (folder !== undefined && here.startsWith(folder + sep));
  };
}

/** Every document of every input, in order, and what stands in the place of one. */
async function* readInputs(sources: readonly Source[], flags: ExtractFlags, holdsLines: HoldsLines, say: (message: string) => void): AsyncGenerator<Work> {
  const maxBytes = BYTES_PER_UNIT * (flags.maxLength ?? 5_000_000) + ROOM_FOR_OTHER_FIELDS;
  for (const source of sources) {
    const { path, name } = source;
    const said = path === "-" ? "standard input" : path;
    try {
      if (source.error) throw source.error;
      if (holdsLines(source))
        for await (const input of readLines(path, flags.encoding, maxBytes)) {
          const where = `${said}:${input.line}`;
          yield "error" in input ? { id: input.id ?? input.line, where, name, text: "", bytes: 0, error: input.error, isLine: true } : { ...input.document, where, name, isLine: true };
        }
      else {
        const document = await readTextFile(path, flags.encoding, maxBytes);
        if (document.text.trim() === "") say(`extract-claims: ${path}: empty, so no claims`);
        yield { ...document, where: said, name, isLine: false };
      }
    } catch (error) {
      yield { id: path, where: said, name, text: "", bytes: source.size ?? 0, error: InputError.from(said, error), isLine: false };
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
