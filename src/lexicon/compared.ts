import compared from "../../dict/compared.tsv";
import { oneOf, optional, readTable, word } from "./table.js";

/** The basis that words behind 较, 比 or 与 make: `yoy` by 去年同期; nothing where no row of `dict/compared.tsv` fits them. */
export type ComparedWords = (words: string) => string | undefined;

export function comparedWords(): ComparedWords {
  const rows = readTable("dict/compared.tsv", compared, { word, place: oneOf("any", "start", "whole", "tail"), basis: optional });
  const tails = ["", ...rows.filter(({ place }) => place === "tail").map((row) => row.word)];
  const fits = {
    any: (words: string, part: string) => words.includes(part),
    start: (words: string, part: string) => words.startsWith(part),
    whole: (words: string, part: string) => words.startsWith(part) && tails.includes(words.slice(part.length)),
    tail: () => false,
  };
  return (words) => rows.find((row) => fits[row.place](words, row.word))?.basis;
}
