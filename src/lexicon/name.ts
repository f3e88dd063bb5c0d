import { readNames, type ListedForm, type NameForm } from "./name-form.js";
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

/** @param first  forms that count before those of `dict/`, such as a user's */
export function knownNames(first: readonly ListedForm[] = []): KnownNames {
  const listed = [...first];
  const abbreviations = new Map<string, string[]>();
  for (const { file, text, type } of NAME_FILES) readNames(file, text, type, listed, abbreviations);
  const forms = join(listed);
  const trie = new Trie(forms.map(({ form }) => form));
  return Object.freeze({
    forms,
    abbreviations,
    lookup(folded: string, position: number) {
      const first = folded.charCodeAt(position);
      if (!trie.startsWith(first) || (isLatin(first) && isLatin(folded.charCodeAt(position - 1)))) return undefined;
      let longest = -1;
      let node = 0;
      for (let i = position; i < folded.length; i += 1) {
        const unit = folded.charCodeAt(i);
        node = trie.next(node, unit);
        if (node === 0) break;
        const value = trie.value(node);
        if (value >= 0 && !(isLatin(unit) && isLatin(folded.charCodeAt(i + 1)))) longest = value;
      }
      return forms[longest];
    },
    find(name: string) {
      const form = name.toLowerCase();
      let node = 0;
      for (let i = 0; i < form.length; i += 1) {
        node = trie.next(node, form.charCodeAt(i));
        if (node === 0) return undefined;
      }
      return forms[trie.value(node)];
    },
  });
}

/** One form per writing: a certain one before an ambiguous one, else as listed; the others hang on it by `also`. */
function join(listed: readonly ListedForm[]): NameForm[] {
  const seen = new Map<string, number>();
  const forms: NameForm[] = [];
  for (const entry of listed) {
    const at = seen.get(entry.form);
    const first = at === undefined ? undefined : forms[at];
    if (at === undefined || first === undefined) {
      seen.set(entry.form, forms.length);
      forms.push(entry);
    } else if (first.ambiguous && !entry.ambiguous) forms[at] = first.type === entry.type ? entry : { ...entry, also: first };
    else if (first.type !== entry.type && first.also === undefined) forms[at] = { ...first, also: entry };
  }
  return forms;
}

/** `a-z`, `0-9` and accented Latin letters, folded. */
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit <= 0x24f);
