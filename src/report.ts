import type { AnnotatedText } from "./model/index.js";
import { renderPage, type ReportOptions } from "./report/page.js";

export type { AnnotatedText } from "./model/index.js";
export type { ReportOptions } from "./report/page.js";
export type { Language } from "./report/words.js";

/**
 * One self-contained page that shows texts with their mentions and claims: it fetches nothing, and its own Content Security Policy
 * allows its one style and one script alone.
 *
 *     writeFileSync("report.html", renderReport([{ id: "a.txt", text, result: extract(text) }], { title: "Week 43" }));
 *
 * @throws {ExtractClaimsError} code `text`: a result was made from another text
 */
export function renderReport(documents: Iterable<AnnotatedText>, options?: ReportOptions): string {
  return renderPage([...documents], options);
}
