import type { NameCues } from "../../lexicon/name-cue.js";
import type { NameParts } from "../../lexicon/name-part.js";
import { Trie } from "../../lexicon/trie.js";

/** Tells whether `[start, end)` is a kind of body and no body's name: 上市公司, 航空工业. */
export type KindTeller = (folded: string, start: number, end: number) => boolean;

/** A name has a part of its own: what is made of nothing but words that end names or tell kinds, the longest first, has none. */
export function kindTeller({ suffixes }: NameParts, { kind }: NameCues): KindTeller {
  const endings = [...suffixes.values()].filter(({ type }) => type === "organization").map(({ suffix }) => suffix.toLowerCase());
  const words = new Trie([...kind, ...endings]);
  return (folded, start, end) => {
    let at = start;
    while (at < end) {
      let longest = at;
      let node = 0;
      for (let i = at; i < end; i += 1) {
        node = words.next(node, folded.charCodeAt(i));
        if (node === 0) break;
        if (words.value(node) >= 0) longest = i + 1;
      }
      if (longest === at) return false;
      at = longest;
    }
    return true;
  };
}
