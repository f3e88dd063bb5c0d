import { expect, test } from "vitest";
import { createExtractor, DictionaryError, extract, OptionError } from "../src/index.js";
import { resultSchema } from "../src/schema.js";

const words = {
  metrics: [{ word: "日均单量", key: "daily_orders" }],
  cues: [{ word: "念叨", use: "say" }],
  changes: [{ word: "腾飞", direction: "increase", use: "move", object: "no" }],
  events: [{ word: "揭榜挂帅", type: "contract", frame: "acts" }],
};

test("own words are read like those of the tables", () => {
  const { claims } = createExtractor({ words, dictionary: [{ name: "青禾外卖", type: "organization" }] }).extract(
    "青禾外卖日均单量为120万单。林舒窈念叨，平台应当降低抽成。青禾外卖揭榜挂帅配送机器人项目。",
  );
  expect(claims).toContainEqual(expect.objectContaining({ type: "metric", metric: expect.objectContaining({ text: "日均单量", key: "daily_orders" }) }));
  expect(claims).toContainEqual(expect.objectContaining({ type: "statement", cue: expect.objectContaining({ text: "念叨" }) }));
  expect(claims).toContainEqual(expect.objectContaining({ type: "event", eventType: "contract", trigger: expect.objectContaining({ text: "揭榜挂帅" }) }));
});

test("a type of event of one's own is named, then used", () => {
  const own = { "event-types": [{ type: "donation" }], events: [{ word: "捐建", type: "donation", frame: "acts" }] };
  const result = createExtractor({ words: own, dictionary: [{ name: "青禾外卖", type: "organization" }] }).extract("青禾外卖捐建了两所小学。");
  expect(result.claims).toContainEqual(expect.objectContaining({ type: "event", eventType: "donation", agent: expect.objectContaining({ text: "青禾外卖" }), object: expect.objectContaining({ text: "两所小学" }) }));
  expect(resultSchema.parse(result)).toEqual(result);
  expect(() => createExtractor({ words: { events: own.events } })).toThrow('words.events:1: found "donation"; expected one of launch');
});

test("words may come as files, with or without their first line", () => {
  const read = (text: string): unknown => createExtractor({ words: { metrics: [{ file: "shop.metrics.tsv", text }] } }).extract("青禾外卖日均单量为120万单。").claims[0];
  for (const head of ["", "#columns: word, key, before\n", "# ours\n"]) expect(read(`${head}日均单量\tdaily_orders\n`)).toMatchObject({ metric: { key: "daily_orders" } });
  expect(() => read("#columns: key, word\ndaily_orders\t日均单量\n")).toThrow('shop.metrics.tsv:1: found "#columns: key, word"; expected #columns: word, key, before');
  expect(() => read("日均单量\tdaily_orders\t\t\n")).toThrow("shop.metrics.tsv:1: found 4 cells; expected at most 3");
});

test("words of one extractor are unknown to the next, and named in its hash", () => {
  const text = "林舒窈念叨，平台应当降低抽成。";
  const own = createExtractor({ words });
  expect(own.extract(text).claims.some((claim) => claim.type === "statement")).toBe(true);
  expect(extract(text).claims.some((claim) => claim.type === "statement")).toBe(false);
  expect(own.dictionaryHash).not.toBe(createExtractor().dictionaryHash);
});

test.each([
  [{ metric: [] }, OptionError, "words.metric: found an unknown table; expected one of "],
  [{ cues: "念叨" }, OptionError, 'words.cues: found "念叨"; expected an array of rows'],
  [{ cues: [{ word: "念叨", use: "shout" }] }, DictionaryError, 'words.cues:1: found "shout"; expected one of say'],
  [{ metrics: [{ word: "日均单量", id: "x" }] }, DictionaryError, "words.metrics:1: found a field id; expected only word, key, before"],
  [{ metrics: [{ key: "x" }] }, DictionaryError, 'words.metrics:1: found ""; expected a word in column word'],
])("%j is refused, with what would be right", (wrong, error, message) => {
  const make = (): unknown => createExtractor({ words: wrong as never });
  expect(make).toThrow(error);
  expect(make).toThrow(message);
});
