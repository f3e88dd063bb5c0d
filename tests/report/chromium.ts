import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

/** Where Chromium is; absent where it is not installed, but where CI has promised it. */
export const CHROMIUM = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path !== undefined && existsSync(path));
if (CHROMIUM === undefined && process.env["CI"] === "true") throw new Error("no Chromium; expected it in CI: apt-get install -y chromium");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A browser with a profile of its own, and what closes it and removes that. */
export async function openChromium(options: { readonly colorScheme?: "light" | "dark"; readonly width?: number; readonly height?: number } = {}): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "extract-claims-"));
  const { colorScheme = "light", width = 1360, height = 880 } = options;
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM ?? "", args: FLAGS, headless: true, chromiumSandbox: false, colorScheme, viewport: { width, height }, reducedMotion: "reduce" });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** What a page complains of: errors, warnings, dialogs, and requests that are not its own. Each call tells what came since the last. */
export function complaintsOf(page: Page, isOwn: (url: string) => boolean): () => string[] {
  let complaints = new Set<string>();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.add(message.text()));
  page.on("pageerror", ({ message }) => complaints.add(message));
  page.on("dialog", (dialog) => {
    complaints.add(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => isOwn(request.url()) || complaints.add(`request ${request.url()}`));
  return () => {
    const heard = [...complaints];
    complaints = new Set();
    return heard;
  };
}
