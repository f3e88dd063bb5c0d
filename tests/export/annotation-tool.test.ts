import { expect, test } from "vitest";
import { bratConfiguration, exportDocuments, labelStudioConfiguration } from "../../src/export.js";
import { claimsOf, documents, mentionsOf } from "./documents.js";
import { readValues } from "./xml.js";

const all = documents();
const codePoints = (text: string, start: number, end: number): string => Array.from(text).slice(start, end).join("");
const bounded = claimsOf(all).filter(({ type }) => type !== "relation").length;

interface LabelStudioTask {
  data: { id: string; text: string };
  predictions: { result: { id?: string; type: string; from_name?: string; from_id?: string; to_id?: string; labels?: string[]; value?: { start: number; end: number; text: string; labels?: string[]; choices?: string[] } }[] }[];
}

test("Label Studio: UTF-16 regions whose words are those of the text, all in the configuration", () => {
  const tasks = JSON.parse(exportDocuments("label-studio", all)) as LabelStudioTask[];
  const known = readValues(labelStudioConfiguration());
  expect(tasks.map(({ data }) => data)).toEqual(all.map(({ id, text }) => ({ id, text })));
  let anchors = 0;
  for (const { data, predictions } of tasks) {
    const result = predictions[0]!.result;
    const ids = new Set(result.flatMap(({ id }) => id ?? []));
    for (const { type, from_name, value, labels, from_id, to_id } of result) {
      if (value) expect(data.text.slice(value.start, value.end)).toBe(value.text);
      if (type === "relation") expect([ids.has(from_id!), ids.has(to_id!), known["Relation"]!.includes(labels![0]!)]).toEqual([true, true, true]);
      if (from_name === "label") expect(known["Label"]).toContain(value!.labels![0]);
      else if (type === "choices") expect(known["Choice"]).toContain(value!.choices![0]);
      if (from_name === "polarity") anchors += 1;
    }
  }
  expect(anchors).toBe(bounded);
});

test("doccano: code points, ids unique through the file", () => {
  const lines = exportDocuments("doccano", all).trimEnd().split("\n").map((line) => JSON.parse(line) as { text: string; entities: { id: number; label: string; start_offset: number; end_offset: number }[]; relations: { id: number; from_id: number; to_id: number; type: string }[] });
  const ids = lines.flatMap(({ entities, relations }) => [...entities, ...relations].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const labels = ["organization", "product", "person", "location", "date", "figure"];
  const found = lines.flatMap(({ text, entities }) => entities.filter(({ label }) => labels.includes(label)).map(({ start_offset, end_offset, label }) => [label, codePoints(text, start_offset, end_offset)]));
  expect(found).toEqual(mentionsOf(all).map(({ type, text }) => [type, text]));
  for (const { entities, relations } of lines) {
    const own = new Set(entities.map(({ id }) => id));
    for (const { from_id, to_id } of relations) expect([own.has(from_id), own.has(to_id)]).toEqual([true, true]);
  }
});

test("brat: code points, no line break in a span, every reference leads somewhere", () => {
  for (const document of all) {
    const lines = exportDocuments("brat", [document]).split("\n").filter(Boolean).map((line) => line.split("\t"));
    const ids = lines.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [id = "", body = "", quote] of lines) {
      if (id.startsWith("T")) {
        const spans = body.slice(body.indexOf(" ") + 1).split(";").map((part) => part.split(" ").map(Number) as [number, number]);
        const pieces = spans.map(([start, end]) => codePoints(document.text, start, end));
        for (const piece of pieces) expect(piece).not.toMatch(/[\r\n]/);
        expect(quote).toBe(pieces.join(" ").replaceAll("\t", " "));
        expect(bratConfiguration()).toContain(body.split(" ", 1)[0]);
      } else for (const [reference] of body.matchAll(/\b[TE]\d+/g)) expect(ids).toContain(reference);
    }
    expect(lines.filter(([id]) => id?.startsWith("E"))).toHaveLength(claimsOf([document]).filter(({ type }) => type !== "relation").length);
  }
});

test("CoNLL: a code point a line, from which the mentions come back", () => {
  const written = exportDocuments("conll", all);
  expect(written.match(/^-DOCSTART- O$/gm)).toHaveLength(all.length);
  const found: [string, string][] = [];
  for (const line of written.split("\n")) {
    if (line === "" || line.startsWith("-DOCSTART-")) continue;
    const [, character, label] = /^(\S+) (\S+)$/u.exec(line)!;
    expect(Array.from(character!)).toHaveLength(1);
    if (label!.startsWith("B-")) found.push([label!.slice(2), character!]);
    else if (label!.startsWith("I-")) found.at(-1)![1] += character!;
  }
  expect(found).toEqual(mentionsOf(all).map(({ type, text }) => [type, text.replaceAll(/\s/g, "")]));
});
