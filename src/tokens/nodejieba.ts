import { createRequire } from "node:module";
import type { Segmenter } from "./segmenter.js";

/** nodejieba's `tag` behind our interface (first version: replaced when the built-in engine lands). */
export function nodejiebaSegmenter(): Segmenter {
  const { tag } = createRequire(import.meta.url)("nodejieba") as { tag(text: string): { word: string; tag: string }[] };
  return {
    name: "nodejieba",
    segment(text, start, end, into) {
      let at = start;
      for (const { word, tag: pos } of tag(text.slice(start, end).toWellFormed())) {
        into.push({ start: at, end: at + word.length, tag: pos });
        at += word.length;
      }
    },
  };
}
