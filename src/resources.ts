import { ExtractClaimsError } from "./model/index.js";
import { segmentationTables, type SegmentationTables } from "./tokens/tables.js";

/** What is too large to be compiled into the code; read once, never changed. */
export interface Resources {
  readonly segmentation: SegmentationTables;
  /** Weights of the name model. */
  readonly nameModel: Uint8Array;
  readonly version: string;
  /** Names the dictionaries and models as they ship. */
  readonly hash: string;
}

/** The files that hold them, beside the code. */
export const RESOURCE_FILES = { segmentation: "tables/segmenter.bin", nameModel: "models/names.bin", manifest: "tables/manifest.json" } as const;

/** @throws {ExtractClaimsError} code `tables`: a file is of another version or damaged */
export function openResources(segmentation: ArrayBuffer, nameModel: ArrayBuffer, manifest: string): Resources {
  const { version, hash } = readManifest(manifest);
  return Object.freeze({ segmentation: segmentationTables(segmentation), nameModel: new Uint8Array(nameModel), version, hash });
}

function readManifest(text: string): { version: string; hash: string } {
  try {
    const { version, hash } = JSON.parse(text) as { version?: unknown; hash?: unknown };
    if (typeof version === "string" && typeof hash === "string") return { version, hash };
  } catch {
    // Told below, with what was found.
  }
  throw new ExtractClaimsError("tables", RESOURCE_FILES.manifest, JSON.stringify(text.slice(0, 40)), 'a manifest such as {"version":"1.0.0","hash":"…"}');
}
