import type { Lexicon } from "../lexicon/lexicon.js";
import type { DateMention } from "../model/index.js";
import { dateFinder } from "./date/find.js";
import { resolveDates } from "./date/resolve.js";
import type { Recognizer } from "./recognizer.js";

export { parseReferenceDate } from "./date/reference.js";

/** Dates in two steps: expressions are found by what stands there, then resolved by what was said before. */
export function dateRecognizer({ dates }: Pick<Lexicon, "dates">): Recognizer<DateMention> {
  const find = dateFinder(dates);
  return (document) => resolveDates(find(document.folded), document, dates);
}
