import type { EventNouns } from "../../lexicon/event.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import type { Modality } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Frame } from "../../syntax/clause.js";
import type { Word } from "../../syntax/word.js";
import { frameAt } from "./subject.js";

/** How a trigger stands in its clause. */
export interface Use {
  /** `verb` is a predicate; `noun` a nominal in a phrase (对A的收购); `relative` modifies the noun behind 的 (A签署的法案). */
  readonly as: "verb" | "noun" | "relative";
  /** Index of the verb that carries a nominal: 完成…收购. */
  readonly carrier?: number;
  /** The frame that ends in the nominal: 对A的收购, 与B的合作. */
  readonly within?: Frame;
  readonly modality?: Modality;
  /** Something behind it says so: 收购失败. */
  readonly off?: boolean;
}

const isNominalTag = (word: Word): boolean => /^(?:vn|n|an|nz|l|j)/.test(word.tag);
const CARRIED = 14;

/** How the trigger `words[at]` is used; nothing where it is only background (投资机会, 合作方向, 上市以来). */
export function useOf(nouns: EventNouns, folded: string, clause: Clause, at: number, senses: readonly EventWord[]): Use | undefined {
  const { words } = clause;
  const word = words[at];
  const next = words[at + 1];
  if (!word) return undefined;
  const takesObject = senses.some(({ frame }) => frame === "acts" || frame === "opens" || frame === "forms");
  if (next && /^(?:以来|至今)$/u.test(folded.slice(next.start, next.end))) return undefined;
  let modality: Modality | undefined;
  if (next?.kind === "noun" && !next.lexeme?.events && !next.lexeme?.carrier) {
    const makes = nouns.noun(folded, next.start, next.end);
    if (makes === "background") return undefined;
    if (makes === "planned" || makes === "predicted") modality = takesObject && classed(nouns, folded, next, senses) ? undefined : makes;
    else if (makes === undefined && !takesObject && next.tag !== "vn") return undefined;
  }
  const behind = words[at + 1]?.kind === "de" ? words[at + 2] : undefined;
  if (behind && behind.kind !== "verb") {
    const makes = nouns.noun(folded, behind.start, behind.end);
    if (makes === "planned" || makes === "predicted") return { as: "verb", modality: makes };
    return makes === undefined || makes === "event" ? { as: "relative" } : undefined;
  }
  const noun = senses.every((sense) => sense.noun);
  const before = words[at - 1];
  const within = frameAt(clause, at);
  const carrier = carrierBefore(clause, at);
  const off = endsBehind(words, at);
  const extra = { ...(modality && { modality }), ...(off && { off }), ...(carrier !== undefined && { carrier }) };
  if (before?.kind === "de") {
    if (within && at === within.object.to - 1) return carrier !== undefined || off || words[at + 1] === undefined ? { as: "noun", within, ...extra } : undefined;
    return carrier !== undefined || off || modality || hasEnd(words, at) ? { as: "noun", ...extra } : undefined;
  }
  if (noun) return carrier !== undefined ? { as: "noun", ...extra } : undefined;
  if (carrier !== undefined && (isNominalTag(word) || words[carrier]?.lexeme?.carrier !== "active")) return { as: "noun", ...extra };
  if (within && !opens(within)) return undefined;
  return { as: "verb", ...(modality && { modality }), ...(off && { off }) };
}

/** Frames that hold a clause rather than a noun phrase: 随着项目投产, 在推出新品时, 通过收购A. */
function opens(frame: Frame): boolean {
  const role = frame.preposition.lexeme?.preposition;
  return role !== "topic" && role !== "goal" && role !== "partner" && role !== "comparison";
}

const classed = (nouns: EventNouns, folded: string, word: Word, senses: readonly EventWord[]): boolean => {
  const classes = nouns.classesOf(folded, word.start, word.end);
  return senses.some((sense) => sense.with !== undefined && classes.includes(sense.with));
};

/** The verb whose object ends in the nominal at `at`: 完成[数亿元A轮]融资, 受到[证监会]处罚. */
function carrierBefore({ words }: Clause, at: number): number | undefined {
  for (let i = at - 1; i >= 0 && i >= at - CARRIED; i -= 1) {
    const word = words[i];
    if (!word) return undefined;
    if (word.lexeme?.carrier && word.kind !== "name" && !(word.lexeme.events && i < at - 1 && words[i + 1]?.kind !== "aspect" && isNominalTag(word) && words[i + 1]?.kind === "noun")) return i;
    if (/^(?:verb|stop|comma|adverb|conjunction)$/.test(word.kind) || word.lexeme?.cue || word.lexeme?.modal) return undefined;
  }
  return undefined;
}

/** 收购失败, 谈判已经破裂. */
function endsBehind(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i < at + 5; i += 1) {
    const word = words[i];
    if (word?.lexeme?.endsLast) return words[i + 1] === undefined || words[i + 1]?.kind === "aspect" || words[i + 1]?.kind === "particle";
    if (!word || !(word.kind === "adverb" || word.kind === "noun" || word.lexeme?.cue || word.lexeme?.adverb)) return false;
  }
  return false;
}

/** 合作已经完成, 收购获批: the nominal is the subject of a predicate that says it takes place. */
function hasEnd(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i < at + 5; i += 1) {
    const word = words[i];
    if (word?.lexeme?.carrier || word?.lexeme?.light) return true;
    if (!word || word.kind !== "adverb") return false;
  }
  return false;
}
