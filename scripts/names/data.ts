import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "../../src/lexicon/fold.js";
import type { KnownNames } from "../../src/lexicon/name.js";
import { originEnd } from "../../src/mentions/name/origin.js";
import type { NameType, Span } from "../../src/model/index.js";

/** A text and the names marked in it. */
export interface Marked {
  readonly text: string;
  readonly names: readonly (Span & { readonly type: NameType })[];
}

const TRAIN = "../shared/train/names";
const NAMES = new Set<string>(["organization", "product", "person", "location"]);

/** Our own corpus: `corpus/*.md`, marked text; `corpus/test-*.md` is for measuring only. */
export function readCorpus(test: boolean): Marked[] {
  return readdirSync("corpus")
    .filter((file) => file.endsWith(".md") && file !== "README.md" && file.startsWith("test-") === test)
    .sort()
    .flatMap((file) => readFileSync(join("corpus", file), "utf8").split(/\r?\n/))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(parseMarked);
}

const MARK = /\[([^[\]]*)\]\(([a-z]+)\)/g;

export function parseMarked(line: string): Marked {
  const names: Marked["names"][number][] = [];
  let text = "";
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    text += line.slice(at, match.index);
    const name = match[1] ?? "";
    const type = match[2] ?? "";
    if (NAMES.has(type)) names.push({ type: type as NameType, start: text.length, end: text.length + name.length });
    text += name;
    at = match.index + match[0].length;
  }
  return { text: text + line.slice(at), names };
}

/** A shared training set; empty where the checkout has none. */
export function readShared(file: string): Marked[] {
  const path = join(TRAIN, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const { text, mentions } = JSON.parse(line) as { text: string; mentions: Marked["names"] };
      return { text, names: mentions };
    });
}

/** Clauses that follow each other, joined to sentences of one to six: they were read aloud, without punctuation. */
export function joinClauses(clauses: readonly Marked[], random: () => number): Marked[] {
  const joined: Marked[] = [];
  for (let i = 0; i < clauses.length; ) {
    const count = 1 + Math.floor(random() * 6);
    const names: Marked["names"][number][] = [];
    let text = "";
    for (const clause of clauses.slice(i, i + count)) {
      if (text) text += "，";
      for (const name of clause.names) names.push({ ...name, start: name.start + text.length, end: name.end + text.length });
      text += clause.text;
    }
    joined.push({ text: `${text}。`, names });
    i += count;
  }
  return joined;
}

/** The text with some of its names replaced by `choose`, which gives nothing to keep one. */
export function substitute({ text, names }: Marked, choose: (type: NameType, name: string) => string | undefined): Marked {
  const replaced: Marked["names"][number][] = [];
  let out = "";
  let at = 0;
  for (const { type, start, end } of names) {
    const name = text.slice(start, end);
    out += text.slice(at, start);
    const other = choose(type, name) ?? name;
    replaced.push({ type, start: out.length, end: out.length + other.length });
    out += other;
    at = end;
  }
  return { text: out + text.slice(at), names: replaced };
}

/** Divisions written out down to the place are one name, and so is who is masked (李某), as in our corpus. */
export function joinParts({ text, names }: Marked): Marked {
  const joined: Marked["names"][number][] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const isPart = last?.end === name.start && last.type === "location" && name.type === "location" && DIVISION.test(text.slice(last.start, last.end));
    const mask = name.type === "person" ? (MASK.exec(text.slice(name.end))?.[0] ?? "") : "";
    if (isPart) joined[joined.length - 1] = { ...last, end: name.end };
    else joined.push({ ...name, end: name.end + mask.length });
  }
  return { text, names: joined };
}

const DIVISION = /.[省市区县州盟旗镇乡]$/;
const MASK = /^某[某甲乙丙丁]?/;

/** A country or province that stands by its bare name before a place in it is apart, as in our corpus: 日本+东京. */
export function splitPlaces({ text, names }: Marked, known: KnownNames): Marked {
  const folded = fold(text);
  const apart = names.flatMap((name) => {
    const middle = name.type === "location" ? originEnd(folded, name, known) : undefined;
    return middle === undefined ? [name] : [{ ...name, end: middle }, { ...name, start: middle }];
  });
  return { text, names: apart };
}
