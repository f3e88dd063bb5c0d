import { createReadStream, readFileSync, statSync } from "node:fs";
import { InputError } from "./error.js";

/** How bytes are read: `auto` takes a byte order mark's word, else UTF-8 where it is valid, else GB 18030. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "auto"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One text to read, with what its line or file says of it. */
export interface DocumentInput {
  /** The line's `id`, else the file's path; `-` for standard input. */
  readonly id: unknown;
  readonly text: string;
  readonly referenceDate?: string;
}

const MARKS: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The text of some bytes, without a byte order mark.
 *
 * @throws {InputError} bytes that are not of the encoding, with the offset of the first
 */
export function decode(bytes: Uint8Array, encoding: Encoding, where: string): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const wanted = marked ?? (encoding === "auto" ? "utf-8" : encoding);
  const text = tryDecode(bytes, wanted);
  if (text !== undefined) return text;
  if (encoding === "auto" && marked === undefined) {
    const chinese = tryDecode(bytes, "gb18030");
    if (chinese !== undefined) return chinese;
  }
  const at = firstInvalid(bytes, wanted);
  throw new InputError(where, `byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")} at offset ${at}, which is not ${wanted}`, "text in that encoding; --encoding auto tries GB 18030 too");
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Offset of the first byte that cannot be decoded: the end of the longest prefix that can. */
function firstInvalid(bytes: Uint8Array, encoding: Encoding): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

export const isLines = (path: string): boolean => /\.(?:jsonl|ndjson)$/i.test(path);

/**
 * A whole file as one document.
 *
 * @throws {InputError} no such file, a directory, not readable, or bytes that are no text
 */
export function readTextFile(path: string, encoding: Encoding): DocumentInput {
  const where = path === "-" ? "standard input" : path;
  let bytes: Uint8Array;
  try {
    if (path !== "-" && statSync(path).isDirectory()) throw new InputError(path, "a directory", "a file; for all of a folder: extract-claims FOLDER/*.txt");
    bytes = readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    throw InputError.from(where, error);
  }
  const text = decode(bytes, encoding, where);
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new InputError(where, `a NUL character at ${nul}`, "text; this looks like a binary file, or UTF-16 without its mark (--encoding utf-16le)");
  return { id: path, text };
}

/** A line of a document stream: the document, or why the line is none. */
export type LineInput = { readonly line: number; readonly document: DocumentInput } | { readonly line: number; readonly id?: unknown; readonly error: InputError };

/** Documents of a JSONL stream, one a line, in constant memory. A bad line is told as such and does not end the stream. */
export async function* readLines(path: string, encoding: Encoding, maxBytes: number): AsyncGenerator<LineInput> {
  const where = path === "-" ? "standard input" : path;
  const stream: AsyncIterable<Buffer> = path === "-" ? process.stdin : createReadStream(path);
  let line = 0;
  try {
    for await (const bytes of splitLines(stream, maxBytes)) {
      line += 1;
      const here = `${where}:${line}`;
      if (bytes === undefined) {
        yield { line, error: new InputError(here, `a line of more than ${maxBytes} bytes`, "one document a line, within the longest text taken") };
        continue;
      }
      if (bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue;
      yield readLine(bytes, line, here, encoding);
    }
  } catch (error) {
    throw InputError.from(where, error);
  }
}

function readLine(bytes: Uint8Array, line: number, where: string, encoding: Encoding): LineInput {
  let id: unknown;
  try {
    const source = decode(bytes, encoding, where);
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch (error) {
      throw new InputError(where, `${JSON.stringify(source.slice(0, 40))} (${(error as Error).message})`, 'a JSON document such as {"id":1,"text":"…"}');
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new InputError(where, source.slice(0, 40), 'an object such as {"id":1,"text":"…"}');
    const { id: own, text, referenceDate } = value as Record<string, unknown>;
    id = own;
    if (typeof text !== "string") throw new InputError(where, `text ${JSON.stringify(text)?.slice(0, 40) ?? "absent"}`, 'a string in "text"');
    if (referenceDate !== undefined && referenceDate !== null && typeof referenceDate !== "string") throw new InputError(where, `referenceDate ${JSON.stringify(referenceDate).slice(0, 40)}`, "a date such as 2022-02-01");
    return { line, document: { id: own ?? line, text, ...(typeof referenceDate === "string" && { referenceDate }) } };
  } catch (error) {
    return { line, ...(id !== undefined && { id }), error: InputError.from(where, error) };
  }
}

/** Stretches between line feeds; `undefined` stands for one that is too long. */
async function* splitLines(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): Uint8Array | undefined => {
    const whole = size > maxBytes ? undefined : Buffer.concat(parts);
    parts = [];
    size = 0;
    return whole;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      if (size + at - from <= maxBytes) parts.push(chunk.subarray(from, at));
      size += at - from;
      yield take();
      from = at + 1;
    }
    if (size + chunk.length - from <= maxBytes) parts.push(chunk.subarray(from));
    else parts = [];
    size += chunk.length - from;
  }
  if (size > 0) yield take();
}
