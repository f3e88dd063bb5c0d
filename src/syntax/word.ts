import { only, without, type Lexeme, type LexemeTable } from "../lexicon/lexeme.js";
import { itemAt, type DateMention, type Document, type FigureMention, type Mention, type MentionType, type Sentence, type Span } from "../model/index.js";

/** What a word is in its clause. */
export type WordKind =
  | "noun" | "name" | "date" | "figure" | "number" | "classifier" | "pronoun" | "verb" | "adjective" | "adverb" | "preposition"
  | "conjunction" | "de" | "aspect" | "particle" | "localizer" | "pause" | "comma" | "colon" | "stop" | "open" | "close" | "quote" | "unquote" | "other";

/** A mention, a dictionary word of several tokens, or a token: what the claim rules see of a sentence. */
export interface Word extends Span {
  readonly kind: WordKind;
  /** jieba's tag of its last token. */
  readonly tag: string;
  readonly mention: Mention | undefined;
  /** Type of the mention, which has many shapes and takes longer to ask. */
  readonly type: MentionType | undefined;
  /** What the claim tables say of it. */
  readonly lexeme: Lexeme | undefined;
}

/** Every word is made here, so that all have one shape: the rules read millions of them. */
const wordOf = (start: number, end: number, kind: WordKind, tag: string, lexeme: Lexeme | undefined, mention?: Mention, type = mention?.type): Word => ({ start, end, kind, tag, mention, type, lexeme });

/** The word as another kind of word. */
const changed = ({ start, end, tag, mention, type }: Word, kind: WordKind, lexeme: Lexeme | undefined): Word => wordOf(start, end, kind, tag, lexeme, mention, type);

/** The figure or date that the word is. */
export const figureOf = (word: Word | undefined): FigureMention | undefined => (word?.type === "figure" ? (word.mention as FigureMention) : undefined);
export const dateOf = (word: Word | undefined): DateMention | undefined => (word?.type === "date" ? (word.mention as DateMention) : undefined);

const BY_TAG: ReadonlyMap<string, WordKind> = new Map(Object.entries<WordKind>({
  v: "verb", vd: "adverb", vg: "verb", vi: "verb", vq: "verb", vn: "noun", a: "adjective", ad: "adverb", ag: "adjective", an: "noun",
  z: "adjective", d: "adverb", dg: "adverb", df: "adverb", p: "preposition", c: "conjunction", uj: "de", ul: "aspect", uz: "aspect", ug: "aspect",
  ud: "particle", uv: "particle", u: "particle", y: "particle", e: "particle", o: "particle", f: "localizer", m: "number", mq: "number",
  q: "classifier", r: "pronoun", rr: "pronoun", rz: "pronoun", rg: "pronoun", t: "noun", tg: "noun", x: "other",
}));

const BY_PUNCTUATION: ReadonlyMap<number, WordKind> = new Map(
  Object.entries({ pause: "、", comma: ",;", colon: ":", stop: "。!?…", open: "([【〔", close: ")]】〕", quote: "“‘「『", unquote: "”’」』", other: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫" }).flatMap(([kind, marks]) =>
    Array.from(marks, (mark) => [mark.charCodeAt(0), kind as WordKind] as const),
  ),
);

/** Function words that the segmenter leaves at the edge of a word it does not know: 委等, 的李. */
const BY_FUNCTION: ReadonlyMap<number, WordKind> = new Map(Object.entries({ particle: "等", de: "的", aspect: "了", conjunction: "和与及" }).flatMap(([kind, words]) => Array.from(words, (word) => [word.charCodeAt(0), kind as WordKind] as const)));

function kindOf(folded: string, start: number, end: number, tag: string): WordKind {
  const single = end - start === 1;
  const punctuation = single ? BY_PUNCTUATION.get(folded.charCodeAt(start)) : undefined;
  if (punctuation) return punctuation;
  const kind = BY_TAG.get(tag) ?? "noun";
  if (kind !== "other") return kind;
  // Unknown to jieba (`x`): letters and digits name something, the rest is a sign.
  return (single ? BY_FUNCTION.get(folded.charCodeAt(start)) : undefined) ?? (/[\p{L}\p{N}]/u.test(folded[start] ?? "") ? "noun" : "other");
}

const KIND_OF_MENTION = { organization: "name", product: "name", person: "name", location: "name", date: "date", figure: "figure" } as const;

/** Behind the end of any text, and a small integer to V8. */
const BEYOND = 0x3fffffff;

/** Tokens of a document, read one sentence after another. */
export class WordReader {
  #token = 0;
  #mention = -1;
  /** Where the mention stands: mentions have many shapes, and take longer to ask. */
  #from = -1;
  #to = -1;

  constructor(
    private readonly document: Document,
    private readonly mentions: readonly Mention[],
    private readonly lexemes: LexemeTable,
  ) {}

  #nextMention(): void {
    this.#mention += 1;
    const mention = this.mentions[this.#mention];
    this.#from = mention?.start ?? BEYOND;
    this.#to = mention?.end ?? BEYOND;
  }

  /** Words of the next sentence, in order; they rebuild it. */
  read(sentence: Sentence): Word[] {
    const { folded, tokens } = this.document;
    const words: Word[] = [];
    let at = sentence.start;
    while (at < sentence.end) {
      while (this.#to <= at) this.#nextMention();
      while ((tokens[this.#token]?.end ?? Infinity) <= at) this.#token += 1;
      const token = tokens[this.#token];
      const mention = this.#from <= at && this.#to <= sentence.end ? this.mentions[this.#mention] : undefined;
      if (mention) {
        // 两人 counts, and stands for the two named before.
        const { type } = mention;
        const end = this.#to;
        const known = type === "figure" ? this.lexemes.get(folded, at, end) : undefined;
        words.push(wordOf(at, end, KIND_OF_MENTION[type], "", known?.anaphor && only(known, "anaphor"), mention, type));
        at = end;
        continue;
      }
      const limit = this.#from > at ? Math.min(sentence.end, this.#from) : sentence.end;
      const match = this.lexemes.match(folded, at, limit);
      // 调查显示, 会议指出: a source and its cue, whatever else the whole is listed for.
      const shown = match && !match.lexeme.cue && (match.lexeme.shield || match.lexeme.makes) ? this.#split(at, at + match.length, 1) : undefined;
      if (shown?.at(-1)?.lexeme?.cue) {
        words.push(...shown.map(withoutEvents));
        at += match?.length ?? 0;
        continue;
      }
      if (match && (at + match.length === limit || this.#endsToken(at, at + match.length, limit))) {
        words.push(this.#word(at, at + match.length, match.lexeme));
        at += match.length;
        continue;
      }
      const end = Math.min(token?.end ?? limit, limit);
      const parts = (match && match.length < end - at ? this.#split(at, end) : undefined) ?? this.#splitCue(at, end);
      const head = parts ? -1 : this.#metricHead(at, end);
      if (parts) words.push(...parts);
      else if (head > 0) words.push(this.#word(at, head, undefined), this.#word(head, end, this.lexemes.get(folded, head, end)));
      // 将|会见: where the longest word (将会) ends inside a token, the modal that the token is still counts.
      else words.push(this.#word(at, end, match?.lexeme.modal && match.length > end - at ? this.lexemes.get(folded.slice(at, end)) : undefined));
      at = end;
    }
    joinMeasures(words, folded);
    // What a word is may hang on those behind it, or before it, as they were: so each kind of word has its own walk.
    for (let i = 0; i < words.length; i += 1) if (words[i]!.lexeme?.modal) words[i] = settleModal(words[i]!, i, words);
    for (let i = words.length - 1; i > 0; i -= 1) if (words[i]!.lexeme?.anaphor) words[i] = settleAnaphor(words[i]!, i, words, folded);
    for (let i = words.length - 2; i > 0; i -= 1) if (words[i]!.kind === "adverb") words[i] = settleAttribute(words[i]!, i, words);
    return words;
  }

  /** Whether a dictionary word may end here: at the end of a token, or before a rest of it that is a word too (家数|已). */
  #endsToken(start: number, end: number, limit: number): boolean {
    const { tokens } = this.document;
    for (let i = this.#token; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (!token) return false;
      if (token.end === end) return true;
      if (token.end > end) return token.start < end && token.end <= limit && (token.end - end === 1 ? this.lexemes.match(this.document.folded, end, token.end) !== undefined : end - start > 1 && this.#goesOn(end, token.end, limit, i));
    }
    return false;
  }

  /** Whether the rest of a token that was cut at `end` is a word, alone or with the token behind it (热|卷收|涨: 热卷, 收涨). */
  #goesOn(end: number, tokenEnd: number, limit: number, token: number): boolean {
    const next = this.lexemes.match(this.document.folded, end, limit);
    if (!next) return false;
    const to = end + next.length;
    return next.length > 1 && (to === tokenEnd || to === this.document.tokens[token + 1]?.end);
  }

  /** A token such as 同比增长 that the dictionary does not have whole, but every part of it. */
  #split(start: number, end: number, shorter = 0): Word[] | undefined {
    const parts: Word[] = [];
    for (let at = start; at < end; ) {
      const match = this.lexemes.match(this.document.folded, at, Math.max(at + 1, at === start ? end - shorter : end));
      if (!match || (match.length < 2 && !match.lexeme.closer && !match.lexeme.adverb && !match.lexeme.cue && match.lexeme.preposition !== "basis")) return undefined;
      parts.push(this.#word(at, at + match.length, match.lexeme));
      at += match.length;
    }
    // 中说, 仍称, 但据: single characters only before a cue or its preposition; or 其 before what it owns (其营收).
    const last = parts.at(-1)?.lexeme;
    return parts.every((part, i) => part.end - part.start > 1 || (i === 0 && part.lexeme?.anaphor !== undefined)) || last?.cue || last?.preposition === "basis" ? parts : undefined;
  }

  /** Where the metric starts that a compound token ends in (能源|价格); -1 where there is none. */
  #metricHead(start: number, end: number): number {
    if (end - start < 4 || end - start > 8) return -1;
    for (let head = start + 2; head <= end - 2; head += 1) if (this.lexemes.get(this.document.folded, head, end)?.metric) return head;
    return -1;
  }

  /** 信中称: a noun that the segmenter took together with 中称. */
  #splitCue(start: number, end: number): Word[] | undefined {
    if (end - start < 3) return undefined;
    const tail = this.#split(end - 2, end);
    if (tail?.length !== 2 || !tail[0]?.lexeme?.closer || !tail[1]?.lexeme?.cue) return undefined;
    return [this.#word(start, end - 2, this.lexemes.get(this.document.folded, start, end - 2)), ...tail];
  }

  #word(start: number, end: number, lexeme: Lexeme | undefined): Word {
    const { folded, tokens } = this.document;
    let i = this.#token;
    while (i + 1 < tokens.length && (tokens[i]?.end ?? end) < end) i += 1;
    const token = tokens[i] ?? { start, end, tag: "x" };
    const kind = kindOf(folded, start, Math.min(end, token.end), token.tag);
    // 签订合同: a phrase of several tokens is a verb where its first one is.
    const several = lexeme?.events && i > this.#token;
    const known = lexeme ? kindOfLexeme(lexeme, kind, end - start, i === this.#token && token.start === start && token.end === end) : kind;
    const phrasal = several && (known === "preposition" || (end - start > 3 && this.lexemes.match(folded, start, start + 2)?.lexeme.events && !/^vn/.test(tokens[this.#token]?.tag ?? "")));
    return wordOf(start, end, phrasal ? "verb" : known, token.tag, lexeme);
  }
}

/** 调查显示: the survey shows, nobody surveys. */
function withoutEvents(word: Word): Word {
  return word.lexeme?.events ? changed(word, word.kind, without(word.lexeme, "events")) : word;
}

/** Where the tables are sure of a word's part of speech, they win over the tagger. */
function kindOfLexeme(lexeme: Lexeme, tagged: WordKind, length: number, whole: boolean): WordKind {
  if (lexeme.anaphor) return "pronoun";
  if (lexeme.instrument || lexeme.region) return "noun";
  if (lexeme.attribute && (tagged === "verb" || tagged === "noun")) return "adjective";
  if ((lexeme.title === "post" || lexeme.title === "occupation") && length > 1 && tagged === "verb" && !lexeme.cue && !lexeme.events) return "noun";
  if (lexeme.preposition && tagged !== "verb") return "preposition";
  if (lexeme.metric && !lexeme.change) return "noun";
  if (lexeme.closer && tagged === "noun") return "localizer";
  if (lexeme.light && tagged === "noun") return "verb";
  // 副总理兼经济部长
  if (lexeme.source && (tagged === "adjective" || tagged === "adverb") && !lexeme.adverb) return "noun";
  if (lexeme.title === "prefix" && length === 1 && tagged === "verb") return "conjunction";
  if ((lexeme.cue?.use === "say" && length === 1 && tagged === "noun") || lexeme.cue?.use === "cite") return "verb";
  // 爆炸已致12人遇难
  if (lexeme.pivot && length === 1 && tagged === "noun") return "verb";
  // 推进会: the noun.
  if (lexeme.modal && length === 1 && tagged === "noun") return "noun";
  if (lexeme.basis || lexeme.modal || lexeme.negation || lexeme.adverb) return tagged === "noun" || tagged === "verb" || tagged === "pronoun" ? "adverb" : tagged;
  if (lexeme.change?.use === "noun") return "noun";
  if (lexeme.change) return tagged === "noun" && whole && lexeme.change.use === "move" ? "noun" : "verb";
  if (lexeme.copula && tagged === "noun") return "verb";
  if (lexeme.cue || lexeme.copula) return tagged === "adverb" ? "verb" : tagged;
  return tagged;
}

/** 将 before a noun phrase is a preposition (将利率上调, 将三亿元投入研发); before anything else it tells the future (人数将超百万). */
function settleModal(word: Word, at: number, words: readonly Word[]): Word {
  if (!word.lexeme?.modal || !word.lexeme.preposition) return word;
  const next = words[at + 1];
  // 将支付范围扩大: a noun phrase that starts with a verb, and the verb that governs it.
  const compound = next?.kind === "verb" && words[at + 2]?.lexeme?.metric !== undefined && words[at + 3]?.lexeme?.change !== undefined;
  // 将所持股份质押, 将旧款停产
  const described = next !== undefined && ((next.kind === "verb" && (words[at + 2]?.kind === "de" || (!next.lexeme && words[at + 2]?.kind === "noun" && words[at + 3]?.lexeme?.events && (words[at + 4] === undefined || words[at + 4]?.kind === "preposition")))) || ((!next.lexeme || next.lexeme.attribute) && /^(?:particle|adjective|number)$/.test(next.kind) && words[at + 2]?.kind === "noun" && words[at + 3] !== undefined));
  // 将投资50亿元: what the tagger takes for a noun is what will be done. 将三年期利率下调: a length of time modifies.
  if (next?.kind === "noun" && (next.lexeme?.events || next.lexeme?.change) && !compound && !described) return changed(word, "adverb", word.lexeme);
  // 将尝试把A并入B
  // 将冲击5000万的销量: a figure is no noun that a noun modifies.
  if (next?.kind === "noun" && next.tag.startsWith("v") && (words[at + 2]?.lexeme?.preposition === "patient" || words[at + 2]?.kind === "figure")) return changed(word, "adverb", word.lexeme);
  const timed = /^PT?\d/.test(dateOf(next)?.value ?? "") && words[at + 2]?.kind === "noun";
  // 将2022年均价预测上调: what moves stands behind.
  const dated = next?.kind === "date" && words[at + 2]?.kind === "noun" && !words[at + 2]?.lexeme?.events && words.slice(at + 3, at + 12).some((word) => word.lexeme?.change?.object === "may");
  const governs = next !== undefined && (dated || compound || described || timed || next.kind === "noun" || next.kind === "name" || next.kind === "pronoun" || next.kind === "quote" || (next.kind === "figure" && words.slice(at + 2, at + 12).some((word) => word.kind === "verb"))) && (!next.lexeme?.adverb || next.lexeme.anaphor !== undefined);
  return changed(word, governs ? "preposition" : "adverb", word.lexeme);
}

const JOINS: ReadonlySet<WordKind> = new Set<WordKind>(["noun", "name", "adjective", "number", "figure", "classifier", "pronoun", "de", "other"]);

const DETERMINERS = new Set("该本此这那");

/** 公司 and 集团 stand for a name only where they stand alone: not in 信托公司, 两家公司, 阿里巴巴集团. */
function settleAnaphor(word: Word, at: number, words: readonly Word[], folded: string): Word {
  if (word.lexeme?.anaphor !== "organization" || (word.end - word.start > 2 && folded[word.end - 1] !== "部") || DETERMINERS.has(folded[word.start] ?? "")) return word;
  const before = itemAt(words, at - 1);
  if (before?.end !== word.start || !JOINS.has(before.kind) || before.lexeme?.anaphor || before.lexeme?.adverb || before.lexeme?.relation === "serve") return word;
  return changed(word, "noun", without(word.lexeme, "anaphor"));
}

/** 投资者互动平台: what the tagger takes for an adverb between two nouns, and no table knows as one, is a noun. */
function settleAttribute(word: Word, at: number, words: readonly Word[]): Word {
  const [before, next] = [itemAt(words, at - 1), words[at + 1]];
  const isAttribute = word.kind === "adverb" && !word.lexeme && word.end - word.start > 1 && before?.kind === "noun" && next?.kind === "noun" && before.end === word.start && next.start === word.end;
  return isAttribute ? changed(word, "noun", undefined) : word;
}

/** 完工|量, 绿化|率: a measure that the segmenter has cut into two. */
function joinMeasures(words: Word[], folded: string): void {
  let count = 0;
  for (const word of words) {
    const before = itemAt(words, count - 1);
    const cut = word.end - word.start === 1 && !word.mention && !word.lexeme && before?.end === word.start && !before.mention && MEASURES.has(folded[word.start] ?? "");
    if (cut && (before.kind === "noun" || before.kind === "verb") && before.end - before.start >= 2) words[count - 1] = wordOf(before.start, word.end, "noun", "n", undefined);
    else words[count++] = word;
  }
  words.length = count;
}

const MEASURES = new Set("量率额值价");
