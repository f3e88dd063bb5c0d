import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createExtractor, OptionError, RuleError, type ClaimRule, type RuleDraft } from "../src/index.js";
import { resultSchema } from "../src/schema.js";

const dictionary = [{ name: "青禾乳业", type: "organization" as const }, { name: "松原家电", type: "organization" as const }];
const text = "青禾乳业拟每10股派5元。公司已与松原家电一拍即合。";

const rule = (name: string, apply: ClaimRule["apply"]): ClaimRule => ({ name, apply });
const giving = (draft: unknown): ClaimRule => rule("test/one", ({ sentence }) => (sentence.start === 0 ? [draft as RuleDraft] : []));
const extractWith = (...rules: ClaimRule[]): ReturnType<ReturnType<typeof createExtractor>["extract"]> => createExtractor({ dictionary, rules }).extract(text, { explain: true });

const match = rule("event/match", function* ({ sentence, antecedentOf }) {
  for (const { words } of sentence.clauses)
    for (const [i, word] of words.entries()) {
      const verb = words.slice(i + 1).find(({ text: own }) => own === "一拍即合");
      const agent = antecedentOf(word);
      const counterparty = words.find(({ frame, mention }) => frame === "partner" && mention);
      if (verb && agent && counterparty) yield { type: "event", eventType: "match", trigger: verb, agent, counterparty };
    }
});

test("a rule's claim is completed like any other", () => {
  const result = extractWith(match);
  const claim = result.claims.find((one) => one.rule === "event/match");
  expect(claim).toMatchObject({ type: "event", eventType: "match", agent: { text: "青禾乳业", mention: "m1" }, trigger: { text: "一拍即合" }, counterparty: { text: "松原家电" }, polarity: "affirmed", modality: "actual", sentence: 1 });
  expect(claim?.explanation?.arguments).toContainEqual({ role: "agent", from: "antecedent", by: expect.objectContaining({ text: "公司" }) });
  expect(claim?.confidence).toBeGreaterThan(0);
  expect(resultSchema.parse(result)).toEqual(result);
});

test("modality comes from the surroundings, or from the rule", () => {
  const figure = { start: 10, end: 12 };
  const metric = { start: 5, end: 10 };
  const [planned] = extractWith(giving({ type: "metric", figure, metric })).claims.filter((claim) => claim.rule === "test/one");
  expect(planned).toMatchObject({ modality: "planned", figure: { value: 5, unit: "CNY" } });
  const [set] = extractWith(giving({ type: "metric", figure, metric, modality: "actual", polarity: "negated", confidence: 0.25 })).claims.filter((claim) => claim.rule === "test/one");
  expect(set).toMatchObject({ modality: "actual", polarity: "negated", confidence: 0.25 });
});

test("it goes before a built-in claim of its type on the same word", () => {
  const plain = createExtractor({ dictionary }).extract(text).claims.filter((claim) => claim.type === "metric");
  const own = extractWith(giving({ type: "metric", figure: { start: 10, end: 12 } })).claims.filter((claim) => claim.type === "metric");
  expect(plain.map(({ rule: name }) => name)).not.toContain("test/one");
  expect(own.filter(({ figure }) => figure.start === 10).map(({ rule: name }) => name)).toEqual(["test/one"]);
});

test("a statement of a rule is a source for what it holds", () => {
  const speaking = rule("statement/own", ({ sentence }) => {
    const at = sentence.text.indexOf("感慨万千");
    return at < 0 ? [] : [{ type: "statement", cue: { start: at, end: at + 4 }, speaker: { start: 0, end: 3 }, content: { start: at + 5, end: sentence.end - 1 }, direct: false }];
  });
  const { claims } = createExtractor({ rules: [speaking] }).extract("林舒窈感慨万千，青禾乳业净利润达5亿元。");
  expect(claims.find((claim) => claim.type === "metric")).toMatchObject({ attribution: { text: "林舒窈" }, within: "c1" });
});

describe("what is no claim of the text is an error that names the rule", () => {
  const figure = { start: 10, end: 12 };
  test.each([
    [null, "a draft that is null"],
    [{ type: "rumour" }, 'type "rumour"'],
    [{ type: "metric" }, "no figure in a draft of type metric"],
    [{ type: "metric", figure: { start: 10, end: 11 } }, 'figure: "5"'],
    [{ type: "metric", figure, subject: { start: 0, end: 99 } }, 'subject: {"start":0,"end":99}'],
    [{ type: "metric", figure, subject: { start: 3, end: 3 } }, 'subject: {"start":3,"end":3}'],
    [{ type: "metric", figure, subject: { start: 0.5, end: 3 } }, 'subject: {"start":0.5,"end":3}'],
    [{ type: "metric", figure, modality: "certain" }, 'modality: "certain"'],
    [{ type: "metric", figure, object: { start: 0, end: 4 } }, "a field object"],
    [{ type: "metric", figure, confidence: 2 }, "confidence: 2"],
    [{ type: "event", trigger: { start: 9, end: 10 }, eventType: "Big Deal" }, 'eventType: "Big Deal"'],
    [{ type: "event", trigger: { start: 21, end: 25 }, eventType: "match" }, "a claim that stands on a word of another sentence"],
  ])("%j", (draft, found) => {
    const run = (): unknown => extractWith(giving(draft));
    expect(run).toThrow(RuleError);
    expect(run).toThrow(expect.objectContaining({ code: "rule", rule: "test/one", where: "rule test/one", found }));
  });

  test("so is an error it throws, kept as the cause", () => {
    const cause = new TypeError("words is undefined");
    const run = (): unknown =>
      extractWith(
        rule("test/broken", () => {
          throw cause;
        }),
      );
    expect(run).toThrow(expect.objectContaining({ name: "RuleError", rule: "test/broken", found: "TypeError: words is undefined", cause }));
  });

  test.each([["match"], [{ name: "x" }], [[{ name: "", apply: () => [] }]], [[match, match]]])("rules: %j", (rules) => {
    expect(() => createExtractor({ rules: rules as never })).toThrow(OptionError);
  });
});

test("what a rule does to what it sees reaches nobody", () => {
  const vandal = rule("test/vandal", ({ sentence }) => {
    for (const word of sentence.clauses.flatMap(({ words }) => words)) {
      Object.assign(word.lexeme ?? {}, { shield: true, events: undefined, metric: {} });
      Object.assign(word.mention ?? {}, { type: "person", start: 0 });
    }
    return [];
  });
  const own = createExtractor({ dictionary, rules: [vandal] });
  const before = createExtractor({ dictionary }).extract(text);
  own.extract(text);
  expect(own.extract(text).claims).toEqual(before.claims);
});

test("extractors with rules have a hash of their own", () => {
  expect(createExtractor({ rules: [match] }).dictionaryHash).not.toBe(createExtractor().dictionaryHash);
});

test("examples/rule.mjs", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["examples/rule.mjs"], { encoding: "utf8" });
  expect(stdout).toContain("metric/per-shares | 青禾乳业 | 每10股派 | 5 | planned");
  expect(stdout).toContain("event/verb | donation | 青禾乳业 | 捐建 | 两所小学");
});
