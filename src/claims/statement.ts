import type { Span, StatementClaim } from "../model/index.js";
import { NO_CUES, type Rule, type StatementDraft } from "./draft.js";
import type { RuleName } from "./rule-name.js";
import { ContentReader, isOwnForecast, type Said } from "./statement-content.js";
import { findSayings, type Saying } from "./statement-cue.js";

/**
 * Who says what: cues with their speakers first, then what each of them says.
 *
 *     据路透社报道，甲公司表示，“谈判已经结束。”   two statements, the second in the content of the first
 */
export function statementRule(): Rule<StatementClaim> {
  return (reading) => {
    const sayings = findSayings(reading);
    const reader = new ContentReader(reading.analysis, reading.antecedents, sayings);
    const drafts: StatementDraft[] = [];
    const open: (Span & { readonly speaker: Span })[] = [];
    for (const [i, saying] of sayings.entries()) {
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= saying.cue.start) open.pop();
      const outer = open.at(-1);
      if (isOwnForecast(saying, outer?.speaker, reading.analysis.document.text) || (saying.own && outer)) {
        reading.trace?.drop("statement", saying.cue, "goes-on");
        continue;
      }
      const said = reader.read(i, outer);
      if (!said) {
        reading.trace?.drop("statement", saying.cue, "content");
        continue;
      }
      if (said.content && said.content.start > saying.cue.start) open.push({ start: said.content.start, end: said.content.end, speaker: saying.speaker });
      drafts.push(draftOf(said));
    }
    return drafts.sort((a, b) => beginOf(a) - beginOf(b));
  };
}

const RULE_OF: Readonly<Record<Saying["use"], RuleName>> = {
  say: "statement/say", tell: "statement/tell", answer: "statement/answer", talk: "statement/talk", announce: "statement/announce", publish: "statement/publish", show: "statement/show",
  find: "statement/find", judge: "statement/judge", urge: "statement/urge", source: "statement/source", view: "statement/source", cite: "statement/source",
};

/** What holds others begins before them: its cue, or the words before it. */
export const beginOf = ({ cue, content }: Pick<StatementDraft, "cue" | "content">): number => Math.min(cue.start, content?.start ?? cue.start);

function draftOf({ saying, content, direct, before }: Said): StatementDraft {
  const { clause, cue, speaker, from, source, use } = saying;
  const start = Math.min(before?.start ?? cue.start, content?.start ?? cue.start, clause.start <= cue.start ? clause.start : cue.start);
  return {
    type: "statement",
    clause,
    at: Math.min(from, clause.words.length - 1),
    span: { start, end: Math.max(cue.end, content?.end ?? cue.end) },
    cue,
    speaker,
    content,
    direct,
    rule: RULE_OF[source ? "source" : use],
    sets: undefined,
    acts: true,
    basisCues: NO_CUES,
    sure: undefined,
  };
}
