import fc from "fast-check";
import { describe, expect, test } from "vitest";
import variants from "../../dict/variants.tsv";
import { fold } from "../../src/lexicon/fold.js";

describe("fold", () => {
  test.each([
    ["ＧＤＰ增長5％", "gdp增长5%"],
    ["ＷｅＣｈａｔ，Ｉｎｃ．", "wechat,inc."],
    ["於１２月後，臺積電發佈財報", "于12月后,台积电发布财报"],
    ["乾隆年间的宫商角徵", "乾隆年间的宫商角徵"],
    ["Éclat　ÖBB", "éclat öbb"],
    ["“阿里巴巴”《证券法》", "“阿里巴巴”《证券法》"],
    ["\ufeff标题😀", "\ufeff标题😀"],
  ])("%s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("keeps every offset, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 60 }), (text) => {
        const folded = fold(text);
        expect(folded).toHaveLength(text.length);
        expect(fold(folded)).toBe(folded);
      }),
    );
    for (let unit = 0; unit < 0x10000; unit += 1) if (fold(String.fromCharCode(unit)).length !== 1) throw new Error(unit.toString(16));
  });

  test("the table maps one code unit to one, in one step", () => {
    const rows = variants.split("\n").slice(1).filter(Boolean);
    expect(rows.filter((row) => !/^[^\t]\t[^\t]$/.test(row))).toEqual([]);
    const from = new Set(rows.map((row) => row[0]));
    expect(rows.filter((row) => from.has(row[2]))).toEqual([]);
  });
});
