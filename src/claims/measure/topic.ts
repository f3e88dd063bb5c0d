import type { Anaphor } from "../../lexicon/lexeme.js";
import type { Lexicon } from "../../lexicon/lexicon.js";
import { itemAt, type DateMention, type FigureMention, type Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";
import { periodsOf } from "./basis.js";
import type { Nouns } from "./noun.js";
import type { Carried, Measured } from "./split.js";

/** 专家认为, 彭博指标显示: who speaks of the economy is not whose economy it is. A firm's 公告 and 财报 do speak of the firm. */
const speaksOnly = ({ words, cues }: Clause): boolean =>
  cues.some((at) => words[at]?.lexeme?.cue?.use !== "publish" && words[at]?.lexeme?.cue?.use !== "source") && !words.some(({ lexeme }) => lexeme?.ownReport);

/** 国家卫健委：昨日新增…: an authority or a medium reports what is not its own. */
function reports({ words, closing }: Clause, folded: string, { bodyEndings }: Pick<Lexicon, "bodyEndings">): boolean {
  const last = words.at(-1);
  const body = closing?.kind === "colon" && last ? bodyEndings.of(folded, last.start, last.end) : undefined;
  return body === "authority" || body === "medium";
}

/** 央行发布通知，最低首付款比例调整为…: who makes a rule is not whose figures it sets. */
function rules({ words, cues }: Clause, folded: string, { eventNouns }: Pick<Lexicon, "eventNouns">): boolean {
  const last = words.at(-1);
  return last !== undefined && cues.some((at) => words[at]?.lexeme?.cue?.use === "publish") && eventNouns.classesOf(folded, last.start, last.end).includes("rule");
}

const lastPeriodOf = (clause: Clause): DateMention | undefined => periodsOf(clause).findLast(({ value }) => value !== undefined && !value.endsWith("_REF"));

/** 该市, 该项目: where no name came before, the words themselves. */
const NAMING = new Set<Anaphor>(["location", "product", "work"]);

const owned = (span: Span | undefined): Carried | undefined => span && { start: span.start, end: span.end, owns: true, place: false };

const PARTS = "其中";

/** 其中, 分产品看, 分行业看: parts follow; 分析师 and 分红 are words that the tables know. */
const opensList = ({ start, end, lexeme }: Word, folded: string): boolean => (end - start >= PARTS.length && folded.startsWith(PARTS, start)) || (folded[start] === "分" && (end - start === 1 || !lexeme));

/** The firm or product that nouns from `from` on only describe. */
function describedName(words: readonly Word[], from: number): Word | undefined {
  let i = from;
  while (words[i]?.kind === "noun") i += 1;
  const type = words[i]?.mention?.type;
  return i > from && words[i]?.kind === "name" && (type === "organization" || type === "product") && words[i + 1]?.kind !== "de" ? words[i] : undefined;
}

/** What is being spoken of: the subject and metric that a later clause may leave unsaid. */
export class Topic {
  #sentence = -1;
  #paragraph = -1;
  #subject: Carried | undefined;
  #subjectSentence = -1;
  #listing = false;
  #period: DateMention | undefined;
  #local: Carried | undefined;
  #localSentence = -1;
  #traded: Span | undefined;
  #last: Measured | undefined;
  #group: readonly Measured[] | undefined;
  #lastSentence = -1;
  #levels: Measured[] = [];
  /** The last measure of the sentence by the unit of its figure. */
  readonly #byUnit = new Map<string | undefined, Measured>();

  readonly #folded: string;

  constructor(
    private readonly reading: Reading,
    private readonly nouns: Nouns,
    private readonly lexicon: Pick<Lexicon, "bodyEndings" | "eventNouns">,
  ) {
    this.#folded = reading.analysis.document.folded;
  }

  /** What the last change was measured against. */
  basis: string | undefined;

  /** The sentence lists the parts of what the one before told whole (其中，…). */
  get listing(): boolean {
    return this.#listing;
  }

  enter(clause: Clause): void {
    if (clause.sentence.paragraph !== this.#paragraph) {
      this.#paragraph = clause.sentence.paragraph;
      this.#subject = undefined;
      this.#last = undefined;
      this.#period = undefined;
    }
    if (clause.sentence.index !== this.#sentence) {
      if (this.#byUnit.size > 0) this.#byUnit.clear();
      this.#levels = [];
      const [first] = clause.words;
      this.#listing = first !== undefined && opensList(first, this.#folded);
    }
    if (clause.dates.length > 0) this.#period = lastPeriodOf(clause) ?? this.#period;
    const [opening, next] = clause.words;
    if (clause.sentence.index !== this.#sentence) this.#traded = undefined;
    if (opening?.kind === "noun" && next?.kind !== "noun" && this.nouns.isInstrument(opening)) this.#traded = { start: opening.start, end: opening.end };
    this.#sentence = clause.sentence.index;
    const leading = this.#leadingName(clause);
    if (leading && !clause.host && !speaksOnly(clause) && !rules(clause, this.#folded, this.lexicon) && !reports(clause, this.#folded, this.lexicon)) {
      this.#subject = leading;
      this.#subjectSentence = this.#sentence;
    }
  }

  note(measured: Measured, figure?: FigureMention, parts?: readonly Measured[]): void {
    if (measured.explicit || !this.#isShort(measured)) this.#last = measured;
    this.#group = parts;
    this.#lastSentence = this.#sentence;
    if (figure && measured.metric) this.#byUnit.set(figure.unit, measured);
    if (measured.subject && measured.explicit) {
      this.#local = { start: measured.subject.start, end: measured.subject.end, owns: false, place: false };
      this.#localSentence = this.#sentence;
    }
  }

  /** The index or commodity that a clause of the sentence began with: 沪指低开高走，收涨0.5%. */
  get traded(): Span | undefined {
    return this.#traded;
  }

  /** The date that the paragraph named last: 5月，成交量环比上升9%. */
  get period(): DateMention | undefined {
    return this.#period;
  }

  /** Subject for a clause that names none. */
  get subject(): Carried | undefined {
    if (this.#localSentence === this.#sentence && this.#subjectSentence !== this.#sentence) return this.#local;
    return this.#sentence - this.#subjectSentence <= 3 ? this.#subject : undefined;
  }

  /** Subject and metric for a clause that names neither (同比增长5%): those of the measure just before. */
  get last(): Measured | undefined {
    return this.#sentence - this.#lastSentence <= 1 ? this.#last : undefined;
  }

  /** 社会库存874万吨，…，库存回升: a short form has the subject of the whole. */
  shortened(measured: Measured): Measured {
    const subject = this.last?.subject;
    return !measured.explicit && subject && this.#isShort(measured) ? { ...measured, subject } : measured;
  }

  #isShort({ metric }: Measured): boolean {
    const { folded } = this.reading.analysis.document;
    const whole = this.last?.metric;
    return whole !== undefined && metric !== undefined && whole.start !== metric.start && folded.slice(whole.start, whole.end).endsWith(folded.slice(metric.start, metric.end));
  }

  /** A level that the sentence states; what moved before it is no longer spoken of. */
  level(measured: Measured): void {
    this.#levels.push(measured);
    this.basis = undefined;
  }

  /** The last `count` levels of the sentence. */
  levels(count: number): readonly Measured[] | undefined {
    return this.#levels.length >= count ? this.#levels.slice(-count) : undefined;
  }

  /** The measures of the list just before (A、B分别为5%、8%，增长2%和3%), where it had `count`. */
  group(count: number): readonly Measured[] | undefined {
    return this.#group?.length === count && this.#lastSentence === this.#sentence ? this.#group : undefined;
  }

  /** The metric of the measure before, where its figures had the same unit. */
  metricFor(figure: FigureMention): Measured | undefined {
    return this.#byUnit.get(figure.unit);
  }

  /** A name that opens the clause as its subject: not inside a frame, not merely a possessor further on. */
  #leadingName(clause: Clause): Carried | undefined {
    const { words } = clause;
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i];
      if (!word) return undefined;
      const frame = clause.frames.find((f) => f.from === i);
      if (frame) {
        i = frame.to - 1;
        continue;
      }
      if (word.kind === "name" && word.type !== "location") {
        let end = i;
        for (;;) {
          // Maker and model stand side by side: 特斯拉Model Y、比亚迪宋.
          if (words[end + 1]?.kind === "name") end += 1;
          else if ((words[end + 1]?.kind === "pause" || words[end + 1]?.kind === "conjunction" || words[end + 1]?.lexeme?.preposition === "partner") && words[end + 2]?.kind === "name") end += 2;
          else break;
        }
        return { start: word.start, end: words[end]?.end ?? word.end, owns: true, place: false };
      }
      if (word.kind === "name" && word.type === "location") {
        const next = words[i + 1];
        if (next?.kind === "name") return undefined;
        // 美国芯片设计公司甲: where it is from.
        const described = describedName(words, i + 1);
        if (described) return { start: described.start, end: described.end, owns: true, place: false };
        let end = i;
        while (words[end + 1]?.kind === "pause" && words[end + 2]?.type === "location") end += 2;
        return { start: word.start, end: words[end]?.end ?? word.end, owns: false, place: true };
      }
      if (word.lexeme?.anaphor && word.lexeme.anaphor !== "plural") return owned(this.reading.antecedents.resolve(word) ?? (NAMING.has(word.lexeme.anaphor) ? word : undefined));
      if (word.kind === "date" || (word.kind === "de" && itemAt(words, i - 1)?.kind === "date") || word.kind === "adverb" || word.kind === "conjunction" || word.lexeme?.adverb || word.lexeme?.modal) continue;
      return undefined;
    }
    return undefined;
  }
}
