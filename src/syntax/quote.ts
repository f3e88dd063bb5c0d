import type { Document, Span } from "../model/index.js";

/** What stands between a pair of quote marks, without them. */
export interface Quote extends Span {
  /** 0 for a quote inside no other. */
  readonly depth: number;
}

const PAIRS: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "「": "」", "『": "』" };

/** Quoted stretches in order of their start. A quote left open ends with its paragraph. */
export function findQuotes({ text, sentences }: Document): Quote[] {
  const quotes: Quote[] = [];
  let open: { start: number; close: string; at: number }[] = [];
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
      const unit = text[i] ?? "";
      const top = open.at(-1);
      const straight = unit === '"';
      if (top && (unit === top.close || (straight && top.close === '"'))) {
        quotes[top.at] = { start: top.start, end: i, depth: open.length - 1 };
        open.pop();
      } else if ((PAIRS[unit] !== undefined || straight) && open.length < 8) {
        open.push({ start: i + 1, close: straight ? '"' : (PAIRS[unit] ?? ""), at: quotes.push({ start: i + 1, end: i + 1, depth: open.length }) - 1 });
      }
    }
    paragraphEnd = sentence.end;
  }
  flush();
  return quotes;
}
