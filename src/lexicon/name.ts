import { fold } from "./fold.js";
import { itemAt } from "../model/index.js";
import { abbreviationsOf, formAt, isAmbiguous, listNames, PLACE, typeAt, wordAt, type NameForm, type NameListing } from "./name-form.js";
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
  const { trie, placeOf, others } = index(listing);

  const made = Array.from<NameForm | undefined>({ length: listing.places.length / PLACE });
  const form = (id: number): NameForm | undefined => {
    if (id < 0 || made[id]) return itemAt(made, id);
    const other = others.get(id);
    return (made[id] = formAt(listing, placeOf(id), other === undefined ? undefined : formAt(listing, other)));
  };
  const idOf = (name: string): number => {
    const folded = fold(name);
    return trie.find(folded, 0, folded.length);
  };
  return Object.freeze({
    abbreviations: abbreviationsOf(listing),
    get forms() {
      return made.flatMap((_, id) => (idOf(wordAt(listing, id * PLACE)) === id ? [form(id)!] : []));
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
    find: (name: string) => form(idOf(name)),
  });
}

interface Index {
  /** Forms → their ids. */
  readonly trie: Trie;
  /** Where the form of an id is listed: where it is certain before where it is ambiguous, else where it stands first. */
  placeOf(id: number): number;
  /** Where it is listed under another type, of the ids that are. */
  readonly others: ReadonlyMap<number, number>;
}

function index(listing: NameListing): Index {
  const certain = new Map<number, number>();
  const others = new Map<number, number>();
  const placeOf = (id: number): number => certain.get(id) ?? id * PLACE;
  const trie = Trie.of({
    text: listing.text,
    rows: listing.places,
    width: PLACE,
    added(again, id) {
      if (again === id) return;
      const [earlier, place] = [placeOf(id), again * PLACE];
      const better = isAmbiguous(listing, earlier) && !isAmbiguous(listing, place);
      if (better) certain.set(id, place);
      if (typeAt(listing, earlier) !== typeAt(listing, place) && (better || !others.has(id))) others.set(id, better ? earlier : place);
    },
  });
  return { trie, placeOf, others };
}

/** `a-z`, `0-9` and accented Latin letters, folded. */
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit <= 0x24f);
