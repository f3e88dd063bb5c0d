import { escape } from "html-escaper";

/** Text that is HTML already. */
export class Html {
  constructor(readonly source: string) {}
}

type Value = string | number | Html | readonly Html[] | undefined;

/** What no page may hold, or would act on its reader unseen. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\v\f\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

const write = (value: Value): string => {
  if (value === undefined) return "";
  if (value instanceof Html) return value.source;
  if (Array.isArray(value)) return value.map((part: Html) => part.source).join("");
  return escape(String(value).toWellFormed().replaceAll(UNSEEN, "\ufffd"));
};

/** HTML with every value escaped, but for values that are HTML themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((before, part, i) => `${before}${write(values[i - 1])}${part}`));
}

/** JSON that may stand in a script element. */
export const json = (value: unknown): Html => new Html(JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));
