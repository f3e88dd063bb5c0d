import Table from "cli-table3";
import type { ResultClaim } from "../index.js";
import type { Colours } from "./colour.js";
import { explainClaim, explainDropped } from "./explain.js";
import type { Messages } from "./help/en.js";
import { nameOf, type DocumentOutput } from "./printer.js";
import { wrap } from "./wrap.js";

/** Beyond this a terminal shows the start of a quotation; the other formats have it whole. */
const LONGEST_CELL = 160;
const BORDERS = 6;
/** What the columns beside `what` take where there is room, and where there is little. */
const WIDE = { type: 14, who: 20, when: 14, source: 18 };
const NARROW = { type: 14, who: 14, when: 12, source: 12 };
const LEAST_WHAT = 20;

/** Text as it may go to a terminal: control and direction characters would act on it. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  const shown = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
  return shown.length > LONGEST_CELL ? `${shown.slice(0, LONGEST_CELL)}…` : shown;
}

/** What was found in a document, for people. */
export function renderDocument(output: DocumentOutput, many: boolean, columns: number, colours: Colours, { table, nothing }: Messages): string {
  const head = many ? `${colours.bold(plain(nameOf(output.id)))}\n` : "";
  if ("error" in output) return `${head}error: ${plain(output.error.message)}\n`;
  const { claims, dropped = [] } = output.result;
  const why = explainDropped(dropped).map((line) => `${wrap(plain(line), columns)}\n`);
  return `${head}${claims.length === 0 ? nothing : renderClaims(claims, columns, colours, table)}\n${why.join("")}`;
}

/** Claims as a table that fits so many columns; as paragraphs where a table would not. */
export function renderClaims(claims: readonly ResultClaim[], columns: number, colours: Colours, titles: readonly string[]): string {
  const { type, who, when, source } = [WIDE, NARROW].find((widths) => room(widths, columns) >= LEAST_WHAT) ?? {};
  if (type === undefined || who === undefined || when === undefined || source === undefined) return claims.map((claim) => renderParagraph(claim, columns, colours, titles)).join("\n\n");
  const widths = [type, who, room({ type, who, when, source }, columns), when, source];
  const table = new Table({ head: titles.map((title) => colours.bold(title)), colWidths: widths, style: { head: [], border: [] } });
  for (const claim of claims) {
    const cells = [kindOf(claim), ...cellsOf(claim)];
    // The table's own wrapping counts characters, not columns. Each line is coloured by itself, lest a colour runs over the border.
    const why = explainClaim(claim);
    table.push(cells.map((text, i) => wrap(text, (widths[i] ?? 0) - 2).split("\n").map((line) => (i === 0 ? paint(line, claim, colours) : line)).join("\n")));
    if (why.length > 0) table.push([{ colSpan: widths.length, content: why.map((line) => wrap(plain(line), columns - 4)).join("\n") }]);
  }
  return table.toString();
}

const room = ({ type, who, when, source }: typeof WIDE, columns: number): number => columns - type - who - when - source - BORDERS;

function renderParagraph(claim: ResultClaim, columns: number, colours: Colours, titles: readonly string[]): string {
  const [who, what, when, source] = cellsOf(claim);
  const title = paint(kindOf(claim).replaceAll("\n", " "), claim, colours);
  const parts = [who, what, when, source].flatMap((text, i) => (text ? wrap(`${titles[i + 1]}: ${text}`, Math.max(columns - 2, 10)).split("\n") : []));
  parts.push(...explainClaim(claim).flatMap((line) => wrap(plain(line), Math.max(columns - 2, 10)).split("\n")));
  return [title, ...parts.map((line) => `  ${line}`)].join("\n");
}

function paint(text: string, claim: ResultClaim, { red, yellow, cyan }: Colours): string {
  return claim.polarity === "negated" ? red(text) : claim.modality === "actual" ? cyan(text) : yellow(text);
}

function kindOf(claim: ResultClaim): string {
  const marks = [claim.polarity === "negated" ? "not" : "", claim.modality === "actual" ? "" : claim.modality].filter(Boolean);
  return [claim.type, ...marks].join("\n");
}

const cellsOf = (claim: ResultClaim): string[] => [whoOf(claim), whatOf(claim), claim.time?.value ?? "", claim.attribution?.text ?? ""].map(plain);

function whoOf(claim: ResultClaim): string {
  switch (claim.type) {
    case "statement":
      return claim.speaker?.text ?? "";
    case "event":
      return claim.agent?.text ?? "";
    default:
      return claim.subject?.text ?? "";
  }
}

function whatOf(claim: ResultClaim): string {
  switch (claim.type) {
    case "metric":
      return [claim.metric?.text, claim.figure.text].filter(Boolean).join(" = ");
    case "change":
      return [claim.metric?.text, claim.trigger.text, claim.figure?.text, claim.to && `→ ${claim.to.text}`, claim.basis && `(${claim.basis})`].filter(Boolean).join(" ");
    case "statement":
      return `${claim.cue.text}: ${claim.content?.text ?? ""}`;
    case "event":
      return [`${claim.eventType}:`, claim.trigger.text, claim.object?.text, claim.amount?.text, claim.counterparty && `↔ ${claim.counterparty.text}`, claim.location && `@ ${claim.location.text}`].filter(Boolean).join(" ");
    case "relation":
      return [`${claim.relation}:`, claim.title?.text, claim.object.text, claim.figure?.text].filter(Boolean).join(" ");
  }
}
