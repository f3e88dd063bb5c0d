import type { Clause } from "../syntax/clause.js";

/** What follows in its sentence from a condition (若…，某某就能…), without a marker of its own. */
export function isConditioned(clauses: readonly Clause[], clause: Clause): boolean {
  for (let i = clause.index - 1; clauses[i]?.sentence === clause.sentence; i -= 1) {
    const before = clauses[i];
    if (before?.words.some(({ lexeme }) => lexeme?.modal?.reach === "condition")) return true;
    // Somebody else's words begin: 如果…，他说，…
    if (before?.words.some(({ lexeme }) => lexeme?.cue)) return false;
  }
  return false;
}

/** 当油价上涨时，公司就会…: not told as having happened, but as what brings about what follows. */
export function isGeneralCase(clauses: readonly Clause[], clause: Clause): boolean {
  const main = mainAfter(clauses, clause);
  if (!main) return false;
  const { words } = clause;
  const opener = words.find(({ kind }) => kind !== "conjunction");
  return opener?.lexeme?.preposition === "time" && words.at(-1)?.lexeme?.closer === true && words.at(-1)?.kind === "localizer" && main.words.some(({ lexeme }) => lexeme?.modal?.modality === "future" || lexeme?.modal?.modality === "actual");
}

/** The next clause of the sentence that stands in no brackets. */
function mainAfter(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index + 1; clauses[i]?.sentence === clause.sentence; i += 1) if (!clauses[i]?.host) return clauses[i];
  return undefined;
}
