import type { NameForm } from "../../lexicon/name-form.js";
import type { NameParts } from "../../lexicon/name-part.js";
import { Trie } from "../../lexicon/trie.js";
import { itemAt } from "../../model/index.js";
import type { FeatureTables } from "./feature.js";
import { MODEL_TYPES } from "./label.js";

const STRENGTHS = ["sure", "likely", "weak", "industry"] as const;
const HAN = 16;
const LATIN = 12;
const OTHER_SCRIPT = 13;
/** Units by kind: index 0 is all that breaks a name. */
const KINDS: readonly string[] = ["", "0123456789", "《〈", "》〉", "“‘\"", "”’", "(【[", ")】]", "·•", "、", "-&.'/", " "];

/** What the model's features look up, drawn from the dictionaries. */
export function featureTables({ titles, surnames, givenNames, transliteration, suffixes }: NameParts, known: (folded: string, position: number) => NameForm | undefined): FeatureTables {
  const native = kindsOfUnit();
  const foreign = native.slice();
  // Han characters are 16 and up: by their rank as a surname, times four, and in given names.
  addRanks(native, [surnames.common, surnames.rare, surnames.word], 4);
  addRanks(native, [givenNames.name, givenNames.usual, givenNames.foreign], 1);
  addRanks(foreign, [transliteration.core, transliteration.other], 1);
  const titleEnds = new Uint8Array(0x10000);
  for (const title of [...titles.post, ...titles.occupation]) titleEnds[title.charCodeAt(title.length - 1)] = 1;
  const people = [surnames.compound, surnames.japanese, transliteration.name].flatMap((names, i) => [...names].map((name) => [name, { length: name.length, kind: i + 1 }] as const));
  const endings = [...suffixes.values()].map(({ suffix, type, strength }, i) => {
    const kind = 1 + STRENGTHS.length * MODEL_TYPES.indexOf(type) + STRENGTHS.indexOf(strength);
    return [suffix.toLowerCase(), { id: i + 1, length: suffix.length, kind }] as const;
  });
  return { native, foreign, known, titleEnds, suffix: longestLookup(endings), personPart: longestLookup(people) };
}

/** Adds, times over, the rank of the first class that a Han character is in, from 1 on. */
function addRanks(kinds: Uint8Array, classes: readonly ReadonlySet<string>[], times: number): void {
  const ranked = new Set<string>();
  for (const [i, characters] of classes.entries()) {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      if (character.length > 1 || unit < 0x4e00 || unit > 0x9fff || ranked.has(character)) continue;
      ranked.add(character);
      kinds[unit]! += times * (i + 1);
    }
  }
}

/** What belongs to the longest of the words that starts at a position. */
function longestLookup<T>(words: readonly (readonly [string, T])[]): (folded: string, position: number) => T | undefined {
  const trie = new Trie(words.map(([word]) => word));
  const told = words.map(([, what]) => what);
  return (folded, position) => {
    if (!trie.mayStart(folded, position)) return undefined;
    let longest = -1;
    let node = 0;
    for (let i = position; i < folded.length; i += 1) {
      node = trie.next(node, folded.charCodeAt(i));
      if (node === 0) break;
      const value = trie.value(node);
      if (value >= 0) longest = value;
    }
    return itemAt(told, longest);
  };
}

function kindsOfUnit(): Uint8Array {
  const kind = new Uint8Array(0x10000);
  kind.fill(HAN, 0x4e00, 0xa000);
  kind.fill(LATIN, 0x61, 0x7b);
  kind.fill(LATIN, 0xc0, 0x250);
  kind.fill(OTHER_SCRIPT, 0x370, 0x2000);
  kind.fill(OTHER_SCRIPT, 0x3040, 0x3100);
  for (const [i, units] of KINDS.entries()) for (const unit of units) kind[unit.charCodeAt(0)] = i;
  return kind;
}
