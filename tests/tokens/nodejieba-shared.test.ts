import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";
import { nodejiebaBuilt, tagged } from "./parity.js";

/** In a process where somebody else has loaded nodejieba first. */
describe.skipIf(!nodejiebaBuilt)("nodejieba that is in use already", () => {
  const nodejieba = createRequire(import.meta.url)("nodejieba") as { cut(text: string): string[]; load(paths: object): void; DEFAULT_DICT: string };

  test("is left alone where its dictionary is another", () => {
    nodejieba.load({ userDict: nodejieba.DEFAULT_DICT });
    expect(() => nodejiebaSegmenter()).toThrow(/loaded by others; expected a process in which nobody has called nodejieba/);
  });

  test("is used as it is where it has its own dictionaries", () => {
    nodejieba.load({});
    expect(() => nodejiebaSegmenter([{ word: "淘特", tag: "nz" }])).toThrow(/loaded by others/);
    expect(tagged(nodejiebaSegmenter(), "来到北京")).toBe("来到/v|北京/ns");
  });
});
