// A route that reads texts: node examples/express.mjs, then
//   curl -d '{"text":"青禾乳业营业收入126亿元，同比增长8%。"}' -H 'content-type: application/json' http://localhost:3000/claims
import express from "express";
import { createExtractor, ExtractClaimsError } from "extract-claims";

// Once, not for each request. Reading is synchronous: for long texts or many clients use createPool of extract-claims/pool.
const extractor = createExtractor({ maxLength: 100_000 });

const app = express();
app.use(express.json({ limit: "1mb" }));

app.post("/claims", (request, response) => {
  const { text, referenceDate } = request.body ?? {};
  try {
    response.json(extractor.extract(text, referenceDate === undefined ? {} : { referenceDate }));
  } catch (error) {
    // What the caller sent is wrong: where, what was found, what would be right.
    if (!(error instanceof ExtractClaimsError)) throw error;
    const { code, where, found, expected } = error;
    response.status(400).json({ error: { code, where, found, expected } });
  }
});

const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`http://localhost:${server.address().port}/claims`);
});
