import { ExtractClaimsError, type AnnotatedText, type OffsetUnit, type TextSpan } from "./model/index.js";
import { offsetMap } from "./offset.js";

/**
 * The same with every offset in the unit asked for.
 *
 * @throws {ExtractClaimsError} code `text`: the result was made from another text
 */
export function inOffsets(unit: OffsetUnit, document: AnnotatedText): AnnotatedText {
  const { id, text, result } = document;
  const toUtf16 = offsetMap(text, result.offsets, "utf16");
  for (const span of [...result.mentions, ...result.claims.map((claim) => claim.span)]) check(id, text, span, toUtf16);
  if (result.offsets === unit) return document;
  const convert = offsetMap(text, result.offsets, unit);
  const rebase = <T>(value: T): T => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(rebase) as T;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, (key === "start" || key === "end") && typeof part === "number" ? convert(part) : rebase<unknown>(part)])) as T;
  };
  return { id, text, result: { ...rebase(result), offsets: unit } };
}

function check(id: string, text: string, span: TextSpan, toUtf16: (offset: number) => number): void {
  const found = text.slice(toUtf16(span.start), toUtf16(span.end));
  if (found !== span.text) throw new ExtractClaimsError("text", `${id}: [${span.start}, ${span.end})`, JSON.stringify(found), `${JSON.stringify(span.text)}: the text from which the result was made`);
}
