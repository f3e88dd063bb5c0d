import type { Lexicon } from "../lexicon/lexicon.js";
import type { EventClaim } from "../model/index.js";
import type { EventDraft, Rule } from "./draft.js";
import { eventsOf } from "./event/read.js";

/**
 * What somebody did, does or will do: a trigger, in the sense its object gives it, and its parties.
 *
 *     证监会对华岳钢铁罚款600万元    penalty, agent 证监会, object 华岳钢铁, amount 600万元
 *     青禾乳业完成对松原家电的收购    acquisition, agent 青禾乳业, object 松原家电
 *     投资机会增多                  nothing: only background
 */
export function eventRule({ eventNouns }: Lexicon): Rule<EventClaim> {
  return (reading) => {
    const drafts: EventDraft[] = [];
    for (const clause of reading.analysis.clauses) if (clause.triggers.length > 0) drafts.push(...eventsOf(reading, eventNouns, clause));
    return drafts;
  };
}
