import type { Claim, Cue, DateMention, Modality, Polarity, Span, StatementClaim } from "../model/index.js";
import type { Draft } from "./draft.js";

/** What the surroundings of a draft decide. */
export interface Surroundings {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly cues: readonly Cue[];
  readonly attribution: Span | undefined;
  readonly within: StatementClaim | undefined;
  readonly time: DateMention | undefined;
  readonly confidence: number;
}

/** The claim that a draft becomes; part by part, since to copy an object into another takes longer than the rules that made it. */
export function claimOf(draft: Draft, { polarity, modality, cues, attribution, within, time, confidence }: Surroundings): Claim {
  const { span, rule } = draft;
  const sentence = draft.clause.sentence.index;
  switch (draft.type) {
    case "metric": {
      const { type, figure, subject, metric, key } = draft;
      return { type, figure, subject, metric, key, span, sentence, polarity, modality, cues, attribution, within, time, confidence, rule } as Claim;
    }
    case "change": {
      const { type, trigger, direction, subject, metric, key, figure, to, basis } = draft;
      return { type, trigger, direction, subject, metric, key, figure, to, basis, span, sentence, polarity, modality, cues, attribution, within, time, confidence, rule } as Claim;
    }
    case "statement": {
      const { type, cue, speaker, content, direct } = draft;
      return { type, cue, speaker, content, direct, span, sentence, polarity, modality, cues, attribution, within, time, confidence, rule } as Claim;
    }
    case "event": {
      const { type, eventType, trigger, agent, object, amount, counterparty, location } = draft;
      return { type, eventType, trigger, agent, object, amount, counterparty, location, span, sentence, polarity, modality, cues, attribution, within, time, confidence, rule } as Claim;
    }
    case "relation": {
      const { type, relation, subject, object, title, figure } = draft;
      return { type, relation, subject, object, title, figure, span, sentence, polarity, modality, cues, attribution, within, time, confidence, rule } as Claim;
    }
  }
}
