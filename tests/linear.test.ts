import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLexicon } from "../src/lexicon/lexicon.js";
import type { Span } from "../src/model/index.js";
import { createPipeline } from "../src/pipeline.js";
import { readTables } from "../src/tables.js";
import { builtinSegmenter } from "../src/tokens/builtin.js";

/** Texts that nobody writes, each a unit said over and over; what takes quadratic time on one of them hangs its test. */
const UNITS: Readonly<Record<string, string>> = {
  "one character": "一",
  "one character that joins": "和",
  "digits only": "1",
  "years without numbers": "年",
  "scales only": "亿",
  "numbers with units": "5亿元、",
  "percentages listed": "5%、",
  "fractions without end": "1/",
  "dates without end": "2021-",
  "relative dates only": "今年",
  "times only": "1:",
  "pauses only": "、",
  "full stops only": "。",
  "line breaks only": "\n",
  "cue words only": "表示",
  "a speaker again and again": "张三表示",
  "a clause that says": "公司表示，净利润增长5%。",
  "no punctuation": "公司净利润同比增长",
  "sayings without punctuation": "公司表示净利润增长5%",
  "change words only": "增长",
  "changes with figures": "增长5%，",
  "event triggers only": "收购",
  "mutual triggers only": "合作",
  "deals without punctuation": "据公司公告腾讯2021年收购阿里巴巴5%股份",
  "modal words only": "预计",
  "negations only": "不",
  "prepositions only": "对",
  "frames in frames": "由公司从",
  "anaphors only": "公司",
  "的-chains": "中国的公司的",
  "names listed": "腾讯、",
  "names only": "腾讯",
  "titles only": "总裁",
  "aliases in brackets": "（简称“甲”）",
  "tickers in brackets": "（600519）",
  "words in quote marks": "“增长”",
  "quotes with speakers": "“公司增长。”他说",
  "one Latin letter": "a",
  "Latin words": "tesla model ",
  "astral characters": "😀",
  "lone surrogates": "\ud800",
  "full width": "Ａ１％，",
};

const DEEP = 10_000;
const NESTED: Readonly<Record<string, string>> = {
  "brackets that stay open": "（".repeat(DEEP),
  "brackets that are never opened": "）".repeat(DEEP),
  "brackets in brackets": `${"（".repeat(DEEP)}营收增长5%${"）".repeat(DEEP)}`,
  "quote marks that stay open": "“".repeat(DEEP),
  "quote marks in quote marks": `${"“".repeat(DEEP)}营收增长5%${"”".repeat(DEEP)}`,
  "title marks in title marks": `${"《".repeat(DEEP)}论语${"》".repeat(DEEP)}`,
  "many sayings, then many sentences": `${"公司表示，".repeat(DEEP)}。${"净利润增长。".repeat(DEEP)}`,
  "one saying, then many dates": `公司表示，增长。${"2021年营收增长，".repeat(DEEP)}`,
};

const SIZES = { "20 KB": 20_000, "200 KB": 200_000 };
/** No time is measured here: this only tells what hangs, on any machine. */
const GUARD = 60_000;

const { run } = createPipeline(createLexicon({ nameModel: readFileSync(new URL("../models/names.bin", import.meta.url)) }), builtinSegmenter(readTables()));

function expectSane(text: string): void {
  const { document, mentions, claims } = run(text, { year: 2022, month: 2, day: 1 });
  const isIn = ({ start, end }: Span): boolean => 0 <= start && start < end && end <= text.length;
  expect(document.text).toBe(text);
  expect(document.sentences.filter((sentence) => !isIn(sentence))).toEqual([]);
  expect(document.tokens.findIndex((token, i) => !isIn(token) || (document.tokens[i - 1]?.end ?? 0) > token.start)).toBe(-1);
  expect(mentions.findIndex((mention, i) => !isIn(mention) || (mentions[i - 1]?.end ?? 0) > mention.start)).toBe(-1);
  expect(claims.findIndex(({ span }, i) => !isIn(span) || (claims[i - 1]?.span.start ?? 0) > span.start)).toBe(-1);
  // What is made grows with the text, and no faster.
  expect(mentions.length).toBeLessThanOrEqual(text.length);
  expect(claims.length).toBeLessThanOrEqual(text.length);
}

describe.each(Object.entries(SIZES))("%s", (_, bytes) => {
  it.each(Object.entries(UNITS))("of %s", (__, unit) => expectSane(unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))), GUARD);
});

describe("nested 10,000 deep", () => {
  it.each(Object.entries(NESTED))("%s", (_, text) => expectSane(text), GUARD);
});
