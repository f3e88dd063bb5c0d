import type { Sentence, Span } from "../model/index.js";
import { findAsides } from "./brackets.js";
import { Kind, kindAt } from "./characters.js";
import { endsAtDot, endsAtMark, parts, partsAtSpace } from "./stops.js";

/**
 * Sentences end at 。！？ and the quotes and brackets that close behind them, at a full stop that is no decimal point and no
 * abbreviation's, and at every line break. What stands in brackets ends nothing, unless it is longer than an aside or its
 * bracket never closes. A space between two long stretches of a headline ends a clause. A closing quote with a pause behind it (`。”，他说`) does not end the sentence either.
 *
 * @param names  Stretches that are one name each, in order: their marks mean nothing (Yahoo!, 谁说的？).
 */
export function splitSentences(text: string, names: readonly Span[] = []): Sentence[] {
  const splitter = new Splitter(text, names);
  let line = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const kind = kindAt(text, i);
    // Two ideographic spaces inside a line: the indent of a paragraph whose line break was lost.
    const indent = kind === Kind.WideSpace && kindAt(text, i + 1) === Kind.WideSpace;
    if (kind !== Kind.LineBreak && !indent) continue;
    splitter.splitLine(line, i);
    line = i + 1;
  }
  return splitter.sentences;
}

/** Up to so many characters in quotes can be a name in the sentence around them: 对“何时上市？”的回应. */
const QUOTED_NAME = 20;

const isSpace = (kind: Kind): boolean => kind === Kind.Space || kind === Kind.WideSpace || kind === Kind.LineBreak;

class Splitter {
  readonly sentences: Sentence[] = [];
  private paragraph = 0;
  private clauses: Span[] = [];
  private name = 0;

  constructor(
    private readonly text: string,
    private readonly names: readonly Span[],
  ) {}

  splitLine(from: number, to: number): void {
    const { text } = this;
    const before = this.sentences.length;
    let asides: ReturnType<typeof findAsides> | null = null;
    let start = from;
    let clause = from;
    let inStraightQuote = false;
    let quote = -1;
    for (let i = from; i < to; ) {
      const past = this.pastName(i);
      if (past > i) {
        i = past;
        continue;
      }
      const kind = kindAt(text, i);
      if (kind === Kind.StraightQuote) inStraightQuote = !inStraightQuote;
      else if (kind === Kind.OpenQuote) quote = i;
      else if (kind === Kind.Open) {
        if (asides === null) asides = findAsides(text, i, to);
        const close = asides?.get(i) ?? i;
        // A whole sentence in brackets is one: （此前，公司曾否认。）
        if (kindAt(text, close - 1) !== Kind.Stop || i > start) i = close;
      } else if (kind >= Kind.Stop && kind <= Kind.Dot) {
        const [parted, ended] = this.judge(kind, i, start, to);
        if (parted) {
          const [end, straight, stopped] = this.closeBehind(i, to, inStraightQuote, ended && !this.endsName(i, quote, start));
          if (straight) inStraightQuote = false;
          if (i > clause) this.clauses.push({ start: clause, end: i });
          clause = end;
          if (stopped) {
            this.push(start, end, clause);
            start = end;
          }
          i = end;
          continue;
        }
        if (kind === Kind.Ellipsis || kind === Kind.Dot) while (i + 1 < to && kindAt(text, i + 1) === kind) i += 1;
      } else if (isSpace(kind)) {
        if (i === start) start += 1;
        else if (partsAtSpace(text, i)) {
          this.clauses.push({ start: clause, end: i });
          clause = i + 1;
        }
      }
      i += 1;
    }
    this.push(start, to, clause);
    if (this.sentences.length > before) this.paragraph += 1;
  }

  /** The end of the name that begins at `i`; `i` where none does. */
  private pastName(i: number): number {
    while ((this.names[this.name]?.start ?? Infinity) < i) this.name += 1;
    const name = this.names[this.name];
    return name?.start === i ? name.end : i;
  }

  /** Whether the mark at `i` ends a clause, and whether a sentence. */
  private judge(kind: Kind, i: number, start: number, to: number): [clause: boolean, sentence: boolean] {
    const { text } = this;
    if (kind === Kind.Pause) return [parts(text, i), false];
    if (kind === Kind.Stop) {
      const ends = endsAtMark(text, i);
      return [ends, ends];
    }
    if (kind === Kind.Dot && kindAt(text, i + 1) !== Kind.Dot) {
      const ends = endsAtDot(text, i, start, to);
      return [ends, ends];
    }
    // …… and ...: the thought breaks off or the speaker hesitates. Only where nothing follows is it surely the end.
    let end = i;
    while (end < to && kindAt(text, end) === kind) end += 1;
    return [kind === Kind.Ellipsis, end >= to || kindAt(text, end) === Kind.Stop];
  }

  /** Whether ？or ！ at `i` closes a few quoted words that a word runs up to, and a word goes on behind. */
  private endsName(i: number, quote: number, start: number): boolean {
    const { text } = this;
    return quote > start && i - quote <= QUOTED_NAME && text[i] !== "。" && kindAt(text, i + 1) === Kind.CloseQuote && kindAt(text, quote - 1) === Kind.Word && kindAt(text, i + 2) === Kind.Word;
  }

  /** The end of all marks and closers behind `i`; whether they close a straight quote; whether the sentence is over. */
  private closeBehind(i: number, to: number, inStraightQuote: boolean, ended: boolean): [end: number, straight: boolean, stopped: boolean] {
    const { text } = this;
    let end = i;
    let straight = false;
    let last = kindAt(text, i);
    for (end += 1; end < to; end += 1) {
      const kind = kindAt(text, end);
      if (kind === Kind.StraightQuote) {
        if (!inStraightQuote || straight) break;
        straight = true;
      } else if (kind === Kind.Stop) ended = true;
      else if (kind === Kind.Pause) {
        // 。”，he goes on
        if (last === Kind.CloseQuote || last === Kind.StraightQuote || last === Kind.Close) ended = false;
      } else if (kind !== Kind.Ellipsis && kind !== Kind.CloseQuote && kind !== Kind.Close) break;
      last = kind;
    }
    return [end, straight, ended];
  }

  private push(from: number, to: number, clause: number): void {
    const { text } = this;
    let [start, end] = [from, to];
    while (start < end && isSpace(kindAt(text, start))) start += 1;
    while (end > start && isSpace(kindAt(text, end - 1))) end -= 1;
    const clauses: Span[] = [];
    for (const stretch of [...this.clauses, { start: clause, end }]) {
      const left = Math.max(stretch.start, start);
      if (left < stretch.end) clauses.push({ start: left, end: stretch.end });
    }
    this.clauses = [];
    if (start === end) return;
    if (clauses.length === 0) clauses.push({ start, end });
    this.sentences.push({ start, end, index: this.sentences.length, paragraph: this.paragraph, clauses });
  }
}
