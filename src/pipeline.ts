import { claimDeriver } from "./claims/derive.js";
import type { Lexicon } from "./lexicon/lexicon.js";
import { mentionRecognizer } from "./mentions/recognize.js";
import type { ClaimRule } from "./claims/own-rule.js";
import type { Claim, Document, Dropped, LatinSpan, Mention, ReferenceDate } from "./model/index.js";
import { fold } from "./lexicon/fold.js";
import { splitSentences } from "./sentences/split.js";
import { analyser } from "./syntax/analyse.js";
import type { LatinReader } from "./tokens/latin.js";
import type { Segmenter } from "./tokens/segmenter.js";
import { tokenize } from "./tokens/tokenize.js";

/** What each stage made of a text. */
export interface Stages {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  /** What became no claim, where somebody asks why. */
  readonly dropped?: readonly Dropped[];
}

export interface Pipeline {
  read(text: string, referenceDate?: ReferenceDate): Document;
  /** @param explain  also tell why: in each claim's `explanation`, and in `dropped` */
  run(text: string, referenceDate?: ReferenceDate, explain?: boolean): Stages;
  /** The claims of a document whose mentions are known already. */
  derive(document: Document, mentions: readonly Mention[]): readonly Claim[];
}

/**
 * Text → sentences → tokens → mentions → claims: the one place that knows the order.
 *
 * @param readLatin  Reads runs of Latin words; without it nobody does.
 * @param rules      Claim rules of the user's own.
 */
export function createPipeline(lexicon: Lexicon, segmenter: Segmenter, readLatin: LatinReader = () => [], rules: readonly ClaimRule[] = []): Pipeline {
  const recognize = mentionRecognizer(lexicon);
  const analyse = analyser(lexicon);
  const deriveAll = claimDeriver(lexicon, rules);

  const read = (text: string, referenceDate?: ReferenceDate): Document => {
    const folded = fold(text);
    const entries = lexicon.userEntries.find(folded);
    const sentences = splitSentences(text, entries);
    return new TextDocument(text, folded, sentences, tokenize(text, sentences, segmenter, entries), readLatin, referenceDate);
  };
  return {
    read,
    derive: (document, mentions) => deriveAll(analyse(document, mentions)).claims,
    run: (text, referenceDate, explain) => {
      const document = read(text, referenceDate);
      const mentions = recognize(document);
      return { document, mentions, ...deriveAll(analyse(document, mentions), explain) };
    },
  };
}

/** A class, for an object with a getter of its own would be of a kind of its own to V8. */
class TextDocument implements Document {
  private latinSpans: readonly LatinSpan[] | undefined;

  constructor(
    readonly text: string,
    readonly folded: string,
    readonly sentences: Document["sentences"],
    readonly tokens: Document["tokens"],
    private readonly readLatin: LatinReader,
    readonly referenceDate: ReferenceDate | undefined,
  ) {}

  /** Read when first asked for: most texts need no Latin, and its reader is slow to load. */
  get latin(): readonly LatinSpan[] {
    return (this.latinSpans ??= this.readLatin(this.text, this.sentences));
  }
}
