import carriers from "../../dict/event-carriers.tsv";
import ends from "../../dict/event-ends.tsv";
import events from "../../dict/events.tsv";
import nouns from "../../dict/event-nouns.tsv";
import objects from "../../dict/event-objects.tsv";
import shields from "../../dict/event-shields.tsv";
import pivots from "../../dict/pivots.tsv";
import { itemAt, type AnyEventType } from "../model/index.js";
import { Endings } from "./ending.js";
import { oneOf, readTable, word, type Cell } from "./table.js";
import { Trie } from "./trie.js";
import { saying, wordTable } from "./word-table.js";

/**
 * What a noun right behind a trigger makes of it: no event (投资机会), none unless it is the trigger's object (投资公司), a plan
 * (上市计划), a forecast (加息预期), an event still (签约仪式), or what all since is counted from (上市以来).
 */
export type EventNoun = "background" | "thing" | "planned" | "predicted" | "event" | "since";

/** What the endings of nouns say about the events beside them. */
export interface EventNouns {
  /** Classes of an object by its ending: `rule` for 网络安全审查办法. */
  classesOf(text: string, start: number, end: number): readonly string[];
  noun(text: string, start: number, end: number): EventNoun | undefined;
}

const NONE: readonly string[] = [];

const cell: Cell<string> = (text) => text;

/** The tables that tell of event words, whose types are `types`. */
export const eventTables = (types: readonly AnyEventType[]) => ({
  events: wordTable(
    events,
    {
      word,
      type: oneOf(...types),
      frame: oneOf("acts", "self", "opens", "runs", "forms", "mutual", "puts", "suffers", "arises", "backs"),
      with: cell,
      goal: oneOf("", "object", "counterparty"),
      use: oneOf("", "noun"),
    },
    ({ type, frame, with: asks, goal, use }) => ({ events: [{ type, frame, with: asks === "" ? undefined : asks, goal: goal === "" ? undefined : goal, noun: use === "noun" ? true : undefined }] }),
  ),
  "event-carriers": wordTable(carriers, { word, voice: oneOf("active", "suffer", "arise") }, ({ voice }) => ({ carrier: voice })),
  "event-ends": wordTable(ends, { word, place: oneOf("before", "after") }, ({ place }) => (place === "before" ? { endsNext: true } : { endsLast: true })),
  "event-shields": saying(shields, { shield: true }),
  pivots: saying(pivots, { pivot: true }),
});

export function eventNouns(): EventNouns {
  const classes = new Map<string, string[]>();
  for (const row of readTable("dict/event-objects.tsv", objects, { word, class: word })) {
    const key = row.word.toLowerCase();
    const known = classes.get(key);
    if (known) known.push(row.class);
    else classes.set(key, [row.class]);
  }
  const endings = new Endings(classes);
  const rows = readTable("dict/event-nouns.tsv", nouns, { word, makes: oneOf("background", "thing", "planned", "predicted", "event", "since") });
  const makers = new Trie(rows.map((row) => row.word));
  const makes = (text: string, start: number, end: number): EventNoun | undefined => itemAt(rows, makers.find(text, start, end))?.makes;
  return Object.freeze({
    classesOf: (text: string, start: number, end: number) => endings.of(text, start, end) ?? NONE,
    noun: (text: string, start: number, end: number) => makes(text, start, end) ?? (end - start > 2 ? makes(text, end - 2, end) : undefined),
  });
}
