import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const node = { index: "src/index.ts", schema: "src/schema.ts", testing: "src/testing.ts", nodejieba: "src/nodejieba.ts" };
const browser = { browser: "src/browser.ts" };

const common: Options = {
  target: "es2022",
  platform: "node",
  external: ["nodejieba", "compromise", "zod"],
  loader: { ".tsv": "text" },
  treeshake: false,
  esbuildOptions: (options) => {
    // Chinese stays as it is: escaped, the dictionaries would be twice as large.
    options.charset = "utf8";
    // Names stay, so that stack traces can be read.
    options.minifyWhitespace = true;
    options.minifySyntax = true;
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

/** Imports that match stay imports, of another entry of the package: one copy of everything, and of every error class. */
const shared = (filter: RegExp, importer: RegExp, file?: string): Plugin => ({
  name: `shared ${filter.source}`,
  setup(build) {
    build.onResolve({ filter }, (args) => (importer.test(args.importer) ? { path: file ?? args.path.replace("../", "./"), external: true, sideEffects: false } : undefined));
  },
});
const sharedCommonJs = [shared(/^\.\/error\.js$/, /src[\\/]model[\\/]index\.ts$/, "./index.cjs"), shared(/^\.\/index\.js$/, /src[\\/]testing\.ts$/, "./index.cjs")];
/** The command is a user of the package like any other; it bundles only libraries of its own. */
const sharedModules = [shared(/^\.\.\/(?:index|testing|nodejieba)\.js$/, /src[\\/]cli[\\/]/)];

export default defineConfig(() => {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  const texts = Object.fromEntries(readdirSync("dict").filter((file) => file.endsWith(".tsv")).map((file) => [file, readFileSync(`dict/${file}`, "utf8")]));
  writeFileSync("dist/dict.json.br", brotliCompressSync(JSON.stringify(texts)));
  const { index, ...doors } = node;
  return [
    { ...common, entry: { ...node, ...browser }, format: ["esm"], splitting: true },
    { ...common, entry: { index }, format: ["cjs"], shims: true, esbuildPlugins: [packedDictionaries] },
    { ...common, entry: doors, format: ["cjs"], shims: true, esbuildPlugins: sharedCommonJs },
    { entry: node, format: ["esm", "cjs"], dts: { only: true } },
    { entry: browser, format: ["esm"], dts: { only: true } },
    {
      ...common,
      entry: { cli: "src/cli.ts" },
      format: ["esm"],
      splitting: true,
      noExternal: ["commander", "cli-table3"],
      esbuildPlugins: sharedModules,
      banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    },
  ];
});
