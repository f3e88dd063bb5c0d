import { foldUnit } from "./fold.js";
import { abbreviationsOf, formAt, isAmbiguous, listNames, typeAt, type NameForm, type NameListing } from "./name-form.js";
import { NAME_FILES } from "./name-files.js";
import { Trie } from "./trie.js";

export type { NameForm } from "./name-form.js";

/** The names the dictionaries list. */
export interface KnownNames {
  /**
   * The longest known name that starts at `position`. A Latin name must stand free of other letters and digits.
   *
   *     lookup("微信支付上线", 0)   { form: "微信支付", type: "product", owner: "腾讯", … }
   *
   * @param folded  `Document.folded`
   */
  lookup(folded: string, position: number): NameForm | undefined;
  /** Whether exactly this name is listed, and as what; any letter case. */
  find(name: string): NameForm | undefined;
  /** Every form, in the order of the tables. */
  readonly forms: readonly NameForm[];
  /** Letters that stand for places beside others (中美, 俄乌, 京沪) → the places' names. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
}

export function knownNames(): KnownNames {
  const listing = listNames(NAME_FILES);
  const { trie, places, others } = index(listing);

  const made: (NameForm | undefined)[] = places.map(() => undefined);
  const form = (id: number): NameForm | undefined => {
    const known = made[id];
    const place = places[id];
    if (known || place === undefined) return known;
    const other = others.get(id);
    return (made[id] = Object.freeze({ ...formAt(listing, place), ...(other !== undefined && { also: formAt(listing, other) }) }));
  };
  return Object.freeze({
    abbreviations: abbreviationsOf(listing),
    get forms() {
      return places.map((_, id) => form(id)).filter((known) => known !== undefined);
    },
    lookup(folded: string, position: number) {
      const first = folded.charCodeAt(position);
      if (!trie.mayStart(folded, position) || (isLatin(first) && isLatin(folded.charCodeAt(position - 1)))) return undefined;
      let longest = -1;
      let node = 0;
      for (let i = position; i < folded.length; i += 1) {
        const unit = folded.charCodeAt(i);
        node = trie.next(node, unit);
        if (node === 0) break;
        const id = trie.value(node);
        if (id >= 0 && !(isLatin(unit) && isLatin(folded.charCodeAt(i + 1)))) longest = id;
      }
      return form(longest);
    },
    find(name: string) {
      let node = 0;
      for (let i = 0; i < name.length; i += 1) {
        node = trie.next(node, foldUnit(name.charCodeAt(i)));
        if (node === 0) return undefined;
      }
      return form(trie.value(node));
    },
  });
}

interface Index {
  /** Forms → their ids. */
  readonly trie: Trie;
  /** Where the form of each id is listed: where it is certain before where it is ambiguous, else where it stands first. */
  readonly places: readonly number[];
  /** Where it is listed under another type, of the ids that are. */
  readonly others: ReadonlyMap<number, number>;
}

function index(listing: NameListing): Index {
  const { folded } = listing;
  let room = 0;
  for (let i = 0; i < listing.places.length; i += 3) room += listing.places[i + 1]! - listing.places[i]!;
  const trie = new Trie([], room);
  const places: number[] = [];
  const others = new Map<number, number>();
  for (let place = 0; place < listing.places.length; place += 3) {
    const id = trie.insert(folded, listing.places[place]!, listing.places[place + 1]!, places.length);
    if (id === places.length) {
      places.push(place);
      continue;
    }
    const earlier = places[id]!;
    const better = isAmbiguous(listing, earlier) && !isAmbiguous(listing, place);
    if (better) places[id] = place;
    if (typeAt(listing, earlier) !== typeAt(listing, place) && (better || !others.has(id))) others.set(id, better ? earlier : place);
  }
  return { trie, places, others };
}

/** `a-z`, `0-9` and accented Latin letters, folded. */
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit <= 0x24f);
