import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { loadCompromise } from "../../src/compromise.js";
import { splitSentences } from "../../src/sentences/split.js";
import { latinReader } from "../../src/tokens/latin.js";

const read = latinReader(loadCompromise);
const found = (text: string): string[] => read(text, splitSentences(text)).map(({ start, end, kind }) => `${text.slice(start, end)} ${kind}`);

describe("runs of Latin words", () => {
  test.each([
    ["腾讯（Tencent Holdings Ltd.）周四公布", ["Tencent Holdings Ltd. organization"]],
    ["由Goldman Sachs和Tim Cook出席", ["Goldman Sachs organization", "Tim Cook person"]],
    ["Ｇｏｌｄｍａｎ　Ｓａｃｈｓ表示", ["Ｇｏｌｄｍａｎ　Ｓａｃｈｓ organization"]],
    ["总部位于San Francisco，估值1.2 billion dollars左右", ["San Francisco location", "1.2 billion dollars money"]],
    ["海川（Haichuan Technology Co., Ltd.）与JPMorgan Chase & Co.签约", ["Haichuan Technology Co., Ltd. organization", "JPMorgan Chase & Co. organization"]],
    ["微信与WeChat", []],
    ["涨3.5%至1,234.5元", []],
  ])("%s", (text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  test("compromise is not asked about plain Chinese, single words or prose", () => {
    const never = latinReader(() => {
      throw new Error("asked");
    });
    for (const text of ["微信及WeChat合并月活跃用户数高达13.089亿", "iPhone 15上市", `${"word ".repeat(200)}。`]) expect(never(text, splitSentences(text))).toEqual([]);
  });

  test("what others do to compromise changes nothing", () => {
    const theirs = createRequire(import.meta.url)("compromise") as { addWords(words: Record<string, string>): void };
    const before = found("由Blue Moonrise公布");
    theirs.addWords({ "blue moonrise": "Organization", blue: "Person" });
    expect(found("由Blue Moonrise公布")).toEqual(before);
    expect(latinReader(loadCompromise)("由Blue Moonrise公布", splitSentences("由Blue Moonrise公布")).length).toBe(before.length);
  });

  test.each(["a ", "A.", "Ab,", "1 ", "（A）", "a中", "A B中", "Ab Cd Ef。"])("a text of nothing but %j", (unit) => {
    const text = unit.repeat(100_000);
    for (const { start, end } of read(text, splitSentences(text))) if (!(start < end && end <= text.length)) throw new Error(`${start} ${end}`);
  });
});
