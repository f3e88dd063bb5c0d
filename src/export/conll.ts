import { inOffsets } from "../annotated.js";
import type { AnnotatedText } from "../model/index.js";
import type { Exporter } from "./exporter.js";

/**
 * Mentions as character BIO: a line a code point, `微 B-product`, a blank line after a sentence, `-DOCSTART-` before a document. White
 * space has no line, since readers take it for a separator; a name with a space in it goes on after it.
 */
export function conllExporter(): Exporter {
  return { head: "", separator: "", tail: "", extension: "conll", single: false, items: (document) => [`-DOCSTART- O\n\n${writeSentences(inOffsets("codepoint", document))}`] };
}

function writeSentences({ text, result }: AnnotatedText): string {
  const points = Array.from(text);
  const labels = new Array<string>(points.length).fill("O");
  for (const { start, end, type } of result.mentions) {
    labels.fill(`I-${type}`, start, end);
    labels[start] = `B-${type}`;
  }
  const ends = new Set(result.sentences.map(({ end }) => end));
  let lines = "";
  let open = false;
  const close = (): void => {
    if (open) lines += "\n";
    open = false;
  };
  for (const [i, point] of points.entries()) {
    if (ends.has(i)) close();
    if (/[\n\r]/.test(point)) close();
    else if (!/[\s\p{Cc}]/u.test(point)) {
      lines += `${point} ${labels[i]}\n`;
      open = true;
    }
  }
  close();
  return lines;
}
