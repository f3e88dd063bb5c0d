/** What a code unit can mean to the structure of a text. */
export const enum Kind {
  /** Nothing: a letter, a Chinese character, a digit. */
  Word,
  Space,
  /** U+3000, of which two indent a paragraph. */
  WideSpace,
  LineBreak,
  /** 。！？ */
  Stop,
  /** ，；： */
  Pause,
  /** … */
  Ellipsis,
  /** . ．, a stop or not */
  Dot,
  Open,
  Close,
  /** “ ‘ 「 『 */
  OpenQuote,
  /** ” ’ 」 』 */
  CloseQuote,
  /** " ＂, which open and close alike */
  StraightQuote,
}

const MEMBERS: readonly (readonly [Kind, string])[] = [
  [Kind.Space, " \t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\ufeff"],
  [Kind.WideSpace, "\u3000"],
  [Kind.LineBreak, "\n\r\u0085\u2028\u2029"],
  [Kind.Stop, "。！？!?｡‼⁇⁈⁉"],
  [Kind.Pause, "，；：,;:﹐﹔﹕"],
  [Kind.Ellipsis, "…⋯"],
  [Kind.Dot, ".．"],
  [Kind.Open, "（(《〈【[［｛{〔〖"],
  [Kind.Close, "）)》〉】]］｝}〕〗"],
  [Kind.OpenQuote, "“‘「『﹁﹃〝"],
  [Kind.CloseQuote, "”’」』﹂﹄〞"],
  [Kind.StraightQuote, '"＂'],
];

const KINDS = new Uint8Array(0x10000);
for (const [kind, units] of MEMBERS) for (let i = 0; i < units.length; i += 1) KINDS[units.charCodeAt(i)] = kind;

/** The kind of the unit at `i`; a line break where the text has none. */
export const kindAt = (text: string, i: number): Kind => (i >= 0 && i < text.length ? (KINDS[text.charCodeAt(i)] ?? Kind.Word) : Kind.LineBreak);

const FAMILY: Readonly<Record<string, number>> = Object.fromEntries(["（(）)", "《》", "〈〉", "【】", "[［]］", "｛{｝}", "〔〕", "〖〗"].flatMap((family, i) => [...family].map((unit) => [unit, i])));

/** Which brackets belong together: （ and ) do, 《 and 〉 do not. */
export const FAMILIES = 8;
export const family = (unit: string): number => FAMILY[unit] ?? 0;

export const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
export const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);
/** A character of Chinese, Japanese or Korean, or of their punctuation. */
export const isWide = (unit: number): boolean => unit >= 0x2e80 && unit < 0xfeff;
