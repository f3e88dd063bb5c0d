import cues from "../../dict/name-cues.tsv";
import { oneOf, readTable, word } from "./table.js";

const USES = ["alias", "medium", "report", "series", "private", "organ", "platform", "posting", "announce", "body", "kind", "item", "page", "paper", "unlike", "office", "branch", "common", "places", "periodical", "appoint", "hold", "behind", "trial", "opening", "fair"] as const;

/** Words beside names that say what they are; explained at the head of the table. */
export type NameCues = Readonly<Record<(typeof USES)[number], ReadonlySet<string>>>;

export function nameCues(): NameCues {
  const rows = readTable("name-cues.tsv", cues, { word, use: oneOf(...USES) });
  return Object.freeze(Object.fromEntries(USES.map((use) => [use, new Set(rows.filter((row) => row.use === use).map((row) => row.word.toLowerCase()))]))) as unknown as NameCues;
}
