import type { NameType } from "../model/index.js";
import { fold } from "./fold.js";
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
  readonly ticker?: string;
  /** Who owns the product. */
  readonly owner?: string;
  /** The form is an everyday word or short for other things too: it needs support from its context. */
  readonly ambiguous: boolean;
  /** The same form as a name of another type. */
  readonly also?: NameForm;
}

/** A table of names and, of every form in it, where it stands: no form is made before it is asked for. */
export interface NameTable extends NameFile {
  readonly folded: string;
  /** Three numbers a form: its start, its end, the start of its row. */
  readonly places: readonly number[];
  /** Starts of the rows with a fourth cell. */
  readonly full: readonly number[];
}

const TAB = 9;
const BAR = 0x7c;
const QUESTION = 0x3f;

/**
 * Finds the forms of a table of names: `name, canonical, aliases, ticker|owner|abbreviation` (of persons only the first three). A name or alias that ends
 * in `?` is ambiguous; a canonical name is a form as well. The rows are trusted: tests read every table cell by cell.
 *
 *     大众汽车	大众汽车集团	大众?	             the alias 大众 needs support
 *     淘特	淘宝特价版		阿里巴巴         a product and its owner
 */
export function nameTable(source: NameFile): NameTable {
  const { text } = source;
  const places: number[] = [];
  const full: number[] = [];
  for (let row = text.indexOf("\n") + 1; row < text.length;) {
    const found = text.indexOf("\n", row);
    const end = found < 0 ? text.length : found;
    if (end > row && text.charCodeAt(row) !== 0x23) {
      let cell = 0;
      for (let start = row, i = row; i <= end && cell < 3; i += 1) {
        const unit = i === end ? TAB : text.charCodeAt(i);
        if (unit !== TAB && unit !== BAR) continue;
        const last = i > start && text.charCodeAt(i - 1) === QUESTION ? i - 1 : i;
        if (last > start) places.push(start, last, row);
        start = i + 1;
        if (unit === TAB) cell += 1;
        if (cell === 3 && start < end) full.push(row);
      }
    }
    row = end + 1;
  }
  return { ...source, folded: fold(text), places, full };
}

export const isAmbiguous = ({ text, places }: NameTable, place: number): boolean => text.charCodeAt(places[place + 1]!) === QUESTION;

/** The form at `place`, with what its row says of it. */
export function formAt(table: NameTable, place: number): NameForm {
  const { text, folded, type, places } = table;
  const [start = 0, end = 0, row = 0] = places.slice(place, place + 3);
  const [name = "", canonical = "", , last = ""] = cellsAt(text, row);
  const form = folded.slice(start, end);
  const known = { form, length: form.length, type, canonical: canonical === "" ? bare(name) : canonical, ambiguous: isAmbiguous(table, place) };
  if (last === "") return known;
  return type === "product" ? { ...known, owner: last } : type === "organization" ? { ...known, ticker: last } : known;
}

/** The letters that stand for a table's places beside others → the places' names. */
export function abbreviationsOf({ text, type, full }: NameTable, into: Map<string, string[]>): void {
  if (type !== "location") return;
  for (const row of full) {
    const [name = "", , , letters = ""] = cellsAt(text, row);
    into.set(letters, [...(into.get(letters) ?? []), bare(name)]);
  }
}

function cellsAt(text: string, row: number): string[] {
  const end = text.indexOf("\n", row);
  return text.slice(row, end < 0 ? text.length : end).split("\t");
}

const bare = (written: string): string => (written.endsWith("?") ? written.slice(0, -1) : written);
