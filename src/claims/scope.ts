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
export function scoper({ clauses }: Analysis): (clause: Clause, at: number) => Scope {
  return (clause, at) => {
    const negations = negationsBefore(clause, at);
    const modal = modalBefore(clause, at) ?? modalCarried(clauses, clause);
    return {
      polarity: negations.length % 2 === 1 ? "negated" : "affirmed",
      modality: modal?.modality ?? "actual",
      cues: [...negations.map((word) => cue(word, "polarity")), ...(modal ? [cue(modal.word, "modality")] : [])],
    };
  };
}

interface Modal {
  readonly word: Word;
  readonly modality: Modality;
  readonly index: number;
}

/** Negations between the predicate and the verb before it. */
function negationsBefore(clause: Clause, at: number): Word[] {
  const found: Word[] = [];
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = clause.words[i];
    if (!word) break;
    const frame = clause.frames.find((f) => f.to === i + 1);
    if (frame) {
      i = frame.from;
      continue;
    }
    if (word.lexeme?.negation) found.push(word);
    else if (word.kind === "verb" && !word.lexeme?.light && !word.lexeme?.modal && !word.lexeme?.copula) break;
    else if (word.kind === "de" || word.kind === "conjunction") break;
  }
  return found;
}

function modalBefore(clause: Clause, at: number): Modal | undefined {
  let nearest: Modal | undefined;
  for (let i = 0; i < clause.words.length; i += 1) {
    const word = clause.words[i];
    const modal = word?.lexeme?.modal;
    if (!word || !modal || word.kind === "preposition") continue;
    if (modal.reach === "clause" ? i < at || word.end > (clause.words[at]?.end ?? 0) : i < at && !shielded(clause, i, at)) {
      if (modal.modality === "hypothetical") return { word, modality: "hypothetical", index: i };
      nearest = stronger(nearest, { word, modality: modal.modality, index: i });
    }
  }
  return nearest;
}

/** 预计 before 将 stays a forecast: of two, the forecast holds; else the nearer. */
function stronger(a: Modal | undefined, b: Modal): Modal {
  return a?.modality === "predicted" && b.modality === "planned" ? a : b;
}

/** The modal stands in a relative clause (拟上市的公司) that ends before the predicate. */
function shielded(clause: Clause, modal: number, at: number): boolean {
  let verb = false;
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
    if (!before || before.sentence !== clause.sentence || current.closing?.kind === "stop") return undefined;
    if (before.host && !current.host) continue;
    const modal = modalBefore(before, before.words.length);
    if (modal) return modal.modality === "hypothetical" ? undefined : modal;
  }
  return undefined;
}

/** A clause that starts with its own noun phrase or a turn (但, 而) speaks for itself. */
function bringsSubject(clause: Clause): boolean {
  if (clause.host) return false;
  const first = clause.words[0];
  return first !== undefined && (first.kind === "name" || first.kind === "pronoun");
}
