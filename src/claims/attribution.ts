import { countBefore, itemAt, type Span, type StatementClaim } from "../model/index.js";
import { findBareSources, type BareSource } from "./attribution-source.js";
import type { Reading } from "./draft.js";

export interface Source {
  /** Who the text says it comes from. */
  readonly attribution: Span | undefined;
  /** The statement whose content holds the claim. */
  readonly within: StatementClaim | undefined;
}

/** A stretch in a speaker's voice: a statement's content, or quoted words before its cue. */
interface Voice extends Span {
  readonly statement: StatementClaim;
  readonly outer: Voice | undefined;
}

/** Voices lie in each other only so deep in prose. */
const DEEPEST = 32;

/** Who the text says a stretch of it comes from: the innermost speaker, or a source named by 据…, 根据…. */
export class Attributor {
  readonly #voices: Voice[] = [];
  readonly #bare: readonly BareSource[];
  readonly #quotes: Reading["analysis"]["quotes"];
  readonly #folded: string;

  constructor(reading: Reading) {
    this.#bare = findBareSources(reading);
    this.#quotes = reading.analysis.quotes;
    this.#folded = reading.analysis.document.folded;
  }

  /** Adds a statement; one that holds others comes before them. */
  add(statement: StatementClaim): void {
    const { content, cue, span } = statement;
    if (!content) return;
    this.#insert(content, statement);
    // Quoted words before the cue are the speaker's too.
    for (let i = countBefore(this.#quotes, span.start); i < this.#quotes.length; i += 1) {
      const quote = this.#quotes[i];
      if (!quote || quote.start >= Math.min(cue.start, content.start)) break;
      if (quote.depth === 0 && quote.end <= cue.start) this.#insert(quote, statement);
    }
  }

  #insert({ start, end }: Span, statement: StatementClaim): void {
    let at = this.#voices.length;
    while (at > 0 && (this.#voices[at - 1]?.start ?? 0) > start) at -= 1;
    const outer = this.#holder(at - 1, { start, end });
    if (outer?.statement !== statement) this.#voices.splice(at, 0, { start, end, statement, outer });
  }

  /** The innermost voice that holds `span`, sought from the voice at `index` outwards. */
  #holder(index: number, span: Span): Voice | undefined {
    let voice = itemAt(this.#voices, index);
    for (let depth = 0; voice && depth < DEEPEST; depth += 1) {
      if (voice.end >= span.end) return voice;
      voice = voice.outer;
    }
    return undefined;
  }

  /** @param speaker  of the statement that is made at `anchor`: nobody is the source of what he says himself (据甲消息，甲宣布…). */
  of(anchor: Span, speaker?: Span): Source {
    const voice = this.#holder(countBefore(this.#voices, anchor.start + 1) - 1, anchor);
    const bare = this.#bareAt(anchor);
    const attribution = bare && (!voice || (bare.start > voice.start && !bare.cited)) ? bare.source : voice?.statement.speaker;
    const own = attribution && speaker && this.#textOf(attribution) === this.#textOf(speaker);
    return { attribution: own ? undefined : attribution, within: voice?.statement };
  }

  #textOf({ start, end }: Span): string {
    return this.#folded.slice(start, end);
  }

  #bareAt(anchor: Span): BareSource | undefined {
    const source = itemAt(this.#bare, countBefore(this.#bare, anchor.start + 1) - 1);
    return source && source.end >= anchor.end ? source : undefined;
  }
}
