import type { Result, ResultClaim } from "../index.js";

export const CLAIM_TYPES = ["metric", "change", "statement", "event", "relation"] as const satisfies readonly ResultClaim["type"][];
export type ClaimType = (typeof CLAIM_TYPES)[number];

export interface FilterFlags {
  readonly type?: readonly ClaimType[];
  readonly minConfidence?: number;
}

/**
 * Leaves the claims asked for, under the ids that they have among all; a claim said within a statement that is left out says so no
 * more. Absent where all are wanted.
 */
export function claimFilter({ type, minConfidence = 0 }: FilterFlags): ((result: Result) => Result) | undefined {
  if (type === undefined && minConfidence === 0) return undefined;
  return (result) => {
    const kept = result.claims.filter((claim) => (type?.includes(claim.type) ?? true) && claim.confidence >= minConfidence);
    const ids = new Set(kept.map(({ id }) => id));
    return { ...result, claims: kept.map((claim) => (claim.within === undefined || ids.has(claim.within) ? claim : withoutStatement(claim))) };
  };
}

function withoutStatement(claim: ResultClaim): ResultClaim {
  const { within: _, ...others } = claim;
  return others;
}
