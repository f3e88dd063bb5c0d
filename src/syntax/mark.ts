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

/** The list with one more; most lists stay empty. */
const and = (list: readonly number[], at: number): readonly number[] => {
  if (list === NONE) return [at];
  (list as number[]).push(at);
  return list;
};

export function marksOf(words: readonly Word[]): Marks {
  let dates = NONE;
  let figures = NONE;
  let cues = NONE;
  let changes = NONE;
  let triggers = NONE;
  let modals = NONE;
  let negations = NONE;
  let ties = NONE;
  let persons = NONE;
  for (let i = 0; i < words.length; i += 1) {
    const { type, lexeme } = words[i]!;
    if (type === "date") {
      dates = and(dates, i);
      if (dateOf(words[i])?.set) modals = and(modals, i);
    } else if (type === "figure") figures = and(figures, i);
    else if (type === "person") persons = and(persons, i);
    if (!lexeme) continue;
    if (lexeme.anaphor === "person") persons = and(persons, i);
    if (lexeme.cue) cues = and(cues, i);
    if (lexeme.change) changes = and(changes, i);
    if (lexeme.events && !type && !lexeme.shield) triggers = and(triggers, i);
    if (lexeme.modal) modals = and(modals, i);
    if (lexeme.negation) negations = and(negations, i);
    if (lexeme.relation) ties = and(ties, i);
  }
  return { dates, figures, cues, changes, triggers, modals, negations, ties, persons };
}
