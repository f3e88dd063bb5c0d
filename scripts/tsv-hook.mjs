// Lets scripts run the sources by `tsx --import ./scripts/tsv-hook.mjs`: a .tsv import is its text.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";

export async function load(url, context, next) {
  const path = url.split("?")[0];
  if (!path.endsWith(".tsv")) return next(url, context);
  const text = readFileSync(fileURLToPath(path), "utf8");
  return { format: "module", shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
}

if (!import.meta.url.includes("?hook")) register(`${import.meta.url}?hook`);
