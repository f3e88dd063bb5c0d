import type { NameType } from "../model/index.js";
import { list, optional, readTable, word, type Cell } from "./table.js";

/** One way a known name is written, folded. */
export interface NameForm {
  readonly form: string;
  /** Of `form`, in code units. */
  readonly length: number;
  readonly type: NameType;
  /** The name's usual full form; the form itself where it has no other. */
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

/** A form as its table has it, before forms of the same writing are joined. */
export type ListedForm = Omit<NameForm, "also">;

/** What the last column of a table of names holds, by the type of its names. */
const LAST = { organization: "ticker", product: "owner", location: "abbreviation", person: "note" } as const;

/**
 * Reads a table of names: `name, canonical, aliases, ticker|owner|abbreviation|note`. A name or alias that ends in `?`
 * is ambiguous. Forms go to `into`; the letters that stand for a place beside others (中美, 京沪) to `abbreviations`.
 *
 *     大众汽车	大众汽车集团	大众?	             the alias 大众 needs support
 *     淘特	淘宝特价版		阿里巴巴         a product and its owner
 *
 * @throws {DictionaryError} see `readTable`
 */
export function readNames(file: string, text: string, type: NameType, into: ListedForm[], abbreviations: Map<string, string[]>): void {
  const column = LAST[type];
  for (const row of readTable(file, text, { name: word, canonical: optional, aliases: list, [column]: optional as Cell<unknown> })) {
    const { name, canonical = bare(name), aliases } = row;
    const last = row[column] as string | undefined;
    const more = last === undefined ? undefined : type === "organization" ? { ticker: last } : type === "product" ? { owner: last } : undefined;
    const add = (written: string): void => {
      const form = narrow(bare(written).toLowerCase());
      into.push({ form, length: form.length, type, canonical, ambiguous: written.endsWith("?"), ...more });
    };
    add(name);
    for (const alias of aliases) add(alias);
    if (canonical !== bare(name) && !aliases.includes(canonical)) add(canonical);
    if (last !== undefined && type === "location") abbreviations.set(last, [...(abbreviations.get(last) ?? []), bare(name)]);
  }
}

const bare = (written: string): string => (written.endsWith("?") ? written.slice(0, -1) : written);

/** Full-width ASCII to narrow, as in `Document.folded`. */
const narrow = (form: string): string =>
  /[\uff01-\uff5e]/.test(form) ? form.replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0)) : form;
