import type { LexemeTable } from "../../lexicon/lexeme.js";
import type { NameCues } from "../../lexicon/name-cue.js";
import { Trie } from "../../lexicon/trie.js";
import type { Document } from "../../model/index.js";
import { ORGANIZATION, type Candidates } from "./candidate.js";
import type { FeatureTables } from "./feature.js";

const SHORTEST = 3;
const LONGEST = 6;
const NATS = 6;
const HAN = 16;

export type AnnouncerAdder = (document: Document, boundaries: Uint8Array, candidates: Candidates) => void;

/** The short name of a company that opens a sentence and announces: 星澜科技公告，…, 星澜科技11月7日晚间公告，…. */
export function announcerAdder(cues: NameCues, lexemes: LexemeTable, tables: FeatureTables): AnnouncerAdder {
  const announce = new Trie([...cues.announce]);
  return (document, boundaries, candidates) => addAnnouncers(document, announce, lexemes, tables, boundaries, candidates);
}

function addAnnouncers({ folded, sentences, tokens }: Document, announce: Trie, lexemes: LexemeTable, { native }: FeatureTables, boundaries: Uint8Array, candidates: Candidates): void {
  let token = 0;
  for (const { start, end } of sentences) {
    while (token < tokens.length && tokens[token]!.start < start) token += 1;
    for (let length = 1; length <= LONGEST && start + length < end && native[folded.charCodeAt(start + length - 1)]! >= HAN; length += 1) {
      if (length < SHORTEST || !boundaries[start + length] || !announces(folded, behindDay(folded, start + length), end, announce)) continue;
      let speaks = true;
      for (let i = token; i < tokens.length && tokens[i]!.end <= start + length; i += 1) {
        const lexeme = lexemes.get(folded.slice(tokens[i]!.start, tokens[i]!.end));
        speaks &&= !lexeme?.anaphor && !lexeme?.preposition && !lexeme?.adverb && !lexeme?.cue;
      }
      if (speaks) candidates.add(start, start + length, ORGANIZATION, NATS);
      break;
    }
  }
}

/** Behind the day and its part that stand at `at`. */
function behindDay(folded: string, at: number): number {
  let to = at;
  while (to - at < LONGEST_DAY && DAY.includes(folded[to] ?? "!")) to += 1;
  return to;
}

const LONGEST_DAY = 14;
const DAY = "0123456789年月日今昨当前早晚上午中下间";

/** Whether an announcement begins here: the cue, and behind it a break. */
function announces(folded: string, at: number, end: number, announce: Trie): boolean {
  if (!announce.mayStart(folded, at)) return false;
  let node = 0;
  for (let to = at; to + 1 < end; to += 1) {
    node = announce.next(node, folded.charCodeAt(to));
    if (node === 0) return false;
    if (announce.value(node) >= 0 && BREAKS.includes(folded[to + 1]!)) return true;
  }
  return false;
}

const BREAKS = ",，:：";
