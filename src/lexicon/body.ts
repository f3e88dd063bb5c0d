import bodies from "../../dict/body-endings.tsv";
import { Endings } from "./ending.js";
import { oneOf, readTable, word } from "./table.js";

/** What kind of body a name or noun tells by its ending; see the head of `dict/body-endings.tsv`. */
export type BodyKind = "firm" | "authority" | "medium" | "speaker";

export function bodyEndings(): Endings<BodyKind> {
  const rows = readTable("dict/body-endings.tsv", bodies, { ending: word, is: oneOf("firm", "authority", "medium", "speaker") });
  return new Endings(new Map(rows.map((row) => [row.ending, row.is])));
}
