import type { Argument, FigureArgument, ResultClaim } from "./result.js";

/** Every part a span may play in a claim, in the order in which a claim is told. */
export const ROLES = [
  "subject", "agent", "speaker", "metric", "trigger", "cue", "figure", "amount", "to", "object", "counterparty", "location", "title", "content",
] as const;
export type Role = (typeof ROLES)[number];

/** The arguments that a claim has, each under its role. */
export function claimArguments(claim: ResultClaim): (readonly [Role, Argument | FigureArgument])[] {
  const parts = claim as Partial<Record<Role, Argument>>;
  return ROLES.flatMap((role) => (parts[role] ? [[role, parts[role]] as const] : []));
}

/** The argument without which there is no claim; a relation stands on two, of which this is the subject. */
export function claimAnchor(claim: ResultClaim): Argument {
  switch (claim.type) {
    case "metric":
      return claim.figure;
    case "statement":
      return claim.cue;
    case "relation":
      return claim.subject;
    default:
      return claim.trigger;
  }
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
