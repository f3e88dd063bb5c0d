import { execFile, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI } from "../built.js";
import { CHROMIUM, openChromium } from "../report/chromium.js";

// Every example does what its first line says.
const execute = promisify(execFile);
const node = (...args: string[]) => execute(process.execPath, args, { encoding: "utf8" });
const folder = mkdtempSync(join(tmpdir(), "extract-claims-examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DOCUMENTS = [
  { id: "一", text: "天气不错😀。青禾乳业营业收入126亿元，同比增长8%。" },
  { id: "二", text: "青禾集团回应称，青禾支付不会关停。", referenceDate: "2024-05-01" },
  { id: "三" },
];
const news = join(folder, "news.jsonl");
writeFileSync(news, DOCUMENTS.map((document) => JSON.stringify(document)).join("\n"));

test("stream.mjs: a line out for each line in, a bad one among them", async () => {
  const child = spawn(process.execPath, ["examples/stream.mjs"]);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  child.stdin.end(`${DOCUMENTS.map((document) => JSON.stringify(document)).join("\n")}\nno JSON\n`);
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  const lines = out.trim().split("\n").map((line) => JSON.parse(line) as { id?: string; claims?: unknown[]; error?: string });
  expect(lines.map(({ id, claims, error }) => [id, claims !== undefined, error !== undefined])).toEqual([["一", true, false], ["二", true, false], ["三", false, true], [undefined, false, true]]);
});

test("node-test.mjs, by Node's test runner", async () => {
  expect((await node("--test", "examples/node-test.mjs")).stdout).toMatch(/pass 3\b/);
});

test("vitest.test.mjs, by vitest", async () => {
  const { stdout } = await execute(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", "examples/vitest.config.mjs", "--reporter=json"], { encoding: "utf8", env: { ...process.env, VITEST: undefined } });
  expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 3, numFailedTests: 0 });
}, 60_000);

describe("express.mjs", () => {
  let server: ReturnType<typeof spawn>;
  let url: string;
  beforeAll(async () => {
    server = spawn(process.execPath, ["examples/express.mjs"], { env: { ...process.env, PORT: "0" } });
    url = await new Promise((resolve, reject) => {
      server.stdout?.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()));
      server.once("exit", () => reject(new Error("express.mjs ended")));
    });
  }, 60_000);
  afterAll(() => void server.kill());

  const post = (body: unknown): Promise<Response> => fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

  test("reads a text", async () => {
    const response = await post(DOCUMENTS[0]);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ claims: [{ type: "metric", figure: { value: 12600000000 } }, { type: "change", basis: "yoy" }] });
  });

  test.each([
    [{}, "text", "a string"],
    [{ text: "天气不错。", referenceDate: "2024-13-01" }, "referenceDate", "a date such as"],
    [{ text: "长".repeat(100_001) }, "text", "at most 100000"],
  ])("tells the caller what is wrong", async (body, where, expected) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { where, expected: expect.stringContaining(expected) as string } });
  });
});

describe.skipIf(spawnSync("python3", ["--version"]).status !== 0)("python/claims.py", () => {
  test("reads NDJSON and CSV, every offset a quotation", async () => {
    const [ndjson, csv] = [join(folder, "claims.ndjson"), join(folder, "claims.csv")];
    const command = (...args: string[]) => node(CLI, news, "--offsets", "codepoint", ...args).catch((error: unknown) => error as { stderr: string });
    for (const { stderr } of [await command("--out", ndjson), await command("--format", "csv", "--bom", "--out", csv)]) expect(stderr).toContain("news.jsonl:3: found no text");
    const { stdout } = await execute("python3", ["examples/python/claims.py", news, ndjson, csv], { encoding: "utf8" });
    expect(stdout).toMatch(/^一 青禾乳业 营业收入 12600000000 CNY\n三: .*found no text.*\nchange 1, event 1, metric 1, statement 1\n$/);
  });
});

describe.skipIf(CHROMIUM === undefined)("browser/", () => {
  const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json" };
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      readFile(join(".", path.endsWith("/") ? `${path}index.html` : path)).then(
        (bytes) => response.writeHead(200, { "content-type": TYPES[extname(path) || ".html"] ?? "application/octet-stream" }).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => void server.close());

  test("shows what the text claims, as it is typed", async () => {
    const { context, close } = await openChromium({});
    const page = await context.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/examples/browser/`);
    const shown = () => page.locator("#claims").textContent();
    await expect.poll(shown, { timeout: 30_000 }).toMatch(/^metric: .*\nchange: /);
    await page.locator("#text").fill("天气不错。");
    await expect.poll(shown).toBe("");
    await close();
  }, 60_000);
});
