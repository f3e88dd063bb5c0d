import { find, type Choice } from "./data.js";

const NUMERIC = new Set(["confidence"]);

/** The table of all claims: sorts by any column, and back to reading order. */
export class ClaimTable {
  readonly #body: HTMLTableSectionElement;
  readonly #rows: readonly HTMLTableRowElement[];
  #current: HTMLTableRowElement | undefined;

  constructor(root: ParentNode, choose: (choice: Choice) => void) {
    this.#body = find(root, "tbody");
    this.#rows = [...this.#body.rows];
    for (const head of root.querySelectorAll<HTMLTableCellElement>("th[data-key]")) find(head, "button").addEventListener("click", () => this.#sort(root, head));
    this.#body.addEventListener("click", ({ target }) => {
      const row = (target as Element).closest("tr");
      if (row) choose({ document: Number(row.dataset["document"]), claim: Number(row.dataset["claim"]) });
    });
  }

  filter(wanted: (choice: Choice) => boolean): void {
    for (const row of this.#rows) row.hidden = !wanted({ document: Number(row.dataset["document"]), claim: Number(row.dataset["claim"]) });
  }

  mark(choice: Choice | undefined): void {
    this.#current?.removeAttribute("aria-current");
    this.#current = choice && this.#rows.find(({ dataset }) => Number(dataset["document"]) === choice.document && Number(dataset["claim"]) === choice.claim);
    this.#current?.setAttribute("aria-current", "true");
  }

  #sort(root: ParentNode, head: HTMLTableCellElement): void {
    const key = head.dataset["key"] ?? "";
    const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of root.querySelectorAll("th[data-key]")) other.setAttribute("aria-sort", other === head ? direction : "none");
    const rows = [...this.#rows];
    if (key !== "order") {
      const cells = new Map(rows.map((row) => [row, row.querySelector(`[data-key="${key}"]`)?.textContent ?? ""]));
      const compare = NUMERIC.has(key) ? (a: string, b: string) => Number(a) - Number(b) : new Intl.Collator("zh", { numeric: true }).compare;
      // Cells with nothing in them come last either way.
      const sign = direction === "ascending" ? 1 : -1;
      rows.sort((a, b) => {
        const [one, other] = [cells.get(a) ?? "", cells.get(b) ?? ""];
        return one === "" || other === "" ? Number(one === "") - Number(other === "") : sign * compare(one, other);
      });
    } else if (direction === "descending") rows.reverse();
    this.#body.append(...rows);
  }
}
