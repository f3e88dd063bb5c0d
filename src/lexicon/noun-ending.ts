import nouns from "../../dict/noun-endings.tsv";
import { Endings } from "./ending.js";
import { list, oneOf, readTable, word, type Cell } from "./table.js";

/** What a noun tells by its ending; see the head of `dict/noun-endings.tsv`. */
export type NounClass = "holder" | "division" | "market" | "measure" | "instrument";

const one: Cell<NounClass> = oneOf("holder", "division", "market", "measure", "instrument");
const classes: Cell<readonly NounClass[]> = (text) => list(text).map(one);

export function nounEndings(): Endings<readonly NounClass[]> {
  const rows = readTable("dict/noun-endings.tsv", nouns, { ending: word, is: classes });
  return new Endings(new Map(rows.map((row) => [row.ending, row.is])));
}
