import type { NameCues } from "../../lexicon/name-cue.js";
import { Trie } from "../../lexicon/trie.js";
import { countBefore, type Document } from "../../model/index.js";
import { bestType, ORGANIZATION, weightOf, type Candidates, type NameCandidate } from "./candidate.js";

const PART = 2;
const LONGEST = 14;
/** jieba's tags of words that the name of a part does not hold: verbs, adverbs, pronouns, particles, people. */
const STOPS = /^(?:v[dg]?|r[rz]?|[deopty]|u[a-z]*|nr[a-z]*)$/;
const JOINTS = "与和";
const HEAD = "长";

export type BranchAdder = (document: Document, accepted: readonly NameCandidate[], boundaries: Uint8Array, candidates: Candidates) => void;

/**
 * A part of an organization is one name with it: 教育部国际合作与交流司, 福建省公安厅经侦总队, 云岭银行信用卡中心. Offices
 * are parts of public bodies, branches of any organization.
 */
export function branchAdder({ office, branch, trial }: NameCues): BranchAdder {
  const endings = [...office, ...branch];
  const trie = new Trie(endings);
  const trials = new Trie([...trial]);
  return ({ folded, tokens }, accepted, boundaries, candidates) => {
    for (const [at, whole] of accepted.entries()) {
      if (bestType(whole) !== ORGANIZATION || whole.fixed) continue;
      const isPublic = PUBLIC.includes(folded[whole.end - 1]!);
      let token = countBefore(tokens, whole.end);
      let end = 0;
      for (let i = whole.end; i < whole.end + LONGEST && isHan(folded.charCodeAt(i)); i += 1) {
        // 法院一审判处 holds no 处.
        if (trials.longestEnd(folded, i) > 0) break;
        let node = 0;
        for (let to = i; to < folded.length; to += 1) {
          node = trie.next(node, folded.charCodeAt(to));
          if (node === 0) break;
          const ending = endings[trie.value(node)];
          // 司司长 is one word to the segmenter.
          const isEnd = boundaries[to + 1] === 1 || (folded[to + 1] === folded[to] && folded[to + 2] === HEAD);
          if (ending !== undefined && isEnd && (isPublic || branch.has(ending)) && to + 1 - whole.end > 1) end = Math.max(end, to + 1);
        }
        while (token < tokens.length && tokens[token]!.start < i) token += 1;
        if (tokens[token]?.start === i && STOPS.test(tokens[token]!.tag) && !JOINTS.includes(folded[i]!)) break;
      }
      if (end === 0) continue;
      let weight = weightOf(whole);
      for (let next = at + 1; next < accepted.length && accepted[next]!.end <= end; next += 1) weight += weightOf(accepted[next]!);
      const { evidence } = candidates.at(whole.start, end);
      evidence[ORGANIZATION] = Math.max(evidence[ORGANIZATION]!, weight) + PART;
    }
  };
}

/** How the names of public bodies end, the short ones too: 最高检. */
const PUBLIC = "部委局厅院会府署办庭国队检法";

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
