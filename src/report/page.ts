import { inOffsets } from "../annotated.js";
import type { AnnotatedText } from "../model/index.js";
import { claimData } from "./claim.js";
import { text as script, sha256 as scriptHash } from "./client/page.ts?inline";
import { html, Html, json } from "./html.js";
import { text as style, sha256 as styleHash } from "./style.css?inline";
import { renderTable } from "./table.js";
import { renderText } from "./text.js";
import { WORDS, type Language, type Words } from "./words.js";

/** How a report looks. */
export interface ReportOptions {
  /** Heading of the page, and its title. */
  readonly title?: string;
  /** Language of the page's own words: English where absent. */
  readonly language?: Language;
  /** Nonce for a server's own Content Security Policy; without it the page's style and script are allowed by their hashes. */
  readonly nonce?: string;
}

/** The part of a page that shows documents: put into an element of a page with our style, and given to the script's `mount`. */
export function renderView(documents: readonly AnnotatedText[], { language = "en", title }: ReportOptions = {}): string {
  return view(documents.map((document) => inOffsets("utf16", document)), WORDS[language], title).source;
}

/** A whole page. */
export function renderPage(documents: readonly AnnotatedText[], { title, language = "en", nonce }: ReportOptions = {}): string {
  const words = WORDS[language];
  const allowed = (hash: string): string => (nonce === undefined ? `'sha256-${hash}'` : `'nonce-${nonce}'`);
  const policy = `default-src 'none'; style-src ${allowed(styleHash)}; script-src ${allowed(scriptHash)}; base-uri 'none'; form-action 'none'`;
  const mark = nonce === undefined ? undefined : html` nonce="${nonce}"`;
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title ?? words.title}</title>
<style${mark}>${new Html(style)}</style>
</head>
<body class="report">
${new Html(renderView(documents, { language, title: title ?? words.title }))}
<script${mark}>${new Html(script)}</script>
</body>
</html>
`.source;
}

function view(documents: readonly AnnotatedText[], words: Words, title: string | undefined): Html {
  const data = documents.map(({ id, result }) => ({ id, claims: result.claims.map((claim) => claimData(claim, words)) }));
  const count = data.reduce((sum, { claims }) => sum + claims.length, 0);
  const said = { ...pick(words), documents: data };
  return html`<header class="bar">
${title === undefined ? undefined : html`<h1>${title}</h1>`}
${documents.length > 1 ? html`<label class="pick needs-script"><span class="unseen">${words.document}</span><select name="document">${data.map(({ id }, i) => html`<option value="${i}">${id}</option>`)}</select></label>` : undefined}
<div class="views needs-script" role="group" aria-label="${words.view}"><button type="button" data-view="text" aria-pressed="true">${words.text}</button><button type="button" data-view="table" aria-pressed="false">${words.table}</button></div>
<button type="button" class="theme needs-script" aria-label="${words.theme}" title="${words.theme}">◐</button>
</header>
${filters(data.flatMap(({ claims }) => claims), words, count)}
<main>
<div class="reading">
${documents.map((document, i) => renderText(document, i, words))}</div>
<aside class="inspector needs-script" aria-label="${words.claims}">
<div class="tools"><h2></h2><button type="button" class="everything" hidden>${words.everything}</button><button type="button" class="step" data-step="-1" aria-label="${words.previous}" title="${words.previous}">←</button><button type="button" class="step" data-step="1" aria-label="${words.next}" title="${words.next}">→</button></div>
<p class="hint">${words.hint}</p>
<ol class="cards"></ol>
</aside>
<section class="listing" aria-label="${words.table}" tabindex="0">
${renderTable(data, words)}
</section>
</main>
<p class="unseen" role="status"></p>
<script type="application/json" class="data">${json(said)}</script>
`;
}

const pick = ({ claim, claims, of, passage, none, rule, within, confidence }: Words): object => ({ words: { claim, claims, of, passage, none, rule, within, confidence } });

function filters(claims: readonly ReturnType<typeof claimData>[], words: Words, count: number): Html {
  const sources = new Map<string, number>();
  for (const { source } of claims) sources.set(source, (sources.get(source) ?? 0) + 1);
  const ranked = [...sources].sort(([, a], [, b]) => b - a);
  const menu = (name: string, label: string, options: readonly (readonly [value: string, label: string])[]): Html =>
    html`<select name="${name}" aria-label="${label}"><option value="*">${label}: ${words.all}</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select>`;
  return html`<form class="filters needs-script" aria-label="${words.filters}">
<fieldset><legend class="unseen">${words.type}</legend>${Object.entries(words.types).map(([type, label]) => html`<label class="chip"><input type="checkbox" name="type" value="${type}" checked><span class="dot c-${type}"></span>${label} <small>${claims.filter((claim) => claim.type === type).length}</small></label>`)}</fieldset>
${menu("polarity", words.polarity, Object.entries(words.polarities))}
${menu("modality", words.modality, Object.entries(words.modalities))}
${menu("source", words.speaker, ranked.map(([source, many]) => [source, `${source === "" ? words.nobody : source} (${many})`]))}
<input type="search" name="search" aria-label="${words.search}" placeholder="${words.search}" autocomplete="off">
<button type="reset">${words.reset}</button>
<output>${count}</output>
<fieldset class="legend"><legend class="unseen">${words.mentions}</legend>${Object.entries(words.mentionTypes).map(([type, label]) => html`<label class="chip"><input type="checkbox" name="mention" value="${type}" checked><span class="m m-${type} first last">${label}</span></label>`)}</fieldset>
</form>`;
}
