import type { Endings } from "../../lexicon/ending.js";
import type { NounClass } from "../../lexicon/noun-ending.js";
import type { Word } from "../../syntax/word.js";

/** What the nouns of a text are, by the tables and by how they end. */
export class Nouns {
  constructor(
    private readonly folded: string,
    private readonly endings: Endings<readonly NounClass[]>,
  ) {}

  /** Somebody or something that has measures of its own: 信托公司, 电池业务. */
  isHolder(word: Word | undefined): boolean {
    return word?.kind === "noun" && this.#ends(word, "holder");
  }

  /** A part of a firm that has figures of its own: 电池回收业务 | 收入. */
  isDivision(word: Word | undefined): boolean {
    return word !== undefined && this.#ends(word, "division");
  }

  isMarket(word: Word | undefined): boolean {
    return word !== undefined && this.#ends(word, "market");
  }

  /** What is measured: 净利润, 完工率. */
  isMetric(word: Word | undefined): boolean {
    return word !== undefined && word.mention === undefined && (word.lexeme?.metric !== undefined || (word.kind === "noun" && isLong(word) && this.#ends(word, "measure")));
  }

  /** 沪指, 中药板块, 螺纹期货: what has a price or level of its own. */
  isInstrument(word: Word | undefined): boolean {
    return word !== undefined && (word.lexeme?.instrument === true || (isLong(word) && this.#ends(word, "instrument")));
  }

  #ends({ start, end }: Word, as: NounClass): boolean {
    return this.endings.of(this.folded, start, end)?.includes(as) === true;
  }
}

const isLong = ({ start, end }: Word): boolean => end - start > 1;
