import { itemAt, type FigureMention } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { figureOf } from "../../syntax/word.js";
import { figureList } from "./list.js";
import type { Walk } from "./measure.js";

const ENDS_AT = new Set("至到破为");

/** 升至, 降到, 跌破: where the word ends so, the figure behind is where the move ended. */
export const endsAt = (folded: string, end: number): boolean => ENDS_AT.has(folded.charAt(end - 1));

/** Figures behind a change word: how far it moved, and where it ended. */
export function sizesAfter(walk: Walk, clause: Clause, at: number, from = at + 1): { sizes: FigureMention[]; to: FigureMention | undefined; from: FigureMention[] } {
  const { words } = clause;
  const { folded } = walk.reading.analysis.document;
  let i = from;
  while (words[i]?.kind === "aspect" || words[i]?.kind === "adverb" || (words[i]?.lexeme?.copula && !endsAt(folded, words[i]!.end))) i += 1;
  // 降至2023年的3.1%
  if (words[i]?.kind === "date" && words[i + 1]?.kind === "de") i += 2;
  const origins = fromFigures(clause, at);
  const first = figureList(clause, i);
  const [only] = first.figures;
  // 上涨突破6.34: a level that was passed.
  if (only && (endsAt(folded, words[at]!.end) || folded.startsWith("突破", only.start))) return { sizes: [], to: only, from: origins };
  const link = first.to;
  if (words[link]?.lexeme?.reaches) {
    const target = figureOf(words[words[link + 1]?.mention ? link + 1 : link + 2]);
    if (target) return { sizes: first.figures, to: target, from: origins };
  }
  if (first.figures.length > 0) {
    const reached = reachedNext(walk, clause, first.to);
    if (reached && first.figures.length === 1) return { sizes: first.figures, to: reached, from: origins };
  }
  return { sizes: first.figures, to: undefined, from: origins };
}

/** 增加14亿美元，达到1100亿美元: the next clause only says where it ended. */
function reachedNext(walk: Walk, clause: Clause, after: number): FigureMention | undefined {
  if (after < clause.words.length) return undefined;
  const next = walk.reading.analysis.clauses[clause.index + 1];
  if (!next || next.sentence !== clause.sentence) return undefined;
  const [first, second] = next.words;
  return first?.lexeme?.reaches ? figureOf(second) : undefined;
}

/** 由4港元升至…, 从16%提高至…: where it came from is no claim. */
function fromFigures(clause: Clause, at: number): FigureMention[] {
  const figures: FigureMention[] = [];
  for (let i = 0; i < at; i += 1) {
    const role = clause.words[i]?.lexeme?.preposition;
    if (role !== "source" && role !== "agent") continue;
    for (let j = i + 1; j < at; j += 1) {
      const figure = figureOf(clause.words[j]);
      if (figure) figures.push(figure);
    }
  }
  return figures;
}

/** 5%的增长, 10%以上的投资增长目标: the size stands before. */
export function figureBefore(walk: Walk, clause: Clause, at: number, floor: number): FigureMention | undefined {
  for (let i = at - 1; i >= Math.max(floor, at - 5); i -= 1) {
    const word = clause.words[i];
    if (word?.kind === "de") {
      const figure = figureOf(itemAt(clause.words, i - 1));
      return figure && !walk.taken.has(figure) ? figure : undefined;
    }
    if (!word || !(word.kind === "noun" || word.kind === "adverb" || word.kind === "adjective")) return undefined;
  }
  return undefined;
}
