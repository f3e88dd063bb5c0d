// Prints how a text is read: npm run show -- "text" [referenceDate]
import { createLexicon } from "../src/lexicon/lexicon.js";
import { createPipeline } from "../src/pipeline.js";
import { analyser } from "../src/syntax/analyse.js";
import { nodejiebaSegmenter } from "../src/tokens/nodejieba.js";
import { parseReferenceDate } from "./reference-date.js";

const [text = "", date] = process.argv.slice(2);
const lexicon = createLexicon();
const { document, mentions, claims } = createPipeline(lexicon, nodejiebaSegmenter()).run(text, date === undefined ? undefined : parseReferenceDate(date));
for (const clause of analyser(lexicon)(document, mentions).clauses)
  console.log(clause.words.map((w) => `${text.slice(w.start, w.end)}/${w.kind}${w.lexeme ? `{${Object.keys(w.lexeme).join()}}` : ""}`).join(" "), " frames:", clause.frames.map((f) => clause.words.slice(f.from, f.to).map((w) => text.slice(w.start, w.end)).join("")).join(" | "));
for (const m of mentions) console.log(m.type, text.slice(m.start, m.end), JSON.stringify(m));
for (const c of claims) console.log(JSON.stringify(c, (k, v) => (v && typeof v === "object" && "start" in v && "end" in v && !("type" in v) ? text.slice(v.start, v.end) : k === "within" ? undefined : v)));
