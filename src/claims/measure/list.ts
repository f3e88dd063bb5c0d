import { spansIn, type FigureMention, type Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Analysis } from "../../syntax/analyse.js";
import { figureOf } from "../../syntax/word.js";
import type { Walk } from "./measure.js";
import { measuredOf, type Measured } from "./split.js";

/** Figures that stand in one list from `words[at]` on (5%、8%和10%); `to` is the word behind them. */
export function figureList({ words }: Clause, at: number): { figures: FigureMention[]; to: number } {
  const figures: FigureMention[] = [];
  let to = at;
  for (let i = at; i < words.length; i += 1) {
    const figure = figureOf(words[i]);
    if (!figure) break;
    figures.push(figure);
    to = i + 1;
    const next = words[to];
    if (next && (next.kind === "pause" || next.kind === "conjunction" || next.lexeme?.preposition === "partner") && words[to + 1]?.type === "figure") i = to;
    else break;
  }
  return { figures, to };
}

/** The members of a coordination (福建、广东和浙江), where it has exactly `count`. */
export function membersOf({ document, mentions }: Analysis, span: Span, count: number): Span[] | undefined {
  const named = spansIn(mentions, span).filter(({ type }) => type !== "figure");
  if (named.length === count) return named.map(({ start, end }) => ({ start, end }));
  const members: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i += 1) {
    const unit = document.text[i];
    if (i < span.end && unit !== "、" && unit !== "和" && unit !== "及" && unit !== "与") continue;
    if (i > start) members.push({ start, end: i });
    start = i + 1;
  }
  return members.length === count ? members : undefined;
}

/** Several figures on one word belong to several subjects where there are as many of them. */
export function distribute(walk: Walk, clause: Clause, at: number, measured: Measured, count: number): Measured[] | undefined {
  if (count < 2) return undefined;
  // 太阳能装机4.7亿千瓦，风电装机3.9亿千瓦，分别增长38%和13%
  const carried = walk.topic.group(count) ?? (saysApart(clause, at) ? walk.topic.levels(count) : undefined);
  if (carried && !measured.explicit) return carried.map((part) => measuredOf(part.subject, part.metric ?? measured.metric, part.key, part.explicit, part.again));
  const { analysis } = walk.reading;
  const members = measured.subject && membersOf(analysis, measured.subject, count);
  if (members) return members.map((subject) => measuredOf(subject, measured.metric, measured.key, measured.explicit, measured.again));
  return (measured.metric && membersOf(analysis, measured.metric, count))?.map((metric) => measuredOf(measured.subject, metric, measured.key, measured.explicit, measured.again));
}

/** 分别, 依次: one figure for each. */
const saysApart = ({ words }: Clause, at: number): boolean => words.slice(0, at + 1).some(({ lexeme }) => lexeme?.each);
