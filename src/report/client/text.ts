import { countWhile } from "../../model/search.js";
import type { ClaimData } from "../claim.js";

/** The text of one document on the page. */
export class TextPane {
  readonly #segments: readonly HTMLElement[];
  readonly #starts: readonly number[];
  readonly #lines: readonly (readonly [HTMLElement, readonly number[]])[];
  #lit: HTMLElement[] = [];

  constructor(
    readonly article: HTMLElement,
    private readonly claims: readonly ClaimData[],
  ) {
    this.#segments = [...article.querySelectorAll<HTMLElement>("[data-s]")];
    this.#starts = this.#segments.map(({ dataset }) => Number(dataset["s"]));
    this.#lines = this.#segments.flatMap((segment) => (segment.dataset["l"] === undefined ? [] : [[segment, segment.dataset["l"].split(" ").map(Number)] as const]));
  }

  /** Where a segment begins in the text; absent for what is none. */
  static offsetOf(node: Node | null): number | undefined {
    const start = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-s]")?.dataset["s"];
    return start === undefined ? undefined : Number(start);
  }

  /** Draws the lines of the claims that are wanted. */
  filter(wanted: (claim: number) => boolean): void {
    for (const [segment, lanes] of this.#lines)
      for (const [lane, claim] of lanes.entries()) if (claim >= 0) segment.classList.toggle(`l${lane}-${this.claims[claim]?.type}`, wanted(claim));
  }

  /** Lights a claim and its parts. The narrowest part wins where two meet. */
  light(claim: ClaimData | undefined): void {
    for (const segment of this.#lit) {
      segment.classList.remove("claim", "part");
      delete segment.dataset["role"];
      delete segment.dataset["label"];
    }
    this.#lit = [];
    if (!claim) return;
    for (const segment of this.#between(claim.start, claim.end)) this.#mark(segment, "claim");
    const widest = [...claim.parts].sort((a, b) => b.end - b.start - (a.end - a.start));
    for (const part of widest) {
      const same = widest.filter(({ start, end }) => start === part.start && end === part.end);
      if (same[0] !== part) continue;
      const segments = this.#between(part.start, part.end);
      for (const segment of segments) {
        this.#mark(segment, "part");
        segment.dataset["role"] = part.role;
        delete segment.dataset["label"];
      }
      if (segments[0]) segments[0].dataset["label"] = same.map(({ label }) => label).join(" · ");
    }
  }

  show({ start }: ClaimData): void {
    this.#segments[this.#at(start)]?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  #mark(segment: HTMLElement, className: string): void {
    segment.classList.add(className);
    this.#lit.push(segment);
  }

  #between(start: number, end: number): HTMLElement[] {
    const found: HTMLElement[] = [];
    for (let i = this.#at(start); i < this.#starts.length && (this.#starts[i] ?? end) < end; i += 1) {
      const segment = this.#segments[i];
      if (segment) found.push(segment);
    }
    return found;
  }

  /** The first segment at an offset or after it. */
  #at(offset: number): number {
    return countWhile(this.#starts.length, (i) => (this.#starts[i] ?? 0) < offset);
  }
}
