import type { ModalWord } from "../lexicon/lexeme.js";
import { itemAt, type Cue, type Modality, type Polarity, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import { dateOf, figureOf, type Word } from "../syntax/word.js";
import { NO_CUES } from "./draft.js";
import { conditions, isGeneralCase } from "./scope-condition.js";
import { isDone, isTask, opensTask, startsWithTask } from "./scope-task.js";

export interface Scope {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly cues: readonly Cue[];
}

const cue = ({ start, end }: Span, sets: Cue["sets"]): Cue => ({ start, end, sets });

/** A predicate: the word `at` of its clause, and what is known of it. */
export interface Predicate {
  readonly clause: Clause;
  readonly at: number;
  /** Somebody brings it about. */
  readonly acts: boolean;
  /** Somebody says something: what stands in a clause of time before the cue (回答…时表示) is not of the saying. */
  readonly says: boolean;
  /** What the cue of the statement around it makes of it. */
  readonly told: Told | undefined;
}

/** `said` where the cue makes nothing of what is said; see the head of `dict/cue-modalities.tsv`. */
export type Told = "urged" | "directed" | "forecast" | "opinion" | "done" | "said";

/**
 * Polarity and modality of a predicate: which negation and modal words reach it.
 *
 * A modal reaches the predicates behind it in its clause, and those of the clauses after it as long as these bring no
 * subject of their own (预计净利润31亿元，同比增长7%); 如果 reaches its clause, and what follows from it where that has no
 * marker of its own. A negation reaches the next predicate.
 */
export function scoper({ clauses, document: { folded } }: Analysis): (predicate: Predicate) => Scope {
  const isConditioned = conditions(clauses);
  return ({ clause, at, acts, says, told }) => {
    const floor = says ? timeClauseEnd(clause, at) : 0;
    const negations = negationsBefore(clause, at, floor);
    const modal = modalIn(clause, at, floor) ?? modalCarried(clauses, clause, folded);
    const own = (): Modality => {
      if (!says && isGeneralCase(clauses, clause)) return "hypothetical";
      const bare = toldModality(clauses, clause, at, told);
      return bare === "actual" && !says && !isDone(clause, at) && isConditioned(clause) ? "hypothetical" : bare;
    };
    return {
      polarity: negations.length % 2 === 1 ? "negated" : "affirmed",
      modality: !modal ? own() : modal.modality !== "future" ? modal.modality : acts && told !== "forecast" && told !== "opinion" ? "planned" : "predicted",
      cues: modal || negations.length > 0 ? [...negations.map((word) => cue(word, "polarity")), ...(modal ? [cue(modal.word, "modality")] : [])] : NO_CUES,
    };
  };
}

/** Modality of a predicate that no word of its own clause sets. */
function toldModality(clauses: readonly Clause[], clause: Clause, at: number, told: Told | undefined): Modality {
  if (told === "forecast") return "predicted";
  if (isDone(clause, at)) return "actual";
  if (told === "urged") return "required";
  if (told === "directed") return startsWithTask(clause, at) || isUrged(clause, at) ? "required" : "actual";
  if (told !== undefined) return isTask(clause, at) ? "planned" : "actual";
  return opensTask(clauses, clause, at) ? "required" : "actual";
}

/** 有色行业着力提高供给: who is to do it is named, and 着力 says that it is to be done. */
const isUrged = ({ words }: Clause, at: number): boolean => words.slice(0, at).some((word) => word.lexeme?.imperative);

/** End of the clause of time that stands before the word at `at` (在会上回答问题时). */
function timeClauseEnd({ words }: Clause, at: number): number {
  for (let i = at - 1; i > 0; i -= 1) if (words[i]?.lexeme?.closer && words[i]?.kind === "localizer") return i + 1;
  return 0;
}

const NONE: readonly Word[] = [];

interface Modal {
  readonly word: Word;
  readonly modality: Modality | "future";
}

/** Negations between the predicate and the verb before it. */
function negationsBefore(clause: Clause, at: number, floor: number): readonly Word[] {
  if (clause.negations.length === 0) return NONE;
  const found: Word[] = [];
  const last = clause.words[lastOf(clause)];
  // 上市是不可能的
  if (last?.lexeme?.negation?.reach === "after" && at < lastOf(clause)) found.push(last);
  // Past the next verb or noun phrase only words such as 严禁 reach, and those that deny that something is there (没有发生…的情况).
  let far = false;
  for (let i = at - 1; i >= floor; i -= 1) {
    const word = clause.words[i];
    if (!word) break;
    const frame = clause.frames.find((f) => f.to === i + 1);
    if (frame) {
      i = frame.from;
      continue;
    }
    if (boundsFigure(word, clause.words[i + 1])) continue;
    if (word.lexeme?.negation && word.lexeme.negation.reach !== "after" && (!far || word.lexeme.negation.reach === "clause" || clause.words[i + 1]?.lexeme?.light)) found.push(word);
    else if (far) continue;
    else if (word.kind === "verb" && !word.lexeme?.light && !word.lexeme?.modal && !word.lexeme?.copula) far = true;
    else if (word.kind === "de" || word.kind === "conjunction") far = true;
    // 没有能力扩大 denies the enlarging; 不信任动议获得通过 does not deny the passing.
    else if ((word.kind === "noun" || word.kind === "name") && !itemAt(clause.words, i - 1)?.lexeme?.negation) far = true;
  }
  return found;
}

/** 不得 of 不得超过20%: what it denies is the hedge, and the figure says so already. */
function boundsFigure(word: Word, next: Word | undefined): boolean {
  const figure = word.end === next?.start ? figureOf(next) : undefined;
  return figure !== undefined && figure.comparator !== "eq" && figure.comparator !== "approx";
}

const HABIT: ModalWord = { modality: "actual", reach: "before" };

function modalIn(clause: Clause, at: number, floor = 0): Modal | undefined {
  let nearest: Modal | undefined;
  for (const i of clause.modals) {
    const word = i < floor ? undefined : clause.words[i];
    // 每周三会举行: a habit.
    const modal = dateOf(word)?.set ? HABIT : word?.lexeme?.modal;
    if (!word || !modal) continue;
    if (isPostposed(clause, i, modal)) {
      if (i > at) return { word, modality: modal.modality };
      continue;
    }
    if (modal.reach === "after" || (modal !== HABIT && !isModalUse(clause, i))) continue;
    if (modal.reach !== "before" ? marksWhole(clause, i, at) : i < at && !shielded(clause, i, at)) {
      if (modal.modality === "hypothetical") return { word, modality: "hypothetical" };
      nearest = stronger(nearest, { word, modality: modal.modality });
    }
  }
  return nearest;
}

/** 上市的可能, 裁员的可能性不大: what is said of the event behind it, at the end of the clause. */
const isPostposed = (clause: Clause, at: number, modal: ModalWord): boolean =>
  at === lastOf(clause) && (modal.reach === "after" || (clause.words[at - 1]?.kind === "de" && modal.modality === "predicted"));

/** Index of the last word, closing quote marks aside. */
function lastOf({ words }: Clause): number {
  let last = words.length - 1;
  while (words[last]?.kind === "unquote") last -= 1;
  return last;
}

/** 如果 marks its whole clause, but not what only describes a noun in it (触达微信的13亿用户). */
const marksWhole = ({ words }: Clause, modal: number, at: number): boolean =>
  (modal < at || (words[modal]?.end ?? 0) > (words[at]?.end ?? 0)) && !(words[at]?.kind === "figure" && itemAt(words, at - 1)?.kind === "de");

/** Not the noun (市场预期, 发展规划的) nor the preposition (将利率上调). */
function isModalUse({ words, modals }: Clause, at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  // 考虑收购或入股
  if (word?.kind === "conjunction" && next?.lexeme?.events && itemAt(words, at - 1)?.lexeme?.events && (modals[0] ?? at) < at) return false;
  // 拟以自有资金回购: whatever the tagger says.
  if (word?.kind === "noun" && word.end - word.start === 1 && word.lexeme?.modal?.modality === "planned" && next?.kind === "preposition") return true;
  if (!word || !next || (word.kind === "preposition" && word.lexeme?.modal?.modality === "future") || word.kind === "noun" || next.kind === "de" || next.kind === "localizer" || itemAt(words, at - 1)?.kind === "de") return false;
  // 上市申请通过审核, 加息计划推迟: what is applied for or planned stands right before the noun.
  if (next.lexeme?.preposition === "cause" || (itemAt(words, at - 1)?.lexeme?.events && (word.lexeme?.source || word.lexeme?.events))) return false;
  return !(/^(?:n|vn)/.test(word.tag) && next.kind === "noun" && (itemAt(words, at - 1)?.kind === "noun" || itemAt(words, at - 1)?.kind === "name"));
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
function modalCarried(clauses: readonly Clause[], clause: Clause, folded: string): Modal | undefined {
  for (let i = clause.index, steps = 0; i > 0 && steps < 6; steps += 1) {
    const current = clauses[i];
    if (!current || bringsSubject(current, clauses[i - 1], folded)) return undefined;
    i = current.host ? current.host.index : i - 1;
    const before = clauses[i];
    if (!before || before.sentence !== clause.sentence) return undefined;
    if (before.host && !current.host) continue;
    const modal = modalIn(before, before.words.length);
    if (modal) return modal.modality === "hypothetical" ? undefined : modal;
  }
  return undefined;
}

/** 将招聘两万人；其中，子公司招聘一万人: part of what was told before. */
const PART = "其中";

/** A clause with its own subject speaks for itself; a row of a list of measures (毛利率20%) does not. */
function bringsSubject(clause: Clause, before: Clause | undefined, folded: string): boolean {
  if (clause.host || folded.startsWith(PART, clause.start) || (before?.words.length === 1 && folded.startsWith(PART, before.start))) return false;
  const first = clause.words.find((word) => !(word.kind === "conjunction" || word.kind === "date" || word.lexeme?.adverb));
  if (!first) return false;
  return first.kind === "name" || first.kind === "pronoun" || (first.kind === "noun" && !first.lexeme?.change && !clause.words.some((word) => word.kind === "figure"));
}
