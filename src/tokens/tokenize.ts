import type { Sentence, Span, Token } from "../model/index.js";
import type { Segmenter } from "./segmenter.js";

/** A stretch that is one token whatever the segmenter knows. */
export interface FixedToken extends Span {
  readonly entry: { readonly tag: string };
}

/**
 * Tokens of all sentences, in order; those of a sentence rebuild it.
 *
 * @param fixed  In order, without overlap: the user's entries where they stand.
 */
export function tokenize(text: string, sentences: readonly Sentence[], segmenter: Segmenter, fixed: readonly FixedToken[] = []): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const sentence of sentences) {
    let at = sentence.start;
    for (let token = fixed[next]; token !== undefined && token.start < sentence.end; token = fixed[(next += 1)]) {
      if (token.start < at || token.end > sentence.end) continue;
      if (token.start > at) segmenter.segment(text, at, token.start, tokens);
      tokens.push({ start: token.start, end: token.end, tag: token.entry.tag });
      at = token.end;
    }
    if (at < sentence.end) segmenter.segment(text, at, sentence.end, tokens);
  }
  return tokens;
}
