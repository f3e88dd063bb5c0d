import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./run.js";

const { path: folder, write } = temporaryFolder();

test("init writes a dictionary and a fixture that work as they are", async () => {
  const { code, stdout, stderr } = await run(folder, ["init", "new/project"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^written: new.project.names\.tsv\nwritten: new.project.fixtures.example\.json\n/);
  expect((await run(folder, ["dict", "check", "new/project/names.tsv"])).stdout).toBe("new/project/names.tsv: 2 entries, all of use\n");
  expect(await run(folder, ["check", "new/project/fixtures"])).toEqual({ code: 0, stdout: "2 of 2 cases as expected\n", stderr: "" });
});

test("init never overwrites", async () => {
  write("names.tsv", "mine");
  const { code, stdout } = await run(folder, ["init"]);
  expect([code, readFileSync(join(folder, "names.tsv"), "utf8")]).toEqual([0, "mine"]);
  expect(stdout).toMatch(/^left as it is: names\.tsv\nwritten: fixtures.example\.json\n/);
});

test("dict check names every bad row: where, what, what would be right", async () => {
  write("bad.tsv", "name\ttype\tweight\n青禾集市\tproduct\t1\n\tproduct\t1\n云海\tcompany\t1\n晴川\tperson\theavy\n青禾集市\torganization\t1\n");
  write("jieba.txt", "云海科技 20 nt\n远山 many nt\n");
  const { code, stdout, stderr } = await run(folder, ["dict", "check", "bad.tsv", "missing.tsv", "jieba.txt"]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr.split("\n").filter(Boolean)).toEqual([
    expect.stringMatching(/^extract-claims: missing\.tsv: found .*no such file.*; expected a readable file in UTF-8$/),
    'extract-claims: bad.tsv:3: found ""; expected a name of at least one character',
    'extract-claims: bad.tsv:4: found "company"; expected one of organization, person, location, product in type',
    'extract-claims: bad.tsv:5: found "heavy"; expected a weight such as 2 or 0.5',
    expect.stringContaining("jieba.txt:2"),
    'extract-claims: bad.tsv:6: found "青禾集市"; expected a writing of its own, or another weight than in bad.tsv:2, which has it too',
    "extract-claims: 6 rows of no use",
  ]);
  expect((await run(folder, ["dict", "check"])).code).toBe(2);
});
