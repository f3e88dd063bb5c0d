import type { Sentence, Token } from "../model/index.js";
import type { Segmenter } from "./segmenter.js";

/** Tokens of all sentences, in order; those of a sentence rebuild it. */
export function tokenize(text: string, sentences: readonly Sentence[], segmenter: Segmenter): Token[] {
  const tokens: Token[] = [];
  for (const sentence of sentences) segmenter.segment(text, sentence.start, sentence.end, tokens);
  return tokens;
}
