import type { Claim, Span } from "../model/index.js";
import type { Draft } from "./draft.js";

/** The span without which there is no claim. */
export function anchorOf(claim: Draft | Claim): Span {
  switch (claim.type) {
    case "metric":
      return claim.figure;
    case "statement":
      return claim.cue;
    case "relation":
      return claim.object;
    default:
      return claim.trigger;
  }
}
