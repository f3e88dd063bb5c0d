import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { EXPORT_FORMATS } from "../../src/export.js";
import { run, temporaryFolder } from "./run.js";

const folder = temporaryFolder();
const first = folder.write("一.txt", "青禾乳业营业收入126亿元，同比增长8%。");
const second = folder.write("二.txt", "云栈科技宣布完成3亿元融资。");

test("html is one page of all files", async () => {
  const { code, stdout, stderr } = await run(folder.path, [first, second, "--format", "html"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^<!doctype html>[\s\S]*一\.txt[\s\S]*二\.txt[\s\S]*<\/html>\n$/);
});

test("csv has the rows of all files under one head, a file that cannot be read is named and the others go on", async () => {
  const { code, stdout, stderr } = await run(folder.path, [first, "no.txt", second, "--format", "csv", "--bom"]);
  expect(code).toBe(1);
  expect(stderr).toContain("no.txt");
  const rows: Record<string, string>[] = parse(stdout, { columns: true, bom: true });
  expect(new Set(rows.map(({ document }) => document))).toEqual(new Set([first, second]));
});

test.each(EXPORT_FORMATS)("%s of a file", async (format) => {
  const { code, stdout, stderr } = await run(folder.path, [first, "--format", format]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).not.toBe("");
});

test("brat holds one document", async () => {
  const { code, stderr } = await run(folder.path, [first, second, "--format", "brat"]);
  expect(code).toBe(2);
  expect(stderr).toContain("more than one document");
});
