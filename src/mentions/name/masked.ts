import type { NameParts } from "../../lexicon/name-part.js";
import type { Document } from "../../model/index.js";
import { PERSON, type Candidates } from "./candidate.js";

const MASK = "某";
/** Several of one surname are told apart so: 张某甲. */
const STEMS = "甲乙丙丁";
const NATS = 8;
/** What jieba calls single characters that begin or go on with something else: 李某称, 李某因. */
const WORD_TAGS: ReadonlySet<string> = new Set(["v", "p", "d", "c", "u", "ul", "uj", "uz", "ug", "r", "f", "m", "q", "zg", "y"]);

/** People whose names a court report masks: 李某, 李某某, 张某甲, 郝某勇. */
export function addMasked({ folded, tokens }: Document, { surnames, givenNames }: NameParts, boundaries: Uint8Array, candidates: Candidates): void {
  let token = 0;
  for (let at = folded.indexOf(MASK, 1); at >= 0; at = folded.indexOf(MASK, at + 1)) {
    const start = at > 1 && surnames.compound.has(folded.slice(at - 2, at)) ? at - 2 : at - 1;
    const family = folded.slice(start, at);
    if (!boundaries[start] || !(family.length > 1 || surnames.common.has(family) || surnames.rare.has(family))) continue;
    let end = at + 1;
    if (folded[end] === MASK || STEMS.includes(folded[end] ?? " ")) end += 1;
    else {
      while (token < tokens.length && tokens[token]!.end <= end) token += 1;
      const next = tokens[token];
      const given = folded[end] ?? " ";
      const isGiven = (givenNames.name.has(given) || givenNames.usual.has(given)) && next?.end === end + 1 && !(next.start === end && WORD_TAGS.has(next.tag));
      if (isGiven) end += 1;
    }
    candidates.add(start, end, PERSON, NATS);
    at = end - 1;
  }
}
