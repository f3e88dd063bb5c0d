import { countWhile, itemAt, type Document, type Sentence, type Span } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import { isAdverbial, nounPhraseEnd } from "../syntax/phrase.js";
import type { Quote } from "../syntax/quote.js";
import { dateOf, type Word } from "../syntax/word.js";
import type { Antecedents } from "./antecedent.js";
import type { Saying } from "./statement-cue.js";
import { SpeechFinder } from "./statement-quote.js";
import { isTail } from "./statement-use.js";

/** What a saying says. */
export interface Said {
  readonly saying: Saying;
  readonly content: Span | undefined;
  readonly direct: boolean;
  /** Quoted words of the same speaker before the cue, where the content stands behind it. */
  readonly before: Span | undefined;
}

const said = (saying: Saying, content: Span | undefined, direct: boolean, before?: Span): Said => ({ saying, content, direct, before });

const SKIPPED = /[\s,，:：]/;
/** 该公司, 这家公司: how others speak of it. */
const OTHERS = new Set("该这");
/** No sentence of prose has so many clauses. */
const LONGEST = 60;
/** Nobody speaks for so many sentences of a paragraph. */
const SENTENCES = 100;

/** Finds what each saying says: quoted words beside it, or what follows for as long as the same voice goes on. */
export class ContentReader {
  readonly #text: string;
  readonly #document: Document;
  readonly #clauses: readonly Clause[];
  readonly #speeches: SpeechFinder;
  readonly #firstClause: (Clause | undefined)[] = [];
  /** Where the contents found so far end. */
  #claimed = 0;
  /** Where the quote begins that the last saying took from the next sentence. */
  #quotedLast = -1;

  constructor(
    analysis: Analysis,
    private readonly antecedents: Antecedents,
    private readonly sayings: readonly Saying[],
  ) {
    this.#document = analysis.document;
    this.#text = analysis.document.text;
    this.#clauses = analysis.clauses;
    this.#speeches = new SpeechFinder(analysis);
    for (const clause of analysis.clauses) if (clause.words.length > 0) this.#firstClause[clause.sentence.index] ??= clause;
  }

  /** Contents in the order of the sayings; `outer` is what holds the saying itself. */
  read(at: number, outer?: Span): Said | undefined {
    const saying = this.sayings[at];
    if (!saying) return undefined;
    const found = withWords(this.#read(saying, at, outer));
    if (found?.content) this.#claimed = Math.max(this.#claimed, found.content.end);
    // 就此作出回应。“…”某局称: both cues say it.
    this.#quotedLast = found?.direct && !this.#beginsWithQuote(saying) ? (found.content?.start ?? -1) : -1;
    return found;
  }

  #read(saying: Saying, at: number, outer: Span | undefined): Said | undefined {
    const { clause } = saying;
    const before = this.#speeches.before(clause, this.#claimed, this.#quotedLast);
    const start = this.#start(saying);
    if (start === undefined) {
      if (before) return said(saying, before, true);
      const next = this.#inNextSentence(saying);
      if (next) return next;
      const words = this.#wordsBefore(saying, at);
      if (words) return said(saying, words, false);
      return this.#isNegated(saying) ? said(saying, undefined, false) : undefined;
    }
    const speech = this.#speeches.at(start);
    if (speech) return said(saying, speech, true, before);
    const content = this.#speeches.trim({ start, end: this.#end(saying, at, start, outer) });
    if (content.end <= content.start || !/[\p{L}\p{N}]/u.test(this.#text.slice(content.start, Math.min(content.end, content.start + 40)))) return before ? said(saying, before, true) : undefined;
    const colon = this.#speeches.afterColon(content);
    return said(saying, colon ?? content, colon !== undefined, before);
  }

  /** Where the words that follow the cue begin; nothing where its sentence ends with it. */
  #start(saying: Saying): number | undefined {
    const { clause, to, use, cue } = saying;
    const { words, sentence } = clause;
    let from = to;
    while (words[from]?.kind === "aspect" || (from === to && words[from]?.kind === "de")) from += 1;
    const told = use === "tell" ? this.#quoteBehind(words, nounPhraseEnd(words, from)) : from;
    if (told >= words.length || words[told]?.kind === "quote") from = told;
    // 回应质疑，…; 发布业绩预告，…: what is said follows the object. 公告称将… says it at once.
    const atOnce = to - saying.from > 1 && isTail(words[to - 1]) && words[to - 1]?.lexeme?.source === undefined;
    if (((use === "publish" && !atOnce) || (use === "answer" && to - saying.from < 2)) && words[from]?.kind !== "quote") from = words.length;
    let start = Math.max(cue.end, words[from]?.start ?? clause.closing?.start ?? clause.end);
    while (start < sentence.end && SKIPPED.test(this.#text[start] ?? "")) start += 1;
    return start >= sentence.end || /[。！？!?…；;）)”’」』]/.test(this.#text[start] ?? "") ? undefined : start;
  }

  /** 告诉记者 “…”: a space may part the quote from whom it is said to. */
  #quoteBehind(words: readonly Word[], at: number): number {
    const [space, quote] = [words[at], words[at + 1]];
    return space?.kind === "other" && quote?.kind === "quote" && this.#text.slice(space.start, space.end).trim() === "" ? at + 1 : at;
  }

  #beginsWithQuote({ clause, to }: Saying): boolean {
    return to < clause.words.length || clause.closing?.kind !== "stop";
  }

  /** 就此作出回应。“…” and 发布业绩预告。… : what is said follows as a sentence of its own. */
  #inNextSentence(saying: Saying): Said | undefined {
    const { clause, use } = saying;
    const next = this.#document.sentences[clause.sentence.index + 1];
    if (!next || next.paragraph !== clause.sentence.paragraph) return undefined;
    const quote = this.#speeches.quoteAt(next.start + 1);
    if (quote && use !== "publish") return said(saying, this.#speeches.trim({ start: quote.start, end: this.#speeches.lastOf(quote).end }), true);
    if (use !== "publish" || this.#sayingIn(next)) return undefined;
    return said(saying, this.#speeches.trim({ start: next.start, end: this.#goOn(saying, next) }), false);
  }

  /** 大桥已经通车，市长说。 */
  #wordsBefore({ clause, use, explicit }: Saying, at: number): Span | undefined {
    const { sentence } = clause;
    if (!explicit || (use !== "say" && use !== "judge") || clause.closing?.kind === "comma" || clause.start <= sentence.start) return undefined;
    if (this.sayings[at - 1]?.clause.sentence === sentence || this.#isNegated({ clause })) return undefined;
    return this.#speeches.trim({ start: sentence.start, end: clause.start - 1 });
  }

  #isNegated({ clause }: Pick<Saying, "clause">): boolean {
    return clause.negations.length > 0;
  }

  /** Where indirect words end: at another voice, else with their sentence, or later. */
  #end(saying: Saying, at: number, start: number, outer: Span | undefined): number {
    const { sentence, host } = saying.clause;
    const limit = Math.min(outer?.end ?? Infinity, host ? this.#bracketEnd(saying.clause) : Infinity);
    const turn = this.#turnIn(saying.clause);
    for (let i = at + 1; i < Math.min(this.sayings.length, at + LONGEST); i += 1) {
      const other = this.sayings[i];
      if (!other || (turn && turn.start <= other.clause.start) || other.clause.sentence !== sentence || other.clause.start >= limit) break;
      if (this.#holds(saying, start, other) || isOwnForecast(other, saying.speaker, this.#text)) continue;
      if (other.clause.start > start) return Math.min(limit, other.clause.start - 1);
      return other.clause === saying.clause ? Math.min(limit, other.cue.start) : start;
    }
    if (turn && turn.start > start) return Math.min(limit, turn.start - 1);
    if (saidInPassing(saying, start)) return Math.min(limit, saying.clause.end);
    return Math.min(limit, goesOn(saying) && (saying.use !== "publish" || tells(saying) || this.#leads(saying.clause)) ? this.#goOn(saying, sentence) : sentence.end);
  }

  /** Where the bracket ends that the clause stands in: who speaks in it says nothing behind it (【某报讯】). */
  #bracketEnd({ index, host }: Clause): number {
    let last = index;
    while (this.#clauses[last + 1]?.host === host) last += 1;
    return this.#clauses[last]?.end ?? Infinity;
  }

  /** The clause opens its paragraph; a notice told elsewhere, or as learnt by the outlet (记者获悉，某公司公示，…), is one sentence. */
  #leads({ index, sentence }: Clause): boolean {
    if (itemAt(this.#document.sentences, sentence.index - 1)?.paragraph === sentence.paragraph) return false;
    for (let i = index - 1; i >= index - LONGEST && this.#clauses[i]?.sentence === sentence; i -= 1) if (this.#clauses[i]?.cues.some((at) => this.#clauses[i]?.words[at]?.lexeme?.cue?.use === "source")) return false;
    return true;
  }

  /** A later clause of the sentence that names another source (但据某报了解，…). */
  #turnIn(from: Clause): Clause | undefined {
    for (let i = from.index + 1; i < Math.min(this.#clauses.length, from.index + LONGEST); i += 1) {
      const clause = this.#clauses[i];
      if (!clause || clause.sentence !== from.sentence) return undefined;
      const basis = clause.words.slice(0, 2).some((word) => word.lexeme?.preposition === "basis");
      if (basis && clause.words.at(-1)?.lexeme?.cue?.use === "source" && clause.words.some((word) => word.kind === "name")) return clause;
    }
    return undefined;
  }

  /** Whether the other saying is part of what is said, not a further voice beside it. */
  #holds(saying: Saying, start: number, other: Saying): boolean {
    if (!other.explicit || other.speaker.start === saying.speaker.start) return false;
    // 甲社称，…；乙社则报道，…: two voices side by side.
    if (!isReport(saying) && this.#text[other.clause.start - 1] === "；") return false;
    return isReport(saying) || other.clause.start <= start || other.use === "announce" || other.use === "publish" || other.use === "urge";
  }

  /** End of the last sentence that still belongs to what is said. */
  #goOn(saying: Saying, from: Sentence): number {
    let last = from;
    const { sentences } = this.#document;
    const later = this.#sayingAfter(from, saying);
    for (let i = from.index + 1; i < Math.min(sentences.length, from.index + SENTENCES); i += 1) {
      const sentence = sentences[i];
      if (!sentence || sentence.paragraph !== from.paragraph || (later && later.clause.sentence.index <= i)) break;
      if (this.#turns(saying, sentence, later !== undefined)) break;
      const quote = this.#speeches.quoteAt(sentence.start + 1);
      if (quote && !isReport(saying)) return this.#speeches.lastOf(quote).end;
      last = sentence;
    }
    return last.end;
  }

  /** Whether the sentence leaves the voice of the saying. */
  #turns(saying: Saying, sentence: Sentence, spokenLater: boolean): boolean {
    const clause = this.#firstClause[sentence.index];
    const first = clause?.words[0];
    if (!clause || !first || clause.host) return true;
    if (first.kind === "quote") {
      const quote = this.#speeches.quoteAt(first.end);
      return !quote || isReport(saying) || (spokenLater && this.#isFollowedByCue(quote));
    }
    // 据某报: another source; 另据了解 after a notice: the outlet's own voice.
    if (first.lexeme?.preposition === "basis" && (saying.use === "publish" || clause.words.some((word) => word.kind === "name"))) return true;
    const subject = this.antecedents.subjectOf(clause);
    const speaker = saying.speaker;
    const named = subject && this.#text.slice(subject.start, subject.end) === this.#text.slice(speaker.start, speaker.end) && subject.start >= sentence.start;
    if (named && !saying.source) return true;
    if (isReport(saying)) return false;
    if (this.#tellsOf(clause, speaker)) return true;
    const isOwn = clause.words.some((word) => word.lexeme?.anaphor === "organization" && word.end - word.start === 2) || first.lexeme?.modal !== undefined;
    if (spokenLater) return !isOwn;
    return first.type === "date" && (first.end - first.start > 6 || (isDay(first) && ![clause, this.#clauses[clause.index + 1]].some((part) => part?.sentence === sentence && part.modals.length > 0))) && !isOwn;
  }

  /** 该公司成立于2001年, 他还担任会长: about the speaker, in the words of somebody else. */
  #tellsOf({ words }: Clause, speaker: Span): boolean {
    const word = words.find((other) => !isAdverbial(other) && other.kind !== "conjunction");
    const anaphor = word?.lexeme?.anaphor;
    if (!word || !(anaphor === "person" || (anaphor === "organization" && OTHERS.has(this.#text[word.start] ?? "")))) return false;
    const span = this.antecedents.resolve(word);
    return span === undefined || this.#text.slice(span.start, span.end) === this.#text.slice(speaker.start, speaker.end);
  }

  /** A clause with a cue begins right behind the quote: “…。”某某说。 */
  #isFollowedByCue(quote: Quote): boolean {
    const last = this.#speeches.lastOf(quote);
    const next = this.sayings[countBefore(this.sayings, last.end)];
    return next !== undefined && next.clause.start <= last.end + 3;
  }

  #sayingIn(sentence: Sentence): Saying | undefined {
    const saying = this.sayings[countBefore(this.sayings, sentence.start)];
    return saying?.clause.sentence === sentence ? saying : undefined;
  }

  /** The first saying behind `sentence` in the same paragraph; a report's own forecasts do not count. */
  #sayingAfter(sentence: Sentence, outer: Saying): Saying | undefined {
    let at = countBefore(this.sayings, sentence.end);
    const last = at + LONGEST;
    while (at < last && isReport(outer) && this.sayings[at] && isOwnForecast(this.sayings[at] as Saying, outer.speaker, this.#text)) at += 1;
    const saying = this.sayings[at];
    return saying?.clause.sentence.paragraph === sentence.paragraph ? saying : undefined;
  }
}

/** An empty quotation, or one that the text ends in, says nothing. */
function withWords(found: Said | undefined): Said | undefined {
  if (!found?.content || found.content.end > found.content.start) return found;
  const { saying, before } = found;
  return before && before.end > before.start ? said(saying, before, true) : undefined;
}

/** 6月12日, 周四: a day that the text goes on with, where nothing is announced for it. */
const isDay = (word: Word): boolean => /^[\dX]{4}-[\dX]{2}-\d{2}/.test(dateOf(word)?.value ?? "");

/** 发文称，…: as much as anybody may say. */
const tells = ({ clause: { words }, from, to }: Saying): boolean => to - from > 1 && to >= words.length && isTail(words[to - 1]);

/** A paper's report or a body's notice, which goes on to where the text turns to another source. */
const isReport = ({ use, source }: Saying): boolean => source || use === "publish";

/** An announcement, demand or forecast is one sentence; what somebody says or thinks may be more. */
const goesOn = (saying: Saying): boolean => saying.source || !(saying.use === "announce" || saying.use === "urge" || saying.use === "find" || isForecast(saying));

/** 尽管央行表态工具箱可以开大，信号…: a subordinate clause says no more than itself. */
const saidInPassing = ({ clause, to }: Saying, start: number): boolean =>
  clause.words[0]?.tag === "c" && !clause.words[0].lexeme?.source && to < clause.words.length && start < clause.end && clause.start === clause.sentence.start && !startsAfresh(clause.words[0]);

/** 但, 不过 and the like open a main clause. */
const startsAfresh = (word: Word): boolean => word.end - word.start < 2;

const isForecast = ({ clause, from, use }: Saying): boolean => use === "judge" && clause.words[from]?.lexeme?.modal !== undefined;

/** 公司预计, 欧盟提议 in the own announcement of whom it is said is no statement of its own. */
export const isOwnForecast = (saying: Saying, speaker: Span | undefined, text: string): boolean =>
  (isForecast(saying) || isProposal(saying)) && speaker !== undefined && text.slice(saying.speaker.start, saying.speaker.end) === text.slice(speaker.start, speaker.end);

const isProposal = ({ clause, from, use }: Saying): boolean => use === "urge" && clause.words[from]?.lexeme?.modal?.modality === "planned";

/** How many sayings' clauses begin before `offset`. */
function countBefore(sayings: readonly Saying[], offset: number): number {
  return countWhile(sayings.length, (i) => (sayings[i]?.clause.start ?? 0) < offset);
}
