import { DictionaryError, type Span } from "../model/index.js";
import { readDictionaries, type Attempt, type DictionarySource, type UserEntry } from "./dictionary.js";
import { fold } from "./fold.js";
import { Trie } from "./trie.js";

/** An entry where it stands in a text. */
export interface EntryMatch extends Span {
  readonly entry: UserEntry;
}

/** The user's own names: where one stands, it is one token and one mention. */
export interface UserEntries {
  readonly entries: readonly UserEntry[];
  /**
   * Every place where an entry's name, alias or canonical name stands, from left to right, the longest first. A Latin word
   * or number is never torn: `App` is not found in `Apple`, `Model 3` not in `Model 3.5`.
   *
   * @param folded  `Document.folded`
   */
  find(folded: string): readonly EntryMatch[];
}

/**
 * @throws {DictionaryError} a source cannot be read, or two entries of equal weight share a writing
 */
export function userEntries(sources: readonly DictionarySource[], attempt: Attempt = (read) => read()): UserEntries {
  const entries = readDictionaries(sources, attempt);
  const owner = new Map<string, UserEntry>();
  for (const entry of entries) for (const written of new Set([entry.name, ...entry.aliases].map(fold))) attempt(() => claim(owner, written, entry));
  // Several entries may mean one thing: its full name is theirs only where it is nobody's own.
  for (const entry of entries) if (!owner.has(fold(entry.canonical))) owner.set(fold(entry.canonical), entry);
  if (owner.size === 0) return Object.freeze({ entries, find: () => [] });
  const owners = [...owner.values()];
  const trie = new Trie([...owner.keys()]);

  const find = (folded: string): EntryMatch[] => {
    const matches: EntryMatch[] = [];
    for (let i = 0; i < folded.length; i += 1) {
      if (!trie.startsWith(folded.charCodeAt(i)) || tears(folded, i)) continue;
      let node = 0;
      let end = 0;
      let entry: UserEntry | undefined;
      for (let j = i; j < folded.length; j += 1) {
        node = trie.next(node, folded.charCodeAt(j));
        if (node === 0) break;
        const value = trie.value(node);
        if (value < 0 || tears(folded, j + 1)) continue;
        end = j + 1;
        entry = owners[value];
      }
      if (entry === undefined) continue;
      matches.push({ start: i, end, entry });
      i = end - 1;
    }
    return matches;
  };
  return Object.freeze({ entries: Object.freeze(entries), find });
}

function claim(owner: Map<string, UserEntry>, written: string, entry: UserEntry): void {
  const other = owner.get(written);
  if (other && other.weight === entry.weight) {
    throw new DictionaryError(entry.file, entry.line, JSON.stringify(written), `a writing of its own, or another weight than in ${other.file}:${other.line}, which has it too`);
  }
  if (!other || entry.weight > other.weight) owner.set(written, entry);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLatin = (unit: number): boolean => isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7);

/** Whether a cut before `at` would go through a Latin word or a number. */
function tears(folded: string, at: number): boolean {
  const [before, behind] = [folded.charCodeAt(at - 1), folded.charCodeAt(at)];
  if (isLatin(before) && isLatin(behind)) return true;
  const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0x2c;
  if (isDigit(before) && isPoint(behind)) return isDigit(folded.charCodeAt(at + 1));
  return isPoint(before) && isDigit(behind) && isDigit(folded.charCodeAt(at - 2));
}
