import type { LexemeTable } from "../lexicon/lexeme.js";
import type { StatementClaim } from "../model/index.js";
import type { Told } from "./scope.js";

/** What the cue of a statement makes of its content. 要求 urges by itself, 指出 only where a meeting is the speaker (会议指出). */
export function teller(lexemes: LexemeTable, folded: string): (statement: StatementClaim) => Told {
  const known = new Map<StatementClaim, Told>();
  return (statement) => {
    const { cue, speaker = cue } = statement;
    let told = known.get(statement);
    told ??= lexemes.get(folded, Math.min(cue.start, speaker.start), cue.end)?.makes ?? lexemes.get(folded, cue.start, cue.end)?.makes ?? "said";
    known.set(statement, told);
    return told;
  };
}
