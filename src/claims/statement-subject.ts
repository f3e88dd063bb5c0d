import type { CueWord } from "../lexicon/lexeme.js";
import { itemAt, type Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import type { Word } from "../syntax/word.js";
import type { Reading } from "./draft.js";
import { firstOf, SpeakerFinder, type Speaker, type SpeakerKind } from "./statement-speaker.js";
import { opens } from "./statement-use.js";

/** Who spoke last, and where. */
export interface Voice {
  readonly clause: Clause;
  readonly speaker: Span;
}

/** How many sentences later a voice may be taken up again without its name. */
const CARRIED = 8;
const THINKERS: ReadonlySet<SpeakerKind> = new Set<SpeakerKind>(["name", "person", "body", "anaphor"]);
const IMPERSONAL: ReadonlySet<SpeakerKind> = new Set<SpeakerKind>(["paper", "data", "word"]);
/** Cues whose subject may be the object of another verb: 让投资者相信. */
const EMBEDDED: ReadonlySet<CueWord["use"]> = new Set<CueWord["use"]>(["judge", "urge", "show", "find"]);

/** Finds the subject of a cue: before it, at the head of its clause, in a frame (据X报道), or carried on from before. */
export class SubjectFinder {
  readonly #speakers: SpeakerFinder;

  constructor(private readonly reading: Reading) {
    this.#speakers = new SpeakerFinder(reading.analysis.document.folded, reading.antecedents);
  }

  /** The noun phrase that the clause begins with. */
  leading(clause: Clause, before?: number): Speaker | undefined {
    return this.#speakers.leading(clause, before);
  }

  /** The subject in the clause of the cue `words[at]`. */
  of(clause: Clause, at: number, use: CueWord["use"]): Speaker | undefined {
    const { words } = clause;
    const near = this.#speakers.before(clause, at);
    if (!near) return this.#lead(clause, at) ?? this.#described(clause, at);
    const before = itemAt(words, near.from - 1);
    const none: Speaker = { ...near, kind: "other" };
    if (before?.lexeme?.cue?.use === "cite") return this.of(clause, near.from - 1, use);
    // 利率预期, 招标公告: the cue heads a compound noun.
    if (near.kind === "other" && near.to === at && (use !== "say" || words[at]?.kind === "noun")) return near;
    // 公司致信股东表示: the phrase before the cue is another verb's object.
    const isObject = before?.kind === "verb" && !before.lexeme?.cue && !before.lexeme?.having && !before.lexeme?.light;
    const isBareForecast = at + 1 >= words.length && words[at]?.lexeme?.modal !== undefined;
    // 符合市场预期，…
    if (isBareForecast && (isObject || (near.kind !== "name" && hasVerb(words.slice(firstOf(clause, at), near.to))))) return none;
    // 确保通知要求落实
    if (isObject && IMPERSONAL.has(near.kind)) return this.#lead(clause, at) ?? none;
    if (isObject ? THINKERS.has(near.kind) && EMBEDDED.has(use) : near.kind !== "other" || use === "say") return near;
    return this.#lead(clause, at) ?? near;
  }

  /** 由某某牵头的课题组认为: the frame ends in 的 and what it describes. */
  #described(clause: Clause, at: number): Speaker | undefined {
    const { words, frames } = clause;
    const frame = frames.find((f) => f.to === at);
    const de = frame ? lastBefore(words, at, (word) => word.kind === "de") : -1;
    if (!frame || de <= frame.from || words[de - 1]?.kind !== "verb") return undefined;
    const speaker = this.#speakers.phrase(clause, at - 1, de + 1);
    return speaker && speaker.kind !== "other" ? { ...speaker, span: { start: words[frame.from]?.start ?? speaker.span.start, end: speaker.span.end } } : undefined;
  }

  #lead(clause: Clause, at: number): Speaker | undefined {
    const leading = this.#speakers.leading(clause, at);
    return leading && (THINKERS.has(leading.kind) || leading.kind === "word") ? leading : undefined;
  }

  /** 据X报道, 从X获悉, 在X看来: `null` where such a frame names nobody whose statement it would be, nothing where there is no such frame. */
  inFrame(clause: Clause, at: number, use: CueWord["use"]): Speaker | Span | null | undefined {
    const { words, frames } = clause;
    if (use === "view") {
      const open = lastBefore(words, at, (word) => word.lexeme?.preposition === "place");
      return open < 0 || open + 1 >= at ? null : (this.#speakers.phrase(clause, at - 1, open + 1) ?? null);
    }
    const basis = lastBefore(words, at, (word) => word.lexeme?.preposition === "basis");
    // 按照要求, 按照预期前进
    if (basis >= 0 && (use === "urge" || (use === "judge" && !opens(clause, at + 1)) || use === "cite" || words[at]?.lexeme?.source === "paper")) return null;
    if (basis >= 0 && (firstOf(clause, at, []) >= basis || words[basis - 1]?.lexeme?.relation === "byline")) return this.#onBasis(clause, basis, at, use);
    if (use !== "source") return undefined;
    const from = frames.find((frame) => frame.preposition.lexeme?.preposition === "source" && frame.to <= at);
    return from && !isReport(words[at]) ? (this.#speakers.phrase(clause, from.object.to - 1, from.object.from) ?? null) : null;
  }

  #onBasis(clause: Clause, basis: number, at: number, use: CueWord["use"]): Speaker | Span | null | undefined {
    const { words } = clause;
    const speaker = this.#speakers.before(clause, at, clause.frames.filter((frame) => frame.from > basis));
    // 据报道: the report itself.
    if (!speaker || speaker.to - 1 <= basis) return basis === at - 1 ? (use === "announce" && words[at] ? words[at] : null) : undefined;
    if (use === "source" && !isReport(words[at])) return null;
    // 据某社援引知情人士报道
    const citing = itemAt(words, speaker.from - 1)?.lexeme?.cue?.use === "cite" ? this.#speakers.phrase(clause, speaker.from - 2, basis + 1) : undefined;
    if (citing) return citing;
    // 据X发布的最新数据显示
    const body = IMPERSONAL.has(speaker.kind) ? words[lastBefore(words, speaker.from, (word) => word.type === "organization" || word.type === "product")] : undefined;
    return body && body.start > (words[basis]?.start ?? 0) ? body : speaker;
  }

  /** 他 for somebody without a name who spoke before (一名供应商表示…他说). */
  described({ kind, span, to }: Speaker, clause: Clause, last: Voice | undefined): Span | undefined {
    const word = clause.words[to - 1];
    if (kind !== "anaphor" || word?.lexeme?.anaphor !== "person" || span.start !== word.start) return undefined;
    return last?.clause.sentence.paragraph === clause.sentence.paragraph ? last.speaker : undefined;
  }

  /** Whoever spoke or acted just before; `near`: acted in the same sentence. */
  carried(clause: Clause, last: Voice | undefined, near: boolean): Span | undefined {
    const { index, paragraph } = clause.sentence;
    if (last?.clause.sentence.index === index) return near ? undefined : last.speaker;
    for (let i = clause.index - 1; i >= clause.index - 3; i -= 1) {
      const before = itemAt(this.reading.analysis.clauses, i);
      if (!before || before.sentence !== clause.sentence) break;
      const subject = before.host ? undefined : this.#speakers.leading(before);
      if (subject && THINKERS.has(subject.kind) && (subject.kind !== "anaphor" || subject.span.start < before.start)) return subject.span;
    }
    const topic = this.reading.antecedents.topicBefore(clause, ["person", "organization", "location"]);
    if (topic && topic.start >= clause.sentence.start) return topic;
    if (near) return undefined;
    return last && last.clause.sentence.paragraph === paragraph && index - last.clause.sentence.index <= CARRIED ? last.speaker : topic;
  }
}

/** 据X消息 is X's statement; 据X了解 is not. */
const isReport = (word: Word | undefined): boolean => word?.lexeme?.source === "notice" || word?.lexeme?.source === "word";

/** 结果符合市场, 也不及市场; but not 有分析师. */
const hasVerb = (words: readonly Word[]): boolean => words.some((word) => word.kind === "verb" && !word.lexeme?.having);

function lastBefore(words: readonly Word[], at: number, test: (word: Word) => boolean): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word && test(word)) return i;
  }
  return -1;
}
