// Every bench of this folder, one after the other, each in a process of its own: npm run bench [-- name …]
// and then the README's tables; `--write` puts them into the READMEs. On a quiet machine, after npm run build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { inlineEsbuild } from "../scripts/inline.js";
import { environment, readFigures, tableOf, withTable } from "./figures.js";

/** Those that the tables are made of; the others say more of one stage. */
const TABLED = ["pipeline", "names", "mentions", "scaling", "jobs"];
const READMES = { en: "README.md", zh: "README.zh-CN.md" } as const;

const folder = fileURLToPath(new URL(".", import.meta.url));
const write = process.argv.includes("--write");
const options = process.argv.slice(2).filter((argument) => argument.startsWith("--") && argument !== "--write");
const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const wanted = named.length === 0 && write ? TABLED : named;
const files = readdirSync(folder).filter((file) => file.endsWith(".bench.ts") && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))));

/** Bundled as the package ships: tsx, by which the sources run elsewhere, names every function anew whenever it is made. */
const bundles = fileURLToPath(new URL("../.bench/", import.meta.url));
await build({
  entryPoints: files.map((file) => folder + file),
  outdir: bundles,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "es2022",
  charset: "utf8",
  loader: { ".tsv": "text" },
  plugins: [inlineEsbuild],
  logLevel: "error",
});
const scratch = mkdtempSync(`${tmpdir()}/bench-`);
const kept = `${scratch}/figures.ndjson`;
writeFileSync(kept, "");
console.log(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown"}, load ${loadavg()[0]?.toFixed(1) ?? "?"}`);
let failed = false;
for (const file of files) {
  console.log(`\n${file}`);
  failed = spawnSync(process.execPath, [`${bundles}${file.replace(/ts$/, "mjs")}`, ...options], { stdio: "inherit", env: { ...process.env, ...environment(kept) } }).status !== 0 || failed;
}
const figures = readFigures(kept);
for (const folder of [scratch, bundles]) rmSync(folder, { recursive: true });
for (const [language, readme] of Object.entries(READMES) as ["en" | "zh", string][]) {
  if (figures.length === 0) break;
  const table = tableOf(figures, language);
  console.log(`\n${table}`);
  const path = fileURLToPath(new URL(`../${readme}`, import.meta.url));
  if (write && !failed) writeFileSync(path, withTable(readFileSync(path, "utf8"), table));
}
process.exitCode = failed || files.length === 0 ? 1 : 0;
