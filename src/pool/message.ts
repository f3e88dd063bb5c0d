import { DictionaryError, ExtractClaimsError, OptionError } from "../model/index.js";
import type { ExtractOptions } from "../option.js";

/** What a worker is asked: texts with the options of their own. */
export type Task = readonly (readonly [text: string, options?: ExtractOptions | undefined])[];

/** What it answers for each: the result as JSON, or an error in a form that survives the way between threads. */
export type Answer = { readonly json: string } | { readonly error: PackedError };

export interface PackedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: ExtractClaimsError["code"];
  readonly where?: string;
  readonly found?: string;
  readonly expected?: string;
}

export function packError(error: unknown): PackedError {
  if (error instanceof ExtractClaimsError) {
    const { name, message, code, where, found, expected } = error;
    return { name, message, code, where, found, expected };
  }
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: "Error", message: String(error) };
}

export function unpackError({ name, message, stack, code, where = "", found = "", expected = "" }: PackedError): Error {
  if (code === "option" || code === "text") return new OptionError(where, found, expected);
  if (code === "dictionary") return new DictionaryError(where, 0, found, expected);
  if (code !== undefined) return new ExtractClaimsError(code, where, found, expected);
  return Object.assign(new Error(message), { name, ...(stack !== undefined && { stack }) });
}
