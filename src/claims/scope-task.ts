import type { Clause } from "../syntax/clause.js";

/** How many clauses of a sentence are looked at. */
const REACH = 40;

/** Said to be done: 修订了, 已修订. */
export function isDone({ words }: Clause, at: number): boolean {
  for (let i = Math.min(at + 2, words.length - 1); i >= 0; i -= 1) if (i !== at && words[i]?.kind === "aspect") return true;
  return false;
}

/** The clause names nobody before what is to be done. */
export function startsWithTask({ words, frames }: Clause, at: number): boolean {
  for (let i = 0; i < at; i += 1) {
    const frame = frames.find((f) => f.from === i);
    if (frame) {
      i = frame.to - 1;
      continue;
    }
    const word = words[i];
    if (word?.kind === "verb" || word?.lexeme?.imperative) return true;
    if (word?.kind === "noun" || word?.kind === "name" || word?.kind === "pronoun" || word?.kind === "figure") return false;
  }
  return words[at]?.kind === "verb" || words[at]?.lexeme?.imperative === true;
}

/**
 * A task of a policy text: its sentence opens with a word such as 加快 or 稳妥推进, and neither the sentence nor the clause
 * names who does it. 公司加快布局 and 公司去年上市，加快布局 tell what somebody does.
 */
export function opensTask(clauses: readonly Clause[], clause: Clause, at: number): boolean {
  if (!isTask(clause, at)) return false;
  for (let i = clause.index - 1; i >= clause.index - REACH && clauses[i]?.sentence === clause.sentence; i -= 1) {
    const before = clauses[i];
    if (before && !before.host && before.cues.length === 0 && !isTask(before, before.words.length)) return false;
  }
  return true;
}

/** A word such as 加快 opens the clause, and nobody is named in it who does it. */
export function isTask(clause: Clause, at: number): boolean {
  const opener = clause.words.findIndex((word) => word.kind !== "conjunction");
  const { lexeme } = clause.words[opener] ?? {};
  // 加快 as the move that is told (加快增长) and as the manner of a task (加快修订).
  return lexeme?.imperative === true && !(lexeme.change && opener === at) && startsWithTask(clause, at);
}
