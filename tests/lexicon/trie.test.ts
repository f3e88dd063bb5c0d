import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Trie } from "../../src/lexicon/trie.js";

const WORDS = fc.array(fc.string({ unit: fc.constantFrom("中", "国", "银", "行", "a"), minLength: 1, maxLength: 4 }), { maxLength: 30 });

/** The same words twice: put in at once, and as stretches of one text, put in when they are asked for. */
function both(words: readonly string[]) {
  const text = words.join("\n");
  const rows: number[] = [];
  let start = 0;
  for (const word of words) {
    rows.push(start, start + word.length);
    start += word.length + 1;
  }
  const again: [value: number, first: number][] = [];
  return { atOnce: new Trie(words), waiting: Trie.of({ text, rows, width: 2, added: (value, first) => value !== first && again.push([value, first]) }), again };
}

describe("a trie whose words wait", () => {
  test("finds what one with all of them finds, in any order of asking", () => {
    fc.assert(
      fc.property(WORDS, WORDS, (words, asked) => {
        const { atOnce, waiting } = both(words);
        for (const word of [...asked, ...words]) {
          expect(waiting.startsWith(word.charCodeAt(0))).toBe(atOnce.startsWith(word.charCodeAt(0)));
          expect(waiting.find(word, 0, word.length)).toBe(atOnce.find(word, 0, word.length));
          if (words.some((one) => word.startsWith(one))) expect(waiting.mayStart(word, 0)).toBe(true);
          expect(waiting.mayStart(word, word.length)).toBe(false);
        }
      }),
    );
  });

  test("tells of each word that was there before, before the word is found", () => {
    const { waiting, again } = both(["中国", "中", "银行", "中国", "中国"]);
    expect(again).toEqual([]);
    expect(waiting.find("银行", 0, 2)).toBe(2);
    expect(again).toEqual([]);
    expect(waiting.mayStart("中国", 0)).toBe(true);
    expect(again).toEqual([[3, 0], [4, 0]]);
  });
});
