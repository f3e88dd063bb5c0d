import type { NameCues } from "../../lexicon/name-cue.js";
import type { KnownNames } from "../../lexicon/name.js";
import { Trie } from "../../lexicon/trie.js";
import type { Span } from "../../model/index.js";

const LONGEST_FAIR = 5;
const INTERNATIONAL = "国际";

/** Where the place ends that a fair, festival or race is held at or named after, if the name is no more than a part of its name. */
export type FairTeller = (folded: string, name: Span) => number | undefined;

/** An event has no name of its own here, only the place in it has: 北京+国际电影节, 珠海+航展. */
export function fairTeller({ fair }: NameCues, names: KnownNames): FairTeller {
  const fairs = new Trie([...fair]);
  return (folded, { start, end }) => {
    const place = names.lookup(folded, start);
    const middle = place?.type === "location" && !place.ambiguous ? start + place.length : end;
    if (middle >= end) return undefined;
    // 北京国际 may go on for some more: 电影节, 消费品博览会.
    const last = end === middle + INTERNATIONAL.length && folded.startsWith(INTERNATIONAL, middle) ? end + LONGEST_FAIR : end;
    for (let i = Math.max(middle, end - LONGEST_FAIR); i <= last; i += 1) if (fairs.longestEnd(folded, i) >= end) return middle;
    return undefined;
  };
}
