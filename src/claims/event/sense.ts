import type { EventNouns } from "../../lexicon/event.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import type { MentionType } from "../../model/index.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";

const CLOSERS = new Set(["》", "”", "’", "」", "』", ")", "）"]);

const CODE = /^[a-z0-9][a-z0-9.+-]*$/;

const BY_NAME: Partial<Record<MentionType, readonly string[]>> = { organization: ["asset", "organization"], person: ["staff"] };

/** Classes of what a noun phrase names, by its head: the end of its last word, or what stands in 《》 before a bracket. */
export function classesOf(nouns: EventNouns, folded: string, words: readonly Word[], { from, to }: Stretch): readonly string[] {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last || from >= to) return [];
  // A name's last character is no class noun: 蔚来汽车 is no car.
  if (last.type && last.type !== "product") return BY_NAME[last.type] ?? [];
  let head = to - 1;
  // 纯电轿车E5: a model's letters and digits say nothing of what it is.
  while (head > from && !words[head]?.mention && CODE.test(folded.slice(words[head]?.start, words[head]?.end))) head -= 1;
  let end = words[head]?.end ?? last.end;
  while (end > first.start && CLOSERS.has(folded[end - 1] ?? "")) {
    end -= 1;
    if (folded[end] === ")") while (end > first.start && folded[end] !== "(") end -= 1;
  }
  const found = nouns.classesOf(folded, first.start, end);
  return last.type === "product" && folded[last.start] !== "《" ? [...found, "product"] : found;
}

/** The sense that asks for one of these classes. */
export function senseWith(senses: readonly EventWord[], classes: readonly string[]): EventWord | undefined {
  for (const name of classes) for (const sense of senses) if (sense.with === name) return sense;
  return undefined;
}

/** The sense a trigger has beside that object: one that asks for its class, else one that asks for nothing. */
export const senseOf = (senses: readonly EventWord[], classes: readonly string[]): EventWord | undefined =>
  senseWith(senses, classes) ?? senses.find((sense) => sense.with === undefined);
