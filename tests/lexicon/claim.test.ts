import { expect, test } from "vitest";
import { claimLexemes, readAllRows } from "../../src/lexicon/claim.js";
import { fold } from "../../src/lexicon/fold.js";

const tables = Object.entries(readAllRows());
const lexemes = claimLexemes();

test.each(tables)("%s: every row can be read, and its word is found again with what the row says", (_, rows) => {
  expect(rows.length).toBeGreaterThan(0);
  for (const [word, says] of rows) {
    const found = lexemes.get(fold(word));
    for (const field of Object.keys(says)) expect(found, `${word} ${field}`).toHaveProperty(field, expect.anything());
  }
});

test("a word says what all its tables say, an event's word in all its senses", () => {
  const senses = tables.find(([name]) => name === "events")?.[1].filter(([word]) => word === "发布") ?? [];
  expect(senses.length).toBeGreaterThan(1);
  expect(lexemes.get("发布")?.events).toEqual(senses.flatMap(([, { events }]) => events));
});

test("a word is found as a part of a text, the longest that ends in time", () => {
  const text = "同比增长";
  expect(lexemes.get(text, 2, 4)?.change?.direction).toBe("increase");
  expect(lexemes.match(text, 0, 4)?.length).toBe(2);
  expect(lexemes.match("净利润", 0, 3)?.length).toBe(3);
  expect(lexemes.match("净利润", 0, 2)?.length).not.toBe(3);
});

test("words of one's own come after those of the tables and say more of them; what looks like a comment is a word", () => {
  const own = claimLexemes({ metrics: [{ word: "#单量", key: "orders" }], events: [{ word: "发布", type: "meeting", frame: "acts" }] });
  expect(own.get("#单量")?.metric?.key).toBe("orders");
  expect(own.get("发布")?.events?.at(-1)?.type).toBe("meeting");
  expect(own.get("发布")?.events?.length).toBe((lexemes.get("发布")?.events?.length ?? 0) + 1);
});

test("no word that an object has by nature", () => {
  for (const word of ["constructor", "__proto__", "toString", ""]) expect(lexemes.get(word)).toBeUndefined();
});
