import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createExtractor } from "../../src/index.js";
import type * as PoolDoor from "../../src/pool.js";
import { importBuilt, isBuilt } from "../built.js";
import { news } from "./news.js";

describe.skipIf(!isBuilt)("a pool", () => {
  let door: typeof PoolDoor;
  let pool: PoolDoor.Pool;
  const dictionary = [{ name: "青禾", type: "product" as const }];
  beforeAll(async () => {
    door = await importBuilt("pool");
    pool = door.createPool({ workers: 2, dictionary, maxLength: 10_000 });
  });
  afterAll(() => pool.close());

  test("reads as an extractor with the same options does, in order", async () => {
    const extractor = createExtractor({ dictionary });
    const documents = [...news(60, 3)];
    let i = 0;
    for await (const outcome of pool.map(documents)) {
      const document = documents[i++]!;
      expect(outcome.document).toBe(document);
      expect("result" in outcome && outcome.result).toEqual(JSON.parse(JSON.stringify(extractor.extract(document.text, { referenceDate: document.referenceDate }))));
    }
    expect(i).toBe(60);
  });

  test("keeps every code unit on the way", async () => {
    const text = "青禾\ud83d净利润\0增长5%\udc00。";
    expect(await pool.extract(text)).toEqual(createExtractor({ dictionary }).extract(text));
  });

  test("a document that cannot be read gives its error in its place", async () => {
    const documents = [{ text: "青禾净利润增长5%。" }, { text: "长".repeat(10_001) }, { text: "青禾", referenceDate: "gestern" }, { text: 5 as never }, { text: "" }];
    const outcomes: string[] = [];
    for await (const outcome of pool.map(documents)) outcomes.push("error" in outcome ? `${outcome.error.name}: ${outcome.error.message}` : "read");
    expect(outcomes).toEqual(["read", expect.stringMatching(/^OptionError: text: found 10001/), expect.stringMatching(/^OptionError: referenceDate: found "gestern"/), expect.stringMatching(/^OptionError: text: found 5/), "read"]);
  });

  test("extract rejects as extract throws", async () => {
    await expect(pool.extract("长".repeat(10_001))).rejects.toMatchObject({ name: "OptionError", code: "text", expected: "at most 10000 (option maxLength)" });
    await expect(pool.extract("", { offsets: "byte" as never })).rejects.toMatchObject({ name: "OptionError" });
  });

  test("wrong options and dictionaries are told at once", () => {
    expect(() => door.createPool({ workers: 0 })).toThrow(/workers: found 0; expected a whole number from 1/);
    expect(() => door.createPool({ segmenter: (() => []) as never })).toThrow(/segmenter/);
    expect(() => door.createPool({ other: 1 } as never)).toThrow(/options\.other/);
    expect(() => door.createPool({ dictionary: "no-such-file.tsv" })).toThrow(expect.objectContaining({ name: "DictionaryError" }));
    expect(() => door.createPool({ dictionary: [{ name: "", type: "product" }] })).toThrow(expect.objectContaining({ name: "DictionaryError" }));
  });

  test("of an endless source no more is read than is wanted", async () => {
    let seen = 0;
    for await (const _ of pool.map(news(Infinity))) if ((seen += 1) === 50) break;
    expect(seen).toBe(50);
  });
});
