import { expect, test } from "vitest";
import { read } from "./read.js";

/** `figure @ source` of each metric and change with a figure. */
const sources = (marked: string): string[] => {
  const { claims, words } = read(marked);
  return claims.flatMap((claim) => ((claim.type === "metric" || claim.type === "change") && claim.figure ? [`${words(claim.figure)} @ ${words(claim.attribution)}`] : []));
};

test.each([
  ["a speaker", "[中远重工](organization)表示，营收为10亿元。", ["10亿元 @ 中远重工"]],
  ["the innermost speaker", "据[路港社](organization)报道，[沈墨](person)称，营收为10亿元。", ["10亿元 @ 沈墨"]],
  ["quoted words before the cue", "“营收为10亿元。”[沈墨](person)说，“利润还会更高。”", ["10亿元 @ 沈墨"]],
  ["data of a body", "根据[海州海关](organization)的数据，进口量为10万吨。", ["10万吨 @ 海州海关"]],
  ["a report of a body", "根据[白石研究所](organization)发布的报告，贫困率为8.5%。", ["8.5% @ 白石研究所"]],
  ["a paper of one's own", "根据[中远重工](organization)公布的2023年年报，毛利率为31%。", ["31% @ 中远重工公布的2023年年报"]],
  ["what somebody learnt", "据[路港社](organization)了解，营收为10亿元。", ["10亿元 @ 路港社"]],
  ["bare data, over their sentences", "数据显示，进口量为10万吨。出口量为20万吨。", ["10万吨 @ 数据", "20万吨 @ 数据"]],
  ["bare data, until somebody speaks", "数据显示，进口量为10万吨。[沈墨](person)表示，出口量为20万吨。", ["10万吨 @ 数据", "20万吨 @ 沈墨"]],
  ["a rule that is only cited", "[中远重工](organization)表示，根据公司章程的规定，股息为每股1元，营收为10亿元。", ["10亿元 @ 中远重工"]],
  ["nobody", "据悉，营收为10亿元。", ["10亿元 @ -"]],
  ["the text itself, after a quotation", "[沈墨](person)说：“我们很期待。”当天客流量为10万人次。", ["10万人次 @ -"]],
])("%s", (_, text, expected) => {
  expect(sources(text)).toEqual(expect.arrayContaining(expected));
});
