import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as Library from "../src/index.js";

// The package as it would be published: what it holds, how large it is, and whether it works where it is installed.

const LARGEST = 8_000_000;
const TEXT = "微信月活跃用户数达13.089亿。Tencent Holdings Ltd. 表示，同比增长3.7%。";
const folder = mkdtempSync(join(tmpdir(), "extract-claims-package-"));
const execute = promisify(execFile);
const run = (cwd: string, command: string, ...args: string[]) => execute(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26, shell: process.platform === "win32" });

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}
let packed: Packed;
let tarball: string;

beforeAll(async () => {
  if (!existsSync("dist/index.js")) throw new Error("no dist: npm run build");
  const { stdout } = await run(".", "npm", "pack", "--json", "--pack-destination", folder);
  // An array up to npm 11, an object of packages since.
  packed = Object.values(JSON.parse(stdout) as Record<string, Packed>)[0] as Packed;
  tarball = join(folder, packed.filename);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("holds these files and no others", () => {
  const names = packed.files.map(({ path }) => path.replace(/^dist\/[\w-]+-[\w-]{8}\.(js|d\.ts|d\.cts)$/, "dist/*-*.$1"));
  expect([...new Set(names)].sort()).toMatchInlineSnapshot(`
    [
      "CHANGELOG.md",
      "LICENSE",
      "NOTICE",
      "README.md",
      "README.zh-CN.md",
      "dist/*-*.d.cts",
      "dist/*-*.d.ts",
      "dist/*-*.js",
      "dist/browser.d.ts",
      "dist/browser.js",
      "dist/cli.js",
      "dist/dict.json.br",
      "dist/export.cjs",
      "dist/export.d.cts",
      "dist/export.d.ts",
      "dist/export.js",
      "dist/index.cjs",
      "dist/index.d.cts",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/nodejieba.cjs",
      "dist/nodejieba.d.cts",
      "dist/nodejieba.d.ts",
      "dist/nodejieba.js",
      "dist/pool-worker.js",
      "dist/pool.cjs",
      "dist/pool.d.cts",
      "dist/pool.d.ts",
      "dist/pool.js",
      "dist/queue.cjs",
      "dist/queue.d.cts",
      "dist/queue.d.ts",
      "dist/queue.js",
      "dist/report.cjs",
      "dist/report.d.cts",
      "dist/report.d.ts",
      "dist/report.js",
      "dist/schema.cjs",
      "dist/schema.d.cts",
      "dist/schema.d.ts",
      "dist/schema.js",
      "dist/testing.cjs",
      "dist/testing.d.cts",
      "dist/testing.d.ts",
      "dist/testing.js",
      "models/names.bin",
      "package.json",
      "tables/manifest.json",
      "tables/segmenter.bin",
    ]
  `);
});

test("is no larger than its budget", async ({ annotate }) => {
  await annotate(`${packed.unpackedSize} bytes unpacked, ${packed.size} packed, of ${LARGEST}`);
  const largest = packed.files.toSorted((a, b) => b.size - a.size).slice(0, 5).map(({ path, size }) => `${path} ${size}`);
  expect(packed.unpackedSize, largest.join("\n")).toBeLessThan(LARGEST);
});

test("publint finds nothing to say", async () => {
  const { publint } = await import("publint");
  const { messages } = await publint({ pkgDir: ".", strict: true, pack: false });
  expect(messages).toEqual([]);
});

test("the types are right for ES modules and CommonJS", async () => {
  // The browser's entry is an ES module alone.
  const { stdout } = await run(".", "npx", "attw", tarball, "--profile", "node16", "--exclude-entrypoints", "./browser", "--format", "json").catch((error: unknown) => error as { stdout: string });
  const { analysis } = JSON.parse(stdout) as { analysis: { problems?: { kind: string; resolutionKind?: string }[] } };
  expect((analysis.problems ?? []).filter(({ resolutionKind }) => resolutionKind !== "node10")).toEqual([]);
});

describe("installed in an empty folder, without install scripts", () => {
  const home = join(folder, "home");
  beforeAll(async () => {
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), "{}");
    writeFileSync(join(home, "a.txt"), TEXT);
    await run(home, "npm", "install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", tarball);
  }, 120_000);

  const evaluate = async (type: "module" | "commonjs", code: string): Promise<unknown> => JSON.parse((await run(home, process.execPath, `--input-type=${type}`, "--eval", code)).stdout);
  const figures = `const figures = (result) => JSON.stringify(result.claims.flatMap((claim) => claim.figure?.value ?? []));`;

  test("brings two packages' worth of libraries, and none of the command's", () => {
    const names = readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."));
    expect(names).toEqual(expect.arrayContaining(["compromise", "extract-claims", "zod"]));
    expect(names).not.toEqual(expect.arrayContaining(["commander"]));
    expect(names.length).toBeLessThan(10);
  });

  test("npx runs the command", async () => {
    const { stdout } = await run(home, "npx", "--no", "extract-claims", "a.txt", "--format", "ndjson");
    expect(JSON.parse(stdout)).toMatchObject({ id: "a.txt", claims: expect.arrayContaining([expect.objectContaining({ type: "metric" })]) as unknown });
  });

  test("imports and requires give the same", async () => {
    const body = `${figures} console.log(figures(extract(${JSON.stringify(TEXT)})));`;
    const results = await Promise.all([evaluate("module", `import { extract } from "extract-claims"; ${body}`), evaluate("commonjs", `const { extract } = require("extract-claims"); ${body}`)]);
    expect(results).toEqual([[1308900000, 3.7], [1308900000, 3.7]]);
  });

  test("every door opens, and an error is of one class through all of them", async () => {
    const body = `
      const found = [];
      try { extract(1); } catch (error) { found.push(error instanceof ExtractClaimsError); }
      try { nodejiebaSegmenter(); } catch (error) { found.push(error instanceof ExtractClaimsError && error.code === "segmenter"); }
      found.push(resultSchema.safeParse(extract("天气不错。")).success, typeof loadFixtures);
      console.log(JSON.stringify(found));`;
    const names = { "extract-claims": "extract, ExtractClaimsError", "extract-claims/nodejieba": "nodejiebaSegmenter", "extract-claims/schema": "resultSchema", "extract-claims/testing": "loadFixtures" };
    const imports = Object.entries(names).map(([door, name]) => `import { ${name} } from "${door}";`).join("");
    const requires = Object.entries(names).map(([door, name]) => `const { ${name} } = require("${door}");`).join("");
    const right = [true, true, true, "function"];
    expect(await Promise.all([evaluate("module", imports + body), evaluate("commonjs", requires + body)])).toEqual([right, right]);
  });

  test("the browser condition needs no machine: buffers in, the same claims out", async () => {
    const { stdout } = await run(home, process.execPath, "--conditions=browser", "--input-type=module", "--eval", `
      import { readFileSync } from "node:fs";
      import { createExtractor, extract, load } from "extract-claims";
      ${figures}
      const read = (file) => readFileSync(new URL("./node_modules/extract-claims/" + file, "file://" + process.cwd() + "/"));
      const buffer = (file) => new Uint8Array(read(file)).buffer;
      let early; try { extract("天气不错。"); } catch (error) { early = error.code; }
      await load({ segmentation: buffer("tables/segmenter.bin"), nameModel: buffer("models/names.bin"), manifest: read("tables/manifest.json").toString() });
      let path; try { createExtractor({ dictionary: "a.tsv" }); } catch (error) { path = error.name; }
      console.log(JSON.stringify({ early, path, result: extract(${JSON.stringify(TEXT)}) }));`);
    const { extract } = createRequire(join(home, "index.js"))("extract-claims") as typeof Library;
    expect(JSON.parse(stdout)).toEqual({ early: "tables", path: "DictionaryError", result: JSON.parse(JSON.stringify(extract(TEXT))) as unknown });
  });

  test("no module that a browser loads asks for Node", () => {
    const dist = join(home, "node_modules/extract-claims/dist");
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = readFileSync(join(dist, file), "utf8");
      expect(source, file).not.toMatch(/["']node:|\brequire\(|\bprocess\.|\bBuffer\b/);
      for (const [, next = ""] of source.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) visit(next);
    };
    visit("browser.js");
    expect(seen.size).toBeGreaterThan(1);
  });
});

