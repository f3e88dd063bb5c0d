import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPlayground, serveFolder, type Weight } from "../../scripts/build-playground.js";
import { CHROMIUM, complaintsOf, openChromium } from "../report/chromium.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "extract-claims-site-"));
let weights: Weight[];

beforeAll(async () => {
  weights = await buildPlayground(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a first visit transfers at most 4 MB", async ({ annotate }) => {
  await annotate(`${weights.reduce((sum, { bytes }) => sum + bytes, 0)} bytes, compressed`);
  expect(weights.map(({ file }) => file)).toContain("worker.js");
  expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(4_000_000);
});

describe.skipIf(CHROMIUM === undefined)("the playground in Chromium", () => {
  let server: Server;
  let address: string;
  let browser: Awaited<ReturnType<typeof openChromium>>;
  let page: Page;
  let complaints: () => string[] = () => [];

  beforeAll(async () => {
    server = await serveFolder(folder, 0);
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    browser = await openChromium({ height: 820 });
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await browser.context.newPage();
    complaints = complaintsOf(page, (url) => url.startsWith(address) || url.startsWith("data:"));
  }, 60_000);
  afterEach(() => expect(complaints()).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const SOON = { timeout: 30_000, interval: 100 };
  const said = (pattern: RegExp): Promise<void> => expect.poll(() => page.locator("#state").textContent(), SOON).toMatch(pattern);
  const answered = (): Promise<void> => said(/^\d+ claims, /);
  const shown = (selector: string, text: string, where = page): Promise<void> => expect.poll(async () => (await where.locator(selector).allInnerTexts()).join("\n"), SOON).toContain(text);

  test("opens with an example, read in a worker", async () => {
    await page.goto(address);
    await answered();
    expect(page.workers()).toHaveLength(1);
    await shown(".cards", "月活跃用户数");
    await page.evaluate(AXE);
    expect(await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html.slice(0, 200)))`)).toEqual([]);
  });

  test("shows what is typed, counts from the date, and keeps the filters", async () => {
    await page.locator(".chip", { hasText: "relation" }).click();
    await page.locator("#text").fill("昨日，青禾乳业公告，营业收入126亿元，同比增长8%。");
    await page.locator("#date").fill("2024-10-29");
    await shown(".cards", "126亿元");
    await shown(".cards", "2024-10-28");
    expect(await page.locator("[name=type][value=relation]").isChecked()).toBe(false);
  });

  test("a dictionary of one's own changes what is read; a bad row is told", async () => {
    await page.locator("#text").fill("水墨江南获得1亿元融资。");
    await page.locator("#own").evaluate("(details) => { details.open = true; }");
    await page.locator("#dictionary").fill("水墨江南 nt");
    await shown(".s.m-organization", "水墨江南");
    await page.locator("#dictionary").fill("水墨江南 zzz");
    await said(/dictionary:1.*jieba's tags/);
    await page.locator("#dictionary").fill("水墨江南 nt");
    await answered();
  });

  test("a link leads back to text, dictionary and date", async () => {
    await page.locator("#share").click();
    await said(/link is copied/);
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    const other = await browser.context.newPage();
    await other.goto(link);
    await shown(".s.m-organization", "水墨江南", other);
    expect(await other.locator("#text").inputValue()).toBe("水墨江南获得1亿元融资。");
    expect(await other.locator("#dictionary").inputValue()).toBe("水墨江南 nt");
    expect(await other.locator("#date").inputValue()).toBe("2024-10-29");
    await other.goto(`${address}#1not-a-link`);
    await other.close();
  });

  test("works without a network", async () => {
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await expect.poll(() => page.evaluate("navigator.serviceWorker.controller !== null"), SOON).toBe(true);
    await browser.context.setOffline(true);
    server.closeAllConnections();
    await page.goto(address);
    await answered();
    await page.locator("#text").fill("利润下降3%。");
    await shown(".cards", "3%");
    await browser.context.setOffline(false);
  });

  test("speaks Chinese", async () => {
    await page.goto(`${address}?lang=zh`);
    await said(/条主张/);
    expect(await page.locator(".filters").innerText()).toContain("指标");
  });

  test.runIf(process.env["SCREENSHOTS"])("its picture, for the README", async () => {
    await page.goto("about:blank");
    await page.goto(address);
    await answered();
    await page.locator(".card > button", { hasText: "38%" }).click();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(process.env["SCREENSHOTS"] ?? "", "playground.png") });
  });
});
