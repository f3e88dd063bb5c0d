import type { ClaimData } from "../claim.js";
import { element, find, type PageData } from "./data.js";

/** The claims of a document beside its text, a card each. */
export class CardList {
  readonly #list: HTMLOListElement;
  readonly #words: PageData["words"];
  #cards: { readonly card: HTMLElement; readonly claim: number }[] = [];
  #open: HTMLElement | undefined;

  constructor(root: ParentNode, words: PageData["words"], choose: (claim: number) => void) {
    this.#list = find(root, ".cards");
    this.#words = words;
    this.#list.addEventListener("click", ({ target }) => {
      const card = (target as Element).closest<HTMLElement>("button")?.closest<HTMLElement>(".card");
      if (card) choose(Number(card.dataset["claim"]));
    });
    this.#list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      const buttons = [...this.#list.querySelectorAll<HTMLElement>(".card > button")];
      buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]?.focus();
      event.preventDefault();
    });
  }

  fill(claims: readonly ClaimData[], wanted: readonly number[]): void {
    this.#open = undefined;
    this.#cards = wanted.flatMap((claim) => {
      const data = claims[claim];
      return data ? [{ card: this.#card(data, claim), claim }] : [];
    });
    this.#list.replaceChildren(...(this.#cards.length > 0 ? this.#cards.map(({ card }) => card) : [element("li", "none", this.#words.none)]));
  }

  open(claim: number | undefined, data: ClaimData | undefined): void {
    if (this.#open) {
      this.#open.classList.remove("open");
      this.#open.querySelector("button")?.setAttribute("aria-expanded", "false");
      this.#open.querySelector("dl")?.remove();
    }
    this.#open = this.#cards.find((one) => one.claim === claim)?.card;
    if (!this.#open || !data) return;
    this.#open.classList.add("open");
    this.#open.querySelector("button")?.setAttribute("aria-expanded", "true");
    this.#open.append(this.#details(data));
    const [card, list] = [this.#open.getBoundingClientRect(), this.#list.getBoundingClientRect()];
    if (card.top < list.top || card.bottom > list.bottom) this.#list.scrollTop += card.top - list.top - Math.max(0, (list.height - card.height) / 2);
  }

  focus(): void {
    this.#open?.querySelector("button")?.focus();
  }

  #card({ type, label, marks, who, what, when, source }: ClaimData, claim: number): HTMLElement {
    const head = element("span", "head", element("span", `dot c-${type}`), label, ...marks.map((mark) => element("span", "mark", mark)));
    const below = [when, source].filter(Boolean).map((text) => element("span", "", text));
    const button = element("button", "", head, element("span", "saying", ...(who === "" ? [] : [element("b", "", who), " "]), element("span", "", what)), ...(below.length > 0 ? [element("span", "below", ...below)] : []));
    button.setAttribute("type", "button");
    button.setAttribute("aria-expanded", "false");
    const card = element("li", "card", button);
    card.dataset["claim"] = String(claim);
    return card;
  }

  #details({ parts, confidence, rule, within }: ClaimData): HTMLElement {
    const row = (name: HTMLElement | string, ...value: (Node | string)[]): HTMLElement => element("div", "", element("dt", "", name), element("dd", "", ...value));
    const rows = parts.map(({ role, label, text, value }) => {
      const name = element("span", "role", label);
      name.dataset["role"] = role;
      return row(name, text, ...(value === undefined ? [] : [element("code", "", value)]));
    });
    const words = this.#words;
    if (within !== undefined) rows.push(row(words.within, within));
    rows.push(row(words.confidence, confidence.toFixed(2)), row(words.rule, element("code", "", rule)));
    return element("dl", "", ...rows);
  }
}
