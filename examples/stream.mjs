// NDJSON in, NDJSON out, in constant memory: node examples/stream.mjs < news.jsonl > claims.ndjson
import { createInterface } from "node:readline";
import { createExtractor, ExtractClaimsError } from "extract-claims";

const extractor = createExtractor({ include: ["claims"] });

/** A result for each line, or why there is none: a bad line never ends the stream. */
function read(line) {
  let id;
  try {
    const document = JSON.parse(line);
    ({ id } = document);
    return { id, ...extractor.extract(document.text, document.referenceDate && { referenceDate: document.referenceDate }) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ExtractClaimsError)) throw error;
    return { id, error: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  if (!process.stdout.write(`${JSON.stringify(read(line))}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
