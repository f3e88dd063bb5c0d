import type { NameCues } from "../../lexicon/name-cue.js";
import type { KnownNames } from "../../lexicon/name.js";
import type { NameParts } from "../../lexicon/name-part.js";
import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import { PERSON, weightOf, type Candidates } from "./candidate.js";
import { endsInTitle } from "./context.js";

const AS = "为";
/** What may stand between the cue and 为: 聘任公司原副总裁李某、王某为. */
const LONGEST_LIST = 30;
/** What may stand between 为 and the end of the post: 为第九届董事会独立董事. */
const LONGEST_POST = 20;
const LONGEST_NAME = 4;
const BREAKS = ",，。;；:：!！?？\n";
const JOINTS = "、和与及";
/** More than the known name that ends in 为 or starts before it can have. */
const NATS = 14;

export type AppointedAdder = (document: Document, candidates: Candidates) => void;

/** Somebody named to a post, the name right before 为, which is no part of it or of the next: 任命张华为公司总经理. */
export function appointedAdder({ appoint }: NameCues, { titles, surnames }: NameParts, names: KnownNames): AppointedAdder {
  const verbs = new Trie([...appoint]);
  const posts = new Trie([...titles.post]);
  const isFamily = (family: string): boolean => surnames.common.has(family) || surnames.rare.has(family) || surnames.word.has(family);
  /** Where the name starts that ends at `end`: right behind the cue, another name or a post. */
  const startOf = (folded: string, cue: number, end: number): number => {
    for (let start = Math.max(cue, end - LONGEST_NAME); start + 1 < end; start += 1) {
      const length = surnames.compound.has(folded.slice(start, start + 2)) ? 2 : isFamily(folded[start]!) ? 1 : 0;
      if (length === 0 || end - start - length > 2 || end - start - length < 1) continue;
      if (start === cue || JOINTS.includes(folded[start - 1]!) || endsInTitle(folded, start, titles.post)) return start;
    }
    return -1;
  };
  return ({ folded, tokens }, candidates) => {
    for (const token of tokens) {
      const cue = verbs.longestEnd(folded, token.start);
      if (cue === 0) continue;
      for (let as = cue + 2; as < Math.min(cue + LONGEST_LIST, folded.length) && !BREAKS.includes(folded[as]!); as += 1) {
        if (folded[as] !== AS) continue;
        if (folded[as + 1] === AS) as += 1;
        const start = hasPost(folded, as + 1, posts) ? startOf(folded, cue, as) : -1;
        const known = start < 0 ? undefined : names.find(folded.slice(start, as));
        if (start < 0 || (known && known.type !== "person")) continue;
        const candidate = candidates.at(start, as);
        candidate.evidence[PERSON] = Math.max(weightOf(candidate), 0) + NATS;
        break;
      }
    }
  };
}

function hasPost(folded: string, from: number, posts: Trie): boolean {
  for (let i = from; i < Math.min(from + LONGEST_POST, folded.length) && !BREAKS.includes(folded[i]!); i += 1) if (posts.longestEnd(folded, i) > 0) return true;
  return false;
}
