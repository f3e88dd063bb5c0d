import { describe, expect, test } from "vitest";
import { bodyEndings } from "../../src/lexicon/body.js";
import { Endings } from "../../src/lexicon/ending.js";

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
