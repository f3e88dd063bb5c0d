import type { Sentence, Span } from "../model/index.js";

const ENDS = "。！？!?…";
const CLAUSE_ENDS = "，,；;：:。！？!?…";
const OPENERS = "（(《〈【[";
const CLOSERS = "）)》〉】]";
const CLOSING_QUOTES = "”’」』\"'";
const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

/** Sentences end at 。！？… with the closing quotes and brackets behind them, and at every line break. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let line = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && text[i] !== "\n" && text[i] !== "\r" && text[i] !== "\u2028" && text[i] !== "\u2029") continue;
    if (splitLine(text, line, i, paragraph, sentences)) paragraph += 1;
    line = i + 1;
  }
  return sentences;
}

function splitLine(text: string, from: number, to: number, paragraph: number, into: Sentence[]): boolean {
  const before = into.length;
  let start = from;
  let depth = 0;
  for (let i = from; i < to; i += 1) {
    const unit = text[i] ?? "";
    if (OPENERS.includes(unit)) depth += 1;
    else if (CLOSERS.includes(unit)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ENDS.includes(unit)) {
      let end = i + 1;
      while (end < to && (ENDS.includes(text[end] ?? "") || CLOSING_QUOTES.includes(text[end] ?? "") || CLOSERS.includes(text[end] ?? ""))) end += 1;
      push(text, start, end, paragraph, into);
      start = end;
      i = end - 1;
    }
  }
  push(text, start, to, paragraph, into);
  return into.length > before;
}

function push(text: string, from: number, to: number, paragraph: number, into: Sentence[]): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  if (start < end) into.push({ start, end, index: into.length, paragraph, clauses: splitClauses(text, start, end) });
}

function splitClauses(text: string, start: number, end: number): Span[] {
  const clauses: Span[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i += 1) {
    const unit = text[i] ?? "";
    if (OPENERS.includes(unit)) depth += 1;
    else if (CLOSERS.includes(unit)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && CLAUSE_ENDS.includes(unit) && !((unit === "," || unit === ":") && isDigit(text[i - 1]) && isDigit(text[i + 1]))) {
      if (i > from) clauses.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (from < end) clauses.push({ start: from, end });
  return clauses;
}
