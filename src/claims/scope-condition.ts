import { itemAt } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";

/** How many clauses of a sentence are looked at. */
const REACH = 40;

/** Tells of a clause whether it follows in its sentence from a condition (若…，某某就能…), within the words of one voice. */
export function conditions(clauses: readonly Clause[]): (clause: Clause) => boolean {
  const follows: boolean[] = [];
  return ({ index }) => {
    for (let i = follows.length; i <= index; i += 1) {
      const [before, clause] = [itemAt(clauses, i - 1), clauses[i]];
      follows.push(before !== undefined && before.sentence === clause?.sentence && (hasCondition(before) || ((follows[i - 1] ?? false) && before.cues.length === 0)));
    }
    return follows[index] ?? false;
  };
}

const hasCondition = ({ words, modals }: Clause): boolean => modals.some((at) => words[at]?.lexeme?.modal?.reach === "condition");

/** 当油价上涨时，公司就会…: not told as having happened, but as what brings about what follows. */
export function isGeneralCase(clauses: readonly Clause[], clause: Clause): boolean {
  const { words } = clause;
  const [opener, last] = [words[words[0]?.kind === "conjunction" ? 1 : 0], words.at(-1)];
  if (opener?.lexeme?.preposition !== "time" || last?.kind !== "localizer" || !last.lexeme?.closer) return false;
  return mainAfter(clauses, clause)?.words.some(({ lexeme }) => lexeme?.modal?.modality === "future" || lexeme?.modal?.modality === "actual") ?? false;
}

/** The next clause of the sentence that stands in no brackets. */
function mainAfter(clauses: readonly Clause[], clause: Clause): Clause | undefined {
  for (let i = clause.index + 1; i <= clause.index + REACH && clauses[i]?.sentence === clause.sentence; i += 1) if (!clauses[i]?.host) return clauses[i];
  return undefined;
}
