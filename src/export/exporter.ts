import type { AnnotatedText } from "../model/index.js";

/**
 * Writes documents in one format as they come: `head`, the items of every document with `separator` between any two, `tail`.
 * Documents are numbered as they are written, so an exporter serves one file.
 */
export interface Exporter {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
  /** How the names of such files end, without the dot. */
  readonly extension: string;
  /** True where the format knows no documents: a file holds one. */
  readonly single: boolean;
  /**
   * What stands for a document; may be nothing.
   *
   * @throws {ExtractClaimsError} code `text`: the result was made from another text
   */
  items(document: AnnotatedText): readonly string[];
}

/** A whole file. */
export function writeAll(exporter: Exporter, documents: Iterable<AnnotatedText>): string {
  return `${exporter.head}${[...documents].flatMap((document) => exporter.items(document)).join(exporter.separator)}${exporter.tail}`;
}
