import { claimArguments, type Result, type ResultMention, type Span } from "../model/index.js";

/** Lines drawn under a text at most, one over the other; where more claims meet, those that begin later have none. */
export const LANES = 3;

/** A stretch of text in which nothing begins or ends. */
export interface Segment extends Span {
  readonly mention?: ResultMention;
  /** Index of the claim that each line belongs to, or -1. */
  readonly lanes: readonly number[];
}

/**
 * The text cut wherever a mention, a claim or a part of one begins or ends, and at line breaks, so that nested and crossing spans are
 * each a run of whole segments. Offsets of the result must be UTF-16.
 */
export function segmentsOf(text: string, { mentions, claims }: Result): Segment[] {
  const cuts = new Set<number>([0, text.length]);
  const cut = ({ start, end }: Span): void => void cuts.add(start).add(end);
  mentions.forEach(cut);
  for (const claim of claims) {
    cut(claim.span);
    for (const [, argument] of claimArguments(claim)) cut(argument);
    if (claim.time) cut(claim.time);
    if (claim.attribution) cut(claim.attribution);
  }
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) cuts.add(at).add(at + 1);
  const ends = [...cuts].sort((a, b) => a - b);
  const order = claims.map((_, i) => i).sort((a, b) => claims[a]!.span.start - claims[b]!.span.start || claims[b]!.span.end - claims[a]!.span.end);
  const lanes = new Array<number>(LANES).fill(-1);
  const segments: Segment[] = [];
  let [mention, claim] = [0, 0];
  for (let i = 1; i < ends.length; i += 1) {
    const [start, end] = [ends[i - 1]!, ends[i]!];
    for (let lane = 0; lane < LANES; lane += 1) if (lanes[lane]! >= 0 && claims[lanes[lane]!]!.span.end <= start) lanes[lane] = -1;
    for (; claim < order.length && claims[order[claim]!]!.span.start <= start; claim += 1) {
      const free = lanes.indexOf(-1);
      if (free >= 0 && claims[order[claim]!]!.span.end > start) lanes[free] = order[claim]!;
    }
    while (mention < mentions.length && mentions[mention]!.end <= start) mention += 1;
    const covering = mentions[mention];
    segments.push({ start, end, lanes: [...lanes], ...(covering && covering.start <= start && { mention: covering }) });
  }
  return segments;
}
