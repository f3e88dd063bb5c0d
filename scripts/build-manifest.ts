// Writes tables/manifest.json: the version, and a hash that names the dictionaries and models as they ship.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const hash = createHash("sha256");
for (const folder of ["dict", "models", "tables"])
  for (const file of readdirSync(folder).sort())
    if (/\.(?:tsv|bin)$/.test(file)) hash.update(`${folder}/${file}\0`).update(readFileSync(`${folder}/${file}`)).update("\0");
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
writeFileSync("tables/manifest.json", `${JSON.stringify({ version, hash: hash.digest("hex").slice(0, 16) })}\n`);
