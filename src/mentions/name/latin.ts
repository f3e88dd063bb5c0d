import type { Span } from "../../model/index.js";

/** How a Latin run looks: the first letter's case, whether all letters are capitals, digits, and how many words. */
export interface LatinRun extends Span {
  readonly capital: boolean;
  readonly allCapitals: boolean;
  readonly digits: boolean;
  readonly words: number;
}

const isCapital = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde) || (unit >= 0xff21 && unit <= 0xff3a);
const isSmall = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f) || (unit >= 0xff41 && unit <= 0xff5a);
const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
/** Space, & ' + - . and the apostrophe join two Latin words to one run. */
const joins = (unit: number): boolean => unit === 0x20 || unit === 0x26 || unit === 0x27 || unit === 0x2b || unit === 0x2d || unit === 0x2e || unit === 0x2019;

/** The stretches of Latin words of `text[start, end)` that hold a letter: `LG Innotek`, `Model 3`, `5G`, `iPhone 15 Pro`. */
export function latinRuns(text: string, start: number, end: number): LatinRun[] {
  const runs: LatinRun[] = [];
  for (let i = start; i < end; ) {
    const from = i;
    let letters = 0;
    let capitals = 0;
    let digits = 0;
    let words = 0;
    let inWord = false;
    let stop = i;
    for (; i < end; i += 1) {
      const unit = text.charCodeAt(i);
      if (isCapital(unit) || isSmall(unit)) {
        letters += 1;
        if (isCapital(unit)) capitals += 1;
      } else if (isDigit(unit)) digits += 1;
      else if (joins(unit) && inWord) {
        inWord = false;
        continue;
      } else break;
      if (!inWord) words += 1;
      inWord = true;
      stop = i + 1;
    }
    if (letters > 0) runs.push({ start: from, end: stop, capital: isCapital(text.charCodeAt(from)), allCapitals: capitals === letters, digits: digits > 0, words });
    if (i === from) i += 1;
  }
  return runs;
}
