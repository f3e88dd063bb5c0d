import { describe, expect, test } from "vitest";
import { read } from "./read.js";

/** Each statement as `speaker|cue|content`, direct speech in quotes, negated cues with `!`. */
function statements(marked: string): string[] {
  const { claims, words } = read(marked);
  return claims.flatMap((claim) => {
    if (claim.type !== "statement") return [];
    const content = claim.direct ? `“${words(claim.content)}”` : words(claim.content);
    return [`${words(claim.speaker)}|${claim.polarity === "negated" ? "!" : ""}${words(claim.cue)}|${content}`];
  });
}

const check = (cases: readonly (readonly [string, ...string[]])[]): void => {
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(statements(text)).toEqual(expected);
  });
};

describe("the cue before what is said", () => {
  check([
    ["[中远重工](organization)表示，订单已排到明年。", "中远重工|表示|订单已排到明年"],
    ["[沈墨](person)13日在论坛上指出，行业拐点已经到来。", "沈墨|指出|行业拐点已经到来"],
    ["[沈墨](person)说：“我们不会退出。”", "沈墨|说|“我们不会退出”"],
    ["[沈墨](person)坦言，“账上的钱只够用三个月”，并称正在寻找新股东。", "沈墨|坦言|“账上的钱只够用三个月”", "沈墨|称|正在寻找新股东"],
    ["多家机构认为油价还会走高。", "多家机构|认为|油价还会走高"],
    ["[海州市](location)要求企业错峰用电。", "海州市|要求|企业错峰用电"],
    ["[中远重工](organization)宣布了一项回购计划。", "中远重工|宣布|一项回购计划"],
    ["[中远重工](organization)回应[晨报](organization)记者称，消息不实。", "中远重工|称|消息不实"],
    ["两名司机告诉记者，路面已经结冰。", "两名司机|告诉|路面已经结冰"],
  ]);
});

describe("the cue behind what is said", () => {
  check([
    ["“油价还会走高。”[沈墨](person)说。", "沈墨|说|“油价还会走高”"],
    ["“油价还会走高，”[沈墨](person)在一份报告中说。", "沈墨|说|“油价还会走高”"],
    ["“油价还会走高，”报告中指出。", "报告|指出|“油价还会走高”"],
    ["两座大桥已经合龙，市长[高远](person)说。", "高远|说|两座大桥已经合龙"],
    ["“油价还会走高。”[沈墨](person)告诉记者，“但不会太久。”", "沈墨|告诉|“但不会太久”"],
    ["在[沈墨](person)看来，行业拐点已经到来。", "沈墨|看来|行业拐点已经到来"],
  ]);
});

describe("papers, bodies and rumours", () => {
  check([
    ["据[路港社](organization)15日报道，矿工罢工已经结束。", "路港社|报道|矿工罢工已经结束"],
    ["据[路港社](organization)报道，[贝洛](person)表示，罢工已经结束。", "路港社|报道|贝洛表示，罢工已经结束", "贝洛|表示|罢工已经结束"],
    ["据[路港社](organization)了解，罢工已经结束。"],
    ["[中远重工](organization)公告，拟出售旗下船厂。公司预计交易年内完成。", "中远重工|公告|拟出售旗下船厂。公司预计交易年内完成"],
    ["[中远重工](organization)发布补充公告，合同尚未生效。", "中远重工|发布补充公告|合同尚未生效"],
    ["[海州市统计局](organization)：上半年物价涨幅收窄。", "海州市统计局|：|上半年物价涨幅收窄"],
    ["记者从[海州海关](organization)获悉，口岸已恢复通关。", "海州海关|获悉|口岸已恢复通关"],
    ["[白石研究所](organization)最新发布的报告显示，用水缺口正在扩大。", "白石研究所|显示|用水缺口正在扩大"],
    ["草案指出，平台应当公示收费标准。", "草案|指出|平台应当公示收费标准"],
    ["有消息称，谈判已经破裂。", "消息|称|谈判已经破裂"],
    ["数据显示，客流明显恢复。"],
    ["本报记者[李青](person)报道：海州的睡莲开了。"],
    ["南方多地将迎来强降雨。（[海州日报](organization)）"],
  ]);
});

describe("who speaks", () => {
  check([
    ["[白石证券](organization)分析师[林奇](person)认为，油价还会走高。", "林奇|认为|油价还会走高"],
    ["[白石证券](organization)策略师警告称，风险正在积累。", "白石证券策略师|警告称|风险正在积累"],
    ["[白石证券](organization)发言人证实，裁员已经开始。", "白石证券|证实|裁员已经开始"],
    ["不愿具名的知情人士透露，谈判已经破裂。", "知情人士|透露|谈判已经破裂"],
    ["[沈墨](person)和[林奇](person)表示，合作将继续。", "沈墨和林奇|表示|合作将继续"],
    ["[沈墨](person)走访了门店。他说，客流明显恢复。", "沈墨|说|客流明显恢复"],
    ["[中远重工](organization)股价大涨。公司称，生产经营正常。", "中远重工|称|生产经营正常"],
    ["[沈墨](person)出席[海州市政府](organization)会议时表示，行业拐点已经到来。", "沈墨|表示|行业拐点已经到来"],
    ["[白石国](location)外长[贝洛](person)发表讲话，呼吁各方停火。", "贝洛|呼吁|各方停火"],
    ["一名供应商表示，货款拖欠了半年。“我们已经停止供货了，”他说。", "供应商|表示|货款拖欠了半年", "供应商|说|“我们已经停止供货了”"],
  ]);
});

describe("where it ends", () => {
  check([
    ["[沈墨](person)表示，订单充足。我们将继续扩产。", "沈墨|表示|订单充足。我们将继续扩产"],
    ["[沈墨](person)宣布，公司将迁址。搬迁工作次日开始。", "沈墨|宣布|公司将迁址"],
    ["[白石证券](organization)表示，油价还会走高；[东岳证券](organization)则指出，库存正在下降。", "白石证券|表示|油价还会走高", "东岳证券|指出|库存正在下降"],
    ["[沈墨](person)说：“客流恢复了。”门店当天排起长队。", "沈墨|说|“客流恢复了”"],
  ]);
});

describe("no statement", () => {
  check([["按照防疫要求，门店暂停营业。"], ["结果符合市场预期，股价上涨。"], ["展览名为“大河之上”，由两地博物馆合办。"], ["[中远重工](organization)发表内部信，表示将收缩业务。", "中远重工|表示|将收缩业务"], ["[中远重工](organization)没有就此事回应。", "中远重工|!回应|-"]]);
});

test("a report whose source is not named speaks for nobody in particular", () => {
  expect(statements("据报道，罢工已经结束。")).toEqual(["报道|报道|罢工已经结束"]);
});

test.each(["说", "“", "”说", "据", "据，据", "“说”“说", "：：：", "X说：“", "他说他说他说", "（说）", "表示\ud800", "公告。公告。", "有消息称", "在看来", "记者从获悉"])("nothing breaks on %j", (text) => {
  expect(() => statements(text)).not.toThrow();
});

// 计划 is no cue, or every plan would be a statement.
test.fails("a plan in quotes is a statement", () => {
  expect(statements("[沈墨](person)在内部信中计划“三年内实现盈利，五年内完成上市”。")).toEqual(["沈墨|计划|“三年内实现盈利，五年内完成上市”"]);
});
