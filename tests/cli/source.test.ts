import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Result } from "../../src/index.js";
import { run, temporaryFolder } from "./run.js";

const { path: folder, write } = temporaryFolder();
const TEXT = "青禾乳业营业收入126亿元，同比增长8%。";

type Line = Partial<Result> & { id: unknown; error?: { code: string } };
const lines = (stdout: string): Line[] => stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line);
const done = (stdout: string): unknown[] => lines(stdout).flatMap(({ id, error }) => (error ? [] : [id]));
const folders = (...names: string[]): void => names.forEach((name) => mkdirSync(join(folder, name), { recursive: true }));

// One file is a link to nothing: unlike a file without read permission, it is unreadable for root too.
test.skipIf(process.platform === "win32")("a folder of 200 files, one unreadable and one binary: 198 done, two named, exit code 1", async () => {
  folders("many/2024");
  for (let i = 0; i < 198; i += 1) write(`many/${i % 2 === 0 ? "2024/" : ""}${String(i).padStart(3, "0")}.txt`, TEXT);
  symlinkSync("nowhere", join(folder, "many/lost.txt"));
  write("many/picture.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0x1a));
  const { code, stdout, stderr } = await run(folder, ["many", "--format", "ndjson"]);
  expect(code).toBe(1);
  expect(done(stdout)).toHaveLength(198);
  expect(stderr.split("\n").filter(Boolean)).toEqual([expect.stringContaining("many/lost.txt: found no such file"), expect.stringContaining("many/picture.txt: found byte 0x89")]);

  const { code: again } = await run(folder, ["many", "--out-dir", "results", "--jobs", "2"]);
  expect([again, existsSync(join(folder, "results/2024/000.txt.json")), existsSync(join(folder, "results/lost.txt.json"))]).toEqual([1, true, false]);
});

test("a folder stands for every file below it in the order of paths, but hidden ones, node_modules and what the run writes", async () => {
  folders("news/.git", "news/b", "news/node_modules", "news/out", "news/empty");
  for (const name of ["b/1.txt", "b.txt", "B.txt", "a.md", ".hidden.txt", ".git/x.txt", "node_modules/y.txt", "out/old.json"]) write(`news/${name}`, TEXT);
  const { code, stderr } = await run(folder, ["news", "--out-dir", "news/out", "--format", "csv"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(["B.txt", "a.md", "b.txt", "b/1.txt"].map((name) => existsSync(join(folder, `news/out/${name}.csv`)))).toEqual([true, true, true, true]);
  expect(done((await run(folder, ["news", "--format", "ndjson"])).stdout)).toEqual(["news/B.txt", "news/a.md", "news/b.txt", "news/b/1.txt", "news/out/B.txt.csv", "news/out/a.md.csv", "news/out/b.txt.csv", "news/out/b/1.txt.csv", "news/out/old.json"]);
});

test("a pattern stands for the files it matches; what two arguments name is read once", async () => {
  folders("p/q");
  for (const name of ["p/2.txt", "p/10.txt", "p/q/1.txt", "p/note.md", "p/[x].txt"]) write(name, TEXT);
  expect(done((await run(folder, ["p/**/*.txt", "--format", "ndjson"])).stdout)).toEqual(["p/10.txt", "p/2.txt", "p/[x].txt", "p/q/1.txt"]);
  expect(done((await run(folder, ["p/q/1.txt", "p/*.{txt,md}", "./p", "--format", "ndjson"])).stdout)).toEqual(["p/q/1.txt", "p/10.txt", "p/2.txt", "p/[x].txt", "p/note.md"]);
  // A file of that name goes before a pattern.
  expect(done((await run(folder, ["p/[x].txt", "--format", "ndjson"])).stdout)).toEqual(["p/[x].txt"]);
  expect(await run(folder, ["p/*.doc"])).toMatchObject({ code: 1, stdout: "[]\n", stderr: "extract-claims: p/*.doc: found no file of this pattern; expected a pattern such as 'news/**/*.txt'\n" });
});

test("documents a line give a file each, named by their ids; two never share one", async () => {
  write("news.jsonl", [{ id: "a/b", text: TEXT }, { text: TEXT }, { id: "..", text: TEXT }, { id: "a/b", text: "天气不错。" }, { id: "x" }].map((line) => JSON.stringify(line)).join("\n"));
  const { code, stdout, stderr } = await run(folder, ["news.jsonl", "--out-dir", "each", "--format", "csv"]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.split("\n").filter(Boolean)).toEqual([expect.stringMatching(/^extract-claims: news\.jsonl:4: found each.news\.jsonl.a%2Fb\.csv, which has the results of news\.jsonl:1;/), expect.stringContaining("news.jsonl:5: found no text")]);
  for (const name of ["a%2Fb", "2", "%2E."]) expect(readFileSync(join(folder, `each/news.jsonl/${name}.csv`), "utf8")).toContain("126亿元");
});

test("brat takes many documents where each has its file", async () => {
  write("c.txt", TEXT);
  write("d.txt", TEXT);
  const { code, stderr } = await run(folder, ["c.txt", "d.txt", "--out-dir", "brat", "--format", "brat"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(readFileSync(join(folder, "brat/d.txt.ann"), "utf8")).toMatch(/^T1\t/);
});

test("a folder that cannot be written", async () => {
  write("file", "");
  write("e.txt", TEXT);
  const { code, stderr } = await run(folder, ["e.txt", "--out-dir", "file"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^extract-claims: --out-dir: file.e\.txt\.json: /);
});
