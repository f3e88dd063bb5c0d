import boundJoints from "../../dict/bound-joints.tsv";
import counters from "../../dict/counters.tsv";
import currencies from "../../dict/currencies.tsv";
import hedgeDenials from "../../dict/hedge-denials.tsv";
import hedges from "../../dict/hedges.tsv";
import magnitudes from "../../dict/magnitudes.tsv";
import nonfigures from "../../dict/nonfigures.tsv";
import unitParts from "../../dict/unit-parts.tsv";
import units from "../../dict/units.tsv";
import type { Comparator } from "../model/index.js";
import { fold } from "./fold.js";
import { integer, list, oneOf, optional, readTable, word, type Cell } from "./table.js";
import { Trie } from "./trie.js";

/** What a word after a number makes of it. */
export type UnitKind = "unit" | "currency" | "counter" | "noun" | "big" | "time";

/** A word that gives a number its unit. */
export interface UnitWord {
  readonly word: string;
  /** What `FigureMention.unit` says. */
  readonly unit: string;
  readonly kind: UnitKind;
  /** Ten to this power turns a number of the word into one of `unit`. */
  readonly power: number;
  /** 折: below ten it counts tenths, above it percent. */
  readonly fold: boolean;
  /** Which numbers it follows: any, those in Arabic digits, or those an index may have. */
  readonly script: "any" | "arabic" | "point";
  readonly notBefore: readonly string[];
  /** In Latin letters: matched in its own case. */
  readonly latin: boolean;
}

/** A word that says how firmly a number stands. */
export interface Hedge {
  readonly word: string;
  readonly comparator: Comparator;
  readonly notAfter: readonly string[];
  readonly notBefore: readonly string[];
  /** What has to follow, where not anything may: 上 of 上百. */
  readonly onlyBefore: readonly string[];
}

export interface Magnitude {
  readonly word: string;
  readonly power: number;
  readonly needs: string | undefined;
}

/** The smaller parts of a unit: 角 and 分 of 元, 两 of 斤. */
export interface Parts {
  /** Powers of ten that turn them into the unit; of the words the longest are first. */
  readonly powers: ReadonlyMap<string, number>;
  /** Digits behind the unit are its decimals: 三块五, 1米75. */
  readonly bare: boolean;
}

/** Words by their first or last code unit, longest first. */
export type WordIndex<T> = ReadonlyMap<number, readonly T[]>;

export interface FigureLexicon {
  /** What may follow a number, by first character. */
  readonly units: WordIndex<UnitWord>;
  readonly magnitudes: WordIndex<Magnitude>;
  /** What may follow a quantity of a word, or of any `currency`, as its smaller part. */
  readonly parts: ReadonlyMap<string, Parts>;
  /** Currency and temperature words that stand before their number, by last character. */
  readonly prefixes: WordIndex<UnitWord>;
  readonly before: WordIndex<Hedge>;
  readonly outside: WordIndex<Hedge>;
  readonly reach: WordIndex<Hedge>;
  /** What turns the bound of a hedge behind it around, by last character: 不得. */
  readonly denials: WordIndex<{ readonly word: string }>;
  readonly after: WordIndex<Hedge>;
  readonly tail: WordIndex<Hedge>;
  /** What makes a number after it a rank or a name, by last character. */
  readonly namers: WordIndex<{ readonly word: string; readonly notAfter: readonly string[] }>;
  /** What says that a number is the answer, by last character: 是, 等于. */
  readonly copulas: WordIndex<{ readonly word: string; readonly notAfter: readonly string[] }>;
  /** What goes up or down by 点 of an index, by last character: after them 16点 is no time of day. */
  readonly movers: WordIndex<{ readonly word: string }>;
  /** What something moves by, by last character: the figure behind 至 is then where to. */
  readonly moves: WordIndex<{ readonly word: string }>;
  /** What may stand between two bounds of one range, folded. */
  readonly joints: ReadonlySet<string>;
  /** Fixed expressions with numerals in them, and how long the longest is. */
  readonly fixed: { readonly words: Trie; readonly longest: number };
}

const power: Cell<number> = (text) => (text === "" || text === "fold" || text === "before" ? 0 : integer(text));
const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

function index<T extends { readonly word: string }>(rows: readonly T[], keyOf: (word: string) => number): WordIndex<T> {
  const map = new Map<number, T[]>();
  for (const row of rows) map.set(keyOf(row.word), [...(map.get(keyOf(row.word)) ?? []), row]);
  for (const words of map.values()) words.sort((a, b) => b.word.length - a.word.length);
  return map;
}
const first = (text: string): number => text.toLowerCase().charCodeAt(0);
const last = (text: string): number => text.toLowerCase().charCodeAt(text.length - 1);

function partsOf(): ReadonlyMap<string, Parts> {
  const parts = new Map<string, { powers: Map<string, number>; bare: boolean }>();
  for (const { whole, part, power: places } of readTable("dict/unit-parts.tsv", unitParts, { whole: word, part: optional, power })) {
    const entry = parts.get(whole) ?? { powers: new Map<string, number>(), bare: false };
    if (part === undefined) entry.bare = true;
    else entry.powers.set(part, places);
    parts.set(whole, entry);
  }
  for (const entry of parts.values()) entry.powers = new Map([...entry.powers].sort(([a], [b]) => b.length - a.length));
  return parts;
}

/** The tables of the figures: units, currencies, counters, hedges and what makes a number no figure. */
export function figureLexicon(): FigureLexicon {
  const words: UnitWord[] = [];
  const prefixes: UnitWord[] = [];
  for (const row of readTable("dict/units.tsv", units, { word, unit: word, power: optional, not_before: list }))
    (row.power === "before" ? prefixes : words).push({ word: row.word, unit: row.unit, kind: "unit", power: power(row.power ?? ""), fold: row.power === "fold", script: "any", notBefore: row.not_before, latin: isLatin(row.word) });
  for (const row of readTable("dict/currencies.tsv", currencies, { word, unit: word, power, place: oneOf("after", "before", "both"), not_before: list })) {
    const entry: UnitWord = { word: row.word, unit: row.unit, kind: "currency", power: row.power, fold: false, script: "any", notBefore: row.not_before, latin: isLatin(row.word) };
    if (row.place !== "before") words.push(entry);
    if (row.place !== "after") prefixes.push(entry);
  }
  for (const row of readTable("dict/counters.tsv", counters, { word, kind: oneOf("counter", "noun", "big", "time"), script: oneOf("any", "arabic", "point"), not_before: list }))
    words.push({ word: row.word, unit: row.word, kind: row.kind, power: 0, fold: false, script: row.script, notBefore: row.not_before, latin: isLatin(row.word) });

  const hedgeRows = readTable("dict/hedges.tsv", hedges, {
    word,
    comparator: oneOf("gt", "gte", "lt", "lte", "approx"),
    place: oneOf("before", "outside", "reach", "after", "tail"),
    not_after: list,
    not_before: list,
  });
  const hedgesAt = (place: (typeof hedgeRows)[number]["place"], keyOf: typeof first): WordIndex<Hedge> =>
    index(
      hedgeRows.filter((row) => row.place === place).map((row) => {
        const only = row.not_before[0]?.startsWith("=") ?? false;
        const beginnings = row.not_before.map((text) => text.replace("=", ""));
        return { word: row.word, comparator: row.comparator, notAfter: row.not_after, notBefore: only ? [] : beginnings, onlyBefore: only ? beginnings : [] };
      }),
      keyOf,
    );

  const namerRows = readTable("dict/nonfigures.tsv", nonfigures, { word, place: oneOf("before", "whole", "points", "moves", "copula"), not_after: list });
  const fixed = namerRows.flatMap((row) => (row.place === "whole" ? [row.word] : []));
  return Object.freeze({
    units: index(words, first),
    magnitudes: index(readTable("dict/magnitudes.tsv", magnitudes, { word, power: integer, needs: optional }), first),
    parts: partsOf(),
    prefixes: index(prefixes, last),
    before: hedgesAt("before", last),
    outside: hedgesAt("outside", last),
    reach: hedgesAt("reach", last),
    denials: index(readTable("dict/hedge-denials.tsv", hedgeDenials, { word }), last),
    after: hedgesAt("after", first),
    tail: hedgesAt("tail", first),
    namers: index(namerRows.filter((row) => row.place === "before").map((row) => ({ word: row.word, notAfter: row.not_after })), last),
    copulas: index(namerRows.filter((row) => row.place === "copula").map((row) => ({ word: row.word, notAfter: row.not_after })), last),
    movers: index(namerRows.filter((row) => row.place === "points"), last),
    moves: index(namerRows.filter((row) => row.place === "moves"), last),
    joints: new Set(readTable("dict/bound-joints.tsv", boundJoints, { word }).map((row) => fold(row.word))),
    fixed: { words: new Trie(fixed), longest: Math.max(...fixed.map((word) => word.length)) },
  });
}
