import fc from "fast-check";
import { expect, test } from "vitest";
import { createExtractor, DictionaryError, ExtractClaimsError, extract } from "../../src/index.js";
import { userEntries } from "../../src/lexicon/user-entry.js";
import { faultOf } from "./invariants.js";

const runs = process.env["FULL"] ? 20_000 : 1_500;
const INHERITED = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

const cell = fc.oneof(fc.constantFrom("淘特", "青禾 乳业", "nt", "nz", "organization", "product", "1", "-3", "1e9", "NaN", "a|b", "|", "", "\ud83d", "\0", "#", "\ufeff", ...INHERITED), fc.string({ unit: "binary", maxLength: 6 }));
const line = fc.tuple(fc.constantFrom(" ", "\t", ","), fc.array(cell, { maxLength: 6 })).map(([separator, cells]) => cells.join(separator));
const file = fc.tuple(fc.constantFrom("", "name\ttype\n", "name\ttype\tcanonical\taliases\tweight\n", "\ufeffname\ttype\r\n", "type\tname\n", "#x\nname\n"), fc.array(line, { maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\r")).map(([head, lines, end]) => head + lines.join(end));

/** Loads, or says where and what is wrong. */
function load(source: Parameters<typeof userEntries>[0][number]): void {
  try {
    userEntries([source]);
  } catch (error) {
    expect(error).toBeInstanceOf(DictionaryError);
    const { found, expected, line: at } = error as DictionaryError;
    expect(found.length * expected.length).toBeGreaterThan(0);
    expect(Number.isInteger(at)).toBe(true);
  }
}

test("any text of a dictionary loads or is a DictionaryError", () => {
  fc.assert(fc.property(file, (text) => load({ file: "own.tsv", text })), { numRuns: runs });
});

test("any value as an entry loads or is a DictionaryError", () => {
  const field = fc.oneof(cell, fc.anything());
  const entry = fc.oneof(fc.anything(), fc.record({ name: field, type: field, canonical: field, aliases: fc.oneof(field, fc.array(cell)), weight: field }, { requiredKeys: [] }));
  fc.assert(fc.property(fc.array(entry, { maxLength: 3 }), (entries) => load(entries as never)), { numRuns: runs });
});

test.each(INHERITED)("%s is a name like any other", (name) => {
  const text = `${name}净利润增长5%，${name}表示满意。`;
  const result = createExtractor({ dictionary: [{ name, type: "organization", canonical: name, aliases: [`${name}x`] }] }).extract(text);
  expect(result.mentions.filter((mention) => mention.type === "organization").map((mention) => mention.text)).toEqual([name, name]);
  expect(faultOf(text, result)).toBeUndefined();
  const plain = extract(text);
  expect(faultOf(text, plain)).toBeUndefined();
  expect(plain.mentions.some((mention) => "canonical" in mention && typeof mention.canonical !== "string")).toBe(false);
});

test.each(INHERITED)("%s as a type, an option or a field is refused, and changes no object", (name) => {
  expect(() => createExtractor({ dictionary: [{ name: "淘特", type: name as never }] })).toThrow(DictionaryError);
  expect(() => createExtractor({ dictionary: { file: "own.tsv", text: `name\ttype\t${name}\n淘特\tproduct\tx` } })).toThrow(DictionaryError);
  expect(() => extract("", JSON.parse(`{"${name}": {"polluted": true}}`) as object)).toThrow(ExtractClaimsError);
  expect({}).not.toHaveProperty("polluted");
});
