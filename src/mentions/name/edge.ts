import type { LexemeTable } from "../../lexicon/lexeme.js";
import type { Document } from "../../model/index.js";

/** How jieba tags conjunctions, prepositions, pronouns, adverbs, modal verbs and what it does not know. */
const FUNCTION_TAGS: ReadonlySet<string> = new Set(["c", "p", "r", "d", "zg", "v", "x"]);
/** What its dictionary lacks may hold anything, a function word that is one character long too: 若氢. */
const UNKNOWN = "x";
const SHORTEST = 2;

/** Tells where a name that the model reads at `[start, end)` starts in earnest: behind 若, 如, 据. Asked in text order. */
export type EdgeTrimmer = (start: number, end: number) => number;

/** No name starts with a function word; what holds nothing else is none, and its start is its end. */
export function edgeTrimmer({ folded, tokens }: Document, lexemes: LexemeTable): EdgeTrimmer {
  /** 同程 and 和睦家 are names: what an unknown word may start with is less than what may stand alone. */
  const glues = (word: string): boolean => {
    const lexeme = lexemes.get(word);
    return lexeme?.adverb === true || lexeme?.negation !== undefined || lexeme?.modal !== undefined;
  };
  const joins = (word: string): boolean => glues(word) || lexemes.get(word)?.preposition !== undefined;
  let next = 0;
  return (start, end) => {
    while (next < tokens.length && tokens[next]!.end <= start) next += 1;
    let from = start;
    for (let i = next; i < tokens.length && tokens[i]!.start === from && from < end; i += 1) {
      const token = tokens[i]!;
      if (token.end <= end && FUNCTION_TAGS.has(token.tag) && joins(folded.slice(from, token.end))) from = token.end;
      else if (token.tag === UNKNOWN && glues(folded[from]!)) from += 1;
      else break;
    }
    return end - from >= SHORTEST || from >= end ? from : start;
  };
}
