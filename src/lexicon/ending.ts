import { itemAt } from "../model/index.js";
import { Trie } from "./trie.js";

/** Values by how words end. */
export class Endings<T> {
  readonly #trie: Trie;
  readonly #values: readonly T[];

  constructor(values: ReadonlyMap<string, T>) {
    this.#trie = new Trie(Array.from(values.keys(), reversed));
    this.#values = [...values.values()];
  }

  /** The value of the longest ending of `text.slice(start, end)`, found from its last character on. */
  of(text: string, start: number, end: number): T | undefined {
    let longest = -1;
    let node = 0;
    for (let i = end - 1; i >= start; i -= 1) {
      node = this.#trie.next(node, text.charCodeAt(i));
      if (node === 0) break;
      const value = this.#trie.value(node);
      if (value >= 0) longest = value;
    }
    return itemAt(this.#values, longest);
  }
}

function reversed(text: string): string {
  let units = "";
  for (let i = text.length - 1; i >= 0; i -= 1) units += text.charAt(i);
  return units;
}
