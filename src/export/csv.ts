import Papa from "papaparse";
import { claimKind, type Argument, type FigureArgument, type ResultClaim, type Role } from "../model/index.js";
import type { Exporter } from "./exporter.js";

/** How CSV is written. */
export interface CsvOptions {
  /** Begin with a byte order mark, without which Excel takes the file for something other than UTF-8. */
  readonly bom?: boolean;
}

type Cell = string | number | boolean | undefined;

const quote = (role: Role) => (claim: ResultClaim): Cell => (claim as Partial<Record<Role, Argument>>)[role]?.text;

/** The figure that a claim stands at, moves by or is worth. */
function figureOf(claim: ResultClaim): FigureArgument | undefined {
  if (claim.type === "statement") return undefined;
  return claim.type === "event" ? claim.amount : claim.figure;
}
const figure = (part: "text" | "value" | "upper" | "unit" | "comparator" | "per") => (claim: ResultClaim): Cell => figureOf(claim)?.[part];
const goal = (part: "text" | "value" | "unit") => (claim: ResultClaim): Cell => (claim.type === "change" ? claim.to?.[part] : undefined);

const COLUMNS: Readonly<Record<string, (claim: ResultClaim) => Cell>> = {
  claim: ({ id }) => id,
  type: ({ type }) => type,
  kind: claimKind,
  polarity: ({ polarity }) => polarity,
  modality: ({ modality }) => modality,
  subject: quote("subject"),
  agent: quote("agent"),
  speaker: quote("speaker"),
  metric: quote("metric"),
  key: (claim) => ("metric" in claim ? claim.metric?.key : undefined),
  trigger: (claim) => (claim.type === "statement" ? claim.cue.text : quote("trigger")(claim)),
  figure: figure("text"),
  value: figure("value"),
  upper: figure("upper"),
  unit: figure("unit"),
  per: figure("per"),
  comparator: figure("comparator"),
  to: goal("text"),
  to_value: goal("value"),
  to_unit: goal("unit"),
  basis: (claim) => (claim.type === "change" ? claim.basis : undefined),
  object: quote("object"),
  counterparty: quote("counterparty"),
  location: quote("location"),
  title: quote("title"),
  content: quote("content"),
  direct: (claim) => (claim.type === "statement" ? claim.direct : undefined),
  attribution: ({ attribution }) => attribution?.text,
  time: ({ time }) => time?.value,
  time_text: ({ time }) => time?.text,
  within: ({ within }) => within,
  confidence: ({ confidence }) => confidence,
  rule: ({ rule }) => rule,
  start: ({ span }) => span.start,
  end: ({ span }) => span.end,
  text: ({ span }) => span.text,
};

/** A cell that a spreadsheet would take for a formula; full-width signs are signs to it too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const row = (cells: readonly Cell[]): string => `${Papa.unparse([cells], { escapeFormulae: FORMULA })}\r\n`;

/**
 * A row a claim (RFC 4180), for spreadsheets and data frames. `figure` to `comparator` tell of the figure a metric stands at, a
 * change moves by, a share, or an event's amount; `start` and `end` count in the unit that `offsets` names. Text that a
 * spreadsheet would calculate is neutralised by a leading `'`; numbers stay numbers.
 */
export function csvExporter({ bom = false }: CsvOptions = {}): Exporter {
  const readers = Object.values(COLUMNS);
  return {
    head: `${bom ? "\uFEFF" : ""}${row(["document", ...Object.keys(COLUMNS), "offsets"])}`,
    separator: "",
    tail: "",
    extension: "csv",
    single: false,
    items: ({ id, result }) => result.claims.map((claim) => row([id, ...readers.map((read) => read(claim)), result.offsets])),
  };
}
