import { describe, expect, test } from "vitest";
import { bodyEndings } from "../../src/lexicon/body.js";
import { Endings } from "../../src/lexicon/ending.js";
import { nounEndings } from "../../src/lexicon/noun-ending.js";

describe("endings", () => {
  const endings = new Endings(new Map([["书", "book"], ["通知书", "notice"], ["知书达理", "virtue"]]));

  test.each([
    ["整改通知书", "notice"],
    ["知书", "book"],
    ["书", "book"],
    ["书法", undefined],
    ["", undefined],
  ])("%s: %s", (text, value) => expect(endings.of(text, 0, text.length)).toBe(value));

  test("looks no further back than asked", () => expect(endings.of("整改通知书", 3, 5)).toBe("book"));
});

describe("bodies", () => {
  test.each([
    ["该公司", "firm"],
    ["最高法院", "authority"],
    ["招商银行", "speaker"],
    ["华为", undefined],
  ])("%s: %s", (text, kind) => expect(bodyEndings().of(text, 0, text.length)).toBe(kind));
});

describe("nouns", () => {
  const endings = nounEndings();

  test.each([
    ["信托公司", ["holder"]],
    ["风力事业部", ["holder", "division"]],
    ["中药板块", ["holder", "division", "instrument"]],
    ["乳制品行业", ["holder", "market"]],
    ["蔬菜批发市场", ["market"]],
    ["订单数", ["measure"]],
    ["物价指数", ["instrument"]],
    ["偿债能力水平", ["measure"]],
    ["创意水平", undefined],
    ["指数水平", []],
    ["次新股", ["instrument"]],
    ["参股", []],
    ["交叉持股", []],
    ["天气", undefined],
  ])("%s: %j", (text, is) => expect(endings.of(text, 0, text.length)).toEqual(is));
});
