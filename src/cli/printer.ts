import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Result } from "../index.js";
import type { Colours } from "./colour.js";
import type { Language } from "./help/language.js";

/** A document's result under its id, or why there is none. */
export type DocumentOutput = { readonly id: unknown; readonly work: { readonly text: string }; readonly result: Result; /** `result`, where somebody has written it already. */ readonly json?: string } | { readonly id: unknown; readonly error: { readonly code: string; readonly message: string } };

/** Writes documents as they come. */
export interface Printer {
  print(output: DocumentOutput): Promise<void>;
  end(): Promise<void>;
}

export interface PrinterOptions {
  /** Whether there may be more than one document. */
  readonly many: boolean;
  /** Width of a table. */
  readonly columns: number;
  readonly colours: Colours;
  readonly bom: boolean;
  readonly language: Language;
}

/** Writes a text, and waits where its reader is slow. */
export type Write = (text: string) => Promise<void>;

export const writeTo =
  (out: Writable): Write =>
  async (text) => {
    if (!out.write(text)) await once(out, "drain");
  };

/** An id as text: of a line it may be anything. */
export const nameOf = (id: unknown): string => (typeof id === "string" ? id : JSON.stringify(id));
