import { describe, expect, test } from "vitest";
import { createExtractor, DROP_REASONS, extract, type Explanation, type Result, type ResultClaim, type TextSpan } from "../src/index.js";
import { claimArguments } from "../src/model/index.js";
import { resultSchema } from "../src/schema.js";
import { loadFixtures } from "../src/testing.js";

const explained = (text: string, referenceDate = "2024-06-12"): Result => extract(text, { explain: true, referenceDate });

function claimOn(result: Result, words: string): ResultClaim & { explanation: Explanation<TextSpan> } {
  const claim = result.claims.find(({ explanation }) => explanation?.words.some(({ span }) => span.text === words));
  if (!claim?.explanation) throw new Error(`no claim on ${words}`);
  return claim as ResultClaim & { explanation: Explanation<TextSpan> };
}

describe("a claim", () => {
  test("names the words it stands on, and the tables that know them", () => {
    const { explanation } = claimOn(explained("青禾乳业完成对松原家电的收购。"), "收购");
    expect(explanation.words).toEqual([
      { span: expect.objectContaining({ text: "完成" }), tables: expect.arrayContaining(["event-carriers"]) },
      { span: expect.objectContaining({ text: "收购" }), tables: ["events"] },
    ]);
  });

  test("says where each part was found", () => {
    const result = explained("青禾乳业2023年净利润为13亿元，同比增长15%。公司向松原家电投资2亿元。");
    const from = (words: string): Record<string, string> => Object.fromEntries(claimOn(result, words).explanation.arguments.map((one) => [one.role, one.by ? `${one.from} ${one.by.text}` : one.from]));
    expect(from("增长")).toEqual({ subject: "clause-before", metric: "clause-before", trigger: "clause", figure: "clause" });
    expect(from("投资")).toMatchObject({ agent: "antecedent 公司", amount: "clause" });
    expect(claimOn(result, "增长").explanation.time).toEqual({ from: "clause-before" });
  });

  test("says what set polarity, modality and source", () => {
    const result = explained("据路透社报道，青禾乳业预计营收增长30%。林舒窈表示，公司不会裁员。");
    expect(claimOn(result, "增长")).toMatchObject({ modality: "predicted", explanation: { modality: { because: "statement", by: { text: "预计" } }, polarity: { because: "default" } } });
    expect(claimOn(result, "裁员")).toMatchObject({ polarity: "negated", explanation: { polarity: { because: "word" }, attribution: { because: "statement", by: { text: "表示" } } } });
  });
});

describe("what becomes no claim", () => {
  test.each([
    ["上市公司应当及时披露信息。", "event", "上市公司", "shield"],
    ["投资方向值得关注。", "event", "投资", "background"],
    ["青禾乳业在21个城市开设门店。", "metric", "21个", "count"],
    ["按照要求，项目如期完工。", "statement", "要求", "speaker"],
    ["青禾乳业加大研发力度。", "change", "加大", "unmeasured"],
    ["林舒窈是青禾乳业董事长。青禾乳业股价突破3万美元大关。", "metric", "突破3万美元", "unmeasured"],
  ])("%s: no %s on %s, for it is %s", (text, type, words, because) => {
    expect(explained(text).dropped).toContainEqual(expect.objectContaining({ type, because, span: expect.objectContaining({ text: words }) }));
  });

  test("every figure is in a claim or is told of", () => {
    for (const { text } of loadFixtures("fixtures/claims").slice(0, 150)) {
      const { mentions, claims, dropped = [] } = explained(text);
      const told = [...claims.flatMap((claim) => claimArguments(claim).map(([, span]) => span)), ...dropped.filter(({ type }) => type === "metric").map(({ span }) => span)];
      for (const figure of mentions.filter(({ type }) => type === "figure")) {
        expect(told.some((span) => span.start === figure.start), `${figure.text} in ${text}`).toBe(true);
      }
    }
  });
});

test("it is asked for, changes no claim, parses, is the same each time, and counts in the caller's unit", () => {
  const extractor = createExtractor();
  for (const { text } of loadFixtures("fixtures/claims").slice(0, 100)) {
    const plain = extractor.extract(text);
    const whole = extractor.extract(`😀${text}`, { explain: true, offsets: "codepoint" });
    const result = extractor.extract(text, { explain: true });
    expect("dropped" in plain || plain.claims.some((claim) => "explanation" in claim)).toBe(false);
    expect(resultSchema.parse(result)).toEqual(result);
    expect(extractor.extract(text, { explain: true })).toEqual(result);
    expect(result.claims.map(({ explanation: _, ...claim }) => claim)).toEqual(plain.claims);
    const points = Array.from(`😀${text}`);
    for (const { span } of whole.dropped ?? []) expect(points.slice(span.start, span.end).join("")).toBe(span.text);
  }
});

test.each(["收购", "公司增长5%，", "他说：“", "（占2%", "5元、", "\ud800称，", "上市公司公告称，其净利润增长，"])("%j, ever again, is told of as well", (unit) => {
  const text = unit.repeat(500);
  expect(resultSchema.safeParse(explained(text)).success).toBe(true);
});

test("each reason reads as the end of a sentence", () => {
  for (const reason of Object.values(DROP_REASONS)) expect(reason).toMatch(/^[a-z].*[\w)]$/);
});
