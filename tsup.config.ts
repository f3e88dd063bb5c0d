import { defineConfig, type Options } from "tsup";

const common: Options = {
  target: "es2022",
  platform: "node",
  loader: { ".tsv": "text" },
  treeshake: false,
  external: ["nodejieba", "compromise"],
  // Chinese stays as it is: escaped, the dictionaries would be twice as large.
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
};
const library = { index: "src/index.ts", schema: "src/schema.ts", testing: "src/testing.ts", nodejieba: "src/nodejieba.ts" };

export default defineConfig([
  {
    ...common,
    entry: { ...library, cli: "src/cli.ts" },
    format: ["esm"],
    splitting: true,
    clean: true,
    dts: { entry: library },
    // The command carries its own libraries, so that installing the package brings none of them.
    noExternal: ["commander", "cli-table3"],
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  },
  { ...common, entry: library, format: ["cjs"], shims: true, dts: { entry: library } },
]);
