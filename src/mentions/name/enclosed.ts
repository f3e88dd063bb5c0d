import type { NameCues } from "../../lexicon/name-cue.js";
import type { KnownNames } from "../../lexicon/name.js";
import type { Document, Sentence } from "../../model/index.js";
import { ORGANIZATION, PRODUCT, weightOf, type Candidates } from "./candidate.js";

const LONGEST_TITLE = 80;
const LONGEST_QUOTE = 16;
const LONGEST_SOURCE = 12;
const LONGEST_CUE = 4;

/** Names that stand in marks: titles in 《》, quoted names, and the source in brackets at the end of a text. */
export function addEnclosed(document: Document, names: KnownNames, cues: NameCues, candidates: Candidates): void {
  for (const sentence of document.sentences) {
    for (let i = sentence.start; i < sentence.end; i += 1) {
      const unit = document.folded[i];
      if (unit === "《") i = addTitle(document, sentence, i, names, cues, candidates);
      else if (unit === "“") {
        const close = document.folded.slice(i + 1, Math.min(sentence.end, i + 2 + LONGEST_QUOTE)).indexOf("”");
        if (close < 2) continue;
        const candidate = candidates.at(i + 1, i + 1 + close);
        if (endsInAny(document.folded, i, cues.item)) candidate.evidence[PRODUCT] = Math.max(candidate.evidence[PRODUCT]!, weightOf(candidate), 0) + ITEM;
      }
    }
  }
  addSource(document, candidates);
}

const ITEM = 2;

/** A title is a book, law or document; of a newspaper where its end or the words beside it say so. Titles may nest. Returns its end. */
function addTitle({ folded }: Document, { end }: Sentence, start: number, names: KnownNames, cues: NameCues, candidates: Candidates): number {
  let depth = 0;
  const limit = Math.min(end, start + LONGEST_TITLE);
  for (let i = start; i < limit; i += 1) {
    const unit = folded[i];
    if (unit === "《") depth += 1;
    else if (unit === "》") depth -= 1;
    if (depth > 0) continue;
    const inner = folded.slice(start + 1, i);
    const known = names.find(inner) ?? names.find(folded.slice(start, i + 1));
    const paper = known ? known.type === "organization" : endsInAny(folded, i, cues.periodical) || startsWithAny(folded, i + 1, cues.medium) || (folded[start - 1] === "据" && startsWithAny(folded, i + 1, cues.report));
    const candidate = candidates.add(start, i + 1, paper ? ORGANIZATION : PRODUCT, CERTAIN);
    if (known) candidate.form = known;
    return i;
  }
  return start;
}

const CERTAIN = 30;

function startsWithAny(folded: string, at: number, words: ReadonlySet<string>): boolean {
  for (let length = 1; length <= LONGEST_CUE; length += 1) if (words.has(folded.slice(at, at + length))) return true;
  return false;
}

function endsInAny(folded: string, end: number, words: ReadonlySet<string>): boolean {
  for (let length = 2; length <= LONGEST_CUE; length += 1) if (words.has(folded.slice(Math.max(0, end - length), end))) return true;
  return false;
}

/** `（财联社）` closes a text. */
function addSource({ folded, sentences }: Document, candidates: Candidates): void {
  const last = sentences.at(-1);
  if (!last || folded[last.end - 1] !== ")") return;
  const open = folded.lastIndexOf("(", last.end - 1);
  const length = last.end - 2 - open;
  if (open < last.start || length < 2 || length > LONGEST_SOURCE || /[^\p{Script=Han}a-z0-9]/u.test(folded.slice(open + 1, last.end - 1))) return;
  candidates.add(open + 1, last.end - 1, ORGANIZATION, SOURCE);
}

const SOURCE = 9;
