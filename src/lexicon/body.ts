import bodies from "../../dict/body-endings.tsv";
import { Endings } from "./ending.js";
import { oneOf, readTable, word } from "./table.js";

/** Which bodies a word such as 公司 may stand for; see the head of `dict/body-endings.tsv`. */
export type BodyKind = "firm" | "authority" | "speaker";

export function bodyEndings(): Endings<BodyKind> {
  const rows = readTable("dict/body-endings.tsv", bodies, { ending: word, is: oneOf("firm", "authority", "speaker") });
  return new Endings(new Map(rows.map((row) => [row.ending, row.is])));
}
