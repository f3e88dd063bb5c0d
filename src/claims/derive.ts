import type { Lexicon } from "../lexicon/lexicon.js";
import type { Claim } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";

/** Every claim rule, built once from the tables; run over an analysed document. Claims come in reading order. */
export function claimDeriver(lexicon: Lexicon): (analysis: Analysis) => Claim[] {
  void lexicon;
  return () => [];
}
