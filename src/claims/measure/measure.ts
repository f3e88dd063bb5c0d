import type { ComparedWords } from "../../lexicon/compared.js";
import type { Lexicon } from "../../lexicon/lexicon.js";
import { countWhile, type FigureMention, type Span } from "../../model/index.js";
import type { ChangeDraft, Draft, EventDraft, MetricDraft, Reading } from "../draft.js";
import type { Clause } from "../../syntax/clause.js";
import { changesOf } from "./change.js";
import { metricsOf } from "./metric.js";
import { Nouns } from "./noun.js";
import { Topic } from "./topic.js";

/** What the walk over the clauses carries along. */
export interface Walk {
  readonly reading: Reading;
  readonly nouns: Nouns;
  readonly compared: ComparedWords;
  readonly topic: Topic;
  /** Figures that some claim has already taken. */
  readonly taken: Set<FigureMention>;
  /** What an event of the sentence was done to, just before (减持公司股份271.6万股（占总股本的2%）). */
  readonly objectBefore: (clause: Clause, offset: number) => Span | undefined;
  /** Whether an event near the clause has the figure in its object: 新建两座工厂. */
  readonly isInObject: (clause: Clause, figure: Span) => boolean;
  /** The incident that the paragraph told of before the clause. */
  readonly incidentBefore: (clause: Clause) => Span | undefined;
}

export type MeasureDraft = ChangeDraft | MetricDraft;

/**
 * Metrics and changes, in one walk: what a clause leaves unsaid (净利润13亿元，同比增长152%) it takes from the clauses before.
 * Figures that `held` claims have already, such as an event's amount, are passed over.
 */
export function measureRule(lexicon: Lexicon): (reading: Reading, held: readonly Draft[]) => MeasureDraft[] {
  return (reading, held) => {
    const { objectBefore, isInObject, incidentBefore } = eventsBefore(held);
    const nouns = new Nouns(reading.analysis.document.folded, lexicon.nounEndings);
    const walk: Walk = { reading, nouns, compared: lexicon.compared, topic: new Topic(reading, nouns, lexicon), taken: figuresOf(held), objectBefore, isInObject, incidentBefore };
    const drafts: MeasureDraft[] = [];
    for (const clause of reading.analysis.clauses) {
      walk.topic.enter(clause);
      if (clause.changes.length === 0 && clause.figures.length === 0) continue;
      const made: MeasureDraft[] = [...changesOf(walk, clause), ...metricsOf(walk, clause)];
      drafts.push(...made.sort((a, b) => a.at - b.at));
    }
    return drafts;
  };
}

const figuresOf = (held: readonly Draft[]): Set<FigureMention> =>
  new Set(held.map((draft) => (draft.type === "event" ? draft.amount : draft.type === "relation" ? draft.figure : undefined)).filter((figure) => figure !== undefined));

function eventsBefore(held: readonly Draft[]): Pick<Walk, "objectBefore" | "isInObject" | "incidentBefore"> {
  const events = held.filter((draft) => draft.type === "event");
  const last = (clause: Clause, fits: (event: EventDraft) => boolean): EventDraft | undefined => {
    // Events come in text order: the last that starts before the clause ends.
    const begun = countWhile(events.length, (i) => (events[i]?.trigger.start ?? 0) < clause.end);
    for (let i = begun - 1; i >= 0; i -= 1) {
      const event = events[i];
      if (!event || event.clause.sentence.paragraph !== clause.sentence.paragraph || begun - i > 8) return undefined;
      if (fits(event)) return event;
    }
    return undefined;
  };
  return {
    objectBefore: (clause, offset) => last(clause, (event) => event.clause.sentence === clause.sentence && event.object !== undefined && event.object.end <= offset)?.object,
    isInObject: (clause, figure) => last(clause, ({ object }) => object !== undefined && object.start <= figure.start && figure.end <= object.end) !== undefined,
    incidentBefore: (clause) => last(clause, (event) => event.eventType === "incident" && event.trigger.end <= clause.start)?.trigger,
  };
}
