import type { Lexicon } from "../lexicon/lexicon.js";
import { anchorOf, type Claim, type Dropped, type StatementClaim } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import { findAntecedents } from "./antecedent.js";
import { Attributor, type Source } from "./attribution.js";
import { claimOf } from "./claim.js";
import { confidenceOf } from "./confidence.js";
import type { Draft, Reading, StatementDraft } from "./draft.js";
import { eventRule } from "./event.js";
import { Explainer } from "./explain.js";
import { measureRule } from "./measure/measure.js";
import { ownDrafts, type ClaimRule } from "./own-rule.js";
import { Prospect } from "./prospect.js";
import { relationRule } from "./relation.js";
import { scoper } from "./scope.js";
import { beginOf, statementRule } from "./statement.js";
import { timekeeper } from "./time.js";
import { teller } from "./told.js";
import { Recorder } from "./trace.js";

/** The claims of a document, in reading order. */
export interface Derived {
  readonly claims: readonly Claim[];
  /** What became none, where somebody asks why. */
  readonly dropped?: readonly Dropped[];
}

/** Every claim rule, built once from the tables; run over an analysed document. `explain` adds to each claim why it was made. */
export function claimDeriver(lexicon: Lexicon, rules: readonly ClaimRule[] = []): (analysis: Analysis, explain?: boolean) => Derived {
  const readStatements = statementRule();
  const readEvents = eventRule(lexicon);
  const readRelations = relationRule(lexicon);
  const readMeasures = measureRule(lexicon);
  return (analysis, explain = false) => {
    const recorder = explain ? new Recorder() : undefined;
    const explainer = recorder && new Explainer(analysis, recorder);
    const found = findAntecedents(analysis, lexicon.bodyEndings);
    const reading: Reading = { analysis, antecedents: recorder?.watch(found) ?? found, trace: recorder };
    const scopeOf = scoper(analysis);
    const timeOf = timekeeper(analysis, lexicon);
    const toldBy = teller(lexicon.lexemes, analysis.document.folded);
    const prospect = new Prospect(lexicon.lexemes, analysis.document);
    const complete = (draft: Draft, { attribution, within }: Source): Claim => {
      const { clause, at, sets, acts, basisCues, sure } = draft;
      const told = within && toldBy(within);
      const scope = scopeOf({ clause, at, acts, says: draft.type === "statement", told });
      const polarity = sets?.polarity ?? scope.polarity;
      const named = sets?.modality ?? prospect.ofMeasure(draft, scope.modality);
      const time = timeOf(draft, named, within, told);
      const modality = named === "actual" && !sets?.modality && draft.type !== "statement" ? prospect.ofTime(time, told) : named;
      const cues = basisCues.length === 0 ? scope.cues : [...scope.cues, ...basisCues];
      const { value, terms } = confidenceOf(lexicon.confidence, analysis, draft, polarity, modality);
      const claim = claimOf(draft, { polarity, modality, cues, attribution, within, time, confidence: sure ?? value });
      if (!explainer) return claim;
      return { ...claim, explanation: explainer.explain(draft, claim, { told, named: named !== scope.modality && !sets?.modality, dated: modality !== named }, terms) };
    };
    const attributor = new Attributor(reading);
    const statements: StatementClaim[] = [];
    const own = rules.length > 0 ? ownDrafts(rules, reading) : [];
    const taken = new Set(own.map(keyOf));
    const isFree = (draft: Draft): boolean => {
      const free = taken.size === 0 || !taken.has(keyOf(draft));
      if (!free) recorder?.drop(draft.type, anchorOf(draft), "own");
      return free;
    };
    const told = readStatements(reading);
    // An outer statement comes before those in its content, so that each finds its own source.
    for (const draft of own.length === 0 ? told : [...told.filter(isFree), ...own.filter(isStatement)].sort((a, b) => beginOf(a) - beginOf(b))) {
      const statement = complete(draft, attributor.of(draft.cue, draft.speaker)) as StatementClaim;
      attributor.add(statement);
      statements.push(statement);
    }
    const held: Draft[] = [...readEvents(reading), ...readRelations(reading)].filter(isFree);
    // Measures come last: a figure that is an event's amount or an owner's share measures nothing else.
    const drafts = [...held, ...readMeasures(reading, held).filter(isFree), ...own.filter((draft) => !isStatement(draft))];
    const claims: Claim[] = [...statements, ...drafts.map((draft) => complete(draft, attributor.of(draft.type === "relation" ? draft.span : anchorOf(draft))))];
    claims.sort((a, b) => a.span.start - b.span.start || anchorOf(a).start - anchorOf(b).start || a.span.end - b.span.end);
    return { claims, ...(explainer && { dropped: explainer.dropped(claims) }) };
  };
}

/** Of two claims of one type on one word, that of the user's rule stays. */
const keyOf = (draft: Draft): string => `${draft.type} ${anchorOf(draft).start}`;
const isStatement = (draft: Draft): draft is StatementDraft => draft.type === "statement";
