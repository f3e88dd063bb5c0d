import type { Anaphor } from "../lexicon/lexeme.js";
import type { Mention, MentionType, Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Word } from "../syntax/word.js";

/** Whom a pronoun or dropped subject stands for: always an earlier span, never a guess where none fits. */
export interface Antecedents {
  /** The span that `word` (公司, 该行, 他, 其) stands for; nothing where no earlier mention fits. */
  resolve(word: Word): Span | undefined;
}

const FITS: Readonly<Record<Anaphor, readonly MentionType[]>> = {
  organization: ["organization"],
  person: ["person"],
  product: ["product"],
  location: ["location"],
  any: ["organization", "person", "product", "location"],
  plural: [],
};

export function findAntecedents({ mentions }: Analysis): Antecedents {
  const before = (offset: number): number => {
    let [low, high] = [0, mentions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    resolve(word) {
      const anaphor = word.lexeme?.anaphor;
      if (!anaphor) return undefined;
      const types = FITS[anaphor];
      for (let i = before(word.start) - 1; i >= 0; i -= 1) {
        const mention: Mention | undefined = mentions[i];
        if (mention && types.includes(mention.type)) return { start: mention.start, end: mention.end };
      }
      return undefined;
    },
  };
}
