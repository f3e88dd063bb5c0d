import type { Clause } from "./clause.js";
import { isAdverbial, nounPhraseStart } from "./phrase.js";
import type { Word } from "./word.js";

/** Words `[from, to)` of a clause. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const isHead = (word: Word | undefined): boolean =>
  word !== undefined && (word.kind === "noun" || word.kind === "name" || word.kind === "pronoun" || word.kind === "unquote" || word.kind === "classifier" || Boolean(word.lexeme?.metric));

/**
 * Noun phrases before the predicate `words[at]`, nearest first, seeing through adverbs, dates, prepositional frames and
 * verbs that only carry (实现, 保持). 公司在海外市场上的新签订单在不断增加 gives 新签订单 and 公司 for 增加.
 */
export function nounFieldsBefore(clause: Clause, at: number): Stretch[] {
  const { words } = clause;
  const fields: Stretch[] = [];
  let to = at;
  while (to > 0) {
    const frame = clause.frames.find((f) => f.to === to && f.from < to);
    if (frame) {
      to = frame.from;
      continue;
    }
    const word = words[to - 1];
    if (!word) break;
    if (isHead(word)) {
      const inside = clause.frames.find((f) => f.from < to && to <= f.to);
      if (inside) {
        to = inside.from;
        continue;
      }
      const from = Math.min(nounPhraseStart(words, to - 1, floorBefore(clause, to - 1)), to - 1);
      fields.push({ from, to });
      to = from;
    } else if (isAdverbial(word) || word.kind === "conjunction" || word.kind === "quote" || word.kind === "figure" || word.kind === "de" || word.lexeme?.light || word.lexeme?.copula || word.kind === "pause") to -= 1;
    else break;
  }
  return fields;
}

/** A noun phrase does not reach into a prepositional frame before it. */
function floorBefore(clause: Clause, head: number): number {
  let floor = 0;
  for (const frame of clause.frames) if (frame.to <= head && !(clause.words[frame.to]?.kind === "de")) floor = frame.to;
  return floor;
}
