// Every bench of this folder, one after the other, each in a process of its own: npm run bench [-- name …]
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter((file) => file.endsWith(".bench.ts") && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))));
let failed = false;
for (const file of files) {
  console.log(`\n${file}`);
  failed = spawnSync(process.execPath, [...process.execArgv, `${folder}${file}`], { stdio: "inherit" }).status !== 0 || failed;
}
process.exitCode = failed || files.length === 0 ? 1 : 0;
