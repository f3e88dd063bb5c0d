import type { Span, StatementClaim } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import type { Reading } from "./draft.js";

export interface Source {
  /** Who the text says it comes from. */
  readonly attribution?: Span;
  /** The statement whose content holds the claim. */
  readonly within?: StatementClaim;
}

/** Who the text says a stretch of it comes from: the innermost speaker, or a source named by 据…, 根据…. */
export function attributor(reading: Reading, statements: readonly StatementClaim[]): (anchor: Span, clause: Clause) => Source {
  void reading;
  return (anchor) => {
    let within: StatementClaim | undefined;
    for (const statement of statements) {
      const { content } = statement;
      if (!content || content.start > anchor.start || anchor.end > content.end || statement.cue === anchor) continue;
      if (!within?.content || content.end - content.start <= within.content.end - within.content.start) within = statement;
    }
    return within ? { within, ...(within.speaker && { attribution: within.speaker }) } : {};
  };
}
