import { describe, expect, test } from "vitest";
import { fold } from "../../src/lexicon/fold.js";
import { userEntries, type UserEntries } from "../../src/lexicon/user-entry.js";
import { splitSentences } from "../../src/sentences/split.js";
import { readTables } from "../../src/tables.js";
import { builtinSegmenter } from "../../src/tokens/builtin.js";
import { tokenize } from "../../src/tokens/tokenize.js";

const segmenter = builtinSegmenter(readTables());
const table = (...names: string[]): UserEntries => userEntries([{ file: "own.tsv", text: `name\ttype\n${names.map((name) => `${name}\tproduct`).join("\n")}` }]);

function words(text: string, entries: UserEntries): string {
  const found = entries.find(fold(text));
  return tokenize(text, splitSentences(text, found), segmenter, found)
    .map(({ start, end }) => text.slice(start, end))
    .join("|");
}

describe("the user's entries are tokens", () => {
  const entries = table("淘特", "微信支付", "微信", "App", "Model 3", "58同城", "Yahoo!", "谁说的？是我", "云海（中国）", "A.B. Lab", "花呗App", "3M");

  test.each([
    ["淘特用户可用微信支付", "淘特|用户|可用|微信支付"],
    ["微信上线", "微信|上线"],
    // wherever it stands, even inside what jieba holds for a word
    ["使用微信支付宝", "使用|微信支付|宝"],
    // never in a Latin word or number
    ["Apple发布App Store", "Apple|发布|App| |Store"],
    ["Apps与MyApp", "Apps|与|MyApp"],
    ["Model 3降价，Model 3.5和Model 30没有", "Model 3|降价|，|Model| |3.5|和|Model| |30|没有"],
    ["158同城与58同城", "158|同城|与|58同城"],
    ["3M收购63M", "3M|收购|63|M"],
    ["花呗App上线", "花呗App|上线"],
    // folded like everything that is matched
    ["ＡＰＰ与app", "ＡＰＰ|与|app"],
    ["雲海(中國)宣布", "雲海(中國)|宣布"],
    // marks inside an entry end no sentence
    ["他在Yahoo!工作", "他|在|Yahoo!|工作"],
    ["《谁说的？是我》上映", "《|谁说的？是我|》|上映"],
    ["A.B. Lab成立", "A.B. Lab|成立"],
  ])("%s", (text, expected) => {
    expect(words(text, entries)).toBe(expected);
  });

  test("of entries that cross, the first counts, and then the longest", () => {
    expect(words("甲乙丙丁", table("甲乙", "乙丙丁", "甲乙丙"))).toBe("甲乙丙|丁");
  });

  test("two dictionaries in one process do not touch each other", () => {
    const [a, b] = [table("云海科技"), table("海科")];
    expect([words("云海科技", a), words("云海科技", b), words("云海科技", table()), words("云海科技", a)]).toEqual(["云海科技", "云|海科|技", "云海|科技", "云海科技"]);
  });

  test("every entry's aliases and canonical name stand for it", () => {
    const { find } = userEntries([[{ name: "淘特", type: "product", canonical: "淘宝特价版", aliases: ["Taote"] }, { name: "特价版", type: "product", canonical: "淘宝特价版" }]]);
    expect(find(fold("TAOTE即淘宝特价版")).map(({ start, end, entry }) => [start, end, entry.name])).toEqual([[0, 5, "淘特"], [6, 11, "淘特"]]);
  });
});
