import type { Lexicon } from "../lexicon/lexicon.js";
import type { Document, Mention } from "../model/index.js";

export interface Analysis {
  readonly document: Document;
  readonly mentions: readonly Mention[];
}

export function analyser(lexicon: Lexicon): (document: Document, mentions: readonly Mention[]) => Analysis {
  void lexicon;
  return (document, mentions) => ({ document, mentions });
}
