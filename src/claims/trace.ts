import { sameSpan, type ClaimType, type DropReason, type Dropped, type Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import type { Antecedents } from "./antecedent.js";

/** What rules tell of candidates that become no claim. There is none unless somebody asks why: `reading.trace?.drop(…)`. */
export interface Trace {
  /** @param at  the word or mention on which a claim of that type might have stood; what is told of it first stays */
  drop(type: ClaimType, at: Span, because: DropReason, by?: Span): void;
}

type Told = Pick<Dropped, "because" | "by">;

/** Keeps what rules tell, and which pronoun stood for which span. */
export class Recorder implements Trace {
  readonly #dropped = new Map<string, Told>();
  readonly #stands = new Map<number, Span>();

  drop(type: ClaimType, at: Span, because: DropReason, by?: Span): void {
    const key = `${type} ${at.start}`;
    if (!this.#dropped.has(key)) this.#dropped.set(key, { because, ...(by && { by: { start: by.start, end: by.end } }) });
  }

  toldOf(type: ClaimType, { start }: Span): Told | undefined {
    return this.#dropped.get(`${type} ${start}`);
  }

  /** The same antecedents, each one asked for remembered. */
  watch(antecedents: Antecedents): Antecedents {
    return {
      ...antecedents,
      resolve: (word) => {
        const span = antecedents.resolve(word);
        if (span) this.#stands.set(word.start, span);
        return span;
      },
    };
  }

  /** The pronoun of the clause that stands for the span. */
  pronounFor(span: Span, { words }: Clause): Span | undefined {
    return words.find(({ start }) => {
      const stands = this.#stands.get(start);
      return stands !== undefined && sameSpan(stands, span);
    });
  }
}
