import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLI, run, shell, temporaryFolder } from "./run.js";

const TEXT = "青禾乳业净利润增长5%。";
const { path: folder, write } = temporaryFolder();
write("good.txt", TEXT);

/** Runs the command as somebody who is not root, for whom permissions count. */
const asNobody = process.getuid?.() === 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : "";
const canBeNobody = process.platform === "linux" && (asNobody === "" || spawnSync("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", process.execPath, "--version"]).status === 0);
const nobody = (line: string): ReturnType<typeof shell> => shell(folder, `extract-claims() { ${asNobody}"${process.execPath}" "${CLI}" "$@"; }; ${line}`);

describe("bytes that are no text", () => {
  test("the offset is that of the byte, behind characters of several", async () => {
    write("late.txt", Buffer.concat([Buffer.from(TEXT), Uint8Array.of(0xff), Buffer.from(TEXT)]));
    const { code, stderr } = await run(folder, ["late.txt"]);
    expect([code, stderr]).toEqual([1, `extract-claims: late.txt: found byte 0xff at offset ${Buffer.byteLength(TEXT)}, which is not utf-8; expected text in that encoding; --encoding auto tries GB 18030 too\n`]);
  });

  test("in a stream of documents the line is named, and the others are read", async () => {
    const line = (id: number, text: Uint8Array): Buffer => Buffer.concat([Buffer.from(`{"id":${id},"text":"`), text, Buffer.from('"}\n')]);
    const { code, stdout, stderr } = await run(folder, ["--jsonl"], Buffer.concat([line(1, Buffer.from(TEXT)), line(2, Uint8Array.of(0xc3, 0x28)), line(3, Buffer.from(TEXT))]));
    expect(code).toBe(1);
    expect(stdout.trim().split("\n").map((row) => "error" in (JSON.parse(row) as object))).toEqual([false, true, false]);
    expect(stderr).toContain("standard input:2: found byte 0x28 at offset 17, which is not utf-8");
  });

  test("UTF-16 cut within a character", async () => {
    write("odd.txt", Buffer.concat([Buffer.from(`\ufeff${TEXT}`, "utf16le"), Uint8Array.of(0x41)]));
    const { code, stderr } = await run(folder, ["odd.txt"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^extract-claims: odd\.txt: found .* utf-16le; expected text in that encoding\n$/);
  });
});

describe("files that cannot be read or written", () => {
  test.skipIf(!canBeNobody)("a file without read permission, others are done", async () => {
    chmodSync(folder, 0o755);
    chmodSync(join(folder, write("secret.txt", TEXT)), 0);
    chmodSync(join(folder, "good.txt"), 0o644);
    const { code, stdout, stderr } = await nobody("extract-claims secret.txt good.txt --format ndjson");
    expect([code, stderr]).toEqual([1, "extract-claims: secret.txt: found a file that may not be read; expected a file with read permission\n"]);
    expect(stdout.trim().split("\n").map((row) => "error" in (JSON.parse(row) as object))).toEqual([true, false]);
  });

  test.skipIf(!canBeNobody)("a folder that may not be written into", async () => {
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "good.txt"), 0o644);
    mkdirSync(join(folder, "locked"), { mode: 0o555, recursive: true });
    const { code, stdout, stderr } = await nobody("extract-claims good.txt --format ndjson --out locked/out.ndjson");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^extract-claims: --out: locked\/out\.ndjson/);
  });

  test("a folder as the output", async () => {
    mkdirSync(join(folder, "taken"), { recursive: true });
    const { code, stdout, stderr } = await run(folder, ["good.txt", "--format", "ndjson", "--out", "taken"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^extract-claims: --out: taken/);
  });

  test("an empty stream of documents", async () => {
    write("none.jsonl", "");
    expect((await run(folder, ["none.jsonl"])).stdout).toBe("");
  });

  test.skipIf(process.platform === "win32")("a reader that leaves a stream of documents, with one worker and with two", async () => {
    write("many.jsonl", `${JSON.stringify({ id: 1, text: TEXT.repeat(100) })}\n`.repeat(300));
    for (const jobs of ["1", "2"]) expect(await shell(folder, `extract-claims many.jsonl --jobs ${jobs} | head -c 1`)).toEqual({ code: 0, stdout: "{", stderr: "" });
  });
});

describe("names that objects have by nature", () => {
  test("as fields of a document they say nothing", async () => {
    const { code, stdout } = await run(folder, ["--jsonl"], `{"id":1,"__proto__":{"text":"x","referenceDate":5},"constructor":{"prototype":{"polluted":1}},"text":"${TEXT}"}\n{"__proto__":{"text":"${TEXT}"}}\n`);
    expect(code).toBe(1);
    const [first, second] = stdout.trim().split("\n").map((row) => JSON.parse(row) as { claims?: unknown[]; error?: { message: string } });
    expect(first?.claims).toHaveLength(1);
    expect(second?.error?.message).toContain("no text");
  });

  test("as tables of words they are unknown", async () => {
    write("__proto__.tsv", "x\n");
    const { code, stderr } = await run(folder, ["good.txt", "--words", "__proto__.tsv"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/__proto__/);
  });
});
