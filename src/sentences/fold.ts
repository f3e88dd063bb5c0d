import variants from "../../dict/variants.tsv";

/** Traditional and variant characters by their code unit → the simplified one. Built once: it never changes. */
let table: Uint16Array | undefined;

function foldTable(): Uint16Array {
  if (table) return table;
  const units = new Uint16Array(0x10000);
  for (let i = 0; i < units.length; i += 1) units[i] = i;
  for (let i = 0xff01; i <= 0xff5e; i += 1) units[i] = i - 0xfee0; // full width → ASCII
  units[0x3000] = 0x20;
  for (let i = 0x41; i <= 0x5a; i += 1) units[i] = i + 0x20;
  for (let i = 0xff21; i <= 0xff3a; i += 1) units[i] = i - 0xfee0 + 0x20;
  for (const line of variants.split("\n")) {
    if (line.startsWith("#") || line === "") continue;
    const [from = "", to = ""] = line.split("\t");
    if (from.length === 1 && to.length === 1) units[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return (table = units);
}

/**
 * Folds full width to ASCII, Traditional to Simplified and capitals to small letters, one code unit for one, so that
 * every offset of the result is an offset of `text`. For matching only.
 *
 *     fold("ＧＤＰ增長5％")  "gdp增长5%"
 */
export function fold(text: string): string {
  const units = foldTable();
  const out = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) out[i] = units[text.charCodeAt(i)] ?? 0;
  let folded = "";
  for (let i = 0; i < out.length; i += 8192) folded += String.fromCharCode(...out.subarray(i, i + 8192));
  return folded;
}
