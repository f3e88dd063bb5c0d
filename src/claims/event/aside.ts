import { itemAt } from "../../model/index.js";
import type { Analysis } from "../../syntax/analyse.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";
import { isActor } from "./party.js";
import { frameAt, leadingSubject, subjectBefore } from "./subject.js";

/** The main clause that a clause of time belongs to: who acts in it, and in which clause the words stand. */
export interface Host {
  readonly clause: Clause;
  readonly subject: Stretch;
}

const corefOf = (word: Word | undefined): string | undefined => (word?.mention && "coref" in word.mention ? word.mention.coref : undefined);

/**
 * Who acts in the main clause of a clause of time, and so in it too where it names nobody: 李强在会见默克尔时表示; 访问法国期间，王毅…
 * Nobody where the main clause only says what something becomes (收购完成后，乙公司成为…), or goes on about the same thing (收购乙公司后，乙公司…).
 */
export function hostOf({ clauses }: Analysis, clause: Clause, at: number): Host | undefined {
  const { words } = clause;
  const frame = frameAt(clause, at);
  const closed = frame && words[frame.to - 1]?.lexeme?.closer === "time" && frame.to - 1 > at;
  const from = closed ? frame.from : 0;
  const before = closed && from > 0 ? subjectBefore(clause, from) : undefined;
  if (before) return isActor(words, before) && words[from - 1]?.kind !== "verb" ? { clause, subject: before } : undefined;
  const opens = itemAt(clauses, clause.index - 1)?.sentence !== clause.sentence;
  if (!opens || (words[at - 1]?.kind === "verb" && words[at - 1]?.lexeme?.copula) || clause.closing?.kind !== "comma" || words.at(-1)?.lexeme?.closer !== "time") return undefined;
  const main = clauses[clause.index + 1];
  const subject = main?.sentence === clause.sentence ? leadingSubject(main) : undefined;
  if (!main || !subject || !isActor(main.words, subject)) return undefined;
  const known = corefOf(main.words[subject.from]);
  const again = known !== undefined && words.some((word) => corefOf(word) === known);
  return again || main.words.slice(subject.to).some((word) => word.lexeme?.copula && word.kind === "verb") ? undefined : { clause: main, subject };
}
