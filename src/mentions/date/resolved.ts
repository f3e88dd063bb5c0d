import type { DateMod } from "../../model/index.js";
import type { Context } from "./context.js";
import type { Expression, Found } from "./expression.js";
import type { Value } from "./value.js";

/** What an expression comes to: TIMEX3 text, and the days it covers where they are known. */
export interface Resolved {
  readonly text?: string;
  readonly value?: Value;
  readonly mod?: DateMod;
  readonly set?: true;
  readonly anchor?: string;
}

export type Resolve = (expression: Expression, found: Found, context: Context) => Resolved;

export const known = (value: Value, anchor?: string): Resolved => ({ value, text: value.text, ...(anchor !== undefined && { anchor }) });
