import type { NameForm } from "../../lexicon/name-form.js";
import type { Span } from "../../model/index.js";
import { MODEL_TYPES } from "./label.js";

/** A stretch that may be a name, and what speaks for each type: nats over there being no name. */
export interface NameCandidate extends Span {
  /** By index in `MODEL_TYPES`. */
  readonly evidence: Float32Array;
  /** The dictionary's word for it. */
  form: NameForm | undefined;
  /** The user says what it is: it is no part of anything longer. */
  fixed: boolean;
}

export const ORGANIZATION = MODEL_TYPES.indexOf("organization");
export const PERSON = MODEL_TYPES.indexOf("person");
export const LOCATION = MODEL_TYPES.indexOf("location");
export const PRODUCT = MODEL_TYPES.indexOf("product");

/** The likeliest type; of equals the first. */
export function likeliest(evidence: Float32Array): number {
  let best = 0;
  for (let type = 1; type < evidence.length; type += 1) if (evidence[type]! > evidence[best]!) best = type;
  return best;
}

export const bestType = ({ evidence }: NameCandidate): number => likeliest(evidence);

export const weightOf = (candidate: NameCandidate): number => candidate.evidence[bestType(candidate)]!;

/** The candidates of a document, one a stretch; what several sources say of a stretch adds up. */
export class Candidates {
  private readonly bySpan = new Map<number, NameCandidate>();

  /** @param read  what the model says of a stretch when it is first named */
  constructor(private readonly read: (start: number, end: number) => Float32Array) {}

  at(start: number, end: number): NameCandidate {
    const key = start * LONGEST + Math.min(end - start, LONGEST - 1);
    let candidate = this.bySpan.get(key);
    if (!candidate) this.bySpan.set(key, (candidate = { start, end, evidence: this.read(start, end), form: undefined, fixed: false }));
    return candidate;
  }

  /** Adds to what speaks for one type. */
  add(start: number, end: number, type: number, nats: number): NameCandidate {
    const candidate = this.at(start, end);
    candidate.evidence[type]! += nats;
    return candidate;
  }

  all(): NameCandidate[] {
    return [...this.bySpan.values()];
  }
}

const LONGEST = 256;
