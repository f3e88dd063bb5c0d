import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The package as published, installed and run in an empty folder by others than npm and Node. They come from .runtimes, where
// .ci/run installs them, or from the path; one that is not there is skipped.
// Bun's own `bin` is put in place by an install script, which does not run here.
const PATH = [resolve(`.runtimes/node_modules/@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}/bin`), resolve(".runtimes/node_modules/.bin"), process.env["PATH"]].join(delimiter);
const environment = { ...process.env, PATH, DENO_NO_UPDATE_CHECK: "1", npm_config_yes: "true" };
const has = (command: string): boolean => spawnSync(command, ["--version"], { env: environment }).status === 0;
const execute = promisify(execFile);
const run = (cwd: string, command: string, ...args: string[]) => execute(command, args, { cwd, env: environment, encoding: "utf8", maxBuffer: 1 << 26, timeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), "extract-claims-runtimes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCRIPT = `import { extract } from "extract-claims";
import { resultSchema } from "extract-claims/schema";
const result = extract("青禾乳业营业收入126亿元，同比增长8%。");
console.log(JSON.stringify([resultSchema.safeParse(result).success, result.claims.map(({ type }) => type)]));
`;
const RIGHT = JSON.stringify([true, ["metric", "change"]]);

let tarball: string;
beforeAll(async () => {
  const { stdout } = await run(".", "npm", "pack", "--json", "--pack-destination", folder);
  tarball = join(folder, (Object.values(JSON.parse(stdout) as object)[0] as { filename: string }).filename);
}, 120_000);

function home(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "package.json"), JSON.stringify({ type: "module", dependencies: { "extract-claims": `file:${tarball}` } }));
  writeFileSync(join(path, "run.mjs"), SCRIPT);
  writeFileSync(join(path, "a.txt"), "青禾乳业营业收入126亿元。");
  return path;
}
const types = (ndjson: string): string[] => (JSON.parse(ndjson) as { claims: { type: string }[] }).claims.map(({ type }) => type);

describe.skipIf(!has("pnpm"))("pnpm", () => {
  test("installs without a script, runs the library and the command", async () => {
    const path = home("pnpm");
    await run(path, "pnpm", "install", "--prefer-offline", "--store-dir", join(folder, "store"));
    expect((await run(path, process.execPath, "run.mjs")).stdout.trim()).toBe(RIGHT);
    expect(types((await run(path, "pnpm", "exec", "extract-claims", "a.txt", "--format", "ndjson")).stdout)).toEqual(["metric"]);
  }, 300_000);
});

describe.skipIf(!has("bun"))("Bun", () => {
  test("installs, runs the library and the command", async () => {
    const path = home("bun");
    await run(path, "bun", "install");
    expect((await run(path, "bun", "run.mjs")).stdout.trim()).toBe(RIGHT);
    expect(types((await run(path, "bun", "node_modules/extract-claims/dist/cli.js", "a.txt", "--format", "ndjson")).stdout)).toEqual(["metric"]);
  }, 300_000);
});

describe.skipIf(!has("deno"))("Deno", () => {
  test("runs the library and the command from what npm installed", async () => {
    const path = home("deno");
    await run(path, "npm", "install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
    expect((await run(path, "deno", "run", "--allow-read", "--allow-env", "run.mjs")).stdout.trim()).toBe(RIGHT);
    expect(types((await run(path, "deno", "run", "-A", "node_modules/extract-claims/dist/cli.js", "a.txt", "--format", "ndjson")).stdout)).toEqual(["metric"]);
  }, 300_000);
});
