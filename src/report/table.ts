import type { ClaimData } from "./claim.js";
import { html, type Html } from "./html.js";
import type { Words } from "./words.js";

/** Every claim of every document, a row each, in reading order. */
export function renderTable(documents: readonly { readonly id: string; readonly claims: readonly ClaimData[] }[], words: Words): Html {
  const many = documents.length > 1;
  const head = (key: string, label: string): Html => html`<th scope="col" aria-sort="none" data-key="${key}"><button type="button">${label}</button></th>`;
  const rows = documents.flatMap(({ id, claims }, index) => claims.map((claim, i) => renderRow(claim, index, i, many ? id : undefined)));
  return html`<table>
<caption class="unseen">${words.claims}</caption>
<thead><tr>${head("order", "#")}${many ? head("document", words.document) : undefined}${head("type", words.type)}${head("who", words.who)}${head("what", words.what)}${head("when", words.when)}${head("source", words.speaker)}${head("confidence", words.confidence)}</tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function renderRow({ id, type, label, marks, who, what, when, source, confidence }: ClaimData, index: number, i: number, document: string | undefined): Html {
  return html`<tr data-document="${index}" data-claim="${i}"><td data-key="order"><button type="button" class="open">${id}</button></td>${document === undefined ? undefined : html`<td data-key="document">${document}</td>`}<td data-key="type"><span class="dot c-${type}"></span>${label}${marks.map((mark) => html` <span class="mark">${mark}</span>`)}</td><td data-key="who">${who}</td><td data-key="what">${what}</td><td data-key="when">${when}</td><td data-key="source">${source}</td><td data-key="confidence">${confidence.toFixed(2)}</td></tr>
`;
}
