import { describe, expect, test } from "vitest";
import { differences, engines, nodejiebaBuilt, randomTexts, sharedTexts, tagged } from "./parity.js";

/**
 * The built-in engine against nodejieba 3.5.8, token for token and tag for tag. Known differences, all nodejieba's:
 * - a lone surrogate: nodejieba's own result has U+FFFD in its place; behind our interface the text is kept.
 */
describe.skipIf(!nodejiebaBuilt)("builtin and nodejieba agree", () => {
  const shared = sharedTexts();

  test.skipIf(shared.length === 0)("on the shared texts", () => {
    expect(shared.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeGreaterThan(1e6);
    expect(differences(engines(), shared)).toEqual([]);
  });

  test("on 12,000 random texts, well over 1 MB", () => {
    const texts = randomTexts(12_000, 1);
    expect(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)).toBeGreaterThan(1e6);
    expect(differences(engines(), texts)).toEqual([]);
  });

  test("on long runs without a separator", () => {
    const texts = [randomTexts(400, 2).join("").replace(/[\s，。]/gu, ""), "中".repeat(20_000), "7".repeat(20_000), "x".repeat(20_000), "〇".repeat(20_000), "（".repeat(20_000), "😀".repeat(10_000)];
    expect(differences(engines(), texts)).toEqual([]);
  });

  test("on lone surrogates", () => {
    const texts = randomTexts(500, 3).map((text, i) => `${text.slice(0, i % 7)}\ud83d${text.slice(i % 7)}\ude00`);
    expect(differences(engines(), texts)).toEqual([]);
  });

  test("on single characters and nothing at all", () => {
    expect(differences(engines(), Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)))).toEqual([]);
    expect(engines().map((engine) => tagged(engine, ""))).toEqual(["", ""]);
  });
});
