import { readFileSync } from "node:fs";
import { ExtractClaimsError } from "./model/index.js";
import { segmentationTables, type SegmentationTables } from "./tokens/tables.js";

let tables: SegmentationTables | undefined;

/**
 * The segmenter's tables as they ship beside this package, read once per process; they never change.
 *
 * @throws {ExtractClaimsError} code `tables`: the file is missing or of another version
 */
export function readTables(): SegmentationTables {
  return (tables ??= segmentationTables(readBytes(new URL("../tables/segmenter.bin", import.meta.url))));
}

function readBytes(url: URL): ArrayBuffer {
  try {
    return new Uint8Array(readFileSync(url)).buffer;
  } catch (error) {
    throw new ExtractClaimsError("tables", url.pathname, error instanceof Error ? error.message : String(error), "the file that ships with the package (in a clone: npm run tables)");
  }
}
