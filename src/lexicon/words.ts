import { Trie } from "./trie.js";

/** Rows of a table by their word; finds the longest word that starts at a position. */
export class WordTable<R extends { readonly word: string }> {
  readonly #trie: Trie;

  constructor(readonly rows: readonly R[]) {
    this.#trie = new Trie(rows.map((row) => row.word));
  }

  startsWith(unit: number): boolean {
    return this.#trie.startsWith(unit);
  }

  /** Does any word start at the position? */
  has(text: string, at: number): boolean {
    if (!this.#trie.mayStart(text, at)) return false;
    for (let i = at, node = 0; i < text.length; i += 1) {
      node = this.#trie.next(node, text.charCodeAt(i));
      if (node === 0) return false;
      if (this.#trie.value(node) !== -1) return true;
    }
    return false;
  }

  match(text: string, at: number): R | undefined {
    if (!this.#trie.mayStart(text, at)) return undefined;
    let found = -1;
    for (let i = at, node = 0; i < text.length; i += 1) {
      node = this.#trie.next(node, text.charCodeAt(i));
      if (node === 0) break;
      const value = this.#trie.value(node);
      if (value !== -1) found = value;
    }
    return found === -1 ? undefined : this.rows[found];
  }
}
