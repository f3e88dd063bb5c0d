import { anchorOf, claimArguments, type AnnotatedText, type ResultClaim, type TextSpan } from "../model/index.js";

/** A marked stretch: a mention, an argument that is none, or the anchor of a claim. */
export interface Region extends TextSpan {
  /** `m1`, `a1` or, for a claim's anchor, the claim's id. */
  readonly id: string;
  /** The mention's type, `argument`, or the claim's type. */
  readonly label: string;
  /** What it is the anchor of. */
  readonly claim?: ResultClaim;
}

/** How a claim's anchor, or a relation's subject, leads to an argument. */
export interface Edge {
  readonly from: Region;
  readonly to: Region;
  readonly label: string;
}

/**
 * Mentions and claims as labelled stretches with labelled arrows, as annotation tools have them. Every claim but a relation has a
 * region of its own at its anchor, so that two claims on one word stay apart; a relation is an arrow between its two sides.
 */
export function regionsOf({ result }: AnnotatedText): { readonly regions: readonly Region[]; readonly edges: readonly Edge[] } {
  const regions: Region[] = [];
  const edges: Edge[] = [];
  const bySpan = new Map<string, Region>();
  const add = (region: Region): Region => {
    regions.push(region);
    return region;
  };
  const place = ({ start, end }: TextSpan): string => `${start}-${end}`;
  for (const { id, type, start, end, text } of result.mentions) bySpan.set(place({ start, end, text }), add({ id, start, end, text, label: type }));
  const at = (span: TextSpan): Region => {
    let region = bySpan.get(place(span));
    if (!region) {
      const { start, end, text } = span;
      region = add({ id: `a${bySpan.size - result.mentions.length + 1}`, start, end, text, label: "argument" });
      bySpan.set(place(span), region);
    }
    return region;
  };
  for (const claim of result.claims) {
    if (claim.type === "relation") {
      edges.push({ from: at(claim.subject), to: at(claim.object), label: claim.relation });
      continue;
    }
    const anchor = anchorOf(claim);
    const { start, end, text } = anchor;
    const from = add({ id: claim.id, start, end, text, label: claim.type, claim });
    for (const [role, argument] of claimArguments(claim)) if (argument !== anchor) edges.push({ from, to: at(argument), label: role });
    if (claim.attribution) edges.push({ from, to: at(claim.attribution), label: "attribution" });
    if (claim.time) edges.push({ from, to: at(claim.time), label: "time" });
  }
  return { regions, edges };
}
