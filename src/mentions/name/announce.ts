import type { LexemeTable } from "../../lexicon/lexeme.js";
import type { NameCues } from "../../lexicon/name-cue.js";
import type { Document } from "../../model/index.js";
import { ORGANIZATION, type Candidates } from "./candidate.js";
import type { FeatureTables } from "./feature.js";

const SHORTEST = 3;
const LONGEST = 6;
const LONGEST_CUE = 14;
const NATS = 6;
const HAN = 16;

/** The short name of a company that opens a sentence and announces: 星澜科技公告，…, 星澜科技11月7日晚间公告，…. */
export function addAnnouncers({ folded, sentences, tokens }: Document, cues: NameCues, lexemes: LexemeTable, { native }: FeatureTables, boundaries: Uint8Array, candidates: Candidates): void {
  let token = 0;
  for (const { start, end } of sentences) {
    while (token < tokens.length && tokens[token]!.start < start) token += 1;
    for (let length = 1; length <= LONGEST && start + length < end && native[folded.charCodeAt(start + length - 1)]! >= HAN; length += 1) {
      if (length < SHORTEST || !boundaries[start + length] || !announces(folded, behindDay(folded, start + length), end, cues.announce)) continue;
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
function announces(folded: string, at: number, end: number, announce: ReadonlySet<string>): boolean {
  for (let length = 2; length <= LONGEST_CUE && at + length < end; length += 1)
    if (announce.has(folded.slice(at, at + length)) && BREAKS.includes(folded[at + length]!)) return true;
  return false;
}

const BREAKS = ",，:：";
