import type { ClaimData } from "../claim.js";
import { CardList } from "./cards.js";
import { find, type Choice, type PageData } from "./data.js";
import { readFilter, readState, writeState } from "./filter.js";
import { ClaimTable } from "./table.js";
import { TextPane } from "./text.js";

/** What a reader has set, to be kept when the same element shows other documents. */
export interface ViewState {
  readonly filters: readonly (readonly [string, string])[];
  readonly table: boolean;
}

export interface View {
  state(): ViewState;
}

/** Brings to life what `renderView` wrote into an element. */
export function mount(root: HTMLElement, state?: ViewState): View {
  return new ReportView(root, state);
}

class ReportView implements View {
  readonly #data: PageData;
  readonly #form: HTMLFormElement;
  readonly #panes: readonly TextPane[];
  readonly #cards: CardList;
  readonly #table: ClaimTable;
  #document = 0;
  #chosen: number | undefined;
  #passage: readonly number[] | undefined;
  #wanted: (claim: ClaimData) => boolean;

  constructor(
    private readonly root: HTMLElement,
    state: ViewState | undefined,
  ) {
    this.#data = JSON.parse(find(root, ".data").textContent ?? "") as PageData;
    this.#form = find(root, ".filters");
    if (state) writeState(this.#form, state.filters);
    this.#wanted = readFilter(this.#form);
    this.#panes = [...root.querySelectorAll<HTMLElement>(".document")].map((article, i) => new TextPane(article, this.#data.documents[i]?.claims ?? []));
    this.#cards = new CardList(root, this.#data.words, (claim) => this.#choose(claim === this.#chosen ? undefined : claim));
    this.#table = new ClaimTable(root, ({ document, claim }) => {
      this.#open(document);
      this.#show("text");
      this.#choose(claim);
    });
    this.#listen();
    this.#show(state?.table ? "table" : "text");
    this.#open(0);
    this.#filter();
  }

  state(): ViewState {
    return { filters: readState(this.#form), table: this.root.classList.contains("as-table") };
  }

  get #claims(): readonly ClaimData[] {
    return this.#data.documents[this.#document]?.claims ?? [];
  }

  get #pane(): TextPane | undefined {
    return this.#panes[this.#document];
  }

  #listen(): void {
    this.#form.addEventListener("input", () => this.#filter());
    // The fields have their new values only after the event.
    this.#form.addEventListener("reset", () => setTimeout(() => this.#filter()));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of this.root.querySelectorAll<HTMLElement>("[data-view]")) button.addEventListener("click", () => this.#show(button.dataset["view"] ?? "text"));
    for (const button of this.root.querySelectorAll<HTMLElement>(".step")) button.addEventListener("click", () => this.#step(Number(button.dataset["step"])));
    find(this.root, ".everything").addEventListener("click", () => this.#pass(undefined));
    find(this.root, ".theme").addEventListener("click", switchTheme);
    this.root.querySelector("[name=document]")?.addEventListener("change", ({ target }) => this.#open(Number((target as HTMLSelectElement).value)));
    const reading = find<HTMLElement>(this.root, ".reading");
    reading.addEventListener("click", ({ target }) => this.#point(target as Element));
    reading.addEventListener("keydown", (event) => this.#press(event));
  }

  #filter(): void {
    this.#wanted = readFilter(this.#form);
    const hidden = new FormData(this.#form).getAll("mention");
    for (const { value } of this.#form.querySelectorAll<HTMLInputElement>("[name=mention]")) this.root.classList.toggle(`without-${value}`, !hidden.includes(value));
    const wanted = ({ document, claim }: Choice): boolean => {
      const data = this.#data.documents[document]?.claims[claim];
      return data !== undefined && this.#wanted(data);
    };
    for (const [document, pane] of this.#panes.entries()) pane.filter((claim) => wanted({ document, claim }));
    this.#table.filter(wanted);
    find(this.root, "output").textContent = String(this.#data.documents.reduce((sum, { claims }) => sum + claims.filter(this.#wanted).length, 0));
    this.#list();
  }

  #open(document: number): void {
    this.#choose(undefined);
    this.#document = document;
    for (const [i, { article }] of this.#panes.entries()) article.classList.toggle("away", i !== document);
    const select = this.root.querySelector<HTMLSelectElement>("[name=document]");
    if (select) select.value = String(document);
    this.#pass(undefined);
  }

  #show(view: string): void {
    this.root.classList.toggle("as-table", view === "table");
    for (const button of this.root.querySelectorAll<HTMLElement>("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset["view"] === view));
  }

  /** Claims of a passage alone, or of the whole document. */
  #pass(passage: readonly number[] | undefined): void {
    this.#passage = passage;
    find<HTMLElement>(this.root, ".everything").hidden = passage === undefined;
    this.#list();
  }

  #listed(): number[] {
    return (this.#passage ?? this.#claims.map((_, i) => i)).filter((i) => this.#wanted(this.#claims[i] as ClaimData));
  }

  #list(): void {
    const listed = this.#listed();
    const { words } = this.#data;
    find(this.root, ".inspector h2").textContent = `${this.#passage ? words.passage : words.claims} (${listed.length})`;
    this.#cards.fill(this.#claims, listed);
    this.#cards.open(this.#chosen, this.#chosen === undefined ? undefined : this.#claims[this.#chosen]);
  }

  #choose(claim: number | undefined): void {
    this.#chosen = claim;
    const data = claim === undefined ? undefined : this.#claims[claim];
    if (claim !== undefined && !this.#listed().includes(claim)) this.#pass(undefined);
    this.#pane?.light(data);
    this.#cards.open(claim, data);
    this.#table.mark(claim === undefined ? undefined : { document: this.#document, claim });
    this.root.classList.toggle("chosen", data !== undefined);
    if (!data || claim === undefined) return;
    this.#pane?.show(data);
    find(this.root, "[role=status]").textContent = `${this.#data.words.claim} ${claim + 1} ${this.#data.words.of} ${this.#claims.length}: ${[data.label, ...data.marks, data.who, data.what, data.when, data.source].filter(Boolean).join(", ")}`;
  }

  #step(step: number): void {
    const listed = this.#listed();
    const at = this.#chosen === undefined ? (step > 0 ? -1 : listed.length) : listed.indexOf(this.#chosen);
    const next = listed[at + step];
    if (next !== undefined) this.#choose(next);
  }

  /** A click, or the end of a selection: the claims that the passage is of, the narrowest first. */
  #point(target: Element): void {
    const selection = getSelection();
    const whole = selection && !selection.isCollapsed && this.root.contains(selection.anchorNode);
    const offsets = whole ? [TextPane.offsetOf(selection.anchorNode), TextPane.offsetOf(selection.focusNode)] : [TextPane.offsetOf(target)];
    const known = offsets.filter((offset) => offset !== undefined);
    if (known.length === 0) return;
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const within = this.#claims.flatMap((claim, i) => (this.#wanted(claim) && [claim, ...claim.parts].some(({ start, end }) => start <= high && low < end) ? [i] : []));
    const narrow = within.sort((a, b) => width(this.#claims[a]) - width(this.#claims[b]));
    this.#choose(undefined);
    this.#pass(narrow.length > 0 ? narrow : undefined);
    if (narrow[0] !== undefined) this.#choose(narrow[0]);
  }

  #press(event: KeyboardEvent): void {
    const act = { ArrowRight: () => this.#step(1), ArrowLeft: () => this.#step(-1), Enter: () => this.#cards.focus(), Escape: () => { this.#choose(undefined); this.#pass(undefined); } }[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    act();
    event.preventDefault();
  }
}

const width = (claim: ClaimData | undefined): number => (claim ? claim.end - claim.start : 0);

function switchTheme(): void {
  const root = document.documentElement;
  const dark = (root.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  root.dataset["theme"] = dark ? "light" : "dark";
}
