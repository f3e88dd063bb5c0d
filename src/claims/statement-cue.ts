import type { CueWord } from "../lexicon/lexeme.js";
import { countBefore, type Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { nounPhraseEnd } from "../syntax/phrase.js";
import type { Word } from "../syntax/word.js";
import type { Reading } from "./draft.js";
import { firstOf, headBefore, type Speaker, type SpeakerKind } from "./statement-speaker.js";
import { SubjectFinder } from "./statement-subject.js";
import { followsVerb, isNoCue, isTail, leadsToPaper, opens, publishes, rumourStart } from "./statement-use.js";

/** A cue that says somebody speaks, before it is known what is said. */
export interface Saying {
  readonly clause: Clause;
  /** Words `[from, to)` of the clause; both its length where the cue is the colon behind it. */
  readonly from: number;
  readonly to: number;
  readonly cue: Span;
  readonly use: CueWord["use"];
  readonly speaker: Span;
  /** Named in the same clause, not carried on from before. */
  readonly explicit: boolean;
  /** The cue stands in 据…报道, 从…获悉. */
  readonly source: boolean;
  /** Said of the one who is speaking: 我们认为. */
  readonly own: boolean;
}

type Verb = Exclude<CueWord["use"], "view" | "source" | "cite">;
type Candidate = Pick<Saying, "clause" | "from" | "to" | "cue" | "use">;
/** How a speaker was found. */
type Voiced = Pick<Saying, "explicit" | "source" | "own">;

const CARRIED: Voiced = { explicit: false, source: false, own: false };
const NAMED: Voiced = { explicit: true, source: false, own: false };
const OWN: Voiced = { explicit: true, source: false, own: true };
const SOURCE: Voiced = { explicit: true, source: true, own: false };

const said = ({ clause, from, to, cue, use }: Candidate, speaker: Span, { explicit, source, own }: Voiced): Saying => ({ clause, from, to, cue, use, speaker: spanOf(speaker), explicit, source, own });

/** No clause of prose has so many words; one that has is no text to read. */
const LONGEST = 300;
/** A source before a colon has no more. */
const LONGEST_SOURCE = 8;
/** How many words behind 报道 the reporter of a byline stands. */
const BYLINE = 2;

const MAY_SPEAK: Readonly<Record<Verb, ReadonlySet<SpeakerKind>>> = {
  say: new Set(["name", "anaphor", "person", "body", "paper", "word", "other"]),
  tell: new Set(["name", "anaphor", "person", "body"]),
  answer: new Set(["name", "anaphor", "person", "body"]),
  talk: new Set(["name", "anaphor", "person", "body", "paper"]),
  announce: new Set(["name", "anaphor", "person", "body"]),
  publish: new Set(["name", "anaphor", "person", "body"]),
  show: new Set(["name", "paper", "body"]),
  find: new Set(["name", "anaphor", "person", "body", "paper"]),
  judge: new Set(["name", "anaphor", "person", "body", "paper"]),
  urge: new Set(["name", "anaphor", "person", "body", "paper"]),
};

/** Finds every cue of a document that somebody speaks by, in text order. */
export function findSayings(reading: Reading): Saying[] {
  const finder = new CueFinder(reading);
  const sayings: Saying[] = [];
  for (const clause of reading.analysis.clauses) finder.read(clause, sayings);
  return sayings;
}

class CueFinder {
  readonly #subjects: SubjectFinder;
  #last: Saying | undefined;

  constructor(private readonly reading: Reading) {
    this.#subjects = new SubjectFinder(reading);
  }

  /** Adds the clause's own to the sayings so far. */
  read(clause: Clause, sayings: Saying[]): void {
    const { words } = clause;
    if (words.length > LONGEST) return;
    const known = sayings.length;
    const keep = (saying: Saying | undefined): void => {
      if (!saying) return;
      sayings.push(saying);
      this.#last = saying;
    };
    let to = 0;
    for (const from of clause.cues) {
      if (from < to) continue;
      to = cueEnd(words, from);
      keep(this.#saying(clause, from, to));
    }
    if (sayings.length === known) keep(this.#colon(clause));
  }

  #saying(clause: Clause, from: number, to: number): Saying | undefined {
    const { words } = clause;
    const [first, last] = [words[from], words[to - 1]];
    if (!first?.lexeme?.cue || !last) return undefined;
    const { use } = first.lexeme.cue;
    // 回应某报记者称: the cue is 称.
    const answers = to - from > 2 && !words[to - 2]?.lexeme?.cue && use !== "publish";
    const candidate: Candidate = { clause, from, to, use, cue: { start: answers ? last.start : first.start, end: last.end } };
    // X公布的营收 is no statement; X指出的那样 is, and so is 网友提出的“…”.
    if (words[to]?.kind === "de" && words[to + 1]?.kind !== "quote" && words[to + 1]?.kind !== "pronoun") return void this.reading.trace?.drop("statement", first, "background");
    const rumour = rumourStart(clause, from, to);
    if (rumour !== undefined) return said({ clause, from, to, use, cue: { start: words[rumour]?.start ?? first.start, end: last.end } }, first, NAMED);
    const inFrame = words[to]?.kind === "de" ? undefined : this.#subjects.inFrame(clause, from, use);
    if (inFrame === null || use === "source" || use === "view" || use === "cite") return inFrame ? said(candidate, speakerSpan(inFrame), SOURCE) : void this.reading.trace?.drop("statement", first, "speaker");
    if (inFrame) return said(candidate, speakerSpan(inFrame), SOURCE);
    return this.#spoken(candidate, use);
  }

  /** A cue that is its clause's verb. */
  #spoken(candidate: Candidate, use: Verb): Saying | undefined {
    const { clause, from, to } = candidate;
    const { words } = clause;
    const first = words[from];
    const next = this.#nextInSentence(clause);
    if (!first) return undefined;
    const { trace } = this.reading;
    if (isNoCue(clause, next, from, to) || leadsToPaper(clause, to)) return void trace?.drop("statement", first, "noun");
    if (use === "talk" && to - from < 2 && !opens(clause, to)) return void trace?.drop("statement", first, "content");
    if (use === "publish" && !publishes(clause, next, from, to)) return void trace?.drop("statement", first, "content");
    if ((use === "urge" || use === "judge") && to >= words.length && clause.closing?.kind === "stop") return void trace?.drop("statement", first, "content");
    if (use === "show" && (words[to]?.lexeme?.copula || words[to]?.lexeme?.preposition === "goal")) return undefined;
    const speaker = this.#subjects.of(clause, from, use);
    if (!speaker) return this.#unnamed(candidate, use, first);
    const head = words[speaker.to - 1];
    if (!MAY_SPEAK[use].has(speaker.kind) && !isUnknownBody(clause, speaker, from, to)) return void trace?.drop("statement", first, "speaker", speaker.span);
    if (speaker.kind === "other" && to - from < 2 && !opens(clause, to)) return undefined;
    // 本报记者某某报道, 某报报道 记者 某某: the outlet's own byline; 某社记者某某报道称 says what he reports.
    if (use === "announce" && to - from < 2 && [...words.slice(speaker.from, speaker.to), ...words.slice(to, to + BYLINE)].some((word) => word.lexeme?.source === "reporter")) return undefined;
    if (this.#quoted(first.start) !== this.#quoted(words[speaker.from]?.start ?? first.start)) return undefined;
    // 我们相信: of somebody who is not named, or of the one who is quoted.
    const own = head?.lexeme?.anaphor === "speaker";
    if (own && (this.#quoted(first.start) >= 0 || speaker.span.start === head.start)) return undefined;
    if (use === "judge" && first.lexeme?.modal && head?.type === "product") return undefined;
    return said(candidate, this.#subjects.described(speaker, clause, this.#last) ?? speaker.span, own ? OWN : NAMED);
  }

  /** What nobody is named to say continues an earlier voice; opinions and findings of nobody do not count. */
  #unnamed(candidate: Candidate, use: Verb, first: Word): Saying | undefined {
    const { clause, from, to, cue } = candidate;
    if (headBefore(clause, from) >= 0 && firstOf(clause, from) < from && !followsVerb(clause, from)) return undefined;
    if (use === "show" || use === "find" || (use === "judge" && !opens(clause, to) && first.lexeme?.modal)) return undefined;
    if (first.kind === "noun" && to - from < 2) return undefined;
    if (this.#quoted(first.start) >= 0 && this.#quoted(first.start) !== this.#quoted(clause.start)) return undefined;
    // 启动行动，要求…; but 他还呼吁… may follow an earlier sentence.
    const speaker = this.#subjects.carried(clause, this.#last, use === "urge" && from === 0);
    if (!speaker) return void this.reading.trace?.drop("statement", first, "speaker");
    if (this.#quoted(speaker.start) !== this.#quoted(first.start)) return undefined;
    if (cue.end - cue.start < 2 && !opens(clause, to) && speaker.start < clause.sentence.start) return undefined;
    return said(candidate, speaker, CARRIED);
  }

  #nextInSentence({ index, sentence }: Clause): Clause | undefined {
    const next = this.reading.analysis.clauses[index + 1];
    return next?.sentence === sentence ? next : undefined;
  }

  /** Which quote the offset lies in; -1 where it lies in none. */
  #quoted(offset: number): number {
    const { quotes } = this.reading.analysis;
    const opened = countBefore(quotes, offset + 1);
    for (let i = opened - 1; i >= Math.max(0, opened - 8); i -= 1) if ((quotes[i]?.end ?? 0) > offset) return i;
    return -1;
  }

  /** X：… where X is a name, or a described source of a named body. */
  #colon(clause: Clause): Saying | undefined {
    const { words, closing, sentence } = clause;
    if (closing?.kind !== "colon" || clause.start !== sentence.start || words.length > LONGEST_SOURCE || clause.host) return undefined;
    const speaker = this.#subjects.leading(clause);
    if (!speaker || speaker.to < words.length) return undefined;
    const named = words.some((word) => word.type === "organization" || word.type === "person");
    if (!named || (speaker.kind !== "name" && speaker.kind !== "person" && speaker.kind !== "body")) return undefined;
    return said({ clause, from: words.length, to: words.length, cue: spanOf(closing), use: "say" }, speaker.span, NAMED);
  }
}

/** Two cues side by side are one (补充说, 公告显示), and so is a body's act with its paper (发布补充公告称). */
function cueEnd(words: readonly Word[], at: number): number {
  let to = at + 1;
  const use = words[at]?.lexeme?.cue?.use;
  if (use === "publish") {
    let paper = to;
    while (paper < to + 3 && words[paper] && !words[paper]?.mention && words[paper]?.kind !== "de" && words[paper]?.lexeme?.source !== "notice") paper += 1;
    if (words[paper]?.lexeme?.source === "notice") to = paper + 1;
  }
  while (use !== "show" && isTail(words[to])) to += 1;
  // 回应某报记者称
  const told = use === "answer" || use === "tell" ? nounPhraseEnd(words, to) : to;
  return told > to && isTail(words[told]) ? told + 1 : to;
}

/** A body whose name is not known: it opens the clause with an act of bodies (某交易所发布通知，; 某公司公告，). */
function isUnknownBody(clause: Clause, { kind, span, from }: Speaker, at: number, to: number): boolean {
  const cue = clause.words[at];
  const use = cue?.lexeme?.cue?.use;
  if (!cue || kind !== "other" || (use !== "announce" && use !== "publish") || from !== firstOf(clause, at)) return false;
  return to - at > 1 || (opens(clause, to) && (span.end < cue.start || cue.kind === "verb" || span.end - span.start > 3));
}

const speakerSpan = (found: Speaker | Span): Span => ("span" in found ? found.span : found);
const spanOf = ({ start, end }: Span): Span => ({ start, end });
