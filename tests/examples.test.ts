import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { checkFixture, describeDifference, loadFixtures } from "../src/testing.js";

// What the README shows works as it is printed there.
const run = promisify(execFile);
const pages = ["README.md", "README.zh-CN.md"];
const codeOf = (page: string): string[] => Array.from(readFileSync(page, "utf8").matchAll(/```\w*\n([^`]*)```/g), ([, code = ""]) => code);

/** Without comments and prose, which are in the page's language. */
const bare = (code: string): string => code.replaceAll(/\s(?:#|\/\/) .*/g, "").replaceAll(/ {3}.*/g, "");

test("both languages show the same code", () => {
  const [english = [], chinese = []] = pages.map((page) => codeOf(page).filter((code) => !code.includes("→")).map(bare));
  expect(chinese).toEqual(english);
});

test.each(pages)("%s: every file and script it names is there", (page) => {
  const text = readFileSync(page, "utf8");
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  for (const [, path = ""] of text.matchAll(/\]\(((?:\.|\w)[\w./-]+)\)/g)) expect(existsSync(path), path).toBe(true);
  for (const [, script = ""] of text.matchAll(/npm run (?:-s )?([\w:]+)/g)) expect(scripts[script], script).toBeDefined();
});

test("the example at the top is what the library says of it", async () => {
  const { extract } = await import("../src/index.js");
  for (const page of pages) {
    const quoted = /^> (.*)$/m.exec(readFileSync(page, "utf8"))?.[1] ?? "";
    const { confidence, ...claim } = JSON.parse(codeOf(page)[0] ?? "") as { confidence: number };
    const [found] = extract(quoted).claims;
    expect(found).toMatchObject(claim);
    // It is fitted anew whenever rules change.
    expect(found?.confidence).toBeCloseTo(confidence, 1);
  }
});

test("examples/node.mjs", async () => {
  const { stdout } = await run(process.execPath, ["examples/node.mjs"], { encoding: "utf8" });
  expect(stdout).toContain("信鸽支付 | 交易笔数 | 320000000000 | 笔 | 2023 | 远山科技");
});

test("the article, by the command", async () => {
  const { stdout } = await run(process.execPath, ["dist/cli.js", "examples/article.txt", "--dict", "examples/names.tsv", "--reference-date", "2024-04-18", "--format", "table"], { encoding: "utf8" });
  expect(stdout).toMatch(/│ event +│ +│ closure: 关停 青禾支付 .*│ 青禾集团 +│\n│ not /);
});

test.each(loadFixtures("examples/fixtures"))("$name", (fixture) => {
  expect(checkFixture(fixture).map(describeDifference)).toEqual([]);
});
