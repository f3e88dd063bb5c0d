import { InputError } from "./error.js";

/** How bytes are read: a byte order mark goes first; `auto` is UTF-8 where that is valid, else GB 18030. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "gb18030", "auto"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const MARKS: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** The encoding that the byte order mark at the start of some bytes names. */
export const markedEncoding = (bytes: Uint8Array): Encoding | undefined => MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];

/**
 * The text of some bytes, without a byte order mark.
 *
 * @throws {InputError} bytes that are not of the encoding, with the offset of the first
 */
export function decode(bytes: Uint8Array, encoding: Encoding, where: string): string {
  const marked = markedEncoding(bytes);
  const wanted = marked ?? (encoding === "auto" ? "utf-8" : encoding);
  const text = tryDecode(bytes, wanted) ?? (encoding === "auto" && marked === undefined ? tryDecode(bytes, "gb18030") : undefined);
  if (text !== undefined) return text;
  const at = firstInvalid(bytes, wanted);
  const byte = `byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")} at offset ${at}`;
  throw new InputError(where, at < bytes.length ? `${byte}, which is not ${wanted}` : `an end within a character of ${wanted}`, wanted === "utf-8" && encoding !== "auto" ? "text in that encoding; --encoding auto tries GB 18030 too" : "text in that encoding");
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
