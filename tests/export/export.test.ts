import { expect, test } from "vitest";
import { createExporter, EXPORT_FORMATS, exportDocuments } from "../../src/export.js";
import { claimsOf, documents, mentionsOf } from "./documents.js";

test("the texts are worth the trip", () => {
  expect(new Set(claimsOf(documents()).map(({ type }) => type)).size).toBeGreaterThanOrEqual(4);
  expect(mentionsOf(documents()).length).toBeGreaterThan(8);
});

test.each(EXPORT_FORMATS)("%s is the same whatever unit the result counts in", (format) => {
  const expected = exportDocuments(format, documents("utf16"));
  for (const unit of ["codepoint", "utf8"] as const) {
    const found = exportDocuments(format, documents(unit));
    if (format === "ndjson" || format === "csv") expect(found).toContain(unit);
    else expect(found).toBe(expected);
  }
});

test.each(EXPORT_FORMATS)("%s of no documents and of an empty one is well-formed", (format) => {
  const [, , empty] = documents();
  for (const list of [[], [empty!]]) {
    const written = exportDocuments(format, list);
    if (format === "label-studio" || format === "jsonld") expect(() => JSON.parse(written)).not.toThrow();
    else expect(written === "" || written.endsWith("\n")).toBe(true);
  }
});

test.each(EXPORT_FORMATS)("%s refuses nothing but a result of another text", (format) => {
  const [first] = documents();
  const exporter = createExporter(format);
  expect(() => exporter.items({ ...first!, id: "\ud800=&<>\n" })).not.toThrow();
  if (format === "ndjson" || format === "csv") return;
  expect(() => exporter.items({ ...first!, text: `x${first!.text}` })).toThrow(/the text from which the result was made/);
});
