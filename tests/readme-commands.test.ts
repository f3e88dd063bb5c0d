import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { shell, temporaryFolder } from "./cli/run.js";

// Every command and program that the README shows works as printed, in a folder with the files that it speaks of.
const codeOf = (language: string): string[] => Array.from(readFileSync("README.md", "utf8").matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm), ([, name = "", code = ""]) => (name === language ? code : "")).filter(Boolean);

const { path: folder, write } = temporaryFolder();
const TEXT = "青禾乳业营业收入126亿元，同比增长8%。";
mkdirSync(join(folder, "news"));
for (const file of ["article.txt", "a.txt", "news/b.txt"]) write(file, TEXT);
write("news.jsonl", `${JSON.stringify({ id: 1, text: TEXT })}\n`);
write("shop.metrics.tsv", "日均单量\tdaily_orders\n");
write("event-types.tsv", "donation\n");
write("events.tsv", "捐建\tdonation\tacts\n");
cpSync("examples/names.tsv", join(folder, "names.tsv"));
cpSync("examples/fixtures", join(folder, "fixtures"), { recursive: true });

const inText = Array.from(readFileSync("README.md", "utf8").matchAll(/`(extract-claims [^`]*\.(?:txt|jsonl|tsv)[^`]*)`/g), ([, line = ""]) => line);
const commands = [...codeOf("sh").flatMap((code) => code.split("\n")).filter((line) => /^(?:cat \S+ \| )?extract-claims /.test(line)), ...inText].map((line) => (line.split(" # ")[0] ?? "").trimEnd());

test("there are some", () => {
  expect(commands.length).toBeGreaterThan(12);
});

test.each(commands)("%s", async (line) => {
  const { code, stderr } = await shell(folder, line);
  expect([code, line.includes("--stats") ? "" : stderr]).toEqual([0, ""]);
});

describe("programs", () => {
  // Those of a browser, of a test runner and of nodejieba are tested with these.
  const programs = codeOf("js").filter((code) => code.includes('from "extract-claims"'));
  test.each(programs)("%#", async (code) => {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code.replace(/import \{ nodejiebaSegmenter \}.*\n/, "").replace("nodejiebaSegmenter()", '"builtin"')]);
    expect(code).toContain("extract");
  });
});
