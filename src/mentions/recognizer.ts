import type { Document, Mention } from "../model/index.js";

/** Finds the mentions of its kind, freely: overlaps between recognisers are settled later, in one place. In text order. */
export type Recognizer<T extends Mention = Mention> = (document: Document) => T[];
