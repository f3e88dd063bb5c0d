import { createExtractor, ExtractClaimsError, load, type Extractor } from "../src/browser.js";
import { renderView } from "../src/report/page.js";
import type { Answer, Question } from "./message.js";

/** The tables travel packed, whatever the server does. */
async function unpack(file: string): Promise<ArrayBuffer> {
  const response = await fetch(file);
  if (!response.ok || !response.body) throw new Error(`${file}: HTTP status ${response.status}`);
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function open(): Promise<void> {
  const [segmentation, nameModel, manifest] = await Promise.all([unpack("segmenter.pack"), unpack("names.pack"), fetch("manifest.json").then((response) => response.text())]);
  await load({ segmentation, nameModel, manifest });
}

const ready = open();
let made: { readonly dictionary: string; readonly extractor: Extractor } | undefined;

function extractorFor(dictionary: string): Extractor {
  if (made?.dictionary !== dictionary) made = { dictionary, extractor: createExtractor(dictionary.trim() === "" ? {} : { dictionary: { file: "dictionary", text: dictionary } }) };
  return made.extractor;
}

async function answer({ id, text, dictionary, date, language }: Question): Promise<Answer> {
  try {
    await ready;
    const extractor = extractorFor(dictionary);
    const start = performance.now();
    const result = extractor.extract(text, date === "" ? {} : { referenceDate: date });
    const milliseconds = Math.round(performance.now() - start);
    return { id, html: renderView([{ id: "text", text, result }], { language }), claims: result.claims.length, mentions: result.mentions.length, milliseconds };
  } catch (error) {
    if (!(error instanceof ExtractClaimsError)) reportError(error);
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

let last = 0;
addEventListener("message", ({ data }: MessageEvent<Question>) => {
  last = data.id;
  // Questions that wait together: only the latest is worth an answer.
  setTimeout(() => {
    if (data.id === last) void answer(data).then((said) => postMessage(said));
  });
});
