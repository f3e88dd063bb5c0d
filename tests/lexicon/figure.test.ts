import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { figureLexicon } from "../../src/lexicon/figure.js";

const rows = (name: string): string[][] =>
  readFileSync(new URL(`../../dict/${name}.tsv`, import.meta.url), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));

describe("the tables of the figures", () => {
  test.each([["units", [0]], ["currencies", [0, 3]], ["counters", [0]], ["hedges", [0, 2]], ["nonfigures", [0, 1]], ["numerals", [0]], ["magnitudes", [0]]] as const)("%s says each word once", (name, columns) => {
    const keys = rows(name).map((cells) => columns.map((column) => cells[column]).join(" "));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test("no word is a unit in one table and a counter in another", () => {
    const after = [...rows("units"), ...rows("currencies").filter((cells) => cells[3] !== "before"), ...rows("counters")].map(([word]) => word);
    expect(after.filter((word, at) => after.indexOf(word) !== at)).toEqual([]);
  });

  test("currencies are ISO 4217", () => {
    const known = new Set([...Intl.supportedValuesOf("currency"), "XBT"]);
    expect(rows("currencies").map(([, code]) => code).filter((code) => !known.has(code ?? ""))).toEqual([]);
  });

  test("longer words are tried first", () => {
    for (const words of figureLexicon().units.values()) expect(words.map(({ word }) => word.length)).toEqual(words.map(({ word }) => word.length).sort((a, b) => b - a));
  });
});
