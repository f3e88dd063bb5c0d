import givenNames from "../../dict/given-names.tsv";
import suffixes from "../../dict/suffixes.tsv";
import surnames from "../../dict/surnames.tsv";
import titles from "../../dict/titles.tsv";
import transliteration from "../../dict/transliteration.tsv";
import type { NameType } from "../model/index.js";
import { list, oneOf, readTable, word, type Cell } from "./table.js";

type Classes<K extends string> = Readonly<Record<K, ReadonlySet<string>>>;

/** How surely a name that ends so is of the suffix's type. */
export type SuffixStrength = "sure" | "likely" | "weak" | "industry";

export interface Suffix {
  readonly suffix: string;
  readonly type: NameType;
  readonly strength: SuffixStrength;
}

const SURNAMES = ["common", "rare", "word", "compound", "japanese"] as const;
const GIVEN = ["name", "usual", "foreign"] as const;
const TRANSLITERATION = ["core", "other", "name"] as const;
const TITLES = ["post", "occupation", "honorific", "prefix", "body"] as const;
const STRENGTHS = ["sure", "likely", "weak", "industry"] as const;

/** What names are made of and what stands beside them. The classes are explained at the head of each table. */
export interface NameParts {
  readonly surnames: Classes<(typeof SURNAMES)[number]>;
  /** Single characters. */
  readonly givenNames: Classes<(typeof GIVEN)[number]>;
  /** Single characters; `name` holds whole foreign names (约翰, 史密斯). */
  readonly transliteration: Classes<(typeof TRANSLITERATION)[number]>;
  readonly titles: Classes<(typeof TITLES)[number]>;
  readonly suffixes: ReadonlyMap<string, Suffix>;
}

export function nameParts(): NameParts {
  const titleRows = readTable("titles.tsv", titles, { title: word, kind: oneOf(...TITLES) });
  return Object.freeze({
    surnames: classes("surnames.tsv", surnames, "tier", "surnames", SURNAMES, list),
    givenNames: classes("given-names.tsv", givenNames, "tier", "characters", GIVEN, characters),
    transliteration: classes("transliteration.tsv", transliteration, "class", "words", TRANSLITERATION, list),
    titles: record(TITLES, (kind) => titleRows.filter((row) => row.kind === kind).map((row) => row.title)),
    suffixes: new Map(
      readTable("suffixes.tsv", suffixes, { suffix: word, type: oneOf("organization", "location", "product"), strength: oneOf(...STRENGTHS) }).map((row) => [row.suffix, row]),
    ),
  });
}

const characters: Cell<readonly string[]> = (text) => [...text];

function classes<K extends string>(file: string, text: string, key: string, value: string, kinds: readonly K[], cell: Cell<readonly string[]>): Classes<K> {
  const rows = readTable<Record<string, Cell<unknown>>>(file, text, { [key]: oneOf(...kinds), [value]: cell });
  return record(kinds, (kind) => rows.filter((row) => row[key] === kind).flatMap((row) => row[value] as readonly string[]));
}

const record = <K extends string>(kinds: readonly K[], words: (kind: K) => readonly string[]): Classes<K> =>
  Object.freeze(Object.fromEntries(kinds.map((kind) => [kind, new Set(words(kind))] as const)) as Record<string, ReadonlySet<string>>) as Classes<K>;
