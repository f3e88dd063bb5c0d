import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { markedLines, unmark } from "./marked.js";

/** The corpus keeps what it promises in corpus/README.md: it is well marked, and its test part knows no name of the training part. */

interface Name {
  readonly words: string;
  readonly type: string;
}

const TYPES = ["organization", "person", "location", "product"];
const MARK = /\[([^[\]]*)\]\(([^()]*)\)/g;

const files = readdirSync(new URL("../corpus", import.meta.url)).filter((file) => file.endsWith(".md") && file !== "README.md");
const linesOf = (chosen: readonly string[]): string[] => chosen.flatMap((file) => markedLines(`corpus/${file}`));
const namesOf = (line: string): Name[] => Array.from(line.matchAll(MARK), ([, words = "", type = ""]) => ({ words, type }));

const training = linesOf(files.filter((file) => !file.startsWith("test-")));
const held = linesOf(files.filter((file) => file.startsWith("test-")));
const all = [...training, ...held];

/** Lines for which `wrong` holds: an empty list, or what to correct. */
const offending = (lines: readonly string[], wrong: (line: string) => boolean): string[] => lines.filter(wrong);

describe("marks", () => {
  test("are closed, and no bracket of a mark is left in the text", () => {
    expect(offending(all, (line) => /[[\]{}]/.test(unmark(line)))).toEqual([]);
    expect(offending(all, (line) => /\((?:organization|person|location|product)\)/.test(unmark(line)))).toEqual([]);
  });

  test("have one of the four types of a name", () => {
    expect(offending(all, (line) => namesOf(line).some(({ type }) => !TYPES.includes(type)))).toEqual([]);
  });

  test("hold words, without space around them", () => {
    expect(offending(all, (line) => namesOf(line).some(({ words }) => words === "" || words !== words.trim()))).toEqual([]);
  });

  test("leave quote marks outside and 《》 inside", () => {
    expect(offending(all, (line) => namesOf(line).some(({ words }) => /^[“‘「]|[”’」]$/.test(words) && !/^《.*》$/.test(words)))).toEqual([]);
    expect(offending(all, (line) => /《\[|\]\([a-z]+\)》/.test(line))).toEqual([]);
  });
});

describe("sentences", () => {
  test("are never the same twice", () => {
    const seen = new Set<string>();
    expect(offending(all, (line) => seen.size === seen.add(unmark(line)).size)).toEqual([]);
  });

  test("have the length of a sentence", () => {
    expect(offending(all, (line) => unmark(line).length < 12 || unmark(line).length > 120)).toEqual([]);
  });

  test("are many, a good part of them for measuring only", () => {
    expect(all.length).toBeGreaterThanOrEqual(2400);
    expect(held.length / all.length).toBeGreaterThanOrEqual(0.19);
  });

  test("often hold no name at all", () => {
    for (const part of [training, held]) {
      expect(part.filter((line) => namesOf(line).length === 0).length / part.length).toBeGreaterThan(0.12);
    }
  });
});

describe("the test part", () => {
  test("names no organization and no person of the training part", () => {
    const known = new Set(training.flatMap(namesOf).map(({ words }) => words));
    const shared = held.flatMap(namesOf).filter(({ words, type }) => (type === "organization" || type === "person") && known.has(words));
    expect(shared).toEqual([]);
  });

  test("names no organization and no person of the dictionary", () => {
    const dict = new URL("../dict/", import.meta.url);
    const tables = readdirSync(dict).filter((file) => /^(?:organizations|persons)/.test(file));
    const rows = tables.flatMap((file) => readFileSync(new URL(file, dict), "utf8").split(/\r?\n/).filter((row) => !row.startsWith("#")));
    const known = new Set(rows.flatMap((row) => row.split(/\??[\t|]|\?$/)));
    const shared = held.flatMap(namesOf).filter(({ words, type }) => (type === "organization" || type === "person") && known.has(words));
    expect(shared).toEqual([]);
  });

  test("holds every type often enough to be measured", () => {
    for (const type of TYPES) {
      expect(held.flatMap(namesOf).filter((name) => name.type === type).length, type).toBeGreaterThan(50);
    }
  });
});
