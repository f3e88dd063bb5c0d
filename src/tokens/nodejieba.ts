import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExtractClaimsError } from "../model/index.js";
import { checkWords, type Segmenter, type SegmenterWord } from "./segmenter.js";

/** What we use of the nodejieba package. */
interface Nodejieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(paths: { userDict: string }): boolean;
  tag(text: string): { word: string; tag: string }[];
  /** The words that we loaded into this process, or this worker. */
  [LOADED]?: string;
}

const LOADED = Symbol.for("extract-claims/nodejieba");
/** nodejieba's `load` leaves its paths in these globals, which it never declares. */
const LEAKED = ["dict", "hmmDict", "userDict", "idfDict", "stopWordDict"] as const;

/**
 * nodejieba behind our interface, for those who have it installed: the same tokens and tags as the built-in engine, with
 * offsets. It holds one dictionary per process (or worker) and loads it here, once, in one to two seconds; whoever calls
 * nodejieba's `load` or `insertWord` later in the same process changes these tokens too.
 *
 *     createExtractor({ segmenter: nodejiebaSegmenter() })
 *
 * @param words  Words beside the dictionary, as in a line of its user dictionary.
 * @throws {ExtractClaimsError} code `segmenter`: nodejieba is not installed or not built, one of its files is missing, or
 *   this process holds another dictionary already, ours or somebody else's
 */
export function nodejiebaSegmenter(words: readonly SegmenterWord[] = []): Segmenter {
  checkWords(words);
  const nodejieba = loadPackage();
  const key = JSON.stringify(words);
  if (nodejieba[LOADED] === undefined) {
    if (!isLoaded(nodejieba, words)) load(nodejieba, words);
    Object.defineProperty(nodejieba, LOADED, { value: key });
  } else if (nodejieba[LOADED] !== key) {
    throw refusal("a second dictionary", "the words it was first loaded with: nodejieba holds one dictionary per process, the built-in segmenter any number");
  }
  return {
    name: "nodejieba",
    segment(text, start, end, into) {
      let at = start;
      // A lone surrogate would come back as U+FFFD: as long, but not the text.
      for (const { word, tag } of nodejieba.tag(text.slice(start, end).toWellFormed())) {
        into.push({ start: at, end: at + word.length, tag });
        at += word.length;
      }
    },
  };
}

function loadPackage(): Nodejieba {
  try {
    return createRequire(import.meta.url)("nodejieba") as Nodejieba;
  } catch (error) {
    throw refusal(reason(error), "the package nodejieba, an optional peer: npm install nodejieba");
  }
}

/** Whether somebody else has loaded what we would load; if it is something else, we leave it to them. */
function isLoaded({ DEFAULT_DICT, DEFAULT_USER_DICT }: Nodejieba, words: readonly SegmenterWord[]): boolean {
  const paths = LEAKED.map((name) => Reflect.get(globalThis, name) as unknown);
  if (!paths.every((path) => typeof path === "string")) return false;
  const [dict, , userDict] = paths;
  if (words.length === 0 && dict === DEFAULT_DICT && userDict === DEFAULT_USER_DICT) return true;
  throw refusal(`${dict} and ${userDict} loaded by others`, "a process in which nobody has called nodejieba before: it holds one dictionary, and theirs would be lost");
}

function load(nodejieba: Nodejieba, words: readonly SegmenterWord[]): void {
  // The addon ends the process, beyond any catch, where a file is missing.
  for (const path of [nodejieba.DEFAULT_DICT, nodejieba.DEFAULT_HMM_DICT, nodejieba.DEFAULT_USER_DICT, nodejieba.DEFAULT_IDF_DICT, nodejieba.DEFAULT_STOP_WORD_DICT]) {
    if (!existsSync(path)) throw refusal(`no file ${path}`, "the dictionaries that come with the package");
  }
  const before = new Set(Object.keys(globalThis));
  const folder = mkdtempSync(join(tmpdir(), "extract-claims-"));
  try {
    const userDict = join(folder, "user.dict.utf8");
    if (/[|;]/.test(userDict)) throw refusal(`the temporary folder ${folder}`, "a path without | and ;, at which nodejieba splits it");
    const lines = words.map(({ word, tag, frequency }) => (frequency === undefined ? `${word} ${tag}` : `${word} ${frequency} ${tag}`));
    writeFileSync(userDict, [readFileSync(nodejieba.DEFAULT_USER_DICT, "utf8").trimEnd(), ...lines].join("\n"));
    nodejieba.load({ userDict });
  } catch (error) {
    throw error instanceof ExtractClaimsError ? error : refusal(reason(error), "the addon built for this Node: npm rebuild nodejieba");
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (const name of LEAKED) if (!before.has(name)) Reflect.deleteProperty(globalThis, name);
  }
}

const refusal = (found: string, expected: string): ExtractClaimsError => new ExtractClaimsError("segmenter", "nodejieba", found, expected);

const reason = (error: unknown): string => (error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
