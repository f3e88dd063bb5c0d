import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createLexicon } from "../../src/lexicon/lexicon.js";
import { mentionRecognizer } from "../../src/mentions/recognize.js";
import type { NameMention } from "../../src/model/index.js";
import { createPipeline } from "../../src/pipeline.js";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";
import { mark, markedLines, unmark } from "../marked.js";

const model = new URL("../../models/names.bin", import.meta.url);
const resources = existsSync(model) ? { nameModel: readFileSync(model) } : {};
const lexicon = createLexicon(resources);
const { read } = createPipeline(lexicon, nodejiebaSegmenter());
const recognize = mentionRecognizer(lexicon);
const namesOf = (text: string, recognizer = recognize): NameMention[] =>
  recognizer(read(text)).filter((mention): mention is NameMention => mention.type !== "date" && mention.type !== "figure");

for (const type of ["organization", "product", "person", "location"])
  describe(`${type}: names as marked`, () => {
    test.each(markedLines(`fixtures/mentions/${type}.md`))("%s", (line) => {
      const text = unmark(line);
      expect(mark(text, namesOf(text))).toBe(line);
    });
  });

describe("what a mention says of its name", () => {
  test("a known organization has its full name and its code", () => {
    expect(namesOf("腾讯公布了季报。")[0]).toMatchObject({ type: "organization", canonical: expect.stringContaining("腾讯") as string, ticker: "0700.HK" });
  });

  test("a known product has its owner", () => {
    expect(namesOf("微信上线新功能。")[0]).toMatchObject({ type: "product", owner: "腾讯" });
  });

  test("mentions of one name share coref, also by its alias", () => {
    const names = namesOf("星澜科技股份有限公司（以下简称“星澜科技”）公告，星澜科技拟增资。");
    expect(new Set(names.map(({ coref }) => coref)).size).toBe(1);
    expect(names.length).toBe(3);
  });
});

describe("the user's own names", () => {
  const own = createLexicon({ ...resources, dictionaries: [[{ name: "北极星", type: "product", canonical: "北极星平台" }]] });
  const { run } = createPipeline(own, nodejiebaSegmenter());
  test("win wherever they stand", () => {
    const text = "杭州北极星科技公司今天介绍了北极星。";
    const names = run(text).mentions.filter(({ type }) => type === "product");
    expect(names.map(({ start, end }) => text.slice(start, end))).toEqual(["北极星", "北极星"]);
    expect(names[0]).toMatchObject({ canonical: "北极星平台" });
  });
});

describe("without the model", () => {
  const plain = mentionRecognizer(createLexicon());
  test("dictionaries and marks still give names", () => {
    const text = "腾讯发布《用户协议》。";
    expect(mark(text, namesOf(text, plain))).toBe("[腾讯](organization)发布[《用户协议》](product)。");
  });
});

describe("any text", () => {
  test.each(["", "\ud800", "\0", "中".repeat(5000), "《".repeat(3000), "（".repeat(3000), "·".repeat(3000), "a ".repeat(3000), "1".repeat(5000), "“".repeat(3000), "𠮷野家宣布"])("never throws: case %#", (text) => {
    for (const { start, end } of namesOf(text)) expect(text.slice(start, end).length).toBeGreaterThan(0);
  });
});
