import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./run.js";

// Each script in its own shell; a shell that is not installed is skipped.
const { path: folder, write } = temporaryFolder();
const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;
const script = (shell: string): string => join(folder, `completion.${shell}`);

beforeAll(async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, stdout, stderr } = await run(folder, ["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    write(`completion.${shell}`, stdout);
  }
  write("names.tsv", "");
});

const CASES: readonly (readonly [words: string, offered: readonly string[]])[] = [
  ["che", ["check"]],
  ["--min", ["--min-confidence"]],
  ["--format js", ["json", "jsonld"]],
  ["news -f docc", ["doccano"]],
  ["--type ch", ["change"]],
  ["check --up", ["--update"]],
  ["dict ", ["check"]],
  ["dict check --la", ["--lang"]],
  ["completion f", ["fish"]],
  ["queue work --dra", ["--drain"]],
  ["--lang ", ["en", "zh"]],
  ["--dict nam", ["names.tsv"]],
];

describe.skipIf(!has("bash"))("bash", () => {
  test.each([...CASES, ["--format=js", ["json", "jsonld"]] as const])("%j", (words, offered) => {
    // As bash does it: `=` is a word of its own.
    const list = words.split(/ |(=)/).filter((word) => word !== undefined);
    const out = execFileSync("bash", ["--norc", "-c", `source completion.bash; COMP_WORDS=(extract-claims "$@"); COMP_CWORD=$#; _extract_claims; printf '%s\\n' "\${COMPREPLY[@]}"`, "bash", ...list], { cwd: folder, encoding: "utf8" });
    expect(new Set(out.split("\n").filter(Boolean))).toEqual(new Set([...offered, ...(offered.length === 1 && words === "dict " ? ["completion.bash", "completion.fish", "completion.zsh", "names.tsv"] : [])]));
  });
});

describe.skipIf(!has("fish"))("fish", () => {
  test.each(CASES)("%j", (words, offered) => {
    const out = execFileSync("fish", ["--no-config", "-c", `source ${script("fish")}; complete -C ${JSON.stringify(`extract-claims ${words}`)}`], { cwd: folder, encoding: "utf8" });
    expect(out.split("\n").filter(Boolean).map((line) => line.split("\t")[0]).sort()).toEqual([...offered].sort());
  });
});

describe.skipIf(!has("zsh"))("zsh", () => {
  test("is a script that zsh takes, and defines the completion", () => {
    expect(existsSync(script("zsh"))).toBe(true);
    const out = execFileSync("zsh", ["-f", "-c", `autoload -U compinit && compinit -u -d ${join(folder, "zcompdump")} && source ${script("zsh")} && print $_comps[extract-claims]`], { cwd: folder, encoding: "utf8" });
    expect(out).toBe("_extract_claims\n");
  });
});
