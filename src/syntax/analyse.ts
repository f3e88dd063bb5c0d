import type { Lexicon } from "../lexicon/lexicon.js";
import { itemAt, type Document, type Mention, type Sentence } from "../model/index.js";
import { groupClauses, type Clause, type WordGroup } from "./clause.js";
import { findFrames } from "./frame.js";
import { marksOf } from "./mark.js";
import { findQuotes, type Quote } from "./quote.js";
import { WordReader } from "./word.js";

/** The document as clauses of words and mentions: computed once, read by every claim rule. */
export interface Analysis {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  /** In text order; a clause in brackets comes after its host. */
  readonly clauses: readonly Clause[];
  /** Quoted stretches, outermost first. */
  readonly quotes: readonly Quote[];
}

/** @param base  index of the sentence's first clause */
function clauseOf({ words, host, closing }: WordGroup, sentence: Sentence, clauses: readonly Clause[], base: number): Clause {
  const { dates, figures, cues, changes, triggers, modals, negations, ties, persons } = marksOf(words);
  return {
    index: clauses.length,
    sentence,
    words,
    start: words[0]?.start ?? sentence.start,
    end: itemAt(words, words.length - 1)?.end ?? sentence.start,
    frames: findFrames(words),
    closing,
    host: host === undefined ? undefined : clauses[base + host],
    dates,
    figures,
    cues,
    changes,
    triggers,
    modals,
    negations,
    ties,
    persons,
  };
}

export function analyser(lexicon: Lexicon): (document: Document, mentions: readonly Mention[]) => Analysis {
  return (document, mentions) => {
    const reader = new WordReader(document, mentions, lexicon.lexemes);
    const clauses: Clause[] = [];
    for (const sentence of document.sentences) {
      const base = clauses.length;
      for (const group of groupClauses(sentence, reader.read(sentence))) clauses.push(clauseOf(group, sentence, clauses, base));
    }
    return { document, mentions, clauses, quotes: findQuotes(document) };
  };
}
