import abbreviations from "../../dict/abbreviations.tsv";
import { Kind, isDigit, isLetter, isWide, kindAt } from "./characters.js";

const ABBREVIATIONS = new Set(abbreviations.split(/\r?\n/).slice(1).filter(Boolean));
const LONGEST = 8;

/** Whether ! or ? at `i` ends a sentence: not inside an address such as `?id=1`. */
export function endsAtMark(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit !== 0x21 && unit !== 0x3f) return true;
  const next = text.charCodeAt(i + 1);
  return !((isLetter(next) || isDigit(next)) && i > 0 && text.charCodeAt(i - 1) < 0x80 && kindAt(text, i - 1) !== Kind.Space && kindAt(text, i - 1) !== Kind.LineBreak);
}

/**
 * Whether the full stop at `i` ends the sentence that began at `start`: not in 3.5, Inc., U.S., a.com, the number of a list
 * item, or a name such as 约翰.史密斯.
 */
export function endsAtDot(text: string, i: number, start: number, to: number): boolean {
  const next = i + 1 < to ? text.charCodeAt(i + 1) : 0x20;
  const kind = i + 1 < to ? kindAt(text, i + 1) : Kind.Space;
  const free = kind === Kind.Space || kind === Kind.WideSpace || kind === Kind.CloseQuote || kind === Kind.StraightQuote || kind === Kind.Close;
  if (!free && !isWide(next)) return false;
  const before = text.charCodeAt(i - 1);
  if (isLetter(before)) return i + 1 >= to || !isAbbreviation(text, i, start);
  if (isDigit(before)) return free && !isListNumber(text, i, start);
  return free || !isWide(before) || kindAt(text, i - 1) !== Kind.Word;
}

/** Whether the Latin word that ends at `i` is an abbreviation, an initial, or the last of several (`U.S`). */
function isAbbreviation(text: string, i: number, start: number): boolean {
  let from = i;
  while (from > start && i - from <= LONGEST && isLetter(text.charCodeAt(from - 1))) from -= 1;
  if (i - from === 1) return true;
  if (i - from > LONGEST) return false;
  return text[from - 1] === "." || ABBREVIATIONS.has(text.slice(from, i).toLowerCase());
}

/** Whether the sentence has nothing but digits, dots and white space before `i`. */
function isListNumber(text: string, i: number, start: number): boolean {
  for (let at = i - 1; at >= start && i - at < 12; at -= 1) {
    const kind = kindAt(text, at);
    if (!isDigit(text.charCodeAt(at)) && kind !== Kind.Dot && kind !== Kind.Space && kind !== Kind.WideSpace) return false;
  }
  return i - start < 12;
}

/**
 * Whether the pause at `i` parts two clauses: not in 1,000, 15:30, http://, &amp; or between Latin words (Co., Ltd.).
 */
export function parts(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  const [before, next] = [text.charCodeAt(i - 1), text.charCodeAt(i + 1)];
  const digits = isDigit(before) && isDigit(next);
  if (unit === 0x3a || unit === 0xff1a) return !digits && !(next === 0x2f && unit === 0x3a);
  if (unit === 0x2c) return !digits && !(isLatinEnd(before) && isLetter(text.charCodeAt(text[i + 1] === " " ? i + 2 : i + 1)));
  if (unit === 0x3b) return !closesEntity(text, i);
  return true;
}

/** So many characters on either side of a space can be a clause; fewer are a word of spaced print, or an item of a list. */
const SHORTEST = 6;
const MOST_SPACES = 4;

/**
 * Whether the space at `i` parts two clauses, as it does in headlines: between Chinese characters, with enough on either side
 * to say something (净利润下降12% 董事长称将加大投入).
 */
export function partsAtSpace(text: string, i: number): boolean {
  let next = i + 1;
  while (next - i < MOST_SPACES && isBlank(kindAt(text, next))) next += 1;
  if (!isWide(text.charCodeAt(next)) || !(isWide(text.charCodeAt(i - 1)) || text[i - 1] === "%")) return false;
  for (let k = 0; k < SHORTEST; k += 1) if (isBreak(kindAt(text, i - 1 - k)) || isBreak(kindAt(text, next + k))) return false;
  return true;
}

const isBlank = (kind: Kind): boolean => kind === Kind.Space || kind === Kind.WideSpace;
const isBreak = (kind: Kind): boolean => isBlank(kind) || kind === Kind.LineBreak || kind === Kind.Stop || kind === Kind.Pause;

const isLatinEnd = (unit: number): boolean => isLetter(unit) || unit === 0x2e;

/** Whether `;` at `i` closes an HTML entity: `&nbsp;`, `&#39;`. */
function closesEntity(text: string, i: number): boolean {
  for (let at = i - 1; at >= 0 && i - at <= 8; at -= 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x26) return i - at > 2;
    if (!isLetter(unit) && !isDigit(unit) && unit !== 0x23) return false;
  }
  return false;
}
