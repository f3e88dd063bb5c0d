import type { Language } from "../src/report/words.js";

/** What the page asks of its worker; the answer carries the same `id`. */
export interface Question {
  readonly id: number;
  readonly text: string;
  readonly dictionary: string;
  readonly date: string;
  readonly language: Language;
}

export type Answer =
  | { readonly id: number; readonly html: string; readonly claims: number; readonly mentions: number; readonly milliseconds: number }
  | { readonly id: number; readonly error: string };
