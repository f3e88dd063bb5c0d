import { dateOf, type Word } from "./word.js";

/** Which words of a clause rules begin with, each list in order: so that no rule walks the many clauses that hold nothing for it. */
export interface Marks {
  readonly dates: readonly number[];
  readonly figures: readonly number[];
  /** Words by which somebody speaks. */
  readonly cues: readonly number[];
  readonly changes: readonly number[];
  /** Words that may be an event's trigger. */
  readonly triggers: readonly number[];
  /** Words that set modality, dates that recur among them. */
  readonly modals: readonly number[];
  readonly negations: readonly number[];
  /** Words that tie names to each other. */
  readonly ties: readonly number[];
  /** Persons, by name or pronoun. */
  readonly persons: readonly number[];
}

const NONE: readonly number[] = [];

export function marksOf(words: readonly Word[]): Marks {
  // Most lists stay empty, and are not made.
  let dates: number[] | undefined;
  let figures: number[] | undefined;
  let cues: number[] | undefined;
  let changes: number[] | undefined;
  let triggers: number[] | undefined;
  let modals: number[] | undefined;
  let negations: number[] | undefined;
  let ties: number[] | undefined;
  let persons: number[] | undefined;
  for (let i = 0; i < words.length; i += 1) {
    const { type, lexeme } = words[i]!;
    if (type === "date") {
      (dates ??= []).push(i);
      if (dateOf(words[i])?.set) (modals ??= []).push(i);
    } else if (type === "figure") (figures ??= []).push(i);
    else if (type === "person") (persons ??= []).push(i);
    if (!lexeme) continue;
    if (lexeme.anaphor === "person") (persons ??= []).push(i);
    if (lexeme.cue) (cues ??= []).push(i);
    if (lexeme.change) (changes ??= []).push(i);
    if (lexeme.events && !type && !lexeme.shield) (triggers ??= []).push(i);
    if (lexeme.modal) (modals ??= []).push(i);
    if (lexeme.negation) (negations ??= []).push(i);
    if (lexeme.relation) (ties ??= []).push(i);
  }
  return {
    dates: dates ?? NONE,
    figures: figures ?? NONE,
    cues: cues ?? NONE,
    changes: changes ?? NONE,
    triggers: triggers ?? NONE,
    modals: modals ?? NONE,
    negations: negations ?? NONE,
    ties: ties ?? NONE,
    persons: persons ?? NONE,
  };
}
