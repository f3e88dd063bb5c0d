import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";
import { nodejiebaBuilt, tagged } from "./parity.js";

const nodejieba = createRequire(import.meta.url)("nodejieba") as { DEFAULT_USER_DICT: string; load(paths?: object): void };

/** Each test builds on the one before: one process, one dictionary. */
describe.skipIf(!nodejiebaBuilt)("nodejieba behind our interface", () => {
  test("a missing file is an error, not the end of the process", () => {
    const path = nodejieba.DEFAULT_USER_DICT;
    nodejieba.DEFAULT_USER_DICT = "/no/such/user.dict.utf8";
    expect(() => nodejiebaSegmenter()).toThrow("nodejieba: found no file /no/such/user.dict.utf8; expected the dictionaries that come with the package");
    nodejieba.DEFAULT_USER_DICT = path;
  });

  test("words that it would lose in silence are refused", () => {
    expect(() => nodejiebaSegmenter([{ word: "微信 支付", tag: "nz" }])).toThrow(/expected no space/);
    expect(() => nodejiebaSegmenter([{ word: "淘特", tag: "1000" }])).toThrow(/expected a part of speech/);
  });

  test("it leaves no globals behind and keeps lone surrogates", () => {
    const segmenter = nodejiebaSegmenter();
    expect(Object.keys(globalThis)).not.toContain("hmmDict");
    expect(tagged(segmenter, "\ude00北京\ud83d😀")).toBe("\ude00/x|北京/ns|\ud83d/x|😀/x");
    expect(tagged(nodejiebaSegmenter([]), "北京")).toBe("北京/ns");
  });
});
