import { describe, expect, test } from "vitest";
import { clock, rate } from "../../src/cli/progress.js";
import { run, shell, temporaryFolder } from "./run.js";

const { path: folder, write } = temporaryFolder();
const line = `${JSON.stringify({ text: "青禾乳业营业收入126亿元，同比增长8%。".repeat(40) })}\n`;
write("long.jsonl", line.repeat(400));

describe.skipIf(process.platform !== "linux")("long work", () => {
  test("shows on a terminal how far it has come", async () => {
    const { code, stdout } = await shell(folder, `export -f extract-claims; SHELL=$BASH script -qec "stty cols 80 rows 24; extract-claims long.jsonl --lang en --jobs 1 --out out.ndjson" /dev/null < /dev/null`);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d documents · \d+\.\d\d MB\/s · \d+% · \d+:\d\d left/);
  });

  test("says nothing where standard error is no terminal", async () => {
    expect(await run(folder, ["long.jsonl", "--jobs", "1", "--out", "out.ndjson"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

test("numbers for people", () => {
  expect([rate(1_234_567), clock(0.2), clock(75), clock(3_725)]).toEqual(["1.23 MB/s", "0:01", "1:15", "1:02:05"]);
});
