import { countBefore, itemAt, spansIn, type Mention, type Span } from "../model/index.js";
import type { LexemeTable } from "../lexicon/lexeme.js";
import type { Clause } from "../syntax/clause.js";
import type { Quote } from "../syntax/quote.js";
import type { Word } from "../syntax/word.js";
import { LASTING, NO_CUES, type Reading, type RelationDraft } from "./draft.js";

const NONE: readonly RelationDraft[] = [];
/** What stands in brackets behind a name is read up to this length. */
const LONGEST = 60;
const CLOSES: Readonly<Record<string, string>> = { "(": ")", "[": "]", "【": "】", "〔": "〕" };
const CODE = /^(?:(?<market>sh|sz|hk|bj)[.:]?)?(?<code>\d{4,6}(?:\.[a-z]{1,3})?|[a-z]{1,5}\.[a-z]{1,2})$/u;
const LABELLED = /^(?:\d{4,6}(?:\.[a-z]{1,3})?|[a-z]{1,6}(?:\.[a-z]{1,2})?)$/u;
/** GB 19578—2021, ISO 9001: the number of a standard. */
const STANDARD = /^[a-z]{2,8}(?:\/[a-z]{1,4})? ?\d[\d.]*(?:[-—–:]\d{2,4})?$/u;
const LATIN = /^[\p{Script=Latin}\d][\p{Script=Latin}\d .,&'’·\-+/]*$/u;

/** Other names (简称“…”, A（B）, 又称…) and stock codes (甲集团(1113.HK)). */
export class NameFinder {
  readonly #folded: string;
  readonly #text: string;

  constructor(
    private readonly reading: Reading,
    private readonly lexemes: LexemeTable,
  ) {
    this.#folded = reading.analysis.document.folded;
    this.#text = reading.analysis.document.text;
  }

  read(clause: Clause): readonly RelationDraft[] {
    if (clause.host) return this.#bracket(clause, clause.host);
    const at = aliasIn(clause);
    return at < 0 ? NONE : this.#alsoCalled(clause, at);
  }

  #bracket(clause: Clause, host: Clause): RelationDraft[] {
    let open = clause.start - 1;
    while (open > host.start && this.#folded[open] === " ") open -= 1;
    const closer = CLOSES[this.#folded[open] ?? ""];
    if (!closer) return [];
    const name = this.#nameBefore(host, open);
    if (!name) return this.#short(clause, host, open);
    const close = this.#folded.slice(open + 1, open + 1 + LONGEST).indexOf(closer);
    if (close < 0) return [];
    const inside = this.#trim({ start: open + 1, end: open + 1 + close });
    const codes = this.#codes(inside);
    if (codes.length > 0) return name.type === "organization" || name.type === "product" ? codes.map((code) => this.#draft("ticker", clause, name, code)) : [];
    const named = aliasIn(clause);
    if (named >= 0) return this.#names(clause.words.slice(named + 1), { start: clause.words[named]?.end ?? inside.start, end: inside.end }).map((alias) => this.#draft("alias", clause, name, alias));
    const alias = this.#bareAlias(clause, name, inside);
    return alias ? [this.#draft("alias", clause, name, alias)] : [];
  }

  /** “某项目2期”（简称“某项目”）: what stands in quote marks before the bracket is named, whatever it is. */
  #short(clause: Clause, host: Clause, open: number): RelationDraft[] {
    const { quotes } = this.reading.analysis;
    const quote = itemAt(quotes, countBefore(quotes, open) - 1);
    const label = aliasIn(clause);
    if (!quote || label < 0 || quote.start < host.start || quote.end > open || this.#text.slice(quote.end, open).length > 2) return [];
    return this.#names(clause.words.slice(label + 1), { start: clause.words[label]?.end ?? clause.start, end: clause.end }).map((alias) => this.#draft("alias", clause, quote, alias));
  }

  /** The name that ends right before the bracket; a quote mark or 先生 may stand between. */
  #nameBefore(host: Clause, open: number): Mention | undefined {
    for (let i = host.words.length - 1; i >= 0; i -= 1) {
      const word = host.words[i];
      if (!word || word.start >= open) continue;
      if (word.mention) return word.kind === "name" && open - word.end <= 4 ? word.mention : undefined;
      if (word.kind !== "unquote" && word.lexeme?.title !== "honorific" && this.#text.slice(word.start, word.end).trim() !== "") return undefined;
    }
    return undefined;
  }

  /** 1113.HK; NASDAQ：LJZX; 股票代码：300750; several of them. */
  #codes(inside: Span): Span[] {
    const codes: Span[] = [];
    let labelled = false;
    for (let at = inside.start; at < inside.end; ) {
      let end = at;
      while (end < inside.end && !/[\s:,;、/|]/.test(this.#folded[end] ?? "")) end += 1;
      const part = this.#folded.slice(at, end);
      if (part !== "") {
        const { code, market } = CODE.exec(part)?.groups ?? {};
        const isCode = code !== undefined && (market !== undefined || !/^\d{4}$/.test(code));
        if (isCode || (labelled && LABELLED.test(part))) codes.push({ start: end - (isCode ? code.length : part.length), end });
        else if (this.lexemes.get(part)?.relation === "code") labelled = true;
        else return [];
      }
      at = end + 1;
    }
    return codes;
  }

  /** （简称“甲”或“乙”）: the quoted words, the names, or all there is. */
  #names(words: readonly Word[], rest: Span): Span[] {
    const quoted = spansIn(this.reading.analysis.quotes, rest);
    if (quoted.length > 0) return quoted.map(spanOf);
    const named = words.filter((word) => word.kind === "name" && word.end <= rest.end);
    if (named.length > 0) return named.map(spanOf);
    const span = this.#trim(rest);
    return span.end > span.start && span.end - span.start <= 20 ? [span] : [];
  }

  /** 贝里（Lars Berg）, 世界反兴奋剂机构（WADA）: one name of the same kind, or a Latin one, and nothing else. */
  #bareAlias(clause: Clause, name: Mention, inside: Span): Span | undefined {
    const names = clause.words.filter((word) => word.kind === "name");
    const only = names.length === 1 ? names[0]?.mention : undefined;
    const text = this.#folded.slice(inside.start, inside.end);
    if (/[《〈]/.test(this.#folded[name.start] ?? "") && STANDARD.test(text)) return inside;
    if (only && only.type === name.type && (only.end - only.start >= inside.end - inside.start || LATIN.test(text))) return spanOf(only);
    if (names.length > 1 || (only && only.end - only.start < inside.end - inside.start)) return undefined;
    return LATIN.test(text) && /\p{L}{2}/u.test(text) && name.type !== "location" ? inside : undefined;
  }

  /** 风城油田也被称为“流不动的油田”. */
  #alsoCalled(clause: Clause, at: number): RelationDraft[] {
    const { words } = clause;
    const next = words[at + 1];
    if (!next) return [];
    const before = words.slice(0, at).findLast((word) => word.kind === "name");
    const own = before ?? this.reading.antecedents.topicBefore(clause);
    const subject = own && own.start >= clause.sentence.start ? own : undefined;
    const object = next.kind === "quote" ? quoteAt(this.reading.analysis.quotes, next.end) : next.kind === "name" ? next : undefined;
    return subject && object ? [this.#draft("alias", clause, subject, object, at)] : [];
  }

  #draft(relation: "alias" | "ticker", clause: Clause, subject: Span, object: Span, at = 0): RelationDraft {
    return {
      type: "relation",
      relation,
      clause,
      at,
      span: { start: Math.min(subject.start, object.start), end: Math.max(subject.end, object.end) },
      subject: spanOf(subject),
      object: spanOf(object),
      title: undefined,
      figure: undefined,
      sets: LASTING,
      acts: true,
      basisCues: NO_CUES,
      sure: undefined,
      rule: relation === "alias" ? "relation/alias" : "relation/ticker",
    };
  }

  #trim({ start, end }: Span): Span {
    while (start < end && /[\s“”"'‘’:：,，]/.test(this.#text[start] ?? "")) start += 1;
    while (end > start && /[\s“”"'‘’:：,，]/.test(this.#text[end - 1] ?? "")) end -= 1;
    return { start, end };
  }
}

/** Where the first word of another name stands (简称); -1 where none does. */
const aliasIn = ({ words, ties }: Clause): number => ties.find((at) => words[at]?.lexeme?.relation === "alias") ?? -1;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const quoteAt = (quotes: readonly Quote[], start: number): Quote | undefined => {
  const quote = quotes[countBefore(quotes, start)];
  return quote?.start === start ? quote : undefined;
};
