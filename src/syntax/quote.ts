import type { Document, Span } from "../model/index.js";

/** What stands between a pair of quote marks, without them. */
export interface Quote extends Span {
  /** 0 for a quote inside no other. */
  readonly depth: number;
}

const PAIRS: ReadonlyMap<number, number> = new Map(["“”", "‘’", "「」", "『』"].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
/** The mark that opens and closes alike: " */
const STRAIGHT = 0x22;
const MOST_DEEP = 8;
/** Whether any of the marks has this code unit; few others of Chinese text pass. */
const mayMark = (unit: number): boolean => unit === STRAIGHT || (unit >= 0x2018 && unit <= 0x201d) || (unit >= 0x300c && unit <= 0x300f);

/** Quoted stretches in order of their start. A quote left open ends with its paragraph. */
export function findQuotes({ text, sentences }: Document): Quote[] {
  const quotes: Quote[] = [];
  let open: { start: number; close: number; at: number }[] = [];
  let paragraph = -1;
  let paragraphEnd = 0;
  const flush = (): void => {
    for (const { start, at } of open) quotes[at] = { start, end: paragraphEnd, depth: quotes[at]?.depth ?? 0 };
    open = [];
  };
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      flush();
      paragraph = sentence.paragraph;
    }
    for (let i = sentence.start; i < sentence.end; i += 1) {
      const unit = text.charCodeAt(i);
      if (!mayMark(unit)) continue;
      const top = open.at(-1);
      const close = unit === STRAIGHT ? STRAIGHT : PAIRS.get(unit);
      if (top && unit === top.close) {
        quotes[top.at] = { start: top.start, end: i, depth: open.length - 1 };
        open.pop();
      } else if (close !== undefined && open.length < MOST_DEEP) {
        open.push({ start: i + 1, close, at: quotes.push({ start: i + 1, end: i + 1, depth: open.length }) - 1 });
      }
    }
    paragraphEnd = sentence.end;
  }
  flush();
  return quotes;
}
