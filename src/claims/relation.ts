import type { Lexicon } from "../lexicon/lexicon.js";
import type { RelationClaim, Span } from "../model/index.js";
import type { RelationDraft, Rule } from "./draft.js";
import { HoldingFinder } from "./relation-holding.js";
import { NameFinder } from "./relation-name.js";
import { PositionFinder } from "./relation-position.js";

/** No clause of prose has so many words. */
const LONGEST = 300;

/** Lasting relations between two names: position, subsidiary, owner, alias and ticker. */
export function relationRule({ lexemes }: Lexicon): Rule<RelationClaim> {
  return (reading) => {
    const finders = [new PositionFinder(reading, lexemes), new HoldingFinder(reading), new NameFinder(reading, lexemes)];
    const { folded } = reading.analysis.document;
    const textOf = ({ start, end }: Span): string => folded.slice(start, end);
    const found: RelationDraft[] = [];
    const seen = new Set<string>();
    for (const clause of reading.analysis.clauses) {
      if (clause.words.length > LONGEST) continue;
      for (const finder of finders)
        for (const draft of finder.read(clause)) {
          // What a text repeats it claims once.
          const key = [draft.relation, textOf(draft.subject), textOf(draft.object), draft.title ? textOf(draft.title) : ""].join("\n");
          if (!seen.has(key)) found.push(draft);
          else reading.trace?.drop("relation", clause.words[draft.at] ?? clause, "repeated");
          seen.add(key);
        }
    }
    return found;
  };
}
