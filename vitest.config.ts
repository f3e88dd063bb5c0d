import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { inlineVite } from "./scripts/inline.js";

export default defineConfig({
  plugins: [
    inlineVite,
    {
      name: "tsv-as-text",
      enforce: "pre",
      load(id) {
        const path = id.split("?")[0] ?? id;
        return path.endsWith(".tsv") ? `export default ${JSON.stringify(readFileSync(path, "utf8"))};` : undefined;
      },
    },
  ],
  test: { include: ["tests/**/*.test.ts"], testTimeout: 60_000 },
});
