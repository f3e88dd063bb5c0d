import type { AnnotatedText } from "../model/index.js";
import { html, Html } from "./html.js";
import { segmentsOf, type Segment } from "./segment.js";
import type { Words } from "./words.js";

/** One document: its text in paragraphs, each segment with the mention it is of and the claims whose lines run under it. */
export function renderText({ id, text, result }: AnnotatedText, index: number, words: Words): Html {
  const paragraphs: Html[] = [];
  let parts: Html[] = [];
  const close = (): void => {
    if (parts.length > 0) paragraphs.push(html`<p>${parts}</p>\n`);
    parts = [];
  };
  for (const segment of segmentsOf(text, result)) {
    const words = text.slice(segment.start, segment.end);
    if (words === "\n") close();
    else if (parts.length > 0 || words.trim() !== "") parts.push(renderSegment(segment, words.replaceAll("\r", ""), result.claims));
  }
  close();
  return html`<article class="document" data-document="${index}" aria-labelledby="document-${index}">
<h2 id="document-${index}">${id}</h2>
<div class="text" tabindex="0" role="group" aria-label="${words.reading}" lang="zh">
${paragraphs}</div>
</article>
`;
}

function renderSegment({ start, end, mention, lanes }: Segment, text: string, claims: AnnotatedText["result"]["claims"]): Html {
  const shape = mention ? ` m m-${mention.type}${mention.start === start ? " first" : ""}${mention.end === end ? " last" : ""}` : "";
  const lines = lanes.map((claim, lane) => (claim < 0 ? "" : ` l${lane}-${claims[claim]!.type}`)).join("");
  if (lines === "" && !mention) return html`<span data-s="${start}">${text}</span>`;
  const title = mention && titleOf(mention);
  return html`<span class="${`s${shape}${lines}`}" data-s="${start}"${lines === "" ? undefined : html` data-l="${lanes.join(" ")}"`}${title === undefined ? undefined : html` title="${title}"`}>${text}</span>`;
}

function titleOf(mention: NonNullable<Segment["mention"]>): string | undefined {
  const values = mention.type === "figure" ? [mention.comparator === "eq" ? undefined : mention.comparator, mention.value, mention.upper, mention.unit, mention.per && `/ ${mention.per}`] : mention.type === "date" ? [mention.value, mention.mod] : [mention.canonical, mention.ticker];
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? `${mention.type} · ${known.join(" ")}` : mention.type;
}
