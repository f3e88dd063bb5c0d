import type { Lexeme } from "../lexicon/lexeme.js";
import { anchorOf, claimArguments, countBefore, overlaps, type Claim, type ClaimType, type Dropped, type ExplainedArgument, type ExplainedProperty, type ExplainedWord, type Explanation, type Origin, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";
import type { Draft } from "./draft.js";
import type { Told } from "./scope.js";
import type { Recorder } from "./trace.js";

/** The table of `dict/` that each thing said of a word comes from. */
const TABLES: Readonly<Record<keyof Lexeme, string>> = {
  metric: "metrics", change: "changes", cue: "cues", events: "events", carrier: "event-carriers", endsNext: "event-ends", endsLast: "event-ends",
  shield: "event-shields", pivot: "pivots", modal: "modals", negation: "negations", preposition: "prepositions", closer: "closers", manner: "manners", ownReport: "own-reports",
  adverb: "adverbs", copula: "copulas", basis: "bases", anaphor: "anaphors", source: "sources", relation: "relations", title: "titles",
  light: "light-verbs", having: "havings", after: "followers", unmeasured: "unmeasured", instrument: "instruments", region: "regions",
  casualty: "casualties", makes: "cue-modalities", imperative: "imperatives", modifier: "metric-modifiers", attribute: "attributes", reaches: "reachings", each: "distributives",
};

const FIELDS = Object.keys(TABLES) as (keyof Lexeme)[];

const RELATED = new Set(["part", "whole", "holder", "holding", "alias", "serve"]);
/** The words on which a claim of a type may stand. */
const STANDS_ON: Readonly<Record<ClaimType, (word: Word) => boolean>> = {
  metric: ({ type }) => type === "figure",
  change: ({ lexeme }) => lexeme?.change !== undefined,
  statement: ({ lexeme }) => lexeme?.cue !== undefined,
  event: ({ lexeme, mention }) => mention === undefined && (lexeme?.events !== undefined || lexeme?.shield === true),
  relation: ({ lexeme }) => RELATED.has(lexeme?.relation ?? ""),
};
const TYPES = Object.entries(STANDS_ON) as [ClaimType, (word: Word) => boolean][];

/** What decided a claim's modality, where no word of the text did. */
export interface Decided {
  readonly told: Told | undefined;
  /** By the name of the metric (预测市盈率). */
  readonly named: boolean;
  /** By a time that is still to come. */
  readonly dated: boolean;
}

/** Why claims were made, and other words became none. */
export class Explainer {
  constructor(
    private readonly analysis: Analysis,
    private readonly recorder: Recorder,
  ) {}

  explain(draft: Draft, claim: Claim, decided: Decided, terms: readonly string[]): Explanation {
    const { clause } = draft;
    const { time, attribution, within } = claim;
    return {
      words: wordsOf(draft),
      arguments: claimArguments(claim).map(([role, span]): ExplainedArgument => ({ role, ...this.#origin(span, clause) })),
      polarity: polarityOf(draft, claim),
      modality: modalityOf(draft, claim, decided),
      ...(time && { time: { from: this.#origin(time, clause).from } }),
      ...(attribution && { attribution: within?.speaker === attribution ? { because: "statement", by: within.cue } : { because: "source" } }),
      confidence: terms,
    };
  }

  /** Every word and figure that a claim might have stood on and none does, in text order. */
  dropped(claims: readonly Claim[]): Dropped[] {
    const used = new Map(TYPES.map(([type]) => [type, claims.filter((claim) => claim.type === type).map(standsOf).sort((a, b) => a.start - b.start)]));
    used.set("metric", claims.flatMap(figuresOf).sort((a, b) => a.start - b.start));
    const dropped: Dropped[] = [];
    for (const { words, sentence } of this.analysis.clauses)
      for (const word of words)
        for (const [type, stands] of TYPES) {
          if (!stands(word) || isCovered(used.get(type) ?? [], word)) continue;
          const told = this.recorder.toldOf(type, word) ?? { because: word.lexeme?.shield && type === "event" ? "shield" : "unread" };
          dropped.push({ type, span: spanOf(word), sentence: sentence.index, ...told });
        }
    return dropped.sort((a, b) => a.span.start - b.span.start);
  }

  #origin(span: Span, clause: Clause): { from: Origin; by?: Span } {
    if (clause.start <= span.start && span.start < clause.end) {
      const frame = clause.frames.find(({ object }) => (clause.words[object.from]?.start ?? Infinity) <= span.start && span.end <= (clause.words[object.to - 1]?.end ?? 0));
      return frame ? { from: "frame", by: spanOf(frame.preposition) } : { from: "clause" };
    }
    const pronoun = this.recorder.pronounFor(span, clause);
    if (pronoun) return { from: "antecedent", by: spanOf(pronoun) };
    const { host, sentence } = clause;
    if (host && host.start <= span.start && span.end <= host.end) return { from: "host" };
    const inside = sentence.start <= span.start && span.start < sentence.end;
    if (span.start < clause.start) return { from: inside ? "clause-before" : "sentence-before" };
    return { from: inside ? "clause-after" : "sentence-after" };
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The words of the anchor and of what is measured, and the predicate. */
function wordsOf(draft: Draft): ExplainedWord[] {
  const { clause, at } = draft;
  const parts = [anchorOf(draft), ...("metric" in draft && draft.metric ? [draft.metric] : []), ...(draft.type === "relation" ? [draft.subject] : [])];
  const words = clause.words.filter((word, i) => (i === at && (word.lexeme || word.mention)) || parts.some((part) => overlaps(part, word)));
  return words.map((word) => ({ span: spanOf(word), tables: tablesOf(word) }));
}

const tablesOf = ({ lexeme }: Word): string[] => [...new Set(FIELDS.filter((field) => lexeme?.[field] !== undefined).map((field) => TABLES[field]))];

function polarityOf({ sets }: Draft, { cues }: Claim): ExplainedProperty {
  if (sets?.polarity) return { because: "rule" };
  const word = cues.find((cue) => cue.sets === "polarity");
  return word ? { because: "word", by: spanOf(word) } : { because: "default" };
}

function modalityOf(draft: Draft, { modality, cues, within, time }: Claim, { told, named, dated }: Decided): ExplainedProperty {
  if (draft.sets?.modality) return { because: "rule" };
  if (named) return { because: "metric", ...("metric" in draft && draft.metric && { by: spanOf(draft.metric) }) };
  if (dated) return { because: "date", ...(time && { by: spanOf(time) }) };
  const word = cues.find((cue) => cue.sets === "modality");
  if (word) return { because: draft.clause.start <= word.start && word.end <= draft.clause.end ? "word" : "carried", by: spanOf(word) };
  if (modality === "actual") return { because: "default" };
  if (modality === "hypothetical") return { because: "condition" };
  return within && told !== "said" ? { because: "statement", by: spanOf(within.cue) } : { because: "task" };
}

/** A relation stands on the whole of what ties its names. */
const standsOf = (claim: Claim): Span => (claim.type === "relation" ? claim.span : anchorOf(claim));

const figuresOf = (claim: Claim): Span[] => claimArguments(claim).flatMap(([role, span]) => (role === "figure" || role === "amount" || role === "to" ? [span] : []));

/** Whether one of the spans, which are in order of their start and short, overlaps the word. */
function isCovered(spans: readonly Span[], word: Span): boolean {
  for (let i = countBefore(spans, word.end) - 1; i >= 0 && i > countBefore(spans, word.end) - 4; i -= 1) {
    const span = spans[i];
    if (span && overlaps(span, word)) return true;
  }
  return false;
}
