import Table from "cli-table3";
import type { Result } from "../index.js";
import { CLAIM_TYPES } from "./filter.js";
import type { Messages } from "./help/en.js";
import { rate } from "./progress.js";

/** What a run has read and found. */
export class Stats {
  readonly #start = performance.now();
  readonly #claims = new Map<string, number>(CLAIM_TYPES.map((type) => [type, 0]));
  #documents = 0;
  #failed = 0;
  #bytes = 0;

  count(bytes: number, result?: Result): void {
    this.#documents += 1;
    this.#bytes += bytes;
    if (result === undefined) this.#failed += 1;
    for (const { type } of result?.claims ?? []) this.#claims.set(type, (this.#claims.get(type) ?? 0) + 1);
  }

  render({ stats: words }: Messages): string {
    const seconds = (performance.now() - this.#start) / 1000;
    const claims = [...this.#claims.values()].reduce((sum, count) => sum + count, 0);
    const rows = [
      [words.documents, String(this.#documents)],
      [words.failed, String(this.#failed)],
      [words.text, `${(this.#bytes / 1e6).toFixed(2)} MB`],
      [words.time, `${seconds.toFixed(2)} s`],
      [words.speed, rate(this.#bytes / seconds)],
      [words.claims, String(claims)],
      ...Array.from(this.#claims, ([type, count]) => [`  ${type}`, String(count)]),
    ];
    const table = new Table({ style: { head: [], border: [] }, colAligns: ["left", "right"] });
    table.push(...rows);
    return table.toString();
  }
}
