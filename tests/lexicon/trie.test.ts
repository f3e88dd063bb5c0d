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
          if (words.some((one) => one[0] === word[0])) expect([waiting, atOnce].map((trie) => trie.startsWith(word.charCodeAt(0)))).toEqual([true, true]);
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

describe("a trie of few words", () => {
  test("starts wherever one of them does, whatever other units share a place with it", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 3 }), { maxLength: 6 }), (words) => {
        const trie = new Trie(words);
        for (const word of words) {
          expect(trie.startsWith(word.charCodeAt(0))).toBe(true);
          expect(trie.mayStart(`${word}。`, 0)).toBe(true);
        }
      }),
    );
  });
});

describe("the longest word from a position on", () => {
  const trie = new Trie(["银行", "银行卡", "银行卡中心"]);

  test("ends where the longest ends", () => {
    expect(trie.longestEnd("农业银行卡业务", 2)).toBe(5);
    expect(trie.longestEnd("农业银行卡业务", 3)).toBe(0);
  });

  test("ends where one may end", () => {
    expect(trie.longestEnd("银行卡", 0, Uint8Array.of(1, 0, 1, 0))).toBe(2);
    expect(trie.longestEnd("银行卡", 0, Uint8Array.of(1, 0, 0, 0))).toBe(0);
  });
});
