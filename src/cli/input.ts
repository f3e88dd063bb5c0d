import { createReadStream, statSync } from "node:fs";
import { TextDecoder } from "node:util";
import { decode, markedEncoding, type Encoding } from "./decode.js";
import { InputError } from "./error.js";

/** One text to read, with what its line or file says of it. */
export interface DocumentInput {
  /** The line's `id`, else the number of the line; of a whole file its path, `-` for standard input. */
  readonly id: unknown;
  readonly text: string;
  readonly referenceDate?: string;
  /** How long it was as it stood in the input. */
  readonly bytes: number;
}

/** A line of a document stream: the document, or why the line is none. */
export type LineInput = { readonly line: number; readonly document: DocumentInput } | { readonly line: number; readonly id?: unknown; readonly error: InputError };

const nameOf = (path: string): string => (path === "-" ? "standard input" : path);

/** The bytes of a file or of standard input as they come; nothing is opened before the first is asked for. */
async function* openBytes(path: string): AsyncGenerator<Buffer> {
  try {
    if (path !== "-" && statSync(path).isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR" });
    yield* (path === "-" ? process.stdin : createReadStream(path)) as AsyncIterable<Buffer>;
  } catch (error) {
    throw InputError.from(nameOf(path), error);
  }
}

/**
 * A whole file as one document.
 *
 * @throws {InputError} no such file, a directory, not readable, larger than `maxBytes`, or bytes that are no text
 */
export async function readTextFile(path: string, encoding: Encoding, maxBytes: number): Promise<DocumentInput> {
  const where = nameOf(path);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of openBytes(path)) {
    size += part.length;
    if (size > maxBytes) throw new InputError(where, `more than ${maxBytes} bytes`, "a text within --max-length; for many documents in one file: .jsonl, or --jsonl");
    parts.push(part);
  }
  const text = decode(Buffer.concat(parts), encoding, where);
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new InputError(where, `a NUL character at ${nul}`, "text; this looks like a binary file, or UTF-16 without its mark (--encoding utf-16le)");
  return { id: path, text, bytes: size };
}

/** Documents of a JSONL stream, one a line, in constant memory. A bad line is told as such and does not end the stream. */
export async function* readLines(path: string, encoding: Encoding, maxBytes: number): AsyncGenerator<LineInput> {
  const where = nameOf(path);
  let line = 0;
  for await (const bytes of splitLines(asciiLineFeeds(openBytes(path), encoding, where), maxBytes)) {
    line += 1;
    const here = `${where}:${line}`;
    if (bytes === undefined) yield { line, error: new InputError(here, `a line of more than ${maxBytes} bytes`, "one document a line, its text within --max-length") };
    else if (!isBlank(bytes)) yield readLine(bytes, line, here, encoding);
  }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);

/** UTF-16, in which the byte 0x0A is no line feed, as UTF-8; every other encoding as it comes. */
async function* asciiLineFeeds(stream: AsyncIterable<Buffer>, encoding: Encoding, where: string): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of stream) {
    if (first) {
      const wanted = markedEncoding(chunk) ?? encoding;
      if (wanted.startsWith("utf-16")) decoder = new TextDecoder(wanted);
      first = false;
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
  const rest = decoder?.decode();
  if (rest) throw new InputError(where, "an odd number of bytes", "UTF-16");
}

function readLine(bytes: Uint8Array, line: number, where: string, encoding: Encoding): LineInput {
  let id: unknown;
  try {
    const value = parse(decode(bytes, encoding.startsWith("utf-16") ? "utf-8" : encoding, where), where);
    const { text, referenceDate } = value;
    id = value["id"] ?? undefined;
    if (typeof text !== "string") throw new InputError(where, text === undefined ? "no text" : `text ${shorten(JSON.stringify(text))}`, 'a string in "text"');
    if (referenceDate !== undefined && referenceDate !== null && typeof referenceDate !== "string") throw new InputError(where, `referenceDate ${shorten(JSON.stringify(referenceDate))}`, "a date such as 2022-02-01");
    return { line, document: { id: id ?? line, text, bytes: bytes.length + 1, ...(typeof referenceDate === "string" && { referenceDate }) } };
  } catch (error) {
    return { line, ...(id !== undefined && { id }), error: InputError.from(where, error) };
  }
}

function parse(source: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    throw new InputError(where, shorten(JSON.stringify(source)), 'a JSON document such as {"id":1,"text":"…"}');
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new InputError(where, shorten(source), 'an object such as {"id":1,"text":"…"}');
  return value as Record<string, unknown>;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Stretches between line feeds; `undefined` stands for one that is too long, whose bytes are dropped as they come. */
async function* splitLines(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Uint8Array | undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size <= maxBytes) parts.push(part);
    else parts = [];
  };
  const take = (): Uint8Array | undefined => {
    const whole = size > maxBytes ? undefined : Buffer.concat(parts);
    parts = [];
    size = 0;
    return whole;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
