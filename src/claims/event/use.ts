import type { EventNouns } from "../../lexicon/event.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import { itemAt, type Modality } from "../../model/index.js";
import type { Clause, Frame } from "../../syntax/clause.js";
import { isAdverbial, nounPhraseEnd } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import { frameAt } from "./subject.js";

/** How a trigger stands in its clause. */
export interface Use {
  /** `verb` is a predicate; `noun` a nominal in a phrase (对A的收购); `relative` modifies the noun behind 的 (A签署的法案). */
  readonly as: "verb" | "noun" | "relative";
  /** Index of the verb that carries a nominal: 完成…收购. */
  readonly carrier: number | undefined;
  /** The frame that ends in the nominal: 对A的收购, 与B的合作. */
  readonly within: Frame | undefined;
  /** Set by the noun behind it: 上市计划, 加息预期. */
  readonly modality: Modality | undefined;
  /** Index of the word behind it that says it was called off: 收购失败. */
  readonly off: number | undefined;
  /** Stands where a clause tells the circumstances of another, so that it must name its own parties: 收购完成后. */
  readonly aside: boolean;
  /** Pointed at (这次裁员), by somebody who was named before. */
  readonly pointed: boolean;
}

const used = (as: Use["as"], carrier?: number, within?: Frame, modality?: Modality, off?: number, aside = false, pointed = false): Use => ({ as, carrier, within, modality, off, aside, pointed });

/** How far before a nominal the verb that carries it may stand, in words. */
const CARRIED = 14;
/** How many words are looked at for what a clause goes on with, or what it opens with. */
const FOLLOWS = 16;
const TAKES = new Set(["acts", "opens", "runs", "forms", "puts"]);
/** Kinds of word with which what a change word moves may begin. */
const MOVED: ReadonlySet<string> = new Set(["noun", "name", "verb", "adjective", "quote"]);
const isNominal = (word: Word): boolean => /^(?:vn|an|[nlj])/.test(word.tag);

/** How the trigger `words[at]` is used; nothing where it is only background (投资机会, 合作方向, 上市以来). */
export function useOf(nouns: EventNouns, folded: string, clause: Clause, at: number, senses: readonly EventWord[]): Use | undefined {
  const { words } = clause;
  const [before, word, next] = [itemAt(words, at - 1), words[at], words[at + 1]];
  if (!word || (next && nouns.noun(folded, next.start, next.end) === "since")) return undefined;
  // 合并月活跃用户数: the first word of a metric's name.
  if (word.lexeme?.modifier && next?.lexeme?.metric) return undefined;
  // 联合发布: an adverb of the next trigger.
  if (word.lexeme?.adverb && next?.lexeme?.events && !next.mention) return undefined;
  const takes = senses.some(({ frame, type }) => TAKES.has(frame) || type === "appointment");
  if (next?.lexeme?.change && !next.lexeme.events && !(takes && MOVED.has(words[at + 2]?.kind ?? ""))) return undefined;
  const pointed = isPointedAt(before) && !takes;
  const made = pointed && next?.kind !== "noun" ? "verb" : next && next.kind !== "name" && next.kind !== "de" && next.kind !== "figure" ? nounBehind(nouns, folded, words, at, senses, takes, frameAt(clause, at - 1)?.to === at) : "verb";
  // 同拉夫罗夫会谈时: told beside what he said then.
  const together = made === "background" && next?.lexeme?.closer === "time" && senses[0]?.type === "meeting" && clause.frames.some((frame) => frame.to <= at && frame.preposition.lexeme?.preposition === "partner");
  if (made === "background" && !together) return undefined;
  const modality = made === "planned" || made === "predicted" ? made : undefined;

  if (next?.kind === "de") {
    const head = words[at + 2];
    if (!head || head.kind === "verb" || head.lexeme?.copula) return undefined;
    const last = words[Math.max(at + 3, nounPhraseEnd(words, at + 2)) - 1] ?? head;
    const makes = nouns.noun(folded, last.start, last.end);
    // 停产的传闻不属实
    const untrue = endsBehind(words, words.indexOf(last, at));
    if (makes === "planned" || makes === "predicted") return used("verb", undefined, undefined, untrue === undefined ? makes : undefined, untrue);
    if (makes === "event") return used("verb");
    return makes === "background" ? undefined : used("relative");
  }
  if (next && !pointed && isTopic(words, at)) return undefined;
  const within = frameAt(clause, at);
  const carrier = carrierBefore(clause, at);
  const off = endsBehind(words, at);
  const isAside = made === "event" || next?.lexeme?.closer !== undefined || (within !== undefined && within.to > at && within.preposition.lexeme?.preposition !== "passive");
  const aside = isAside && carrier === undefined;
  if (before?.kind === "de") {
    const stated = carrier !== undefined || off !== undefined || modality !== undefined || takesPlace(words, at) || (senses[0]?.frame === "mutual" && words[at - 2]?.kind === "localizer");
    // 平台间的互通是难题: what is said of it in general.
    if (next?.lexeme?.copula && next.kind === "verb" && carrier === undefined && off === undefined) return undefined;
    const frame = frameAt(clause, at - 2);
    // 对A的收购: the frame may end before 的.
    if (!within && frame?.to === at - 1 && stated) return used("noun", carrierBefore(clause, frame.from) ?? carrier, frame, modality, off, aside);
    if (within && at === within.object.to - 1) {
      const outer = carrierBefore(clause, within.from);
      return outer !== undefined || stated || next === undefined ? used("noun", outer ?? carrier, within, modality, off, aside) : undefined;
    }
    return stated ? used("noun", carrier, undefined, modality, off, aside) : undefined;
  }
  // 本轮投资由甲公司领投: told by the word behind it.
  if (takes && isPointedAt(before) && words.slice(at + 1, at + FOLLOWS).some((other) => other.lexeme?.events?.some(({ type }) => type === senses[0]?.type))) return undefined;
  if (pointed && carrier === undefined) return words.slice(at + 1, at + FOLLOWS).some((other) => other.lexeme?.events) ? undefined : used("noun", carrier, undefined, modality, off, aside, pointed);
  if (senses.every((sense) => sense.noun)) return carrier !== undefined ? used("noun", carrier, undefined, modality, off, aside) : undefined;
  // 推动两家公司合并: what stands between the two is merged.
  const governed = carrier !== undefined && carrier < at - 1 && senses[0]?.frame === "acts" && (next === undefined || next.kind === "conjunction" || next.kind === "unquote");
  if (carrier !== undefined && (governed || isNominal(word) || words[carrier]?.lexeme?.carrier !== "active")) return used("noun", carrier, undefined, modality, off, aside);
  if (within && !opens(within)) return undefined;
  return used("verb", undefined, undefined, modality, off, isAside);
}

/** What the noun behind makes of a trigger: `verb` where it may be its object or says nothing. */
function nounBehind(nouns: EventNouns, folded: string, words: readonly Word[], at: number, senses: readonly EventWord[], takes: boolean, framed: boolean): "background" | "planned" | "predicted" | "event" | "verb" {
  const from = words[at + 1]?.kind === "unquote" ? at + 2 : at + 1;
  const next = words[from];
  if (!next || next.kind === "aspect") return "verb";
  // Of an object the head counts (召回问题热水器), else what stands right behind.
  const head = takes ? lastOfRun(words, from) : next;
  const classes = nouns.classesOf(folded, head.start, head.end);
  const object = takes && senses.some((sense) => classes.includes(sense.with ?? (sense.type === "policy" ? "rule" : "")));
  if (head.lexeme?.metric && !object) return "background";
  // 去年卸任董事长; but 离职高管.
  if (senses[0]?.type === "departure" && next.lexeme?.title && at > 0 && words[at - 1]?.kind !== "de" && words[at - 1]?.kind !== "verb") return "verb";
  const makes = nouns.noun(folded, head.start, head.end);
  const nominal = next.kind === "noun" || (makes !== undefined && next.kind !== "pronoun" && (words[from + 1] === undefined || next.kind !== "verb"));
  if (!nominal) return !takes && next.kind === "verb" && !next.lexeme && next.tag !== "vn" && !acts(words, at, framed) ? "background" : "verb";
  if ((makes === "background" && !(object && head !== next)) || (makes === "thing" && !takes)) return "background";
  if (makes === "planned" || makes === "predicted") return object ? "verb" : makes;
  if (makes === "event" && !object) return "event";
  if (makes !== undefined || takes || next.lexeme?.events || next.lexeme?.carrier || next.lexeme?.light || next.tag === "vn" || acts(words, at, framed)) return "verb";
  return "background";
}

/** The last of the nouns that stand side by side from `from` on. */
function lastOfRun(words: readonly Word[], from: number): Word {
  let last = words[from]!;
  for (let i = from + 1; i < words.length && i < from + 8 && words[i]?.kind === "noun" && words[i]?.tag !== "i"; i += 1) last = words[i]!;
  return last;
}

/** A predicate by what stands before it: 将转型, 已辞职, 从零售转型. */
const acts = (words: readonly Word[], at: number, framed: boolean): boolean => {
  if (framed) return true;
  const before = itemAt(words, at - 1);
  return before !== undefined && (before.kind === "adverb" || before.kind === "preposition" || Boolean(before.lexeme?.modal));
};

/** 本轮融资, 最近一次裁员: one that is pointed at, and so an event. */
const isPointedAt = (word: Word | undefined): boolean =>
  word !== undefined && ((word.kind === "pronoun" && !word.lexeme?.anaphor && word.tag.startsWith("r")) || word.kind === "classifier" || word.tag === "mq");

/** Frames that hold a clause rather than a noun phrase: 随着项目投产, 在推出新品时, 通过收购A. */
function opens(frame: Frame): boolean {
  const role = frame.preposition.lexeme?.preposition;
  return role !== "topic" && role !== "goal" && role !== "partner" && role !== "comparison" && role !== "agent";
}

/** The verb whose object ends in the nominal at `at`: 完成[数亿元A轮]融资, 受到[证监会]处罚. */
function carrierBefore(clause: Clause, at: number): number | undefined {
  const { words } = clause;
  for (let i = at - 1; i >= 0 && i >= at - CARRIED; i -= 1) {
    const word = words[i];
    if (!word || word.lexeme?.cue) return undefined;
    // 取消了无人机采购: what calls it off carries it too.
    if ((word.lexeme?.carrier || (word.lexeme?.endsNext && i < at - 1 && !frameAt(clause, i))) && word.kind !== "name") return i;
    if (word.kind === "conjunction" || word.lexeme?.modal || (word.kind === "adverb" && words[i + 1]?.kind !== "de" && (word.lexeme?.adverb || word.lexeme?.negation))) return undefined;
    // 完成由甲公司领投的A轮融资: a relative clause between the two.
    if (word.kind === "verb" && words[i + 1]?.kind !== "de" && !(word.lexeme?.events && words[i + 1]?.lexeme?.events)) return undefined;
  }
  return undefined;
}

/** 收购失败, 谈判已经破裂. */
function endsBehind(words: readonly Word[], at: number): number | undefined {
  for (let i = at + 1; i < words.length && i < at + 5; i += 1) {
    const word = words[i];
    if (word?.lexeme?.endsLast) return words[i + 1] === undefined || words[i + 1]?.kind === "aspect" || words[i + 1]?.kind === "particle" ? i : undefined;
    if (!word || !(word.kind === "adverb" || word.kind === "noun" || word.lexeme?.cue || word.lexeme?.adverb)) return undefined;
  }
  return undefined;
}

/** 扩产有助于锁定产能, 股票拆分往往是利好: a clause that opens with the trigger speaks of it. */
function isTopic(words: readonly Word[], at: number): boolean {
  if (at > FOLLOWS) return false;
  for (let i = 0; i < at; i += 1) if (!isAdverbial(words[i]!) && words[i]?.kind !== "conjunction") return false;
  let i = at + 1;
  while (words[i] && words[i]?.kind === "adverb" && !words[i]?.lexeme?.modal) i += 1;
  const next = words[i];
  if (!next || (i === at + 1 && next.kind !== "verb" && !next.lexeme?.copula)) return false;
  return Boolean(next.lexeme?.copula) || (next.kind === "verb" && !next.lexeme?.events && !next.lexeme?.light && !next.lexeme?.endsLast && !next.lexeme?.having && i > at + 1);
}

/** 合作已经完成, 收购获批: the nominal is the subject of what says that it takes place. */
function takesPlace(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i < at + 5; i += 1) {
    const word = words[i];
    if (word?.lexeme?.carrier || word?.lexeme?.light) return true;
    if (!word || word.kind !== "adverb") return false;
  }
  return false;
}
