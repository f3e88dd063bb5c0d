import type { DateMention } from "../model/index.js";
import type { Analysis } from "../syntax/analyse.js";
import type { Clause } from "../syntax/clause.js";
import type { Draft } from "./draft.js";

/** Dates by which something is measured (较上年同期, 比去年11月) do not say when it holds. */
const ASIDE = new Set(["comparison", "basis"]);

/**
 * When a claim holds: the date of its clause, nearest before the predicate; else of the clauses before it in the
 * sentence; measures also take the period that their paragraph speaks of (2021年实现净利润… 。营收…).
 */
export function timekeeper({ clauses }: Analysis): (draft: Draft) => DateMention | undefined {
  return ({ clause, at, type }) => {
    if (type === "relation") return undefined;
    const own = dateIn(clause, at);
    if (own) return own;
    for (let i = clause.index - 1; i >= 0; i -= 1) {
      const before = clauses[i];
      if (!before || before.sentence.paragraph !== clause.sentence.paragraph) return undefined;
      const same = before.sentence === clause.sentence;
      if (!same && type !== "metric" && type !== "change") return undefined;
      if (before.host && before.host !== clause.host && before !== clause.host) continue;
      const date = dateIn(before, before.words.length);
      if (date && (same || isPeriod(date))) return date;
    }
    return undefined;
  };
}

function dateIn(clause: Clause, at: number): DateMention | undefined {
  let after: DateMention | undefined;
  let before: DateMention | undefined;
  for (let i = 0; i < clause.words.length; i += 1) {
    const mention = clause.words[i]?.mention;
    if (mention?.type !== "date" || mention.value === undefined) continue;
    if (clause.frames.some((f) => f.from <= i && i < f.to && ASIDE.has(f.preposition.lexeme?.preposition ?? ""))) continue;
    if (i < at) before = mention;
    else after ??= mention;
  }
  return before ?? after;
}

/** A calendar period that results are given for, no mere 近日 or 目前. */
const isPeriod = ({ value = "" }: DateMention): boolean => /^\d{4}/.test(value);
