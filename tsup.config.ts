import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts" },
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  shims: true,
  target: "node20",
  loader: { ".tsv": "text" },
});
