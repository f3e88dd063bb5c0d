import { itemAt, type FigureMention } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { figureOf } from "../../syntax/word.js";
import { figureList } from "./list.js";
import type { Walk } from "./measure.js";

/** 升至, 降到, 跌破: the figure behind is where it ended. */
const ENDS_AT = /[至到破为]$/u;

/** 上涨突破6.34: a level that was passed. */
const PASSES = /^(?:突破|跌破|升破|站上|失守|重返)/u;

/** A change word that ends in 至, 到 or 破, or is followed by one. */
export const endsAt = (folded: string, end: number): boolean => ENDS_AT.test(folded.slice(end - 1, end));

/** Figures behind a change word: how far it moved, and where it ended. */
export function sizesAfter(walk: Walk, clause: Clause, at: number, from = at + 1): { sizes: FigureMention[]; to: FigureMention | undefined; from: FigureMention[] } {
  const { words } = clause;
  let i = from;
  const skip = (): void => {
    while (words[i] && (words[i]?.kind === "aspect" || words[i]?.kind === "adverb" || (words[i]?.lexeme?.copula && !ENDS_AT.test(lastUnit(walk, clause, i))))) i += 1;
  };
  skip();
  // 降至2023年的3.1%
  if (words[i]?.kind === "date" && words[i + 1]?.kind === "de") i += 2;
  const origins = fromFigures(clause, at);
  const first = figureList(clause, i);
  const endsAt = ENDS_AT.test(lastUnit(walk, clause, at));
  const [only] = first.figures;
  const folded = walk.reading.analysis.document.folded;
  if (only && (endsAt || PASSES.test(folded.slice(only.start, only.start + 2)))) return { sizes: [], to: only, from: origins };
  i = first.to;
  const link = words[i];
  if (link && /^(?:[至到达为]|达到)$/u.test(walk.reading.analysis.document.folded.slice(link.start, link.end))) {
    const target = figureOf(words[words[i + 1]?.mention ? i + 1 : i + 2]);
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
  const isReach = first && /^(?:达到|达|至|升至|增至|降至)$/u.test(walk.reading.analysis.document.folded.slice(first.start, first.end));
  return isReach ? figureOf(second) : undefined;
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

const lastUnit = (walk: Walk, clause: Clause, i: number): string => walk.reading.analysis.document.folded.slice((clause.words[i]?.end ?? 1) - 1, clause.words[i]?.end);

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
