import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI, isBuilt } from "../built.js";
import { newsDocument, newsLines } from "./news.js";

const COUNT = 500;
const FULL = process.env["FULL"] !== undefined;

describe.skipIf(!isBuilt)("extract-claims --jobs", { timeout: FULL ? 3_000_000 : 300_000 }, () => {
  let folder: string;
  let input: string;
  let expected: string;
  const out = (name: string): string => join(folder, name);
  const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  const start = (...args: string[]): ChildProcess => spawn(process.execPath, [CLI, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const whole = (path: string): boolean => readFileSync(path, "utf8") === expected;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "extract-claims-jobs-"));
    input = out("news.jsonl");
    const lines = newsLines(COUNT).split("\n");
    lines[400] = '{"id":"bad","text":5}';
    lines[401] = "no JSON";
    writeFileSync(input, lines.join("\n"));
    const { stdout, status } = run(input, "--jobs", "1");
    expect(status).toBe(1);
    expected = stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("gives a line for each document, in order, whatever the number of workers; a bad one its error", () => {
    const { stdout, stderr, status } = run(input, "--jobs", "3");
    expect(stdout === expected).toBe(true);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(COUNT);
    expect(JSON.parse(lines[400]!)).toMatchObject({ id: "bad", error: { code: "text" } });
    expect(JSON.parse(lines[401]!)).toMatchObject({ id: 402, error: { code: "text" } });
    expect(stderr.match(/news\.jsonl:40[12]: /g)).toEqual(["news.jsonl:401: ", "news.jsonl:402: "]);
  });

  test("many files keep their order; in NDJSON one that cannot be read has its line too", () => {
    const files = Array.from({ length: 40 }, (_, i) => out(`${i}.txt`));
    for (const [i, file] of files.entries()) writeFileSync(file, newsDocument(i, 14).text);
    files.splice(20, 0, out("missing.txt"));
    const { stdout, status } = run("--format", "ndjson", "--jobs", "2", ...files);
    const outputs = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; error?: unknown });
    expect(outputs.map(({ id }) => id)).toEqual(files);
    expect(outputs.filter(({ error }) => error).map(({ id }) => id)).toEqual([out("missing.txt")]);
    expect(status).toBe(1);
  });

  test("killed again and again at any moment, it goes on with --resume and loses and repeats nothing", async () => {
    const file = out("resumed.ndjson");
    const args = [input, "--jobs", "2", "--out", file, "--resume"];
    let kills = 0;
    for (let grown = 0; kills < (FULL ? 30 : 3) && !existsSync(file); ) {
      const child = start(...args);
      const closed = once(child, "close");
      // Not before it has written something: then somewhere within what it writes.
      const before = sizeOf(`${file}.part`);
      while (sizeOf(`${file}.part`) <= before && child.exitCode === null) await setTimeout(5);
      await setTimeout(Math.random() * 300);
      child.kill("SIGKILL");
      await closed;
      kills += 1;
      grown = sizeOf(`${file}.part`);
      // What a crash of the machine leaves: half a line.
      if (kills % 2 === 0 && grown > 10_000) truncateSync(`${file}.part`, grown - 1 - Math.floor(Math.random() * 5_000));
    }
    expect(existsSync(file) || kills > 0).toBe(true);
    expect(run(...args).status).toBe(1);
    expect(whole(file)).toBe(true);
    expect(existsSync(`${file}.part`)).toBe(false);
    // Once more: nothing is left to do.
    run(...args);
    expect(whole(file)).toBe(true);
  });

  test("what somebody cut off a finished file is written again", () => {
    const file = out("cut.ndjson");
    writeFileSync(file, expected.slice(0, expected.length / 3));
    expect(run(input, "--jobs", "2", "--out", file, "--resume").status).toBe(1);
    expect(whole(file)).toBe(true);
  });

  test("interrupted, it writes what is under way and ends with 130; --resume goes on", async () => {
    const file = out("interrupted.ndjson");
    const child = start(input, "--jobs", "2", "--out", file);
    const closed = once(child, "close");
    while (sizeOf(`${file}.part`) === 0) await setTimeout(5);
    child.kill("SIGINT");
    expect((await closed)[0]).toBe(130);
    const written = readFileSync(`${file}.part`, "utf8");
    expect(written.endsWith("\n") && expected.startsWith(written) && written.length < expected.length).toBe(true);
    run(input, "--jobs", "2", "--out", file, "--resume");
    expect(whole(file)).toBe(true);
  });

  test("interrupted while it waits for input, it ends", async () => {
    const child = start("--jsonl", "--jobs", "2");
    const closed = once(child, "close");
    child.stdin!.write(newsLines(1));
    const [line] = (await once(child.stdout!, "data")) as [Buffer];
    expect(JSON.parse(line.toString())).toMatchObject({ id: "d0" });
    child.kill("SIGINT");
    expect((await closed)[0]).toBe(130);
  });

  test("memory does not grow with the stream, however slow the reader", async () => {
    const megabytes = FULL ? 50 : 1;
    const child = start("--jsonl", "--jobs", "2", "--include", "claims");
    const closed = once(child, "close");
    const rss = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
    let [written, i, lines, paused] = [0, 0, 0, false];
    let early = 0;
    let late = 0;
    child.stdout!.on("data", (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      if (!paused && lines > 200) {
        paused = true;
        child.stdout!.pause();
        void setTimeout(1_000).then(() => ((early ||= rss()), child.stdout!.resume()));
      }
      if (process.platform === "linux" && child.exitCode === null) late = rss();
    });
    while (written < megabytes * 1e6) {
      const chunk = Array.from({ length: 50 }, () => `${JSON.stringify(newsDocument(i++, 5))}\n`).join("");
      written += Buffer.byteLength(chunk);
      if (!child.stdin!.write(chunk)) await once(child.stdin!, "drain");
    }
    child.stdin!.end();
    expect((await closed)[0]).toBe(0);
    expect(lines).toBe(i);
    if (process.platform === "linux") {
      // eslint-disable-next-line no-console -- a measurement, for whoever reads the log
      console.log(`stream of ${megabytes} MB on two workers: at most ${early.toFixed(0)} MB after 200 documents, ${late.toFixed(0)} MB at the end`);
      expect(late).toBeLessThan(900);
    }
  });

  test("--resume without a file, or in another format, is wrong usage", () => {
    expect(run(input, "--resume")).toMatchObject({ status: 2 });
    expect(run(input, "--resume", "--out", out("x.json"), "--format", "json")).toMatchObject({ status: 2 });
    expect(run(input, "--jobs", "0")).toMatchObject({ status: 2 });
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk is told, not ignored", () => {
    const { status, stderr } = run(input, "--out", "/dev/full");
    expect(stderr).toContain("no space left on the device");
    expect(status).toBe(1);
  });
});
