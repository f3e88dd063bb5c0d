import { EVENT_TYPES, ROLES, type MentionType, type Modality, type RelationType, type ResultClaim } from "../model/index.js";

/** The closed sets that an annotation tool must be told of. */
export const MENTION_TYPES: readonly MentionType[] = ["organization", "product", "person", "location", "date", "figure"];
export const ANCHORED_TYPES: readonly Exclude<ResultClaim["type"], "relation">[] = ["metric", "change", "statement", "event"];
export const MODALITIES: readonly Modality[] = ["actual", "planned", "predicted", "hypothetical", "required"];
export const RELATION_TYPES: readonly RelationType[] = ["position", "subsidiary", "owner", "alias", "ticker"];
export const KINDS: readonly string[] = [...EVENT_TYPES, "increase", "decrease", "flat"];
export const EDGE_LABELS: readonly string[] = [...ROLES, "attribution", "time"];
