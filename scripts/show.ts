// Prints how a text is read, stage by stage: npm run show -- "text" [referenceDate]
import { createLexicon } from "../src/lexicon/lexicon.js";
import { createPipeline } from "../src/pipeline.js";
import { analyser } from "../src/syntax/analyse.js";
import { readResources } from "../src/tables.js";
import { builtinSegmenter } from "../src/tokens/builtin.js";
import { parseReferenceDate } from "./reference-date.js";

const [text = "", date] = process.argv.slice(2);
const { nameModel, segmentation } = readResources();
const lexicon = createLexicon({ nameModel });
const { document, mentions, claims } = createPipeline(lexicon, builtinSegmenter(segmentation)).run(text, date === undefined ? undefined : parseReferenceDate(date));

const textOf = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
const known = (lexeme: object): string => Object.entries(lexeme).filter(([, says]) => says !== undefined).map(([table]) => table).join();
for (const { words, frames } of analyser(lexicon)(document, mentions).clauses) {
  console.log(words.map((word) => `${textOf(word)}/${word.kind}${word.lexeme ? `{${known(word.lexeme)}}` : ""}`).join(" "));
  if (frames.length > 0) console.log(`  frames: ${frames.map(({ from, to }) => words.slice(from, to).map(textOf).join("")).join(" | ")}`);
}
for (const mention of mentions) console.log(mention.type, textOf(mention), JSON.stringify(mention));
for (const claim of claims)
  console.log(
    JSON.stringify(claim, (key, value: unknown) => {
      if (key === "within") return undefined;
      return typeof value === "object" && value !== null && "start" in value && "end" in value && !("type" in value) ? textOf(value as { start: number; end: number }) : value;
    }),
  );
