import { describe, expect, test } from "vitest";
import { NAME_FILES } from "../../src/lexicon/name-files.js";
import { knownNames, type NameForm } from "../../src/lexicon/name.js";
import { list, optional, readTable, word, type Cell } from "../../src/lexicon/table.js";
import { fold } from "../../src/lexicon/fold.js";

const names = knownNames();
const at = (text: string, position = 0): NameForm | undefined => names.lookup(fold(text), position);

describe("look-up", () => {
  test.each([
    ["微信支付上线", "微信支付", "product", "微信支付"],
    ["微信上线", "微信", "product", "微信"],
    ["宁德时代发布", "宁德时代", "organization", "宁德时代新能源科技股份有限公司"],
    ["工信部印发", "工信部", "organization", "工业和信息化部"],
    ["上期所公告", "上期所", "organization", "上海期货交易所"],
    ["北京市市场监管局", "北京市市场监管局", "organization", "北京市市场监督管理局"],
    ["杭州銀行上漲", "杭州银行", "organization", "杭州银行"],
    ["杭州市民", "杭州市", "location", "杭州市"],
    ["Model Y降价", "model y", "product", "Model Y"],
    ["ＩＭＦ预测", "imf", "organization", "国际货币基金组织"],
  ])("the longest name that starts here: %s", (text, form, type, canonical) => {
    expect(at(text)).toMatchObject({ form, length: form.length, type, canonical });
  });

  test("only at the position asked for", () => {
    expect(at("在微信上", 0)).toBeUndefined();
    expect(at("在微信上", 1)?.form).toBe("微信");
    expect(at("微信", 2)).toBeUndefined();
    expect(at("微信", -1)).toBeUndefined();
    expect(at("\ud800", 0)).toBeUndefined();
    expect(at("", 0)).toBeUndefined();
  });

  test("a Latin name stands free of other letters and digits", () => {
    expect(at("IMFs")).toBeUndefined();
    expect(at("xIMF", 1)).toBeUndefined();
    expect(at("用IMF的", 1)?.form).toBe("imf");
    expect(at("iPhone 130")?.form).toBe("iphone");
    expect(at("iPhone13发布")?.form).toBe("iphone13");
  });

  test("tickers and owners where they are known", () => {
    expect(names.find("腾讯")).toMatchObject({ ticker: "0700.HK" });
    expect(names.find("贵州茅台")).toMatchObject({ ticker: "600519.SH" });
    expect(names.find("钉钉")).toMatchObject({ owner: "阿里巴巴" });
    expect(names.find("工信部")).toMatchObject({ ticker: undefined });
  });

  test("names that are words too, or names of two kinds, say so", () => {
    for (const name of ["苹果", "大众", "小米", "长城", "太平洋", "东方", "阿里"]) expect(names.find(name), name).toMatchObject({ ambiguous: true });
    expect(names.find("长城汽车")).toMatchObject({ ambiguous: false });
    expect(names.find("京东")).toMatchObject({ type: "organization", ambiguous: false, also: { type: "product", ambiguous: true } });
    expect(names.find("北海")?.type).toBe("location");
  });

  test("people whom news names without further words", () => {
    expect(at("普京表示")).toMatchObject({ form: "普京", type: "person", canonical: "弗拉基米尔·普京" });
    expect(at("弗拉基米尔·普京表示")?.length).toBe(8);
  });

  test("whether a name is known", () => {
    expect(names.find("catl")?.canonical).toBe("宁德时代新能源科技股份有限公司");
    expect(names.find("微信支")).toBeUndefined();
    expect(names.find("云海科技")).toBeUndefined();
    expect(names.find("")).toBeUndefined();
  });

  test("letters that stand for places", () => {
    expect(names.abbreviations.get("美")).toEqual(["美国"]);
    expect(names.abbreviations.get("乌")).toEqual(["乌克兰", "乌兹别克斯坦"]);
    expect(names.abbreviations.get("沪")).toEqual(["上海市"]);
    expect(names.find("美")).toBeUndefined();
  });
});

describe("tables", () => {
  const rows = NAME_FILES.flatMap(({ file, text, type }) => {
    const last = { organization: "ticker", product: "owner", location: "abbreviation", person: "" }[type];
    return readTable<Record<string, Cell<unknown>>>(file, text, { name: word, canonical: optional, aliases: list, ...(last && { [last]: optional }) }).map((row) => ({
      file,
      type,
      name: row["name"] as string,
      aliases: row["aliases"] as readonly string[],
      ticker: type === "organization" ? (row[last] as string | undefined) : undefined,
      forms: [row["name"] as string, ...(row["aliases"] as readonly string[])],
    }));
  });
  const bare = (written: string): string => written.replace(/\?$/u, "");
  const count = (type: string): number => rows.filter((row) => row.type === type).length;

  test("hold what they promise", () => {
    expect(count("organization")).toBeGreaterThan(8000);
    expect(count("product")).toBeGreaterThan(1800);
    expect(count("location")).toBeGreaterThan(4000);
  });

  test("every form is clean, and found as what it is listed", () => {
    for (const { file, type, forms } of rows) {
      for (const form of forms.map(bare)) {
        expect(form, `${file}: ${form}`).toMatch(/^[^\s?？|](?:[^\t?|]*[^\s?？|])?$/u);
        const found = names.find(form);
        expect([found?.type, found?.also?.type], `${file}: ${form}`).toContain(type);
      }
    }
  });

  test("no form is listed twice under one type", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { file, type, name, forms } of rows) {
      for (const form of forms) {
        const key = `${type} ${fold(bare(form))}`;
        const before = seen.get(key);
        if (before !== undefined) twice.push(`${file}: ${name} and ${before}: ${form}`);
        seen.set(key, name);
      }
    }
    expect(twice).toEqual([]);
  });

  test("a form under two types is certain under one at most", () => {
    const certain = new Map<string, string>();
    const conflicts: string[] = [];
    for (const { type, forms } of rows) {
      for (const form of forms) {
        if (form.endsWith("?")) continue;
        const other = certain.get(fold(form));
        if (other !== undefined && other !== type) conflicts.push(`${form}: ${other} and ${type}`);
        certain.set(fold(form), type);
      }
    }
    expect(conflicts).toEqual([]);
  });

  test("a ticker is a code and its market, and one company's", () => {
    const holders = new Map<string, string>();
    for (const { name, ticker } of rows) {
      if (ticker === undefined) continue;
      expect(ticker, name).toMatch(/^(?:6\d{5}\.SH|[023]\d{5}\.SZ|[489]\d{5}\.BJ|\d{4}\.(?:HK|TW)|[A-Z]{1,5}\.(?:US|DE|AS)|[A-Z]{2}\d\.SI)$/);
      expect(holders.get(ticker), `${ticker} of ${name}`).toBeUndefined();
      holders.set(ticker, name);
    }
    expect(holders.size).toBeGreaterThan(2000);
  });
});
