import type { Lexicon } from "../lexicon/lexicon.js";
import type { Document, Mention } from "../model/index.js";
import { dateRecognizer } from "./date.js";
import { figureRecognizer } from "./figure.js";
import { nameRecognizer } from "./name.js";
import { settle } from "./settle.js";

/** Every recogniser, built once from the tables; run over a document, their overlaps settled, in text order. */
export function mentionRecognizer(lexicon: Lexicon): (document: Document) => Mention[] {
  const recognizers = [dateRecognizer(lexicon), figureRecognizer(lexicon), nameRecognizer(lexicon)];
  return (document) => settle(recognizers.flatMap((recognize) => recognize(document) as Mention[]));
}
