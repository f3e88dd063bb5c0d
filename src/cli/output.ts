import { once } from "node:events";
import type { Writable } from "node:stream";
import Table from "cli-table3";
import type { Result, ResultClaim } from "../index.js";
import { explainClaim, explainDropped } from "./explain.js";
import { createExportPrinter, createReportPrinter, EXPORTS } from "./export.js";
import { wrap } from "./wrap.js";

export const FORMATS = ["json", "ndjson", "table", "html", ...EXPORTS] as const;
export type Format = (typeof FORMATS)[number];

/** A document's result under its id, or why there is none. */
export type DocumentOutput = { readonly id: unknown; readonly work: { readonly text: string }; readonly result: Result; /** `result`, where somebody has written it already. */ readonly json?: string } | { readonly id: unknown; readonly error: { readonly code: string; readonly message: string } };

/** Writes documents as they come. */
export interface Printer {
  print(output: DocumentOutput): Promise<void>;
  end(): Promise<void>;
}

export function createPrinter(format: Format, out: Writable, { many, columns, bom }: { many: boolean; columns: number; bom: boolean }): Printer {
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, "drain");
  };
  const done = (): Promise<void> => Promise.resolve();
  if (format === "ndjson") return { print: (output) => write(`${writeLine(output)}\n`), end: done };
  if (format === "table") return { print: (output) => write(renderTable(output, many, columns)), end: done };
  if (format === "html") return createReportPrinter(write);
  if (format !== "json") return createExportPrinter(format, write, bom);
  let count = 0;
  return {
    async print(output) {
      const text = JSON.stringify(flatten(output), undefined, 2);
      await write(many ? `${count === 0 ? "[\n" : ",\n"}${text}` : `${text}\n`);
      count += 1;
    },
    async end() {
      if (many) await write(count === 0 ? "[]\n" : "\n]\n");
    },
  };
}

const writeLine = (output: DocumentOutput): string => ("json" in output && output.json !== undefined ? `{"id":${JSON.stringify(output.id)},${output.json.slice(1)}` : JSON.stringify(flatten(output)));
const flatten = (output: DocumentOutput): object => ("result" in output ? { id: output.id, ...output.result } : { id: output.id, error: output.error });

/** Beyond this a terminal shows the start of a quotation; the other formats have it whole. */
const LONGEST_CELL = 160;
const FIXED_WIDTHS = { type: 13, who: 18, when: 14, source: 16 };
const LEAST_WIDTH = 24;

/** Text as it may go to a terminal: control and direction characters would act on it. */
function cell(text: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
  return plain.length > LONGEST_CELL ? `${plain.slice(0, LONGEST_CELL)}…` : plain;
}

function renderTable(output: DocumentOutput, many: boolean, columns: number): string {
  const head = many ? `${cell(typeof output.id === "string" ? output.id : JSON.stringify(output.id))}\n` : "";
  if ("error" in output) return `${head}error: ${cell(output.error.message)}\n`;
  const { claims } = output.result;
  if (claims.length === 0) return `${head}no claims\n${explainDropped(output.result.dropped ?? []).map((line) => `${cell(line)}\n`).join("")}`;
  const { type, who, when, source } = FIXED_WIDTHS;
  const widths = [type, who, Math.max(LEAST_WIDTH, columns - type - who - when - source - 6), when, source];
  const width = widths.reduce((sum, one) => sum + one, 0) + widths.length - 3;
  const table = new Table({ head: ["type", "who", "what", "when", "according to"], colWidths: widths, style: { head: [], border: [] } });
  for (const claim of claims) {
    const cells = [whoOf(claim), whatOf(claim), claim.time?.value ?? "", claim.attribution?.text ?? ""].map(cell);
    // The table's own wrapping counts characters, not columns.
    table.push([kindOf(claim), ...cells].map((text, i) => (i === 0 ? text : wrap(text, (widths[i] ?? 0) - 2))));
    const why = explainClaim(claim);
    if (why.length > 0) table.push([{ colSpan: widths.length, content: why.map((line) => wrap(cell(line), width)).join("\n") }]);
  }
  const dropped = explainDropped(output.result.dropped ?? []).map((line) => `${cell(line)}\n`);
  return `${head}${table.toString()}\n${dropped.join("")}`;
}

function kindOf(claim: ResultClaim): string {
  const marks = [claim.polarity === "negated" ? "not" : "", claim.modality === "actual" ? "" : claim.modality].filter(Boolean);
  return [claim.type, ...marks].join("\n");
}

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
