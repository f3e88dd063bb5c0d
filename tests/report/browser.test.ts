import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderReport, type ReportOptions } from "../../src/report.js";
import type { AnnotatedText } from "../../src/model/index.js";
import { CHROMIUM, complaintsOf, openChromium } from "./chromium.js";
import { documents } from "./document.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(CHROMIUM === undefined)("the report in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "extract-claims-report-"));
  const all = documents();
  let browser: Awaited<ReturnType<typeof openChromium>>;
  let page: Page;
  let complaints: () => string[] = () => [];

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.context.newPage();
    complaints = complaintsOf(page, (url) => url.startsWith("file:"));
  });
  afterEach(() => expect(complaints()).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(shown: readonly AnnotatedText[] = all, options: ReportOptions = { title: "Report" }): Promise<void> {
    const file = join(folder, "report.html");
    writeFileSync(file, renderReport(shown, options));
    await page.goto(pathToFileURL(file).href);
  }
  const texts = (selector: string): Promise<string[]> => page.locator(selector).allTextContents();
  async function violations(): Promise<string[]> {
    await page.evaluate(AXE);
    return page.evaluate<string[]>(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map(({ html, any }) => html.slice(0, 120) + (any[0]?.message ?? "")).slice(0, 3).join(" | ")))`);
  }
  const index = all[0]!.result.claims.findIndex((claim) => claim.type === "change" && claim.figure?.value === 8);

  test("choosing a claim lights its parts, and choosing it again puts them out", async () => {
    await open();
    const claim = all[0]!.result.claims[index]!;
    await page.locator(".card > button").nth(index).click();
    expect(await texts('.part[data-role="figure"]')).toEqual(["约8%"]);
    expect((await texts('.part[data-role="trigger"]')).join("")).toBe(claim.type === "change" ? claim.trigger.text : "");
    expect((await texts(".card.open dd")).join("|")).toContain("≈ 8 percent");
    await page.locator(".card.open > button").click();
    expect(await page.locator(".part").count()).toBe(0);
  });

  test("choosing a passage lists its claims, the narrowest chosen", async () => {
    await open();
    await page.locator(".document:not(.away) .m-figure", { hasText: "126亿元" }).click();
    const inside = all[0]!.result.claims.filter(({ span }) => all[0]!.text.slice(span.start, span.end).includes("126亿元"));
    expect(await page.locator(".card").count()).toBeGreaterThanOrEqual(inside.length);
    expect(await page.locator(".card.open").textContent()).toContain("126亿元");
    await page.locator(".everything").click();
    expect(await page.locator(".card").count()).toBe(all[0]!.result.claims.length);
  });

  test("filters hold for cards, lines, table and count", async () => {
    await open();
    await page.locator("[name=modality]").selectOption("planned");
    const planned = all[0]!.result.claims.filter(({ modality }) => modality === "planned");
    expect(await page.locator(".card").count()).toBe(planned.length);
    expect(await page.locator("tbody tr:not([hidden])").count()).toBe(all.flatMap(({ result }) => result.claims).filter(({ modality }) => modality === "planned").length);
    const lined = Number(await page.evaluate(`document.querySelectorAll('[class*="l0-"],[class*="l1-"],[class*="l2-"]').length`));
    await page.locator(".filters button[type=reset]").click();
    await expect.poll(() => page.locator(".card").count()).toBe(all[0]!.result.claims.length);
    expect(Number(await page.evaluate(`document.querySelectorAll('[class*="l0-"],[class*="l1-"],[class*="l2-"]').length`))).toBeGreaterThan(lined);
    await page.locator(".chip", { hasText: "metric" }).click();
    expect(await page.locator('[class*="-metric"]:is(.l0-metric, .l1-metric, .l2-metric)').count()).toBe(0);
    await page.locator("[name=source]").selectOption({ index: 2 });
    await page.locator("[name=search]").fill("没有这样的主张");
    expect(await page.locator("output").textContent()).toBe("0");
    expect(await page.locator(".cards").textContent()).toContain("No claims here");
  });

  test("the table sorts by any column, and a row leads to its claim in its document", async () => {
    await open();
    await page.locator("[data-view=table]").click();
    const head = page.locator('th[data-key="confidence"]');
    for (const direction of ["ascending", "descending"] as const) {
      await head.locator("button").click();
      expect(await head.getAttribute("aria-sort")).toBe(direction);
      const shown = (await texts('td[data-key="confidence"]')).map(Number);
      expect(shown).toEqual([...shown].sort((a, b) => (direction === "ascending" ? a - b : b - a)));
    }
    const row = page.locator("tbody tr", { hasText: "云栈科技" }).first();
    const id = await row.locator(".open").textContent();
    await row.locator(".open").click();
    expect(await page.locator("[name=document]").inputValue()).toBe("1");
    expect(await page.locator(".document:not(.away) h2").textContent()).toBe(all[1]!.id);
    expect(all[1]!.result.claims[Number(await page.locator(".card.open").getAttribute("data-claim"))]!.id).toBe(id);
  });

  test("the keyboard alone will do, and what is chosen is told", async () => {
    await open();
    await page.locator(".document:not(.away) .text").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("[role=status]").textContent()).toMatch(/^Claim 1 of \d+: /);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(`document.activeElement.closest(".card").dataset.claim`)).toBe("0");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await page.locator(".card.open").getAttribute("data-claim")).toBe("1");
    await page.locator(".document:not(.away) .text").focus();
    await page.keyboard.press("Escape");
    expect(await page.locator(".card.open").count()).toBe(0);
  });

  test.each(["light", "dark"] as const)("axe finds nothing, %s, as text, with a claim chosen, and as a table", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open();
    expect(await violations()).toEqual([]);
    await page.locator(".card > button").nth(index).click();
    expect(await violations()).toEqual([]);
    await page.locator("[data-view=table]").click();
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  });

  test("on paper every document and the table, without controls", async () => {
    await open();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".document:visible").count()).toBe(2);
    expect(await page.locator("table:visible").count()).toBe(1);
    expect(await page.locator(".needs-script:visible").count()).toBe(0);
    await page.emulateMedia({ media: "screen" });
  });

  test("a text made to break out does nothing", async () => {
    const evil = `</script><script>globalThis.broken = 1; alert(1)</script><img src=x onerror="globalThis.broken = 1">`;
    const { result } = all[0]!;
    await open([{ id: evil, text: evil, result: { ...result, sentences: [], mentions: [], claims: [] } }], { title: evil });
    expect(await page.evaluate("globalThis.broken")).toBeUndefined();
    expect(await page.locator(".text").textContent()).toContain(evil);
  });

  test("a text of 200 KB opens and answers", async () => {
    const part = all[0]!;
    const times = Math.ceil(200_000 / Buffer.byteLength(part.text));
    const claims = Array.from({ length: times }, (_, i) => shift(part.result.claims, i * part.text.length, i)).flat();
    const mentions = Array.from({ length: times }, (_, i) => shift(part.result.mentions, i * part.text.length, i)).flat();
    await open([{ id: "long", text: part.text.repeat(times), result: { ...part.result, sentences: [], mentions, claims } }]);
    await page.locator(".card > button").nth(claims.length - 1).click();
    expect(await page.locator(".part").count()).toBeGreaterThan(0);
  });

  test.runIf(process.env["SCREENSHOTS"])("its picture, for the README", async () => {
    for (const [colorScheme, name] of [["light", "report"], ["dark", "report-dark"]] as const) {
      await page.emulateMedia({ colorScheme });
      await open(all, { title: "Third-quarter news" });
      await page.locator(".card > button").nth(index).click();
      await page.mouse.move(0, 0);
      await page.setViewportSize({ width: 1360, height: 720 });
      await page.screenshot({ path: join(process.env["SCREENSHOTS"] ?? "", `${name}.png`) });
    }
  });

  /** Spans further on, ids of their own. */
  function shift<T>(value: T, by: number, i: number): T {
    if (Array.isArray(value)) return value.map((part: unknown) => shift(part, by, i)) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, (key === "start" || key === "end") && typeof part === "number" ? part + by : key === "id" ? `${String(part)}.${i}` : shift<unknown>(part, by, i)])) as T;
  }
});
