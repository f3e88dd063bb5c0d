import { readFileSync } from "node:fs";
import type { Mention } from "../src/model/index.js";

/**
 * The sentences of a marked fixture: every line but headings (`# what is shown`) and empty ones.
 *
 *     # a hedge stays with its figure
 *     全年营收[约1.15亿元](115000000 CNY approx)，同比增长[12.3%](12.3 percent)。
 */
export function markedLines(path: string): string[] {
  const text = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  return text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
}

const MARK = /\[([^[\]]*)\]\(([^()]*)\)/g;

/** A marked line without its marks: the text as it would be read. */
export const unmark = (line: string): string => line.replace(MARK, "$1");

/** Writes each mention into the text as `[words](label)`; mentions are in text order and do not overlap. */
export function mark(text: string, mentions: readonly Mention[]): string {
  let marked = "";
  let at = 0;
  for (const mention of mentions) {
    marked += `${text.slice(at, mention.start)}[${text.slice(mention.start, mention.end)}](${label(mention)})`;
    at = mention.end;
  }
  return marked + text.slice(at);
}

/**
 * What a mark says of a mention: `115000000 CNY approx`, `20..25 percent`, `28.11 CNY/股` of a figure (`eq` goes unsaid),
 * `2022-01 END` of a date (`date` where it has no value), the type of a name.
 */
function label(mention: Mention): string {
  if (mention.type === "date") return [mention.value ?? "date", mention.mod, mention.set && "set"].filter(Boolean).join(" ");
  if (mention.type !== "figure") return mention.type;
  const { value, upper, unit = "", comparator, per } = mention;
  const amount = upper === undefined ? `${value}` : `${value}..${upper}`;
  const measure = per === undefined ? unit : `${unit}/${per}`;
  return [amount, measure, comparator !== "eq" && comparator !== "range" && comparator].filter(Boolean).join(" ");
}
