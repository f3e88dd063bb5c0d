import { describe, expect, test } from "vitest";
import { nameCues } from "../../../src/lexicon/name-cue.js";
import { createLexicon } from "../../../src/lexicon/lexicon.js";
import { edgeTrimmer } from "../../../src/mentions/name/edge.js";
import { kindTeller } from "../../../src/mentions/name/kind.js";
import { originEnd } from "../../../src/mentions/name/origin.js";
import { createPipeline } from "../../../src/pipeline.js";
import { nodejiebaSegmenter } from "../../../src/tokens/nodejieba.js";

const lexicon = createLexicon();
const { read } = createPipeline(lexicon, nodejiebaSegmenter());

describe("the start of a name", () => {
  test.each([
    ["若氢舟", "氢舟"],
    ["若能", ""],
    ["若谱光", "谱光"],
    ["同程集团", "同程集团"],
    ["星澜科技", "星澜科技"],
    ["里约", "里约"],
  ])("%s starts in earnest at %s", (written, name) => {
    const document = read(`${written}的股份。`);
    const start = edgeTrimmer(document, lexicon.lexemes, nameCues(), lexicon.names).startOf(0, written.length);
    expect(written.slice(start)).toBe(name);
  });
});

describe("the end of a name", () => {
  test.each([
    ["星澜科技港股", "星澜科技"],
    ["星澜科技股价", "星澜科技"],
    ["秦港股份", "秦港股份"],
    ["港股", "港股"],
  ])("%s ends in earnest at %s", (written, name) => {
    const end = edgeTrimmer(read(written), lexicon.lexemes, nameCues(), lexicon.names).endOf(0, written.length);
    expect(written.slice(0, end)).toBe(name);
  });
});

describe("kinds of bodies", () => {
  const isKind = kindTeller(lexicon.nameParts, nameCues());
  test.each(["上市公司", "行业协会", "航空工业", "外资银行", "保险资产管理公司"])("%s is a kind", (words) => {
    expect(isKind(words, 0, words.length)).toBe(true);
  });
  test.each(["星澜科技", "工银理财", "苏州银行"])("%s is none", (words) => {
    expect(isKind(words, 0, words.length)).toBe(false);
  });
});

describe("a place that only says where another lies", () => {
  test.each([
    ["法国格拉斯", "法国"],
    ["湖南新晃县", "湖南"],
    ["浙江余姚", "浙江"],
  ])("%s is apart: %s", (words, first) => {
    expect(words.slice(0, originEnd(words, { start: 0, end: words.length }, lexicon.names))).toBe(first);
  });
  test.each(["杭州市富阳区", "湖南省汉寿县", "中国台湾地区", "德国北部", "四川盆地", "格拉斯"])("%s is one name", (words) => {
    expect(originEnd(words, { start: 0, end: words.length }, lexicon.names)).toBe(undefined);
  });
});
