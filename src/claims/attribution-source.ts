import type { Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import { nounPhraseEnd } from "../syntax/phrase.js";
import type { Word } from "../syntax/word.js";
import type { Reading } from "./draft.js";
import { firstOf, SpeakerFinder } from "./statement-speaker.js";

/** A source that no statement is made of (根据X的数据, 数据显示), and the stretch it answers for. */
export interface BareSource extends Span {
  readonly source: Span;
  /** Reaches over its sentence until somebody speaks. */
  readonly open: boolean;
}

/** Sources named beside what they say without a cue, in text order. */
export function findBareSources({ analysis, antecedents }: Reading): BareSource[] {
  const { document, clauses } = analysis;
  const speakers = new SpeakerFinder(document.folded, antecedents);
  const sources: BareSource[] = [];
  const paragraphEnd: number[] = [];
  for (const { paragraph, end } of document.sentences) paragraphEnd[paragraph] = end;
  for (const clause of clauses) {
    if (clause.words.length > LONGEST) continue;
    const data = dataShown(clause, speakers);
    if (data) sources.push({ ...data, end: paragraphEnd[clause.sentence.paragraph] ?? clause.sentence.end, open: true });
    else {
      const basis = basisNamed(clause, speakers);
      if (basis) sources.push({ ...basis, end: clause.sentence.end, open: false });
    }
  }
  return sources;
}

/** No clause of prose has so many words. */
const LONGEST = 300;

type Found = Pick<BareSource, "start" | "source">;

/** 数据显示, 公开资料显示. */
function dataShown(clause: Clause, speakers: SpeakerFinder): Found | undefined {
  const at = clause.words.findIndex((word) => word.lexeme?.cue?.use === "show");
  const cue = clause.words[at];
  const speaker = cue && speakers.before(clause, at);
  return cue && speaker?.kind === "data" ? { start: cue.end, source: speaker.span } : undefined;
}

/** 据X, 根据X的数据, 据X了解, 根据X公布的年报. */
function basisNamed(clause: Clause, speakers: SpeakerFinder): Found | undefined {
  const { words } = clause;
  const at = firstOf({ ...clause, frames: [] }, words.length);
  const basis = words.slice(0, at + 1).findLastIndex((word) => word.lexeme?.preposition === "basis");
  if (basis < 0) return undefined;
  const frame = clause.frames.find(({ from }) => from === basis);
  const whole = clause.closing?.kind === "comma" && words.at(-1)?.lexeme?.source !== undefined && words.at(-1)?.lexeme?.cue === undefined;
  const verb = words.findIndex((word, i) => i > basis && word.lexeme?.cue && words[i + 1]?.kind !== "de");
  // 据X数据显示 is a statement.
  if (verb >= 0 && words[verb]?.lexeme?.cue?.use !== "source") return undefined;
  const to = verb >= 0 ? verb : whole ? words.length : Math.max(frame?.object.to ?? 0, nounPhraseEnd(words, basis + 1));
  const source = sourceIn(words, basis + 1, to, verb >= 0 && words[verb]?.lexeme?.cue?.use === "source", speakers, clause);
  return source && { start: words[to - 1]?.end ?? clause.end, source };
}

function sourceIn(words: readonly Word[], from: number, to: number, learnt: boolean, speakers: SpeakerFinder, clause: Clause): Span | undefined {
  const head = words[to - 1];
  if (!head) return undefined;
  const named = words.slice(from, to).findLast((word) => word.kind === "name");
  const kind = head.lexeme?.source;
  const whole = { start: words[from]?.start ?? head.start, end: head.end };
  if (head.kind === "name") return head.mention?.type === "location" && !learnt ? undefined : spanOf(head);
  if (learnt) return named && spanOf(named);
  if (kind === "data" || kind === "study") {
    if (named) return spanOf(named);
    const body = words.slice(from, to - 1).find((word) => word.lexeme?.source === "body" || word.lexeme?.source === "person");
    return body ? spanOf(body) : (speakers.phrase(clause, to - 1, from)?.span ?? whole);
  }
  return kind === "paper" || kind === "notice" ? whole : undefined;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
