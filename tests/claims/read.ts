import { createLexicon } from "../../src/lexicon/lexicon.js";
import type { Claim, Mention, NameType, Span } from "../../src/model/index.js";
import { createPipeline } from "../../src/pipeline.js";
import { nodejiebaSegmenter } from "../../src/tokens/nodejieba.js";

const pipeline = createPipeline(createLexicon(), nodejiebaSegmenter());
const MARK = /\[([^[\]]*)\]\((organization|person|location|product)\)/g;

export interface Read {
  readonly text: string;
  readonly claims: readonly Claim[];
  /** The words of a span; `-` where there is none. */
  readonly words: (span: Span | undefined) => string;
}

/** Reads a text whose names are marked (`[甲公司](organization)表示…`), so that only the claim rules are tested; dates and figures are found. */
export function read(marked: string): Read {
  const names: Mention[] = [];
  let text = "";
  let at = 0;
  for (const { 0: whole, 1: name = "", 2: type, index } of marked.matchAll(MARK)) {
    text += marked.slice(at, index);
    names.push({ type: type as NameType, start: text.length, end: text.length + name.length });
    text += name;
    at = index + whole.length;
  }
  text += marked.slice(at);
  const numbers = pipeline.run(text).mentions.filter(({ type, start, end }) => (type === "date" || type === "figure") && !names.some((name) => name.start < end && start < name.end));
  const mentions = [...names, ...numbers].sort((a, b) => a.start - b.start);
  return { text, claims: pipeline.derive(pipeline.read(text), mentions), words: (span) => (span ? text.slice(span.start, span.end) : "-") };
}
