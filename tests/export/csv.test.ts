import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { exportDocuments } from "../../src/export.js";
import { claimsOf, documents } from "./documents.js";

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true, record_delimiter: "\r\n" });
const plain = (cell: string | undefined): string | undefined => cell?.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "");

test("a row a claim, read back by csv-parse", () => {
  const all = documents();
  const rows = read(exportDocuments("csv", all, { bom: true }));
  const claims = claimsOf(all);
  expect(rows).toHaveLength(claims.length);
  for (const [i, claim] of claims.entries()) {
    const row = rows[i]!;
    expect(row).toMatchObject({ claim: claim.id, type: claim.type, polarity: claim.polarity, modality: claim.modality, start: String(claim.span.start), offsets: "utf16" });
    expect(plain(row["text"])).toBe(claim.span.text);
    if (claim.type === "metric") expect(Number(row["value"])).toBe(claim.figure.value);
  }
});

test("the byte order mark is there only when asked for", () => {
  expect(exportDocuments("csv", [], { bom: true }).charCodeAt(0)).toBe(0xfeff);
  expect(exportDocuments("csv", [])).toMatch(/^document,claim,type,/);
});

test("text is no formula, a negative number stays a number", () => {
  const [first] = documents();
  const result = structuredClone(first!.result) as unknown as { claims: object[] };
  const span = { start: 0, end: 1, text: "x" };
  const base = { span, sentence: 0, polarity: "affirmed", modality: "actual", cues: [], confidence: 1, rule: "test" };
  result.claims = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", 'a"b,c\r\nd'].map((text, i) => ({
    ...base, id: `c${i}`, type: "metric", subject: { ...span, text }, figure: { ...span, value: -6.76, comparator: "eq" },
  }));
  const rows = read(exportDocuments("csv", [{ ...first!, result: result as never }]));
  expect(rows.map(({ subject }) => subject)).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "'＝1", 'a"b,c\r\nd']);
  expect(new Set(rows.map(({ value }) => value))).toEqual(new Set(["-6.76"]));
});
