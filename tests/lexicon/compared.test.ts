import { expect, test } from "vitest";
import { comparedWords } from "../../src/lexicon/compared.js";

const compared = comparedWords();

test.each([
  ["去年同期", "yoy"],
  ["上月同期", "mom"],
  ["上周同期", "yoy"],
  ["去年底", "yoy"],
  ["去年底的3.1%", "ytd"],
  ["上年度的水平", "yoy"],
  ["去年水平", "yoy"],
  ["去年水平线", undefined],
  ["去年11月", undefined],
  ["前一个月", "mom"],
  ["前月", "mom"],
  ["三年前一个月", undefined],
  ["上一季度", "qoq"],
  ["上周前一日", "wow"],
  ["其前一交易日", "dod"],
  ["水平", undefined],
  ["", undefined],
])("%s: %s", (words, basis) => expect(compared(words)).toBe(basis));
