import type { NameCues } from "../../lexicon/name-cue.js";
import type { Document } from "../../model/index.js";
import type { Candidates } from "./candidate.js";

/** Against whatever speaks for a name. */
const NO_NAME = -40;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * What no text means as a name: parts of addresses (https://…, mail@…), marks without a letter (👉), what web pages say of
 * themselves (All Rights Reserved).
 */
export function ruleOutNoise({ folded }: Document, { page }: NameCues, candidates: Candidates): void {
  const inAddress = addressMap(folded);
  for (const { start, end, evidence } of candidates.all()) {
    if (isHan(folded.charCodeAt(start)) && !inAddress) continue;
    const name = folded.slice(start, end);
    if (!LETTER.test(name) || page.has(name) || inAddress?.[start] || inAddress?.[end - 1]) evidence.fill(NO_NAME);
  }
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

const SCHEME = "://";
const WEB = "www.";
const AT = "@";

/** 1 where an address stands; none where the text has no address. */
function addressMap(folded: string): Uint8Array | undefined {
  let map: Uint8Array | undefined;
  for (const mark of [SCHEME, WEB, AT]) {
    for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + mark.length)) {
      const start = mark === WEB ? at : walk(folded, at, -1, mark === AT ? isMailbox : isSmallLetter);
      const end = walk(folded, at + mark.length, 1, isAddress);
      const isMail = mark !== AT || (start < at && folded.slice(at, end).includes("."));
      if (isMail && end > at + mark.length) (map ??= new Uint8Array(folded.length)).fill(1, start, end);
    }
  }
  return map;
}

/** How far characters of a kind go from `at`, forward or backward. */
function walk(text: string, at: number, step: 1 | -1, isOne: (unit: number) => boolean): number {
  let i = at;
  if (step > 0) while (i < text.length && isOne(text.charCodeAt(i))) i += 1;
  else while (i > 0 && isOne(text.charCodeAt(i - 1))) i -= 1;
  return i;
}

const isSmallLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** Letters, digits and . _ + - */
const isMailbox = (unit: number): boolean => isSmallLetter(unit) || isDigit(unit) || unit === 0x2e || unit === 0x5f || unit === 0x2b || unit === 0x2d;
/** The printable characters of ASCII but for quotes, brackets and commas. */
const isAddress = (unit: number): boolean => isMailbox(unit) || unit === 0x21 || (unit >= 0x23 && unit <= 0x26) || unit === 0x2a || unit === 0x2f || unit === 0x3a || (unit >= 0x3d && unit <= 0x3f) || unit === 0x7e;
