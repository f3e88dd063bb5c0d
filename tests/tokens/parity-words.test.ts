import { describe, expect, test } from "vitest";
import { ExtractClaimsError } from "../../src/model/index.js";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";
import type { SegmenterWord } from "../../src/tokens/segmenter.js";
import { differences, engines, nodejiebaBuilt, randomTexts, sharedTexts } from "./parity.js";

/** In a file of its own: nodejieba holds one dictionary per process. */
const words: SegmenterWord[] = [
  { word: "淘特", tag: "nz" },
  { word: "微信支付", tag: "nz", frequency: 2000 },
  { word: "微信", tag: "nz", frequency: 5000 },
  { word: "云海科技", tag: "nt" },
  { word: "App", tag: "nz" },
  { word: "C919", tag: "nz", frequency: 1 },
  // in the dictionary already, as a word, as the beginning of one, as a character
  { word: "北京", tag: "nt", frequency: 1 },
  { word: "中国人民", tag: "nt" },
  { word: "的", tag: "nz", frequency: 3 },
  { word: "链", tag: "nz", frequency: 900_000 },
  // beyond the dictionary's characters, and twice
  { word: "𠮷野家", tag: "nt" },
  { word: "𠮷", tag: "nr", frequency: 1 },
  { word: "한", tag: "ns", frequency: 1 },
  { word: "한국", tag: "ns" },
  { word: "二次", tag: "nr" },
  { word: "二次", tag: "ns", frequency: 2_000_000_000 },
];

describe.skipIf(!nodejiebaBuilt)("builtin and nodejieba agree with words of their own", () => {
  const shared = sharedTexts();

  test.skipIf(shared.length === 0)("on the shared texts", () => {
    expect(differences(engines(words), shared)).toEqual([]);
  });

  test("on random texts full of them", () => {
    expect(differences(engines(words), randomTexts(12_000, 4, [...words.map(({ word }) => word), "한국어", "Apple", "C9191", "云海", "微信支"]))).toEqual([]);
  });

  test("and a second dictionary is refused, not mixed in", () => {
    engines(words);
    expect(() => nodejiebaSegmenter([{ word: "云海科技", tag: "nt" }])).toThrow(ExtractClaimsError);
    expect(() => nodejiebaSegmenter()).toThrow(/nodejieba: found a second dictionary; expected the words it was first loaded with/);
  });
});
