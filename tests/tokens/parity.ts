import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Token } from "../../src/model/index.js";
import { readTables } from "../../src/tables.js";
import { builtinSegmenter } from "../../src/tokens/builtin.js";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";
import type { Segmenter, SegmenterWord } from "../../src/tokens/segmenter.js";

const require = createRequire(import.meta.url);

/** Whether nodejieba's addon is built here. In CI it must be: the test then runs and fails instead of being skipped. */
export const nodejiebaBuilt = ((): boolean => {
  try {
    require("nodejieba/build/Release/nodejieba.node");
    return true;
  } catch {
    return Boolean(process.env["CI"]);
  }
})();

export function engines(words: readonly SegmenterWord[] = []): [Segmenter, Segmenter] {
  return [builtinSegmenter(readTables(), words), nodejiebaSegmenter(words)];
}

/** `word/tag|word/tag` of a text; throws where the tokens do not rebuild it. */
export function tagged(segmenter: Segmenter, text: string): string {
  const tokens: Token[] = [];
  segmenter.segment(text, 0, text.length, tokens);
  let at = 0;
  const written = tokens.map(({ start, end, tag }) => {
    if (start !== at || end <= start) throw new Error(`${segmenter.name}: gap at ${at} in ${JSON.stringify(text)}`);
    at = end;
    return `${text.slice(start, end)}/${tag}`;
  });
  if (at !== text.length) throw new Error(`${segmenter.name}: ends at ${at} of ${text.length}`);
  return written.join("|");
}

/** Where the engines part in the texts that they read differently, as pairs of lines; at most ten. */
export function differences([ours, theirs]: readonly [Segmenter, Segmenter], texts: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const text of texts) {
    const [a, b] = [tagged(ours, text), tagged(theirs, text)];
    if (a === b) continue;
    let at = 0;
    while (a[at] === b[at]) at += 1;
    found.push([a, b].map((line) => line.slice(Math.max(0, at - 20), at + 20)));
    if (found.length === 10) break;
  }
  return found;
}

const SHARED = ["/work/shared/eval", "/work/shared/train", "../shared/eval", "../shared/train"].filter((path) => existsSync(path)).slice(0, 2);

/** Every text of the shared sets; none where they are absent. */
export function sharedTexts(): string[] {
  const files = SHARED.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".jsonl")).map((name) => join(folder, name)));
  return files.flatMap((file) =>
    readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => {
      const { text } = JSON.parse(line) as { text?: unknown };
      return typeof text === "string" ? text : line;
    }),
  );
}

/** Numbers from 0 to 1, the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const ODD = ["，", "。", " ", "\t", "\n", "\r\n", "、", "：", "“", "”", "（", "）", "《", "》", "％", "·", "—", "…", ".", ",", "-", "%", "@", "&", "+", "\0", "\u200b", "\ufffd", "😀", "𠮷", "𠮷野家", "é", "ß", "ㄅ", "あ", "한", "㎡"];

/** Texts of dictionary words, parts of words, single characters of all planes, Latin and numbers, in no sensible order. */
export function randomTexts(count: number, seed: number, extra: readonly string[] = []): string[] {
  const random = randomNumbers(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const of = (items: readonly string[]): string => items[below(items.length)] ?? "";
  const folder = join(dirname(require.resolve("nodejieba")), "submodules/cppjieba/dict");
  const words = readFileSync(join(folder, "jieba.dict.utf8"), "utf8").split("\n").filter(Boolean).map((line) => line.slice(0, line.indexOf(" ")));
  const piece = (): string => {
    const kind = below(extra.length > 0 ? 12 : 11);
    if (kind < 4) return of(words);
    if (kind === 4) return of(words).slice(0, 1 + below(3));
    if (kind === 5) return of(words).slice(-1);
    if (kind === 6) return String.fromCodePoint(0x4e00 + below(0x51a6));
    if (kind === 7) return Array.from({ length: 1 + below(6) }, () => of([..."abcXYZ0123456789."])).join("");
    if (kind === 8) return of([String(below(10000)), (random() * 100).toFixed(below(4)), `${below(100)}%`, `${1900 + below(200)}年`]);
    if (kind === 9) return of(ODD);
    if (kind === 10) return String.fromCodePoint(0x20 + below(0xd7e0));
    return of(extra);
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + below(40) }, piece).join(""));
}
