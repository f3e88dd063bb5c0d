import { countBefore, itemAt, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Quote } from "../syntax/quote.js";

const SKIPPED = /[\s,，:：]/;
const SPEECH_END = /[。！？!?…，,；;]/;
/** Shorter quotes before a comma are words in quote marks, not speech. */
const SPEECH = 10;
/** No speech is broken into more quotes that follow each other at once. */
const MOST = 60;

/** Tells quoted speech from words in quote marks, and finds it beside a cue. */
export class SpeechFinder {
  readonly #text: string;
  /** Those in no other quote. */
  readonly #quotes: readonly Quote[];

  constructor({ document, quotes }: Analysis) {
    this.#text = document.text;
    this.#quotes = quotes.filter((quote) => quote.depth === 0);
  }

  /** The quote that opens at `start`, where it is speech; quotes that follow at once included. */
  at(start: number): Span | undefined {
    const first = this.quoteAt(start + 1);
    if (!first) return undefined;
    const last = this.lastOf(first);
    const content = this.trim({ start: first.start, end: last.end });
    if (SPEECH_END.test(this.#text[last.end - 1] ?? "")) return content;
    const next = this.#text[last.end + 1] ?? "";
    if (next === "" || /[。！？!?；;\s（(]/.test(next)) return content;
    return /[，,]/.test(next) && last.end - first.start >= SPEECH ? content : undefined;
  }

  /** 表示，根据流程：“…” says what the quote says. */
  afterColon({ start, end }: Span): Span | undefined {
    const last = itemAt(this.#quotes, this.#indexBefore(end + 2));
    if (!last || last.start <= start || last.end < end - 2 || !/[:：]/.test(this.#text[last.start - 2] ?? "")) return undefined;
    return this.trim({ start: last.start, end: last.end });
  }

  /** Speech that ends right before the clause, and begins behind `claimed` or at `shared`: nobody else is known to have said it. */
  before({ start, words }: Clause, claimed: number, shared: number): Span | undefined {
    let end = words[0]?.kind === "unquote" ? words[0].start : start - 1;
    while (end > 0 && SKIPPED.test(this.#text[end] ?? "")) end -= 1;
    const at = this.#indexBefore(end + 1);
    const last = itemAt(this.#quotes, at);
    if (!last || last.end !== end || (last.start < claimed && last.start !== shared) || end - last.start < 2) return undefined;
    let first = last;
    for (let i = at - 1; i >= Math.max(0, at - MOST); i -= 1) {
      const quote = this.#quotes[i];
      if (!quote || quote.start < claimed || !this.#adjoin(quote, first)) break;
      first = quote;
    }
    // “拆墙”一事，某某表示: a word in quote marks at the end of other text is no speech.
    if (!SPEECH_END.test(this.#text[last.end - 1] ?? "") && !this.#opensSentence(first)) return undefined;
    return this.trim({ start: first.start, end: last.end });
  }

  /** The last of the quotes that follow `first` at once. */
  lastOf(first: Quote): Quote {
    let last = first;
    const at = this.#indexBefore(first.start);
    for (let i = at + 1; i < Math.min(this.#quotes.length, at + MOST); i += 1) {
      const quote = this.#quotes[i];
      if (!quote || !this.#adjoin(last, quote)) break;
      last = quote;
    }
    return last;
  }

  /** The quote whose words begin at `start`. */
  quoteAt(start: number): Quote | undefined {
    const quote = itemAt(this.#quotes, this.#indexBefore(start));
    return quote?.start === start ? quote : undefined;
  }

  /** Without white space, the final 。 and a quote mark that belongs to no quote inside. */
  trim({ start, end }: Span): Span {
    while (end > start && /[\s。；;，,、：:]/.test(this.#text[end - 1] ?? "")) end -= 1;
    if (end - 1 > start && /[”’」』]/.test(this.#text[end - 1] ?? "") && (itemAt(this.#quotes, this.#indexBefore(end - 1))?.start ?? start) <= start) end -= 1;
    return { start, end };
  }

  /** Nothing but spaces stands between the quotes. */
  #adjoin(quote: Quote, next: Quote): boolean {
    if (next.start - quote.end > 8) return false;
    const between = this.#text.slice(quote.end + 1, next.start - 1);
    return between.trim() === "" && !between.includes("\n");
  }

  #opensSentence(quote: Quote): boolean {
    const before = this.#text.slice(Math.max(0, quote.start - 3), quote.start - 1).trimEnd();
    return before === "" || /[。！？!?\n”]$/.test(before);
  }

  /** Index of the last quote that begins at or before `offset`. */
  #indexBefore(offset: number): number {
    return countBefore(this.#quotes, offset + 1) - 1;
  }
}
