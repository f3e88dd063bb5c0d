import { expect, test } from "vitest";
import { createExtractor } from "../../src/index.js";
import { faultOf } from "./invariants.js";

/** What fuzzing has found, each cut down to the words that matter. */
test.each([
  ["a quotation that opens and ends", "凯乐石创始人钟承湛说，“"],
  ["an empty quotation", "牵头人上官砚秋主张“”。"],
  ["marks before a speaker", "…朱桔榕表示"],
  ["parts of nothing", "跌0分之.6%，承压，"],
  ["parts of nothing in Chinese numerals", "零分之三"],
  ["a number beyond all numbers", `营收${"9".repeat(400)}亿元，同比增长1e309%。`],
])("%s", (_, text) => {
  expect(faultOf(text, createExtractor().extract(text))).toBeUndefined();
});
