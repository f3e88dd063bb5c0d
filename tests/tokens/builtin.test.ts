import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Token } from "../../src/model/index.js";
import { readTables } from "../../src/tables.js";
import { builtinSegmenter } from "../../src/tokens/builtin.js";
import { segmentationTables } from "../../src/tokens/tables.js";
import { tagged } from "./parity.js";

const builtin = builtinSegmenter(readTables());

describe("the built-in segmenter", () => {
  test("cuts and tags as jieba does", () => {
    expect(tagged(builtin, "我来到北京清华大学")).toBe("我/r|来到/v|北京/ns|清华大学/nt");
    expect(tagged(builtin, "他来到了网易杭研大厦")).toBe("他/r|来到/v|了/ul|网易/n|杭研/x|大厦/n");
    expect(tagged(builtin, "营收13.089亿元，同比增长5%")).toBe("营收/x|13.089/eng|亿元/m|，/x|同比/j|增长/v|5/x|%/x");
    expect(tagged(builtin, "iPhone15由App Store发布")).toBe("iPhone15/eng|由/p|App/eng| /x|Store/eng|发布/v");
  });

  test("gives offsets in the caller's text for a part of it", () => {
    const text = "前文。我来到北京。后文";
    const tokens: Token[] = [];
    builtin.segment(text, 3, 9, tokens);
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(["我", "来到", "北京", "。"]);
    expect(tokens[0]?.start).toBe(3);
  });

  test.each(["", "\ud83d", "\ude00\ud83d", "京\ud83d京", "\0\0", "\r\n", "😀😀", "𠮷𠮷𠮷", "﻿北京"])("rebuilds %j", (text) => {
    expect(() => tagged(builtin, text)).not.toThrow();
  });

  test("two with different words never influence each other", () => {
    const other = builtinSegmenter(readTables(), [{ word: "网易杭研", tag: "nt" }, { word: "北京", tag: "nz" }]);
    expect(tagged(other, "北京网易杭研大厦")).toBe("北京/nz|网易杭研/nt|大厦/n");
    expect(tagged(builtin, "北京网易杭研大厦")).toBe("北京/ns|网易/n|杭研/x|大厦/n");
    expect(tagged(other, "北京网易杭研大厦")).toBe("北京/nz|网易杭研/nt|大厦/n");
  });

  test.each([
    { word: "微信 支付", tag: "nz" },
    { word: "微信，支付", tag: "nz" },
    { word: "", tag: "nz" },
    { word: "\ud83d", tag: "nz" },
    { word: "淘特", tag: "" },
    { word: "淘特", tag: "nz", frequency: 0 },
    { word: "淘特", tag: "nz", frequency: 1.5 },
  ])("refuses the word %j", (word) => {
    expect(() => builtinSegmenter(readTables(), [word])).toThrow(/expected/);
  });

  test("its tables take at most 5 MB as shipped", () => {
    expect(statSync("tables/segmenter.bin").size).toBeLessThanOrEqual(5_000_000);
  });

  test.each([new ArrayBuffer(0), new ArrayBuffer(8), new ArrayBuffer(200), new TextEncoder().encode("#columns: word, tag; source: …".repeat(9)).buffer])("refuses other bytes than its tables", (bytes) => {
    expect(() => segmentationTables(bytes)).toThrow(/tables\/segmenter\.bin: found .* expected a table of layout/);
  });
});
