import type { Lexicon } from "../lexicon/lexicon.js";
import type { NameMention, NameType } from "../model/index.js";
import type { Recognizer } from "./recognizer.js";

/** jieba's own idea of a name, by its part-of-speech tag. */
const TYPE_OF_TAG: Readonly<Record<string, NameType>> = { nr: "person", nrt: "person", nrfg: "person", ns: "location", nt: "organization" };

/** Names: who and where a text speaks of. */
export function nameRecognizer(lexicon: Lexicon): Recognizer<NameMention> {
  void lexicon;
  return ({ tokens }) =>
    tokens.flatMap(({ start, end, tag }) => {
      const type = TYPE_OF_TAG[tag];
      return type && end - start > 1 ? [{ type, start, end }] : [];
    });
}
