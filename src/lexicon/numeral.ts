import numerals from "../../dict/numerals.tsv";
import { integer, oneOf, readTable, word } from "./table.js";

/** What a character is to a number; 0 is none. */
export const Kind = { none: 0, arabic: 1, digit: 2, capital: 3, ten: 4, capitalTen: 5, tens: 6, scale: 7, vague: 8, more: 9 } as const;

const KINDS = { digit: Kind.digit, capital: Kind.capital, ten: Kind.ten, "capital-ten": Kind.capitalTen, tens: Kind.tens, scale: Kind.scale, vague: Kind.vague, more: Kind.more };

const kinds = new Uint8Array(0x10000);
const values = new Uint8Array(0x10000);

for (let digit = 0; digit <= 9; digit += 1) {
  kinds[0x30 + digit] = Kind.arabic;
  values[0x30 + digit] = digit;
}
for (const row of readTable("dict/numerals.tsv", numerals, { word, kind: oneOf(...(Object.keys(KINDS) as (keyof typeof KINDS)[])), value: integer })) {
  kinds[row.word.charCodeAt(0)] = KINDS[row.kind];
  values[row.word.charCodeAt(0)] = row.value;
}

/** The kind of each UTF-16 code unit. */
export const numeralKinds: Readonly<Uint8Array> = kinds;

/** The kind of the UTF-16 code unit at `at` of a folded text. */
export const kindAt = (text: string, at: number): number => kinds[text.charCodeAt(at)] ?? Kind.none;

/** Its value: of a digit the digit, of a ten or scale the power of ten. */
export const valueAt = (text: string, at: number): number => values[text.charCodeAt(at)] ?? 0;
