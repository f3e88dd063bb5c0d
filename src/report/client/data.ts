import type { ClaimData } from "../claim.js";

/** What the page tells its script. */
export interface PageData {
  readonly words: Readonly<Record<"claim" | "claims" | "of" | "passage" | "none" | "rule" | "within" | "confidence", string>>;
  readonly documents: readonly { readonly id: string; readonly claims: readonly ClaimData[] }[];
}

/** A claim by its document and its place there. */
export interface Choice {
  readonly document: number;
  readonly claim: number;
}

/** @throws {Error} the page lacks the element: it is not one of ours */
export function find<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector} in the page`);
  return found;
}

/** An element with text, never with HTML. */
export function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}
