import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Result, ResultClaim } from "../index.js";
import Table from "cli-table3";

export const FORMATS = ["json", "ndjson", "table"] as const;
export type Format = (typeof FORMATS)[number];

/** A document's result under its id, or why there is none. */
export type DocumentOutput = { readonly id: unknown; readonly result: Result } | { readonly id: unknown; readonly error: { readonly code: string; readonly message: string } };

/** Writes documents as they come. */
export interface Printer {
  print(output: DocumentOutput): Promise<void>;
  end(): Promise<void>;
}

export function createPrinter(format: Format, out: Writable, { many, columns }: { many: boolean; columns: number }): Printer {
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, "drain");
  };
  const done = (): Promise<void> => Promise.resolve();
  if (format === "ndjson") return { print: (output) => write(`${JSON.stringify(flatten(output))}\n`), end: done };
  if (format === "table") return { print: (output) => write(renderTable(output, many, columns)), end: done };
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

const flatten = (output: DocumentOutput): object => ("result" in output ? { id: output.id, ...output.result } : output);

function renderTable(output: DocumentOutput, many: boolean, columns: number): string {
  const head = many ? `${String(output.id)}\n` : "";
  if ("error" in output) return `${head}error: ${output.error.message}\n`;
  const { claims } = output.result;
  if (claims.length === 0) return `${head}no claims\n`;
  const widths = [11, 18, 0, 14, 16];
  widths[2] = Math.max(24, columns - widths.reduce((a, b) => a + b, 0) - widths.length - 1);
  const table = new Table({ head: ["type", "who", "what", "when", "according to"], colWidths: widths, wordWrap: true, wrapOnWordBoundary: false, style: { head: [], border: [] } });
  for (const claim of claims) table.push([kindOf(claim), whoOf(claim), whatOf(claim), claim.time?.value ?? "", claim.attribution?.text ?? ""]);
  return `${head}${table.toString()}\n`;
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
