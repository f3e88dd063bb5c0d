import { describe, expect, test } from "vitest";
import { read } from "./read.js";

/** Each relation as `relation: subject > object`, with `[title]` and `figure` where it has them, `planned` or `negated` where it is so. */
function relations(marked: string): string[] {
  const { claims, words } = read(marked);
  return claims.flatMap((claim) => {
    if (claim.type !== "relation") return [];
    const more = [claim.title && `[${words(claim.title)}]`, claim.figure && words(claim.figure), claim.modality !== "actual" && claim.modality, claim.polarity === "negated" && "negated"];
    return [[`${claim.relation}: ${words(claim.subject)} > ${words(claim.object)}`, ...more].filter(Boolean).join(" ")];
  });
}

const check = (cases: readonly (readonly [string, ...string[]])[]): void => {
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(relations(text)).toEqual(expected);
  });
};

describe("position", () => {
  check([
    ["[中远重工](organization)副总裁[沈墨](person)到访。", "position: 沈墨 > 中远重工 [副总裁]"],
    ["前[中远重工](organization)总裁[沈墨](person)到访。", "position: 沈墨 > 中远重工 [总裁]"],
    ["[中远重工](organization)董事长兼CEO[沈墨](person)到访。", "position: 沈墨 > 中远重工 [董事长兼CEO]"],
    ["[中远重工](organization)的负责人[沈墨](person)到访。", "position: 沈墨 > 中远重工 [负责人]"],
    ["[海州市委](organization)书记、省海洋产业链链长[高远](person)到访。", "position: 高远 > 海州市委 [书记]"],
    ["[白石国](location)外交部长[贝洛](person)到访。", "position: 贝洛 > 白石国 [外交部长]"],
    ["[海州大学](organization)教授、[白石研究所](organization)所长[林奇](person)到访。", "position: 林奇 > 海州大学 [教授]", "position: 林奇 > 白石研究所 [所长]"],
    ["[沈墨](person)将出任[中远重工](organization)总经理。", "position: 沈墨 > 中远重工 [总经理] planned"],
    ["[中远重工](organization)公告，[沈墨](person)曾任公司财务总监。", "position: 沈墨 > 中远重工 [财务总监]"],
    ["[中远重工](organization)并未按照创始人[沈墨](person)的设想前进。", "position: 沈墨 > 中远重工 [创始人]"],
    ["[中远重工](organization)董事长[沈墨](person)、总裁[林奇](person)到访。", "position: 沈墨 > 中远重工 [董事长]", "position: 林奇 > 中远重工 [总裁]"],
    ["[沈墨](person)，[中远重工](organization)创始人，生于海州。", "position: 沈墨 > 中远重工 [创始人]"],
    ["[沈墨](person)是[中远重工](organization)董事长。", "position: 沈墨 > 中远重工 [董事长]"],
    ["[海州日报](organization)讯记者[李青](person)昨日到访。"],
    ["[白石国](location)演员[林奇](person)到访。"],
    ["公司总经理没有露面。"],
  ]);
});

describe("part and whole", () => {
  check([
    ["[青橙网](organization)旗下的[青橙地图](product)、[青橙外卖](product)改版。", "subsidiary: 青橙地图 > 青橙网", "subsidiary: 青橙外卖 > 青橙网"],
    ["[中远重工](organization)全资子公司[中远船厂](organization)停工。", "subsidiary: 中远船厂 > 中远重工"],
    ["[中远重工](organization)公告，控股子公司[中远船厂](organization)停工。", "subsidiary: 中远船厂 > 中远重工"],
    ["[中远船厂](organization)的母公司[中远重工](organization)停牌。", "subsidiary: 中远船厂 > 中远重工"],
    ["[中远船厂](organization)是[中远重工](organization)旗下企业。", "subsidiary: 中远船厂 > 中远重工"],
    ["志愿者在红旗下合影。"],
  ]);
});

describe("owner", () => {
  check([
    ["[沈墨](person)持有[中远重工](organization)28.6%的股份。", "owner: 沈墨 > 中远重工 28.6%"],
    ["[白石基金](organization)持有的[中远重工](organization)约三成股权被冻结。", "owner: 白石基金 > 中远重工 约三成"],
    ["[中远重工](organization)公告，持股5.2%的股东[沈墨](person)拟减持。", "owner: 沈墨 > 中远重工 5.2%"],
    ["[中远重工](organization)公告，公司控股股东、实际控制人[沈墨](person)（持股37.57%）拟减持。", "owner: 沈墨 > 中远重工 37.57%"],
    ["[白石基金](organization)是[中远重工](organization)的第一大股东。", "owner: 白石基金 > 中远重工"],
    ["[白石基金](organization)不持有[中远重工](organization)任何股份。", "owner: 白石基金 > 中远重工 negated"],
    ["乘客持有效证件即可登船。"],
  ]);
});

describe("other names and codes", () => {
  check([
    ["[海州远洋渔业有限公司](organization)（以下简称“海州渔业”）成立。", "alias: 海州远洋渔业有限公司 > 海州渔业"],
    ["[贝洛](person)（Bello）生于海州。", "alias: 贝洛 > Bello"],
    ["[世界冰球联盟](organization)（WIHL）公布了名单。", "alias: 世界冰球联盟 > WIHL"],
    ["[海州港](location)又称“北方渔港”。", "alias: 海州港 > 北方渔港"],
    ["[中远重工](organization)(301999)停牌。", "ticker: 中远重工 > 301999"],
    ["[中远重工](organization)（2688.HK）停牌。", "ticker: 中远重工 > 2688.HK"],
    ["[中远重工](organization)（NASDAQ：ZYZG）停牌。", "ticker: 中远重工 > ZYZG"],
    ["[中远重工](organization)（股票代码：SH688999）停牌。", "ticker: 中远重工 > 688999"],
    ["门票（含保险）可在网上预订。"],
    ["[《海上》](product)（1998年）讲述了渔村的变迁。"],
    ["[沈墨](person)访问了[中远重工](organization)（[海州日报](organization)摄）。"],
  ]);
});

test("what a text repeats it claims once", () => {
  expect(relations("[白石国](location)总统[贝洛](person)抵达。[白石国](location)总统[贝洛](person)离开。")).toEqual(["position: 贝洛 > 白石国 [总统]"]);
});
