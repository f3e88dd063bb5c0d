import type { Claim } from "./claim.js";
import type { Argument, FigureArgument, ResultClaim } from "./result.js";
import type { Span } from "./span.js";

/** Every part a span may play in a claim, in the order in which a claim is told. */
export const ROLES = [
  "subject", "agent", "speaker", "metric", "trigger", "cue", "figure", "amount", "to", "object", "counterparty", "location", "title", "content",
] as const;
export type Role = (typeof ROLES)[number];

/** The arguments that a claim has, each under its role. */
export function claimArguments(claim: ResultClaim): (readonly [Role, Argument | FigureArgument])[];
export function claimArguments(claim: Claim): (readonly [Role, Span])[];
export function claimArguments(claim: ResultClaim | Claim): (readonly [Role, Span])[] {
  const parts = claim as Partial<Record<Role, Span>>;
  return ROLES.flatMap((role) => (parts[role] ? [[role, parts[role]] as const] : []));
}

/** The argument without which there is no claim; a relation, which stands on two, is told by its object. */
export const ANCHORS = { metric: "figure", change: "trigger", statement: "cue", event: "trigger", relation: "object" } as const;

export type Anchored<S> = { readonly type: "metric"; readonly figure: S } | { readonly type: "change" | "event"; readonly trigger: S } | { readonly type: "statement"; readonly cue: S } | { readonly type: "relation"; readonly object: S };

export function anchorOf<S>(claim: Anchored<S>): S {
  return (claim as unknown as Record<string, S>)[ANCHORS[claim.type]]!;
}

/** What a claim is besides its type: the kind of event or relation, the direction of a change. */
export function claimKind(claim: ResultClaim): string | undefined {
  switch (claim.type) {
    case "event":
      return claim.eventType;
    case "relation":
      return claim.relation;
    case "change":
      return claim.direction;
    default:
      return undefined;
  }
}
