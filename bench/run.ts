// Every bench of this folder, one after the other, each in a process of its own: npm run bench [-- name …]
// and then the README's tables; `--write` puts them into the READMEs. On a quiet machine, after npm run build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { environment, readFigures, tableOf, withTable } from "./figures.js";

/** Those that the tables are made of; the others say more of one stage. */
const TABLED = ["pipeline", "mentions", "scaling", "jobs"];
const READMES = { en: "README.md", zh: "README.zh-CN.md" } as const;

const folder = fileURLToPath(new URL(".", import.meta.url));
const write = process.argv.includes("--write");
const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const wanted = named.length === 0 && write ? TABLED : named;
const files = readdirSync(folder).filter((file) => file.endsWith(".bench.ts") && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))));

const scratch = mkdtempSync(`${tmpdir()}/bench-`);
const kept = `${scratch}/figures.ndjson`;
writeFileSync(kept, "");
console.log(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown"}, load ${loadavg()[0]?.toFixed(1) ?? "?"}`);
let failed = false;
for (const file of files) {
  console.log(`\n${file}`);
  failed = spawnSync(process.execPath, [...process.execArgv, `${folder}${file}`], { stdio: "inherit", env: { ...process.env, ...environment(kept) } }).status !== 0 || failed;
}
const figures = readFigures(kept);
rmSync(scratch, { recursive: true });
for (const [language, readme] of Object.entries(READMES) as ["en" | "zh", string][]) {
  if (figures.length === 0) break;
  const table = tableOf(figures, language);
  console.log(`\n${table}`);
  const path = fileURLToPath(new URL(`../${readme}`, import.meta.url));
  if (write && !failed) writeFileSync(path, withTable(readFileSync(path, "utf8"), table));
}
process.exitCode = failed || files.length === 0 ? 1 : 0;
