import type { Lexicon } from "../../lexicon/lexicon.js";
import type { FigureMention } from "../../model/index.js";
import type { ChangeDraft, MetricDraft, Reading } from "../draft.js";
import { changesOf } from "./change.js";
import { metricsOf } from "./metric.js";
import { Topic } from "./topic.js";

/** What the walk over the clauses carries along. */
export interface Walk {
  readonly reading: Reading;
  readonly topic: Topic;
  /** Figures that some claim has already taken. */
  readonly taken: Set<FigureMention>;
}

export type MeasureDraft = ChangeDraft | MetricDraft;

/**
 * Metrics and changes, in one walk: what a clause leaves unsaid (净利润13亿元，同比增长152%) it takes from the clauses before.
 * Figures that other claims hold already, such as an event's amount, are passed over.
 */
export function measureRule(lexicon: Lexicon): (reading: Reading, taken: ReadonlySet<FigureMention>) => MeasureDraft[] {
  void lexicon;
  return (reading, taken) => {
    const walk: Walk = { reading, topic: new Topic(reading), taken: new Set(taken) };
    const drafts: MeasureDraft[] = [];
    for (const clause of reading.analysis.clauses) {
      walk.topic.enter(clause);
      const made: MeasureDraft[] = [...changesOf(walk, clause), ...metricsOf(walk, clause)];
      drafts.push(...made.sort((a, b) => a.at - b.at));
    }
    return drafts;
  };
}
