import { itemAt, type FigureMention } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import { nounFieldsBefore } from "../../syntax/field.js";
import { nounPhraseEnd } from "../../syntax/phrase.js";
import { figureOf } from "../../syntax/word.js";
import { none, subjectIn, type Found } from "./counted.js";
import type { Walk } from "./measure.js";
import { measuredOf, spanOf } from "./split.js";

/**
 * 其近三成营收来自海外: a share is of the noun behind it; whose that is stands before the share. Of what nothing measures
 * (北岭新材51%股权, 三成企业) it tells only how much is meant.
 */
export function portion(walk: Walk, clause: Clause, at: number, to: number): Found | undefined {
  const { words } = clause;
  const next = words[to];
  if (next?.kind !== "noun" || !isShare(figureOf(words[at])) || next.lexeme?.change || next.lexeme?.basis) return undefined;
  const before = itemAt(words, at - 1);
  if (before && !/^(?:name|noun|pronoun|adverb|date|preposition)$/.test(before.kind)) return undefined;
  if (before && (walk.nouns.isMetric(before) || before.lexeme?.copula || before.lexeme?.light || before.lexeme?.having)) return undefined;
  const end = nounPhraseEnd(words, to);
  // 近四成A股公司|净利润下滑: what so many of them have is told for itself.
  if (end === words.length || !walk.nouns.isMetric(words[end - 1]) || words.slice(to, end).some((word) => word.kind === "name" || walk.nouns.isHolder(word))) return none;
  const [field] = nounFieldsBefore(clause, at);
  const metric = spanOf(words, { from: to, to: end });
  return metric && { measured: measuredOf(field ? subjectIn(walk, clause, field) : walk.topic.subject, metric, words[end - 1]?.lexeme?.metric?.key, field !== undefined), rule: "metric/portion" };
}

/** 三成, 30%, 一半, 三分之一 */
const isShare = (figure: FigureMention | undefined): boolean => figure !== undefined && (figure.unit === "percent" || (figure.unit === undefined && figure.value > 0 && figure.value < 1));
