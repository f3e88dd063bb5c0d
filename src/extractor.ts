import { hashText } from "./hash.js";
import { createLexicon } from "./lexicon/lexicon.js";
import { OptionError, type Result } from "./model/index.js";
import { describe, dictionarySources, readExtractOptions, readExtractorOptions, type ExtractOptions, type ExtractorOptions } from "./option.js";
import { createPipeline } from "./pipeline.js";
import type { Resources } from "./resources.js";
import { buildResult } from "./result.js";
import { builtinSegmenter } from "./tokens/builtin.js";
import { latinReader, type Compromise } from "./tokens/latin.js";

/** Reads texts with one set of dictionaries. Nothing in it changes, so it may be shared and called in any order. */
export interface Extractor {
  readonly version: string;
  readonly dictionaryHash: string;
  /**
   * @throws {OptionError} the text is no string or longer than `maxLength`, or an option is wrong; never for what a text holds
   * @throws {RuleError} a rule of the user's throws, or gives what is no claim of the text
   */
  extract(text: string, options?: ExtractOptions): Result;
}

/** How an extractor comes by what it needs; Node and browsers differ. */
export interface Host {
  readonly resources: Resources;
  readFile(path: string): string;
  /** Called on the first text with a run of Latin words that somebody wants read. */
  loadCompromise(): Compromise;
}

export function createExtractorWith({ resources, readFile, loadCompromise }: Host, options?: ExtractorOptions): Extractor {
  const { settings: base, dictionary, words, rules, segmenter } = readExtractorOptions(options);
  const lexicon = createLexicon({ nameModel: resources.nameModel, dictionaries: dictionarySources(dictionary, readFile), words });
  const engine = segmenter === "builtin" ? builtinSegmenter(resources.segmentation) : segmenter;
  const pipeline = createPipeline(lexicon, engine, latinReader(loadCompromise), rules);
  const { version } = resources;
  const own = lexicon.userEntries.entries.map(({ name, type, canonical, aliases, weight, tag }) => [name, type, canonical, aliases, weight, tag]);
  const given = [engine.name, own, words, rules.map(({ name }) => name)];
  const isPlain = own.length === 0 && Object.keys(words).length === 0 && rules.length === 0 && engine.name === "builtin";
  const dictionaryHash = isPlain ? resources.hash : hashText(`${resources.hash}\0${JSON.stringify(given)}`);
  return Object.freeze({
    version,
    dictionaryHash,
    extract(text: string, callOptions?: ExtractOptions): Result {
      if (typeof text !== "string") throw new OptionError("text", describe(text), "a string");
      const { referenceDate, referenceText, offsets, include, maxLength, explain } = readExtractOptions(callOptions, base);
      if (text.length > maxLength) throw new OptionError("text", `${text.length} UTF-16 code units`, `at most ${maxLength} (option maxLength)`);
      const head = { version, dictionaryHash, offsets, ...(referenceText !== undefined && { referenceDate: referenceText }) };
      return buildResult(pipeline.run(text, referenceDate, explain), head, include);
    },
  });
}
