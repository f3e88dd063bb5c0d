import { readFileSync } from "node:fs";
import { ExtractClaimsError } from "./model/index.js";
import { openResources, RESOURCE_FILES, type Resources } from "./resources.js";
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

let resources: Resources | undefined;

/** All that ships beside this package, read once per process. */
export function readResources(): Resources {
  const { segmentation, nameModel, manifest } = RESOURCE_FILES;
  return (resources ??= openResources(read(segmentation), read(nameModel), new TextDecoder().decode(read(manifest))));
}

const read = (file: string): ArrayBuffer => readBytes(new URL(`../${file}`, import.meta.url));

function readBytes(url: URL): ArrayBuffer {
  try {
    const { buffer, byteOffset, byteLength } = readFileSync(url);
    // A large file has its buffer to itself.
    return byteLength === buffer.byteLength ? (buffer as ArrayBuffer) : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  } catch (error) {
    throw new ExtractClaimsError("tables", url.pathname, error instanceof Error ? error.message : String(error), "the file that ships with the package (in a clone: npm run tables)");
  }
}
