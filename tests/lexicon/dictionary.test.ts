import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDictionaries, type DictionaryEntry } from "../../src/lexicon/dictionary.js";
import { userEntries } from "../../src/lexicon/user-entry.js";
import { DictionaryError } from "../../src/model/index.js";

const read = (text: string) => readDictionaries([{ file: "own.txt", text }]).map(({ name, type, canonical, aliases, weight, tag, line }) => [line, name, type, canonical, aliases.join("|"), weight, tag]);

describe("dictionaries", () => {
  test("jieba's user dictionary: word [frequency] [tag]", () => {
    expect(read("淘特 nz\n云海科技 20 nt\n林岚 3 nr\n滨江 ns\n云计算 5 n\n碳中和\n")).toEqual([
      [1, "淘特", "product", "淘特", "", 1, "nz"],
      [2, "云海科技", "organization", "云海科技", "", 20, "nt"],
      [3, "林岚", "person", "林岚", "", 3, "nr"],
      [4, "滨江", "location", "滨江", "", 1, "ns"],
      [5, "云计算", undefined, "云计算", "", 5, "n"],
      [6, "碳中和", undefined, "碳中和", "", 1, "x"],
    ]);
  });

  test("a table with a head, any order of columns, empty cells left out", () => {
    expect(read("# ours\nname\ttype\tcanonical\taliases\tweight\nCloud Sea\torganization\t云海科技\t云海|Cloudsea\t2.5\n#off\nYahoo!\tproduct\n")).toEqual([
      [3, "Cloud Sea", "organization", "云海科技", "云海|Cloudsea", 2.5, "nt"],
      [5, "Yahoo!", "product", "Yahoo!", "", 1, "nz"],
    ]);
    expect(read("type\tname\nperson\t林 岚")).toEqual([[2, "林 岚", "person", "林 岚", "", 1, "nr"]]);
  });

  test("a byte order mark, \\r\\n and empty lines say nothing", () => {
    expect(read("\ufeff淘特 nz\r\n\r\n钉钉 nz\r\n").map(([line, name]) => [line, name])).toEqual([[1, "淘特"], [3, "钉钉"]]);
    expect(read("\ufeffname\ttype\r\n淘特\tproduct\r\n").map(([line, name]) => [line, name])).toEqual([[2, "淘特"]]);
    expect(read("")).toEqual([]);
  });

  test("objects, and several sources", () => {
    const [first, second] = readDictionaries([[{ name: "淘特", type: "product", aliases: ["淘宝特价版"] }], { file: "b.txt", text: "钉钉 nz" }]);
    expect(first).toMatchObject({ name: "淘特", canonical: "淘特", aliases: ["淘宝特价版"], weight: 1, tag: "nz", file: "dictionary[0]", line: 1 });
    expect(second).toMatchObject({ name: "钉钉", file: "b.txt", line: 1 });
  });

  test.each([
    ["淘特\tnz", 1, '"淘特\\tnz"', /separated by spaces, or a first line that names columns/],
    ["好\n淘特 1000 nz extra", 2, '"淘特 1000 nz extra"', /a name with spaces needs a table/],
    ["Cloud Sea nt", 1, '"Sea"', /a whole number from 1/],
    ["淘特 product", 1, '"product"', /one of jieba's tags/],
    ["淘特 0 nz", 1, '"0"', /a whole number from 1/],
    ["淘特 -3 nz", 1, '"-3"', /a whole number from 1/],
    ["淘特 many nz", 1, '"many"', /a whole number from 1/],
    ["淘特 1.5", 1, '"1.5"', /a whole number from 1/],
    ["，。 nz", 1, '"，。"', /a letter or digit/],
    ["name\ttype\tsort\na\tperson", 1, '"sort"', /a first line of name, type, canonical, aliases, weight/],
    ["name\tname\ttype", 1, '"name\\tname\\ttype"', /a first line of/],
    ["name\tcanonical\na\tb", 1, '"name\\tcanonical"', /name and type are needed/],
    ["name\ttype\n\tperson", 2, '""', /at least one character/],
    ["name\ttype\n林岚\tpersn", 2, '"persn"', /one of organization, person, location, product/],
    ["name\ttype\n林岚\t", 2, '""', /one of organization/],
    ["name\ttype\n林岚\tperson\tx", 2, "3 cells", /at most 2: name, type/],
    ["name\ttype\taliases\n林岚\tperson\tA||B", 2, '""', /at least one character/],
    ["name\ttype\taliases\n林岚\tperson\tA|A", 2, '"A"', /each alias once/],
    ["name\ttype\n 林岚\tperson", 2, '" 林岚"', /without white space around it/],
    ["name\ttype\tweight\n林岚\tperson\theavy", 2, '"heavy"', /a weight such as/],
    ["name\ttype\tweight\n林岚\tperson\t0", 2, "0", /a weight above 0/],
    ["林\0岚 nr", 1, '"林\\u0000岚"', /without control characters/],
    ["\ud83d林 nr", 1, '"\\ud83d林"', /whole characters/],
    [`${"长".repeat(201)} nt`, 1, '"201 characters"', /at most 200/],
  ])("%j is a DictionaryError", (text, line, found, expected) => {
    const caught = catchError(() => readDictionaries([{ file: "own.txt", text }]));
    expect(caught).toMatchObject({ name: "DictionaryError", code: "dictionary", file: "own.txt", line, found });
    expect(caught.expected).toMatch(expected);
    expect(caught.message).toBe(`own.txt:${line}: found ${found}; expected ${caught.expected}`);
  });

  test.each([
    [null, "null"],
    ["淘特", '"淘特"'],
    [{ type: "product" }, "undefined"],
    [{ name: "淘特" }, "undefined"],
    [{ name: "淘特", type: "brand" }, '"brand"'],
    [{ name: "淘特", type: "constructor" }, '"constructor"'],
    [{ name: "淘特", type: "product", cannonical: "x" }, '"cannonical"'],
    [{ name: "淘特", type: "product", aliases: "x" }, '"x"'],
    [{ name: "淘特", type: "product", weight: Number.NaN }, "NaN"],
    [{ name: "淘特", type: "product", weight: "2" }, '"2"'],
    [{ name: "淘\n特", type: "product" }, '"淘\\n特"'],
  ])("the object %j is a DictionaryError", (object, found) => {
    const caught = catchError(() => readDictionaries([[{ name: "钉钉", type: "product" }, object as DictionaryEntry]]));
    expect(caught).toMatchObject({ file: "dictionary", line: 2, found });
  });

  test("two entries of one writing: the heavier is meant, equals are an error", () => {
    const both = (a: number, b: number) => userEntries([[{ name: "云海", type: "organization", weight: a }, { name: "云海App", type: "product", aliases: ["雲海"], weight: b }]]);
    expect(both(1, 2).find("云海")[0]?.entry.type).toBe("product");
    expect(both(2, 1).find("云海")[0]?.entry.type).toBe("organization");
    expect(() => both(1, 1)).toThrow(/dictionary:2: found "云海"; expected a writing of its own, or another weight than in dictionary:1/);
    expect(() => userEntries([{ file: "a", text: "淘特 nz" }, { file: "b", text: "淘特 nz" }])).toThrow(DictionaryError);
  });

  test("names of Object.prototype are names", () => {
    const { find } = userEntries([{ file: "a", text: "__proto__ nz\nconstructor nz" }]);
    expect(find("由 constructor 与 __proto__ 合作").map(({ entry }) => entry.name)).toEqual(["constructor", "__proto__"]);
  });

  test("any text loads or gives a DictionaryError", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("name", "type", "\t", " ", "\n", "\r\n", "nz", "淘特", "product", "|", "7", "#", "\ufeff")), { maxLength: 12 }), (parts) => {
        try {
          userEntries([{ file: "fuzz", text: parts.join("") }]);
        } catch (error) {
          if (!(error instanceof DictionaryError) || error.line < 1) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function catchError(run: () => unknown): DictionaryError {
  try {
    run();
  } catch (error) {
    if (error instanceof DictionaryError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
