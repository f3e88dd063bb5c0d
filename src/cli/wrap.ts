import stringWidth from "string-width";

const words = new Intl.Segmenter("zh", { granularity: "word" });
const characters = new Intl.Segmenter();
/** What never begins a line: closing punctuation, and white space. */
const CLINGS = /^[\p{Pe}\p{Pf}\p{Po}\s]/u;
/** What never ends one. */
const OPENS = /[\p{Ps}\p{Pi}-]$/u;

/**
 * A text in lines of at most `width` columns, of which a Chinese character takes two. Lines end between words; a word that is
 * wider than a line is cut between any two characters.
 */
export function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width))
    .join("\n");
}

function wrapLine(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  const put = (part: string): void => {
    if (stringWidth(line + part.trimEnd()) > width && line !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? part.trimStart() : part;
  };
  for (const part of unbreakable(text)) {
    if (stringWidth(part) <= width) put(part);
    else for (const { segment } of characters.segment(part)) put(segment);
  }
  return [...lines, line.trimEnd()].join("\n");
}

/** Words with the punctuation that clings to them. */
function unbreakable(text: string): string[] {
  const parts: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && (CLINGS.test(segment) || OPENS.test(last) || (segment === "-" && /\w$/.test(last)))) parts[parts.length - 1] += segment;
    else parts.push(segment);
  }
  return parts;
}
