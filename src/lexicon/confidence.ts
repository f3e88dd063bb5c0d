import confidence from "../../dict/confidence.tsv";
import { readTable, word, type Cell } from "./table.js";

/** What each term adds to the log-odds that a claim is right. */
export type ConfidenceWeights = ReadonlyMap<string, number>;

const decimal: Cell<number> = (text) => {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw "a number such as -0.35";
  return Number(text);
};

export const confidenceWeights = (): ConfidenceWeights => new Map(readTable("dict/confidence.tsv", confidence, { term: word, weight: decimal }).map(({ term, weight }) => [term, weight]));
