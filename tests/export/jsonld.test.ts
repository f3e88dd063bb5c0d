import jsonld from "jsonld";
import { expect, test } from "vitest";
import { exportDocuments } from "../../src/export.js";
import { claimsOf, documents, mentionsOf } from "./documents.js";

const OA = "http://www.w3.org/ns/oa#";
/** What we use of http://www.w3.org/ns/anno.jsonld, which cannot be fetched here. */
const ANNOTATION_CONTEXT = {
  "@context": {
    oa: OA, as: "http://www.w3.org/ns/activitystreams#", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", xsd: "http://www.w3.org/2001/XMLSchema#",
    id: { "@type": "@id", "@id": "@id" }, type: { "@type": "@id", "@id": "@type" },
    Annotation: "oa:Annotation", AnnotationPage: "as:OrderedCollectionPage", TextualBody: "oa:TextualBody", SpecificResource: "oa:SpecificResource",
    TextQuoteSelector: "oa:TextQuoteSelector", TextPositionSelector: "oa:TextPositionSelector",
    tagging: "oa:tagging", classifying: "oa:classifying",
    items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
    body: { "@type": "@id", "@id": "oa:hasBody" }, target: { "@type": "@id", "@id": "oa:hasTarget" },
    source: { "@type": "@id", "@id": "oa:hasSource" }, selector: { "@type": "@id", "@id": "oa:hasSelector" },
    motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" }, purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
    exact: "oa:exact", prefix: "oa:prefix", suffix: "oa:suffix", value: "rdf:value",
    start: { "@type": "xsd:nonNegativeInteger", "@id": "oa:start" }, end: { "@type": "xsd:nonNegativeInteger", "@id": "oa:end" },
  },
};
const documentLoader = (url: string) =>
  url === "http://www.w3.org/ns/anno.jsonld" ? Promise.resolve({ documentUrl: url, document: ANNOTATION_CONTEXT }) : Promise.reject(new Error(`no such context: ${url}`));

type Node = Record<string, { "@value"?: unknown; "@id"?: string; "@list"?: Node[] }[]> & { "@id": string; "@type": string[] };

/** Every node with an `oa:` selector pair, below an annotation. */
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const part of value) yield* nodesOf(part);
  else if (typeof value === "object" && value !== null) {
    yield value as Node;
    for (const part of Object.values(value)) yield* nodesOf(part);
  }
}

test("annotations are read by a JSON-LD processor, and both selectors give the same words", async () => {
  const all = documents();
  const written = JSON.parse(exportDocuments("jsonld", all)) as object;
  const expanded = await jsonld.expand(written as jsonld.JsonLdDocument, { documentLoader, safe: true } as never);
  const annotations = [...nodesOf(expanded)].filter((node) => node["@type"]?.includes(`${OA}Annotation`));
  expect(annotations).toHaveLength(mentionsOf(all).length + claimsOf(all).length);
  const texts: Record<string, string> = { "urn:extract-claims:document:news%2F%E4%B8%80.txt": all[0]!.text, "https://example.org/a": all[1]!.text };
  let selected = 0;
  for (const node of [...nodesOf(annotations)].filter((one) => one["@type"]?.includes(`${OA}SpecificResource`))) {
    const [quote, position] = node[`${OA}hasSelector`] as unknown as Node[];
    const value = (of: Node | undefined, key: string): unknown => of?.[`${OA}${key}`]?.[0]?.["@value"];
    const points = Array.from(texts[node[`${OA}hasSource`]?.[0]?.["@id"] ?? ""] ?? "");
    const [start, end] = [Number(value(position, "start")), Number(value(position, "end"))];
    expect(points.slice(start, end).join("")).toBe(value(quote, "exact"));
    expect(points.slice(0, start).join("").endsWith(String(value(quote, "prefix")))).toBe(true);
    expect(points.slice(end).join("").startsWith(String(value(quote, "suffix")))).toBe(true);
    selected += 1;
  }
  expect(selected).toBeGreaterThan(annotations.length);
});
