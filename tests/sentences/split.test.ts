import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sentence } from "../../src/model/index.js";
import { splitSentences } from "../../src/sentences/split.js";
import { markedLines } from "../marked.js";

const unmark = (line: string): string => line.replaceAll(/[‖│]/gu, "").replaceAll("⏎", "\n");

function mark(text: string, sentences: readonly Sentence[]): string {
  const breaks = new Map<number, string>();
  for (const { start, index, clauses } of sentences) {
    for (const clause of clauses.slice(1)) breaks.set(clause.start, "│");
    if (index > 0) breaks.set(start, "‖");
  }
  return Array.from({ length: text.length }, (_, i) => (breaks.get(i) ?? "") + (text[i] ?? "")).join("").replaceAll("\n", "⏎");
}

describe("sentences and clauses", () => {
  test.each(markedLines("fixtures/sentences/split.md"))("%s", (line) => {
    const text = unmark(line);
    expect(mark(text, splitSentences(text))).toBe(line);
  });

  test("line breaks of every kind part paragraphs", () => {
    const text = "标题\r\n第一段。第二句。\n\n第二段\u2028第三段\r";
    expect(splitSentences(text).map(({ start, end, paragraph }) => `${paragraph} ${text.slice(start, end)}`)).toEqual(["0 标题", "1 第一段。", "1 第二句。", "2 第二段", "3 第三段"]);
  });

  const structured = fc.array(fc.constantFrom(..."中a1 。，.,:：！?…“”\"（）()《》【\n\u3000\r\ud83d", "Inc.", "……", "3.5"), { maxLength: 30 }).map((parts) => parts.join(""));

  test("any text is covered, in order, by sentences of clauses", () => {
    fc.assert(fc.property(structured, checkCover), { numRuns: 3000 });
  });

  test("a line is read the same wherever it stands", () => {
    const shape = (text: string): string[] => splitSentences(text).map(({ start, end, clauses }) => [text.slice(start, end), ...clauses.map((clause) => text.slice(clause.start, clause.end))].join("│"));
    fc.assert(fc.property(structured, structured, (a, b) => {
        expect(shape(`${a}\n${b}`)).toEqual([...shape(a), ...shape(b)]);
      }), { numRuns: 2000 });
  });

  test.each(["", " \n\u3000", "。", "”", "……", "（", ")", ",,,", "\ud83d。\ude00", "\0", "\ufeff标题"])("%j is read without loss", checkCover);

  test("ten thousand brackets, open, nested or stray, hide no sentence", () => {
    const read = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end).replaceAll(/[（）《]/gu, ""));
    expect(read(`${"（".repeat(10_000)}前。后。`)).toEqual(["前。", "后。"]);
    expect(read(`${"（".repeat(10_000)}前。后${"）".repeat(10_000)}。完。`)).toEqual(["前。后。", "完。"]);
    expect(read(`${"（《".repeat(5_000)}前。后。${"）".repeat(10_000)}。完。`)).toEqual(["前。后。。", "完。"]);
    expect(read(`${"）".repeat(10_000)}前。后。`)).toEqual(["前。", "后。"]);
  });

  test.each(["中", "。", "，", "（", "）", "“", '"', "3", "3.", "…", "a", "Inc. ", "\n", "　", "&"])("a megabyte of %j", (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(splitSentences(text).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
  });
});

function checkCover(text: string): void {
  const sentences = splitSentences(text);
  let at = 0;
  for (const [i, { start, end, index, clauses }] of sentences.entries()) {
    expect(index).toBe(i);
    expect(text.slice(at, start).trim()).toBe("");
    expect(end).toBeGreaterThan(start);
    expect(clauses.length).toBeGreaterThan(0);
    let from = start;
    for (const clause of clauses) {
      expect(clause.start).toBeGreaterThanOrEqual(from);
      expect(clause.end).toBeGreaterThan(clause.start);
      from = clause.end;
    }
    expect(from).toBeLessThanOrEqual(end);
    at = end;
  }
  expect(text.slice(at).trim()).toBe("");
}
