import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createExtractor } from "../../src/index.js";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";
import { nodejiebaBuilt } from "./parity.js";

/** Every text of the fixtures: the lines of marked files, and what JSON cases have in `text`. */
function fixtureTexts(): string[] {
  const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" }).map((name) => `fixtures/${name}`);
  const texts = files.filter((file) => /\.(?:md|txt)$/.test(file)).flatMap((file) => (file.endsWith(".txt") ? [readFileSync(file, "utf8")] : readFileSync(file, "utf8").split("\n")));
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    const cases = JSON.parse(readFileSync(file, "utf8")) as unknown;
    if (Array.isArray(cases)) texts.push(...cases.map((one: { text?: unknown }) => one.text).filter((text) => typeof text === "string"));
  }
  return texts.filter((text) => text !== "");
}

describe.skipIf(!nodejiebaBuilt)("both engines", () => {
  test("give the same mentions and claims on every fixture", () => {
    const [ours, theirs] = [createExtractor(), createExtractor({ segmenter: nodejiebaSegmenter() })];
    const texts = fixtureTexts();
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect({ ...theirs.extract(text), dictionaryHash: "" }).toEqual({ ...ours.extract(text), dictionaryHash: "" });
  });
});
