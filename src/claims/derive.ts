import type { Lexicon } from "../lexicon/lexicon.js";
import type { Claim, Modality, Span, StatementClaim } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import { findAntecedents } from "./antecedent.js";
import { Attributor, type Source } from "./attribution.js";
import type { Draft } from "./draft.js";
import { eventRule } from "./event.js";
import { measureRule } from "./measure/measure.js";
import { relationRule } from "./relation.js";
import { scoper, type Told } from "./scope.js";
import { statementRule } from "./statement.js";
import { timekeeper } from "./time.js";

/** The span without which there is no claim. */
export function anchorOf(claim: Draft | Claim): Span {
  switch (claim.type) {
    case "metric":
      return claim.figure;
    case "statement":
      return claim.cue;
    case "relation":
      return claim.object;
    default:
      return claim.trigger;
  }
}

/** Every claim rule, built once from the tables; run over an analysed document. Claims come in reading order. */
export function claimDeriver(lexicon: Lexicon): (analysis: Analysis) => Claim[] {
  const readStatements = statementRule(lexicon);
  const readEvents = eventRule(lexicon);
  const readRelations = relationRule(lexicon);
  const readMeasures = measureRule(lexicon);
  /** 预测市盈率, 营收指引, 预亏: measures of what is to come. */
  const modalityOf = (folded: string, { start, end }: Span): Modality => {
    const [first, last] = [lexicon.lexemes.get(folded.slice(start, Math.min(start + 2, end))), lexicon.lexemes.get(folded.slice(Math.max(start, end - 2), end))];
    return first?.modal?.modality === "predicted" || last?.metric?.key === "guidance" ? "predicted" : "actual";
  };
  return (analysis) => {
    const reading = { analysis, antecedents: findAntecedents(analysis) };
    const scopeOf = scoper(analysis);
    const timeOf = timekeeper(analysis);
    const toldBy = ({ cue, speaker = cue }: StatementClaim): Told => {
      // 要求, but also 会议指出: what a meeting points out is to be done.
      for (const start of [Math.min(cue.start, speaker.start), cue.start]) {
        const makes = lexicon.lexemes.get(analysis.document.folded.slice(start, cue.end))?.makes;
        if (makes) return makes;
      }
      return "said";
    };
    const complete = (draft: Draft, source: Source): Claim => {
      const { clause, at, sets, acts = true, basisCues, ...own } = draft;
      const told = source.within && toldBy(source.within);
      const { polarity, modality, cues } = scopeOf(clause, at, acts, told);
      const kind = sets?.modality ?? (modality === "actual" && draft.type === "metric" && draft.metric && /^(?:[A-Z]{3}|percent|times)?$/.test(draft.figure.unit ?? "") ? modalityOf(analysis.document.folded, draft.metric) : modality);
      const time = timeOf(draft, kind, source.within, told);
      return {
        ...own,
        sentence: clause.sentence.index,
        polarity: sets?.polarity ?? polarity,
        modality: kind,
        cues: [...cues, ...(basisCues ?? [])],
        ...source,
        ...(time && { time }),
      } as Claim;
    };
    const attributor = new Attributor(reading);
    const statements: StatementClaim[] = [];
    // An outer statement comes before those in its content, so that each finds its own source.
    for (const draft of readStatements(reading)) {
      const statement = complete(draft, attributor.of(draft.cue)) as StatementClaim;
      attributor.add(statement);
      statements.push(statement);
    }
    const held: Draft[] = [...readEvents(reading), ...readRelations(reading)];
    // Measures come last: a figure that is an event's amount or an owner's share measures nothing else.
    const drafts = [...held, ...readMeasures(reading, held)];
    const claims: Claim[] = [...statements, ...drafts.map((draft) => complete(draft, attributor.of(draft.type === "relation" ? draft.span : anchorOf(draft))))];
    return claims.sort((a, b) => a.span.start - b.span.start || anchorOf(a).start - anchorOf(b).start || a.span.end - b.span.end);
  };
}
