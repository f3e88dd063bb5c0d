import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLexicon } from "../../../src/lexicon/lexicon.js";
import type { Document } from "../../../src/model/index.js";
import { eachFeature, tagFeatures, type FeatureSink } from "../../../src/mentions/name/feature.js";
import { LABELS } from "../../../src/mentions/name/label.js";
import { readLabel, WORDS } from "../../../src/mentions/name/lane.js";
import { readModel } from "../../../src/mentions/name/model.js";
import { RowStore } from "../../../src/mentions/name/row-store.js";
import { LabelSums } from "../../../src/mentions/name/sums.js";
import { featureTables } from "../../../src/mentions/name/table.js";
import { createPipeline } from "../../../src/pipeline.js";
import { readResources } from "../../../src/tables.js";
import { builtinSegmenter } from "../../../src/tokens/builtin.js";

const { segmentation, nameModel } = readResources();
const lexicon = createLexicon({ nameModel });
const { read } = createPipeline(lexicon, builtinSegmenter(segmentation));
const tables = featureTables(lexicon.nameParts, lexicon.names.lookup);
const model = readModel(nameModel);

/** Hears of every feature by itself, as training does. */
class Forgetful implements FeatureSink {
  constructor(private readonly sums: LabelSums) {}
  reach(...told: Parameters<FeatureSink["reach"]>): void {
    this.sums.reach(...told);
  }
  cover(...told: Parameters<FeatureSink["cover"]>): void {
    this.sums.cover(...told);
  }
  tags(...told: Parameters<FeatureSink["tags"]>): void {
    tagFeatures(this, ...told);
  }
  remembers(): boolean {
    return false;
  }
  word(): void {
    throw new Error("no word is remembered");
  }
}

/** Sums of each stretch that is cut out of a sentence at the words `from` and `to` of it. */
function sumsOf(document: Document, sums: LabelSums, sink: FeatureSink, from: number, to: number): number[] {
  sums.reset(document.text.length);
  const { tokens } = document;
  let first = 0;
  for (const sentence of document.sentences) {
    let last = first;
    while (last < tokens.length && tokens[last]!.start < sentence.end) last += 1;
    const [begin, stop] = [Math.min(first + from, last), Math.max(last - to, first)];
    const [head, tail] = [tokens[begin], tokens[stop - 1]];
    if (begin < stop && head && tail) eachFeature(document, { start: head.start, end: tail.end, first: begin, last: stop, sentence }, tables, sink);
    first = last;
  }
  return Array.from({ length: document.text.length * (LABELS - 1) }, (_, i) => readLabel(sums.rows, Math.floor(i / (LABELS - 1)), 1 + (i % (LABELS - 1))));
}

const PARTS = ["淘特", "公司", "公司董事长", "王德发", "表示", "，", "。", "\n", "在", "杭州市", "1.2亿元", "AI", " ", "《长河》", "“", "”", "阿·米勒", "\0", "\ud800", "😀", "２０２３", "了", "微信支付", "和"];

describe("sums of what the model says", () => {
  const [remembering, forgetful] = [new LabelSums(model), new LabelSums(model)];
  test("are the same whether words and tags are remembered or not", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 24 }), fc.nat(3), fc.nat(3), (parts, from, to) => {
        const document = read(parts.join(""));
        expect(sumsOf(document, remembering, remembering, from, to)).toEqual(sumsOf(document, forgetful, new Forgetful(forgetful), from, to));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a store of rows", () => {
  test("tells groups apart by both numbers and by how many rows they have", () => {
    const store = new RowStore(16);
    const groups: readonly [upper: number, lower: number, count: number][] = [[1, 2, 3], [2, 1, 3], [1, 2, 4], [-1, 0, 1]];
    const rows = groups.map((group) => store.add(...group));
    expect(groups.map((group) => store.find(...group))).toEqual(rows);
    expect(store.find(1, 2, 5)).toBe(-1);
  });
  test("forgets all when it is full, and its rows are 0 again", () => {
    const store = new RowStore(8);
    for (let i = 0; i < 4; i += 1) store.rows.fill(1, store.add(i, 0, 2) * WORDS);
    const row = store.add(4, 0, 2);
    expect([0, 1, 2, 3].map((i) => store.find(i, 0, 2))).toEqual([-1, -1, -1, -1]);
    expect(store.find(4, 0, 2)).toBe(row);
    expect(store.rows.subarray(row * WORDS, (row + 2) * WORDS).every((value) => value === 0)).toBe(true);
  });
});
