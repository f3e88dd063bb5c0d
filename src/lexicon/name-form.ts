import type { NameType } from "../model/index.js";
import { fold } from "./fold.js";
import { findMark } from "./table.js";
import type { NameFile } from "./name-files.js";

/** One way a known name is written, folded. */
export interface NameForm {
  readonly form: string;
  /** Of `form`, in code units. */
  readonly length: number;
  readonly type: NameType;
  /** The name's usual full form; the name itself where it has no other. */
  readonly canonical: string;
  /** Stock code with its market, such as `0700.HK`. */
  readonly ticker: string | undefined;
  /** Who owns the product. */
  readonly owner: string | undefined;
  /** The form is an everyday word or short for other things too: it needs support from its context. */
  readonly ambiguous: boolean;
  /** The same form as a name of another type. */
  readonly also: NameForm | undefined;
}

/** The tables of names as one text and, of every form in it, where it stands: no form is made before it is asked for. */
export interface NameListing {
  readonly text: string;
  /** `PLACE` numbers a form: its start, its end, the start of its row. */
  readonly places: readonly number[];
  /** Starts of the rows with a fourth cell. */
  readonly full: readonly number[];
  /** Each table's names are of one type, from its offset on. */
  readonly types: readonly { readonly from: number; readonly type: NameType }[];
}

export const PLACE = 3;

const HASH = 0x23;
const QUESTION = 0x3f;
/** The fourth cell holds no form. */
const LAST = 3;

/**
 * Finds the forms in tables of names: `name, canonical, aliases, ticker|owner|abbreviation` (of persons the first three).
 * A name or alias that ends in `?` is ambiguous; a canonical name is a form as well. The rows are trusted: tests read
 * every table cell by cell.
 *
 *     大众汽车	大众汽车集团	大众?	             the alias 大众 needs support
 *     淘特	淘宝特价版		阿里巴巴         a product and its owner
 */
export function listNames(files: readonly NameFile[]): NameListing {
  const types: { from: number; type: NameType }[] = [];
  let size = 0;
  for (const { text, type } of files) {
    types.push({ from: size, type });
    size += text.length + 1;
  }
  const text = files.map((file) => `${file.text}\n`).join("");
  const places: number[] = [];
  const full: number[] = [];
  let tab = -1;
  let bar = -1;
  for (let row = 0, end = 0; row < text.length; row = end + 1) {
    end = text.indexOf("\n", row);
    if (text.charCodeAt(row) === HASH) continue;
    let start = row;
    for (let cell = 0; start < end; cell += 1) {
      if (tab < start) tab = findMark(text, "\t", start);
      const stop = Math.min(tab, end);
      if (cell === LAST) {
        if (start < stop) full.push(row);
        break;
      }
      while (start < stop) {
        if (bar < start) bar = findMark(text, "|", start);
        const last = Math.min(bar, stop);
        if (start < last) places.push(start, text.charCodeAt(last - 1) === QUESTION ? last - 1 : last, row);
        start = last + 1;
      }
      start = stop + 1;
    }
  }
  return { text, places, full, types };
}

/** The form at `place`, as it is written. */
export const wordAt = ({ text, places }: NameListing, place: number): string => text.slice(places[place], places[place + 1]);

export const isAmbiguous = ({ text, places }: NameListing, place: number): boolean => text.charCodeAt(places[place + 1]!) === QUESTION;

export function typeAt({ places, types }: NameListing, place: number): NameType {
  const start = places[place]!;
  return types.findLast(({ from }) => from <= start)!.type;
}

/** The form at `place`, with what its row says of it. */
export function formAt(listing: NameListing, place: number, also?: NameForm): NameForm {
  const { text, places } = listing;
  const row = places[place + 2]!;
  const [name = "", canonical = "", , last = ""] = cellsAt(text, row);
  const form = fold(wordAt(listing, place));
  const type = typeAt(listing, place);
  return Object.freeze({
    form,
    length: form.length,
    type,
    canonical: canonical === "" ? bare(name) : canonical,
    ticker: type === "organization" && last !== "" ? last : undefined,
    owner: type === "product" && last !== "" ? last : undefined,
    ambiguous: isAmbiguous(listing, place),
    also,
  });
}

/** The letters that stand for places beside others → the places' names. */
export function abbreviationsOf({ text, full, types }: NameListing): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [t, { from, type }] of types.entries()) {
    if (type !== "location") continue;
    const to = types[t + 1]?.from ?? text.length;
    for (const row of full) {
      if (row < from || row >= to) continue;
      const [name = "", , , letters = ""] = cellsAt(text, row);
      found.set(letters, [...(found.get(letters) ?? []), bare(name)]);
    }
  }
  return found;
}

const cellsAt = (text: string, row: number): string[] => text.slice(row, text.indexOf("\n", row)).split("\t");

const bare = (written: string): string => (written.endsWith("?") ? written.slice(0, -1) : written);
