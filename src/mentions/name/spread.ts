import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import { likeliest, type Candidates, type NameCandidate } from "./candidate.js";
import { MODEL_TYPES } from "./label.js";

const CAP = 6;
const clip = (nats: number): number => Math.max(-CAP, Math.min(CAP, nats));
/** A name of this weight is looked for in the rest of the text. */
const CERTAIN = 2.5;
const MOST_HELP = 5;
/** Longer names are not looked for. */
const LONGEST = 40;

/** What the whole text says of one name: the evidence of all its mentions. */
interface Group {
  readonly name: string;
  readonly evidence: Float32Array;
  readonly members: NameCandidate[];
}

/**
 * The document as a whole: a name that is certain once is looked for everywhere, short forms too, and all mentions of a
 * name weigh in on the type of each. Returns the short forms with the names they are short for.
 */
export function spread({ folded, sentences }: Document, accepted: readonly NameCandidate[], shortForms: (name: string, candidate: NameCandidate) => readonly string[], boundaries: Uint8Array, candidates: Candidates): ReadonlyMap<string, string> {
  const groups = new Map<string, Group>();
  for (const candidate of accepted) {
    const name = folded.slice(candidate.start, candidate.end);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { name, evidence: new Float32Array(MODEL_TYPES.length), members: [] }));
    group.members.push(candidate);
    for (let type = 0; type < group.evidence.length; type += 1) group.evidence[type]! += clip(candidate.evidence[type]!);
  }
  const full = new Map<string, string>();
  const wanted = new Map<string, { readonly type: number; readonly nats: number }>();
  for (const { name, evidence, members } of groups.values()) {
    const type = likeliest(evidence);
    if (evidence[type]! < CERTAIN || name.length < 2 || name.length > LONGEST) continue;
    wanted.set(name, { type, nats: Math.min(MOST_HELP, evidence[type]! / 2) });
    for (const short of shortForms(name, members[0]!)) {
      if (wanted.has(short)) continue;
      wanted.set(short, { type, nats: short.length > 2 ? 3 : 1.5 });
      full.set(short, name);
    }
  }
  // The other mentions' evidence counts the less the more of them there are.
  for (const { evidence, members } of groups.values()) {
    if (members.length < 2) continue;
    for (const member of members)
      for (let type = 0; type < evidence.length; type += 1) {
        const others = evidence[type]! - clip(member.evidence[type]!);
        member.evidence[type]! += clip(others / Math.sqrt(members.length - 1));
      }
  }
  if (wanted.size === 0) return full;
  const names = [...wanted.keys()];
  const trie = new Trie(names);
  const taken = new Set(accepted.map(({ start }) => start));
  for (const sentence of sentences) {
    for (let i = sentence.start; i < sentence.end; i += 1) {
      if (!boundaries[i] || !trie.mayStart(folded, i) || taken.has(i)) continue;
      let node = 0;
      for (let end = i + 1; end <= sentence.end; end += 1) {
        node = trie.next(node, folded.charCodeAt(end - 1));
        if (node === 0) break;
        const value = trie.value(node);
        if (value < 0 || !boundaries[end]) continue;
        const { type, nats } = wanted.get(names[value]!)!;
        candidates.add(i, end, type, nats);
      }
    }
  }
  return full;
}
