import type { Sentence, Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { nounPhraseEnd } from "../syntax/phrase.js";
import type { Word } from "../syntax/word.js";
import type { Reading } from "./draft.js";
import { firstOf, SpeakerFinder } from "./statement-speaker.js";

/** A source that no statement is made of (根据X的数据, 数据显示), and the stretch it answers for. */
export interface BareSource extends Span {
  readonly source: Span;
  /** A rule or agreement: gives way to whoever cites it. */
  readonly cited: boolean;
}

type Found = Pick<BareSource, "start" | "source" | "cited">;

/** No clause of prose has so many words. */
const LONGEST = 300;
/** Cues that end what bare data answer for. */
const SPEAKS = new Set(["say", "tell", "announce", "show"]);

/** Sources named beside what they say without a cue, in text order. */
export function findBareSources({ analysis, antecedents }: Reading): BareSource[] {
  const speakers = new SpeakerFinder(analysis.document.folded, antecedents);
  const sources: BareSource[] = [];
  let open: Sentence | undefined;
  for (const [sentence, clauses] of clausesBySentence(analysis.clauses)) {
    // 数据显示 answers for the sentences that follow, too, until somebody speaks.
    const last = sources.at(-1);
    if (last && open?.paragraph === sentence.paragraph && !clauses.some(speaks)) sources[sources.length - 1] = { ...last, end: sentence.end };
    else open = undefined;
    for (const clause of clauses) {
      if (clause.words.length > LONGEST) continue;
      const data = dataShown(clause, speakers);
      const found = data ?? basisNamed(clause, speakers);
      if (found) {
        sources.push({ ...found, end: sentence.end });
        open = data ? sentence : undefined;
      }
    }
  }
  return sources;
}

function* clausesBySentence(clauses: readonly Clause[]): Generator<readonly [Sentence, readonly Clause[]]> {
  for (let from = 0; from < clauses.length; ) {
    const sentence = clauses[from]?.sentence;
    let to = from + 1;
    while (to < clauses.length && clauses[to]?.sentence === sentence) to += 1;
    if (sentence) yield [sentence, clauses.slice(from, to)];
    from = to;
  }
}

const speaks = ({ words, cues }: Clause): boolean => cues.some((at) => SPEAKS.has(words[at]?.lexeme?.cue?.use ?? ""));

/** 数据显示, 公开资料显示. */
function dataShown(clause: Clause, speakers: SpeakerFinder): Found | undefined {
  const at = clause.cues.find((i) => clause.words[i]?.lexeme?.cue?.use === "show");
  if (at === undefined) return undefined;
  const cue = clause.words[at];
  const speaker = speakers.before(clause, at);
  return cue && speaker?.kind === "data" ? { start: cue.end, source: speaker.span, cited: false } : undefined;
}

/** 据X, 根据X的数据, 据X了解, 根据X公布的年报. */
function basisNamed(clause: Clause, speakers: SpeakerFinder): Found | undefined {
  const { words } = clause;
  const at = firstOf(clause, words.length, []);
  let basis = Math.min(at, words.length - 1);
  while (basis >= 0 && words[basis]?.lexeme?.preposition !== "basis") basis -= 1;
  if (basis < 0) return undefined;
  // 根据相关规定，: at the end of its clause a paper is no cue.
  const isPaperAt = (i: number): boolean => i === words.length - 1 && words[i]?.lexeme?.source === "paper" && clause.closing?.kind === "comma";
  const verb = words.findIndex((word, i) => i > basis && word.lexeme?.cue && words[i + 1]?.kind !== "de" && !isPaperAt(i));
  const learnt = verb >= 0 && words[verb]?.lexeme?.cue?.use === "source" && !words[verb]?.lexeme?.source;
  // 据X数据显示, 据X消息: a statement.
  if (verb >= 0 && !learnt) return undefined;
  const frame = clause.frames.find(({ from }) => from === basis);
  const whole = clause.closing?.kind === "comma" && words.at(-1)?.lexeme?.source !== undefined;
  const to = learnt ? verb : whole ? words.length : Math.max(frame?.object.to ?? 0, nounPhraseEnd(words, basis + 1));
  const head = words[to - 1];
  const source = head && sourceIn(clause, basis + 1, to, learnt, speakers);
  return source && { start: head.end, source, cited: head.lexeme?.source === "paper" };
}

/** Whom the words `[from, to)` behind 据 name: a body, the body whose data they are, or the paper itself. */
function sourceIn(clause: Clause, from: number, to: number, learnt: boolean, speakers: SpeakerFinder): Span | undefined {
  const phrase = clause.words.slice(from, to);
  const head = phrase.at(-1);
  const first = phrase[0];
  if (!head || !first) return undefined;
  if (head.kind === "name") return head.type === "location" && !learnt ? undefined : spanOf(head);
  const named = phrase.findLast((word) => word.kind === "name");
  if (learnt) return named && spanOf(named);
  const kind = head.lexeme?.source;
  // 据某某专业版，: whatever stands alone between 据 and the comma is the source.
  const isBare = !learnt && kind === undefined && clause.words[from - 1] === clause.words[0] && to === clause.words.length && clause.closing?.kind === "comma" && phrase.every((word) => word.kind === "noun" && !word.lexeme?.modal);
  if (isBare && first.start - (clause.words[from - 1]?.start ?? 0) === 1) return { start: first.start, end: head.end };
  if (kind === "paper" || kind === "notice") return { start: first.start, end: head.end };
  if (kind !== "data" && kind !== "study") return undefined;
  const body = named ?? phrase.slice(0, -1).find(isBody);
  return body ? spanOf(body) : speakers.phrase(clause, to - 1, from)?.span;
}

const isBody = ({ lexeme }: Word): boolean => lexeme?.source === "body" || lexeme?.source === "person";

const spanOf = ({ start, end }: Span): Span => ({ start, end });
