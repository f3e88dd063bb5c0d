import variants from "../../dict/variants.tsv";

/** What each code unit folds to; 0 is itself. Built once: it never changes. */
let table: Uint16Array | undefined;
let decoder: InstanceType<typeof TextDecoder> | undefined;

function foldTable(): Uint16Array {
  const units = new Uint16Array(0x10000);
  // A row is from, tab, to, of one code unit each, behind the comments.
  for (let tab = variants.indexOf("\t"); tab > 0; tab = variants.indexOf("\t", tab + 1)) units[variants.charCodeAt(tab - 1)] = variants.charCodeAt(tab + 1);
  for (let i = 0xff01; i <= 0xff5e; i += 1) units[i] = i - 0xfee0; // full width → ASCII
  units[0x3000] = 0x20;
  for (let i = 0x41; i <= 0x5a; i += 1) units[i] = units[i + 0xfee0] = i + 0x20;
  // Small letters beyond ASCII, where one code unit has one: É, Ö, Α, Я, Ⅳ stay one code unit.
  for (let i = 0xc0; i < 0x2180; i += 1) {
    const small = String.fromCharCode(i).toLowerCase();
    if (small.length === 1 && small.charCodeAt(0) !== i) units[i] = small.charCodeAt(0);
  }
  return units;
}

/** What one code unit folds to. */
export function foldUnit(unit: number): number {
  table ??= foldTable();
  return table[unit] || unit;
}

/**
 * Folds full width to ASCII, Traditional to Simplified and capitals to small letters, one code unit for one, so that
 * every offset of the result is an offset of `text`. For matching only: a lone surrogate reads U+FFFD.
 *
 *     fold("ＧＤＰ增長5％")  "gdp增长5%"
 */
export function fold(text: string): string {
  table ??= foldTable();
  let same = 0;
  while (same < text.length && table[text.charCodeAt(same)] === 0) same += 1;
  if (same === text.length) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    units[i] = table[unit] || unit;
  }
  return (decoder ??= new TextDecoder("utf-16le", { ignoreBOM: true })).decode(units);
}
