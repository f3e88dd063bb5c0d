import type { Lexicon } from "../lexicon/lexicon.js";
import type { Document, Mention } from "../model/index.js";
import { dateRecognizer } from "./date.js";
import { figureRecognizer } from "./figure.js";
import { nameRecognizer } from "./name.js";
import { settle, type Weighted } from "./settle.js";

/** A grammar of dates or figures reads what it reads surely, the more so the longer it is. */
const DATE = 4;
const FIGURE = 3;

/** Every recogniser, built once from the tables; run over a document, their overlaps settled by weight, in text order. */
export function mentionRecognizer(lexicon: Lexicon): (document: Document) => Mention[] {
  const dates = dateRecognizer(lexicon);
  const figures = figureRecognizer(lexicon);
  const names = nameRecognizer(lexicon);
  const weigh = (least: number) => (found: Mention): Weighted<Mention> => ({ found, weight: least + found.end - found.start });
  return (document) => {
    const days = dates(document);
    return settle<Mention>([...days.map(weigh(DATE)), ...figures(document).map(weigh(FIGURE)), ...names(document, days)]);
  };
}
