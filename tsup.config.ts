import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { defineConfig, type Options } from "tsup";
import { inlineEsbuild } from "./scripts/inline.js";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const node = { index: "src/index.ts", schema: "src/schema.ts", testing: "src/testing.ts", nodejieba: "src/nodejieba.ts", pool: "src/pool.ts", queue: "src/queue.ts", export: "src/export.ts", report: "src/report.ts" };
/** What a worker thread runs: no door of the package, so without types. */
const threads = { "pool-worker": "src/pool/worker.ts" };
const browser = { browser: "src/browser.ts" };

const common: Options = {
  target: "es2022",
  platform: "node",
  external: ["nodejieba", "compromise", "zod", "piscina", "bullmq", "ioredis"],
  loader: { ".tsv": "text" },
  treeshake: false,
  esbuildPlugins: [inlineEsbuild],
  // Lines are short, so that a stack trace can be told from another; names are not kept: the package must be small.
  minify: true,
  esbuildOptions: (options) => {
    // Chinese stays as it is: escaped, the dictionaries would be twice as large.
    options.charset = "utf8";
    options.lineLimit = 160;
  },
};

/**
 * The dictionaries ship as text once, in the ES modules that Node and browsers share. The CommonJS build, which runs in Node
 * alone, unpacks them from a file a quarter of that size.
 */
const packedDictionaries: Plugin = {
  name: "packed-dictionaries",
  setup(build) {
    build.onLoad({ filter: /\.tsv$/ }, ({ path }) => ({ contents: `import { texts } from "packed:dict"; export default texts[${JSON.stringify(path.split(/[\\/]/).at(-1))}];` }));
    build.onResolve({ filter: /^packed:dict$/ }, () => ({ path: "dict", namespace: "packed", sideEffects: false }));
    build.onLoad({ filter: /^dict$/, namespace: "packed" }, () => ({
      resolveDir: ".",
      contents: `
        import { readFileSync } from "node:fs";
        import { brotliDecompressSync } from "node:zlib";
        export const texts = JSON.parse(brotliDecompressSync(readFileSync(new URL("./dict.json.br", import.meta.url))).toString());`,
    }));
  },
};

/** Imports of these sources stay imports, of another file of the package: one copy of everything, and of every error class. */
const shared = (files: Readonly<Record<string, string>>): Plugin => ({
  name: "shared",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const file = files[relative("src", join(resolveDir, path)).replaceAll("\\", "/")];
      return file === undefined ? undefined : { path: file, external: true, sideEffects: false };
    });
  },
});
const sharedCommonJs = shared({ "index.js": "./index.cjs", "model/error.js": "./index.cjs" });
/** The command is a user of the package like any other; it bundles only libraries of its own. */
const sharedModules = shared(Object.fromEntries(Object.keys(node).map((name) => [`${name}.js`, `./${name}.js`])));

export default defineConfig(() => {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  const texts = Object.fromEntries(readdirSync("dict").filter((file) => file.endsWith(".tsv")).map((file) => [file, readFileSync(`dict/${file}`, "utf8")]));
  writeFileSync("dist/dict.json.br", brotliCompressSync(JSON.stringify(texts)));
  const { index, ...doors } = node;
  return [
    { ...common, entry: { ...node, ...browser, ...threads }, format: ["esm"], splitting: true },
    { ...common, entry: { index }, format: ["cjs"], shims: true, esbuildPlugins: [inlineEsbuild, packedDictionaries] },
    { ...common, entry: doors, format: ["cjs"], shims: true, esbuildPlugins: [inlineEsbuild, sharedCommonJs, packedDictionaries] },
    { entry: { ...node, ...browser }, format: ["esm", "cjs"], dts: { only: true } },
    {
      ...common,
      entry: { cli: "src/cli.ts" },
      format: ["esm"],
      splitting: true,
      noExternal: ["commander", "cli-table3", "string-width", "tinyglobby", "log-update", "picocolors", "fastest-levenshtein"],
      esbuildPlugins: [inlineEsbuild, sharedModules],
      banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    },
  ];
});
