import { describe, expect, test } from "vitest";
import { EVENT_TYPES } from "../../src/model/index.js";
import { claimLexemes } from "../../src/lexicon/claim.js";
import { eventNouns } from "../../src/lexicon/event.js";
import { readTable, word } from "../../src/lexicon/table.js";
import events from "../../dict/events.tsv";
import { read } from "./read.js";

/** Each event as `type trigger: agent > object`, then what else it has: `amount=`, `with=`, `in=`, modality, `negated`. */
function eventsIn(marked: string): string[] {
  const { claims, words } = read(marked);
  return claims.flatMap((claim) => {
    if (claim.type !== "event") return [];
    const more = [
      claim.amount && `amount=${words(claim.amount)}`,
      claim.counterparty && `with=${words(claim.counterparty)}`,
      claim.location && `in=${words(claim.location)}`,
      claim.modality !== "actual" && claim.modality,
      claim.polarity === "negated" && "negated",
    ];
    return [[`${claim.eventType} ${words(claim.trigger)}: ${words(claim.agent)} > ${words(claim.object)}`, ...more].filter(Boolean).join(" ")];
  });
}

const check = (cases: readonly (readonly [string, ...string[]])[]): void => {
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(eventsIn(text)).toEqual(expected);
  });
};

describe("the object decides the type", () => {
  check([
    ["[青橙网](organization)昨日发布新款手机。", "launch 发布: 青橙网 > 新款手机"],
    ["[海州市政府](organization)昨日发布数据安全管理办法。", "policy 发布: 海州市政府 > 数据安全管理办法"],
    ["[青橙网](organization)昨日发布财报。"],
    ["[海州市环保局](organization)启动专项行动。", "policy 启动: 海州市环保局 > 专项行动"],
    ["[中远重工](organization)启动二期工程。", "construction 启动: 中远重工 > 二期工程"],
    ["[中远重工](organization)调整组织架构。", "restructuring 调整: 中远重工 > 组织架构"],
    ["[海州市](location)调整防控措施。", "policy 调整: 海州市 > 防控措施"],
    ["首款电动轿车昨日下线。", "construction 下线: - > 首款电动轿车"],
    ["[青橙网](organization)的打车平台昨日下线。", "closure 下线: 青橙网 > 打车平台"],
  ]);
});

describe("who acts and to whom", () => {
  check([
    ["[海州证监局](organization)对[中远重工](organization)罚款600万元。", "penalty 罚款: 海州证监局 > 中远重工 amount=600万元"],
    ["[中远重工](organization)被[海州证监局](organization)立案调查。", "penalty 立案调查: 海州证监局 > 中远重工"],
    ["[中远重工](organization)遭到处罚。", "penalty 处罚: - > 中远重工"],
    ["本轮融资由[白石资本](organization)领投。", "investment 领投: 白石资本 > -"],
    ["[白石资本](organization)将所持股份质押给[海州银行](organization)。", "shareholding 质押: 白石资本 > 所持股份 with=海州银行"],
    ["[中远重工](organization)完成对[青橙网](organization)的收购。", "acquisition 收购: 中远重工 > 青橙网"],
    ["[中远重工](organization)以3亿元从[白石资本](organization)手中收购[青橙网](organization)。", "acquisition 收购: 中远重工 > 青橙网 amount=3亿元 with=白石资本"],
    ["[青橙网](organization)总裁[沈墨](person)辞职。", "departure 辞职: 沈墨 > -"],
    ["[中远重工](organization)任命前总工程师[沈墨](person)为总经理。", "appointment 任命: 中远重工 > 沈墨"],
    ["[沈墨](person)被任命为总经理。", "appointment 被任命为: - > 沈墨"],
    ["论坛昨日在[南浦](location)开幕。", "meeting 开幕: - > 论坛 in=南浦"],
    ["[中远重工](organization)扩产。", "construction 扩产: 中远重工 > -"],
    ["[中远重工](organization)的海上风电项目投产。", "construction 投产: 中远重工 > 海上风电项目"],
    ["[海州市](location)一家餐馆发生爆炸。", "incident 爆炸: 一家餐馆 > - in=海州市"],
  ]);
});

describe("sides of a deal", () => {
  check([
    ["[青橙网](organization)与[海州银行](organization)合作。", "partnership 合作: 青橙网 > - with=海州银行"],
    ["[青橙网](organization)昨日与[海州银行](organization)签署战略合作协议。", "partnership 签署战略合作协议: 青橙网 > - with=海州银行"],
    ["[青橙网](organization)和[海州银行](organization)达成合作。", "partnership 达成合作: 青橙网和海州银行 > -"],
    ["[青橙网](organization)合作。"],
  ]);
});

describe("amounts", () => {
  check([
    ["[白石资本](organization)增持公司股份120万股。", "shareholding 增持: 白石资本 > 公司股份 amount=120万股"],
    ["[中远重工](organization)耗资8000万元回购股票。", "shareholding 回购: 中远重工 > 股票 amount=8000万元"],
    ["[青橙网](organization)完成2亿元融资。", "financing 融资: 青橙网 > - amount=2亿元"],
    ["[中远重工](organization)中标金额约4.4亿元。"],
  ]);
});

describe("several in a clause, and carried on", () => {
  check([
    ["[中远重工](organization)宣布收购[青橙网](organization)，并任命[沈墨](person)为总裁。", "acquisition 收购: 中远重工 > 青橙网", "appointment 任命: 中远重工 > 沈墨"],
    ["[中远重工](organization)投资5亿元建设生产线。", "investment 投资: 中远重工 > - amount=5亿元", "construction 建设: 中远重工 > 生产线"],
    ["[国资委](organization)制定或修改若干条例。", "policy 制定或修改: 国资委 > 若干条例"],
  ]);
});

describe("planned, called off", () => {
  check([
    ["[中远重工](organization)终止收购[青橙网](organization)。", "acquisition 收购: 中远重工 > 青橙网 negated"],
    ["[中远重工](organization)对[青橙网](organization)的收购失败。", "acquisition 收购: 中远重工 > 青橙网 negated"],
    ["[青橙网](organization)拟在[白石国](location)上市。", "listing 上市: 青橙网 > - in=白石国 planned"],
    ["[青橙网](organization)没有上市计划。", "listing 上市: 青橙网 > - planned negated"],
  ]);
});

describe("background is no event", () => {
  check([
    ["投资机会增多。"],
    ["报告提到了合作方向。"],
    ["上市公司应当披露信息。"],
    ["课上分析了几个收购案例。"],
    ["公司上市以来业绩平稳。"],
    ["重组概念股走强。"],
    ["融资环境改善。"],
  ]);
});

describe("the tables", () => {
  const table = claimLexemes();
  const text: string = events;
  test("every type has at least twenty words", () => {
    for (const type of EVENT_TYPES) expect(text.split("\n").filter((line) => line.split("\t")[1] === type).length, type).toBeGreaterThanOrEqual(20);
  });
  test("every class that a sense asks for is a class of objects", () => {
    const classes = new Set(text.split("\n").slice(1).filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t")[3] ?? "").filter(Boolean));
    const nouns = eventNouns();
    const known = new Set(["新款手机", "管理办法", "体验店", "合作协议", "供货合同", "公司股份", "不良资产", "公司债", "天使投资", "招股书", "股息", "总经理", "员工", "上市计划", "组织架构", "生产线", "轿车", "疫苗", "临床批件", "警示函", "按钮", "专项行动", "子公司", "诉讼", "科创板", "强制措施", "议案"].flatMap((noun) => nouns.classesOf(noun, 0, noun.length)));
    expect([...classes].filter((name) => !known.has(name))).toEqual([]);
  });
  test("words that hold a trigger are one word", () => {
    expect(table.get("上市公司")?.shield).toBe(true);
    expect(table.get("收购")?.events?.[0]?.type).toBe("acquisition");
  });
  test("a type that does not exist is an error with its place", () => {
    expect(() => readTable("dict/x.tsv", "#columns: word; source: x; licence: MIT\n\t\n", { word })).toThrow("dict/x.tsv");
  });
});
