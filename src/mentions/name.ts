import type { Lexicon } from "../lexicon/lexicon.js";
import { nameParts } from "../lexicon/name-part.js";
import type { NameMention } from "../model/index.js";
import { MODEL_TYPES } from "./name/label.js";
import { readModel } from "./name/model.js";
import { featureTables } from "./name/table.js";
import { nameTagger } from "./name/tagger.js";
import type { Recognizer } from "./recognizer.js";

/** Names: who and where a text speaks of. */
export function nameRecognizer(lexicon: Lexicon): Recognizer<NameMention> {
  const tables = featureTables(nameParts(), () => undefined);
  const tag = lexicon.nameModel && nameTagger(readModel(lexicon.nameModel), tables);
  return (document) => (tag ? tag(document).map(({ start, end, type }) => ({ type: MODEL_TYPES[type]!, start, end })) : []);
}
