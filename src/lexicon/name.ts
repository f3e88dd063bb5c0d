import { fold } from "./fold.js";
import { abbreviationsOf, formAt, isAmbiguous, nameTable, type NameForm, type NameTable } from "./name-form.js";
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
  const tables = NAME_FILES.map(nameTable);
  const abbreviations = new Map<string, string[]>();
  for (const table of tables) abbreviationsOf(table, abbreviations);
  const { trie, listings, others } = index(tables);

  const made: NameForm[] = [];
  const read = (listing: number): NameForm => formAt(tables[listing >> PLACE_BITS]!, listing & PLACE_MASK);
  const form = (id: number): NameForm | undefined => {
    const listing = listings[id];
    if (listing === undefined) return undefined;
    const other = others.get(id);
    return (made[id] ??= Object.freeze({ ...read(listing), ...(other !== undefined && { also: read(other) }) }));
  };
  return Object.freeze({
    abbreviations,
    get forms() {
      return listings.map((_, id) => form(id)).filter((known) => known !== undefined);
    },
    lookup(folded: string, position: number) {
      const first = folded.charCodeAt(position);
      if (!trie.startsWith(first) || (isLatin(first) && isLatin(folded.charCodeAt(position - 1)))) return undefined;
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
      const folded = fold(name);
      let node = 0;
      for (let i = 0; i < folded.length; i += 1) {
        node = trie.next(node, folded.charCodeAt(i));
        if (node === 0) return undefined;
      }
      return form(trie.value(node));
    },
  });
}

/** A listing is a table's index and, in the low bits, the place in it: one number, since there are tens of thousands. */
const PLACE_BITS = 22;
const PLACE_MASK = (1 << PLACE_BITS) - 1;

interface Index {
  /** Forms → their ids. */
  readonly trie: Trie;
  /** The listing of each id: a certain one before an ambiguous one, else the earlier. */
  readonly listings: readonly number[];
  /** The listing under another type, of the ids that have one. */
  readonly others: ReadonlyMap<number, number>;
}

function index(tables: readonly NameTable[]): Index {
  let room = 0;
  for (const { places } of tables) for (let i = 0; i < places.length; i += 3) room += places[i + 1]! - places[i]!;
  const trie = new Trie([], room);
  const listings: number[] = [];
  const others = new Map<number, number>();
  for (const [t, table] of tables.entries()) {
    for (let place = 0; place < table.places.length; place += 3) {
      const id = trie.insert(table.folded, table.places[place]!, table.places[place + 1]!, listings.length);
      const later = (t << PLACE_BITS) | place;
      const earlier = listings[id];
      if (earlier === undefined) {
        listings.push(later);
        continue;
      }
      const first = tables[earlier >> PLACE_BITS]!;
      const better = isAmbiguous(first, earlier & PLACE_MASK) && !isAmbiguous(table, place);
      if (better) listings[id] = later;
      if (first.type !== table.type && (better || !others.has(id))) others.set(id, better ? earlier : later);
    }
  }
  return { trie, listings, others };
}

/** `a-z`, `0-9` and accented Latin letters, folded. */
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit <= 0x24f);
