import type { ModalWord } from "../lexicon/lexeme.js";
import type { Cue, Modality, Polarity, Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";

export interface Scope {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly cues: readonly Cue[];
}

const cue = ({ start, end }: Span, sets: Cue["sets"]): Cue => ({ start, end, sets });

/**
 * Polarity and modality of a predicate: which negation and modal words reach it.
 *
 * A modal reaches the predicates behind it in its clause, and those of the clauses after it as long as these bring no
 * subject of their own (预计净利润31亿元，同比增长7%); 如果 reaches its clause only. A negation reaches the next predicate.
 */
export function scoper({ clauses }: Analysis): (clause: Clause, at: number, acts: boolean, told: Told | undefined) => Scope {
  return (clause, at, acts, told) => {
    const negations = negationsBefore(clause, at);
    const modal = modalBefore(clause, at) ?? modalCarried(clauses, clause);
    return {
      polarity: negations.length % 2 === 1 ? "negated" : "affirmed",
      modality: !modal ? toldModality(clause, at, told) : modal.modality !== "future" ? modal.modality : acts && told !== "forecast" ? "planned" : "predicted",
      cues: [...negations.map((word) => cue(word, "polarity")), ...(modal ? [cue(modal.word, "modality")] : [])],
    };
  };
}

/** What the cue of the statement around a claim makes of it; `said` where it makes nothing of it. */
export type Told = "urged" | "directed" | "forecast" | "done" | "said";

/** Modality of a predicate that no word of its own clause sets. */
function toldModality(clause: Clause, at: number, told: Told | undefined): Modality {
  if (told === "forecast") return "predicted";
  if (isDone(clause, at)) return "actual";
  if (told === "urged") return "required";
  const imperative = startsWithTask(clause, at);
  if (told === "directed") return imperative ? "required" : "actual";
  const opener = clause.words.find((word) => word.kind !== "conjunction");
  if (!imperative || !opener?.lexeme?.imperative || opener.lexeme.change) return "actual";
  return told === "said" ? "planned" : "required";
}

interface Modal {
  readonly word: Word;
  readonly modality: Modality | "future";
}

/** Negations between the predicate and the verb before it. */
function negationsBefore(clause: Clause, at: number): Word[] {
  const found: Word[] = [];
  // Past the next verb or noun phrase only words such as 严禁 reach, and those that deny that something is there (没有发生…的情况).
  let far = false;
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = clause.words[i];
    if (!word) break;
    const frame = clause.frames.find((f) => f.to === i + 1);
    if (frame) {
      i = frame.from;
      continue;
    }
    if (boundsFigure(word, clause.words[i + 1])) continue;
    if (word.lexeme?.negation && (!far || word.lexeme.negation.reach === "clause" || clause.words[i + 1]?.lexeme?.light)) found.push(word);
    else if (far) continue;
    else if (word.kind === "verb" && !word.lexeme?.light && !word.lexeme?.modal && !word.lexeme?.copula) far = true;
    else if (word.kind === "de" || word.kind === "conjunction") far = true;
    // 没有能力扩大 denies the enlarging; 不信任动议获得通过 does not deny the passing.
    else if ((word.kind === "noun" || word.kind === "name") && !clause.words[i - 1]?.lexeme?.negation) far = true;
  }
  return found;
}

/** 不得 of 不得超过20%: what it denies is the hedge, and the figure says so already. */
const boundsFigure = (word: Word, next: Word | undefined): boolean => word.end === next?.start && next.mention?.type === "figure" && next.mention.comparator !== "eq" && next.mention.comparator !== "approx";

const HABIT: ModalWord = { modality: "actual", reach: "before" };

function modalBefore(clause: Clause, at: number): Modal | undefined {
  let nearest: Modal | undefined;
  for (let i = 0; i < clause.words.length; i += 1) {
    const word = clause.words[i];
    // 每周三会举行: a habit.
    const modal = word?.mention?.type === "date" && word.mention.set ? HABIT : word?.lexeme?.modal;
    if (!word || !modal || (modal !== HABIT && !isModalUse(clause, i))) continue;
    if (modal.reach === "clause" ? i < at || word.end > (clause.words[at]?.end ?? 0) : i < at && !shielded(clause, i, at)) {
      if (modal.modality === "hypothetical") return { word, modality: "hypothetical" };
      nearest = stronger(nearest, { word, modality: modal.modality });
    }
  }
  return nearest;
}

/** Not the noun (市场预期, 发展规划的) nor the preposition (将利率上调). */
function isModalUse({ words }: Clause, at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || (word.kind === "preposition" && word.lexeme?.modal?.modality === "future") || word.kind === "noun" || next.kind === "de" || next.kind === "localizer" || words[at - 1]?.kind === "de") return false;
  // 上市申请通过审核, 加息计划推迟: what is applied for or planned stands right before the noun.
  if (next.lexeme?.preposition === "cause" || (words[at - 1]?.lexeme?.events && (word.lexeme?.source || word.lexeme?.events))) return false;
  return !(/^(?:n|vn)/.test(word.tag) && next.kind === "noun" && (words[at - 1]?.kind === "noun" || words[at - 1]?.kind === "name"));
}

/** Of two the nearer holds, but 将 and 会 only say what 预计 or 计划 before them says. */
function stronger(a: Modal | undefined, b: Modal): Modal {
  return a && a.modality !== "future" && b.modality === "future" ? a : b;
}

/** The modal stands in a relative clause (拟上市的公司) that ends before the predicate. */
function shielded(clause: Clause, modal: number, at: number): boolean {
  let verb = false;
  if (clause.words[modal + 1]?.kind === "preposition") return false;
  for (let i = modal + 1; i < at; i += 1) {
    const word = clause.words[i];
    if (word?.kind === "verb" && !word.lexeme?.light) verb = true;
    if (word?.kind === "de" && verb && clause.words[i + 1]?.kind !== "verb") return true;
  }
  return false;
}

/** The modal of an earlier clause of the sentence, where no clause between brings a new subject. */
function modalCarried(clauses: readonly Clause[], clause: Clause): Modal | undefined {
  for (let i = clause.index, steps = 0; i > 0 && steps < 6; steps += 1) {
    const current = clauses[i];
    if (!current || bringsSubject(current)) return undefined;
    i = current.host ? current.host.index : i - 1;
    const before = clauses[i];
    if (!before || before.sentence !== clause.sentence) return undefined;
    if (before.host && !current.host) continue;
    const modal = modalBefore(before, before.words.length);
    if (modal) return modal.modality === "hypothetical" ? undefined : modal;
  }
  return undefined;
}

/** A clause with its own subject speaks for itself; a row of a list of measures (毛利率20%) does not. */
function bringsSubject(clause: Clause): boolean {
  if (clause.host) return false;
  const first = clause.words.find((word) => !(word.kind === "conjunction" || word.kind === "date" || word.lexeme?.adverb));
  if (!first) return false;
  return first.kind === "name" || first.kind === "pronoun" || (first.kind === "noun" && !first.lexeme?.change && !clause.words.some((word) => word.kind === "figure"));
}

/** Said to be done: 修订了, 已修订. */
function isDone({ words }: Clause, at: number): boolean {
  return words[at + 1]?.kind === "aspect" || words[at + 2]?.kind === "aspect" || words.slice(0, at).some((word) => word.kind === "aspect");
}

/** The clause names nobody before what is to be done. */
function startsWithTask({ words, frames }: Clause, at: number): boolean {
  for (let i = 0; i < at; i += 1) {
    const frame = frames.find((f) => f.from === i);
    if (frame) {
      i = frame.to - 1;
      continue;
    }
    const kind = words[i]?.kind;
    if (kind === "verb") return true;
    if (kind === "noun" || kind === "name" || kind === "pronoun" || kind === "figure") return false;
  }
  return words[at]?.kind === "verb" || words[at]?.lexeme?.imperative === true;
}
