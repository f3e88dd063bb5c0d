import type { NameCues } from "../../lexicon/name-cue.js";
import type { LexemeTable } from "../../lexicon/lexeme.js";
import type { KnownNames } from "../../lexicon/name.js";
import type { Document } from "../../model/index.js";

/** How jieba tags conjunctions, prepositions, pronouns, adverbs, modal verbs and what it does not know. */
const FUNCTION_TAGS: ReadonlySet<string> = new Set(["c", "p", "r", "d", "zg", "v", "x"]);
/** What its dictionary lacks may hold anything, a function word that is one character long too: 若氢. */
const UNKNOWN = "x";
const SHORTEST = 2;
const LONGEST_PAPER = 3;
const LONGEST_PAGE = 32;
const BEFORE_CLAUSE = "\n,，。、;；:：!！?？(“\"与和及由被对向给";
/** WhatsApp is no app of Whats. */
const isLatin = (unit: string): boolean => unit >= "a" && unit <= "z";
/** The end of many a company's name (新日股份), and what one buys and sells of the others. */
const STOCK = "股份";
const PARTICLES = "的了过其";

/** Tells where a name that the model reads at `[start, end)` starts and ends in earnest. Asked in text order. */
export interface EdgeTrimmer {
  /** Behind 若, 如, 据. */
  readonly startOf: (start: number, end: number) => number;
  /** Before 港股, 股价, All Rights Reserved; before 股份 where a known company's are held or traded: 出售推特股份. */
  readonly endOf: (start: number, end: number) => number;
}

/** No name starts with a function word, nor ends with its shares; what holds nothing else is none, and its start is its end. */
export function edgeTrimmer({ folded, tokens }: Document, lexemes: LexemeTable, { paper, page, hold, opening }: NameCues, names: KnownNames): EdgeTrimmer {
  /** 同程 and 和睦家 are names: what an unknown word may start with is less than what may stand alone. */
  const glues = (word: string): boolean => {
    const lexeme = lexemes.get(word);
    return lexeme?.adverb === true || lexeme?.negation !== undefined || lexeme?.modal !== undefined;
  };
  const joins = (word: string): boolean => glues(word) || lexemes.get(word)?.preposition !== undefined;
  /** 联合资信 where a clause begins: who else would do it jointly? Before a known name it joins that to a company left out. */
  const opens = (start: number, end: number): boolean => opening.has(folded.slice(start, end)) && (start === 0 || BEFORE_CLAUSE.includes(folded[start - 1]!)) && !names.lookup(folded, end);
  let next = 0;
  const startOf = (start: number, end: number): number => {
    while (next < tokens.length && tokens[next]!.end <= start) next += 1;
    let from = start;
    for (let i = next; i < tokens.length && tokens[i]!.start === from && from < end; i += 1) {
      const token = tokens[i]!;
      if (token.end <= end && FUNCTION_TAGS.has(token.tag) && joins(folded.slice(from, token.end)) && !opens(from, token.end)) from = token.end;
      else if (token.tag === UNKNOWN && glues(folded[from]!)) from += 1;
      else break;
    }
    return end - from >= SHORTEST || from >= end ? from : start;
  };
  /** 出售, and with a particle behind it: 持有的, 减持了. */
  const isHeld = (start: number): boolean => {
    const at = PARTICLES.includes(folded[start - 1] ?? " ") ? start - 1 : start;
    return hold.has(folded.slice(Math.max(0, at - 2), at));
  };
  const endOf = (start: number, end: number): number => {
    if (folded.endsWith(STOCK, end) && isHeld(start)) {
      const known = names.find(folded.slice(start, end - STOCK.length));
      if (known && known.type !== "person" && !known.ambiguous) return end - STOCK.length;
    }
    for (let from = Math.max(start + SHORTEST, end - LONGEST_PAPER); from < end; from += 1) if (paper.has(folded.slice(from, end)) && !(isLatin(folded[from]!) && isLatin(folded[from - 1]!))) return from;
    for (let from = Math.max(start, end - LONGEST_PAGE); from < end; from += 1) if (folded[from] === " " && page.has(folded.slice(from + 1, end))) return from;
    return end;
  };
  return { startOf, endOf };
}
