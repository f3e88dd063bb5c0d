import { checkDictionaryWith, type DictionaryCheck } from "./check-dictionary.js";
import { createExtractorWith, type Extractor } from "./extractor.js";
import { DictionaryError, ExtractClaimsError, type Result } from "./model/index.js";
import type { DictionaryInput, ExtractOptions, ExtractorOptions } from "./option.js";
import { openResources, RESOURCE_FILES, type Resources } from "./resources.js";
import type { Compromise } from "./tokens/latin.js";

export * from "./api.js";

/** The contents of the files that ship with the package, for those who fetch them in their own way. */
export interface ResourceBuffers {
  /** `tables/segmenter.bin` */
  readonly segmentation: ArrayBuffer;
  /** `models/names.bin` */
  readonly nameModel: ArrayBuffer;
  /** `tables/manifest.json` */
  readonly manifest: string;
}

let loading: Promise<void> | undefined;
let host: { resources: Resources; compromise: Compromise } | undefined;
let shared: Extractor | undefined;

/**
 * Loads the package's tables: once, before the first `extract`. A second call waits for the first.
 *
 *     await load();                                 from where this module lies, as on a CDN
 *     await load("/assets/extract-claims/");        from a folder with tables/ and models/, as a bundled page serves it
 *     await load({ segmentation, nameModel, manifest });
 *
 * @throws {ExtractClaimsError} code `tables`: a file cannot be fetched, is damaged or of another version; a later call tries again
 */
export function load(source: string | URL | ResourceBuffers = packageFolder()): Promise<void> {
  loading ??= open(source).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * As in Node, with dictionaries given as entries or as `{ file, text }`: a browser reads no paths.
 *
 * @throws {ExtractClaimsError} code `tables`: `load` has not been awaited; else as in Node
 */
export function createExtractor(options?: ExtractorOptions): Extractor {
  if (!host) throw new ExtractClaimsError("tables", "extract-claims", "no tables", "await load() once, before the first text");
  const { resources, compromise } = host;
  return createExtractorWith({ resources, readFile: refusePath, loadCompromise: () => compromise }, options);
}

/** As in Node, once `load` has been awaited. */
export function extract(text: string, options: ExtractorOptions = {}): Result {
  const { dictionary, words, rules, segmenter, ...call } = options ?? {};
  if (dictionary !== undefined || words !== undefined || rules !== undefined || segmenter !== undefined) return createExtractor(options).extract(text);
  shared ??= createExtractor();
  return shared.extract(text, call as ExtractOptions);
}

/** As in Node, of entries and `{ file, text }`; needs no `load`. */
export function checkDictionary(dictionary: DictionaryInput | readonly DictionaryInput[]): DictionaryCheck {
  return checkDictionaryWith(refusePath, dictionary);
}

async function open(source: string | URL | ResourceBuffers): Promise<void> {
  const buffers = typeof source === "string" || source instanceof URL ? fetchBuffers(source) : source;
  const [{ segmentation, nameModel, manifest }, compromise] = await Promise.all([buffers, import("compromise")]);
  host = { resources: openResources(segmentation, nameModel, manifest), compromise: compromise.default as unknown as Compromise };
}

/** `dist` lies beside `tables` and `models`. In a variable, lest bundlers take it for an asset. */
function packageFolder(): URL {
  const here = import.meta.url;
  return new URL("../", here);
}

async function fetchBuffers(folder: string | URL): Promise<ResourceBuffers> {
  const { location } = globalThis as { location?: { href: string } };
  const base = new URL(String(folder).replace(/\/?$/, "/"), location?.href);
  const get = async (file: string): Promise<Response> => {
    const url = new URL(file, base);
    const response = await fetch(url).catch((error: unknown) => String(error));
    if (typeof response !== "string" && response.ok) return response;
    throw new ExtractClaimsError("tables", url.href, typeof response === "string" ? response : `HTTP status ${response.status}`, "a file of this package, served as it is");
  };
  const { segmentation, nameModel, manifest } = RESOURCE_FILES;
  const [a, b, c] = await Promise.all([get(segmentation), get(nameModel), get(manifest)]);
  return { segmentation: await a.arrayBuffer(), nameModel: await b.arrayBuffer(), manifest: await c.text() };
}

function refusePath(path: string): never {
  throw new DictionaryError(path, 0, "a path", "entries, or { file, text }: a browser reads no files");
}
