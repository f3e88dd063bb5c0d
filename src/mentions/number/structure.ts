import { Kind, kindAt, valueAt } from "../../lexicon/numeral.js";
import { add, decimal, isLess, ONE, shift, ZERO, type Decimal } from "./decimal.js";
import { isLiang, isNumeral, isPair, isTenOrScale, readArabic, readDecimals, skipSpaces } from "./digits.js";

/** A number built of digits, 十百千 and 万亿兆. */
export interface Structure {
  readonly end: number;
  readonly value: Decimal;
  /** Power of ten of the 万, 亿 … it ends in. */
  readonly scale: number;
  /** 多, 余 or 几 stand in it. */
  readonly bound: boolean;
  /** Two neighbouring digits stand in it: 八九亿. */
  readonly paired: boolean;
  /** It starts with a bare 百, 千, 万 or 亿. */
  readonly implicit: boolean;
}

const MAX_EXPONENT = 24;

/** Reads such a number at `at`; `high` takes the second of two neighbouring digits. */
export const readStructure = (text: string, at: number, limit: number, source: string, high: boolean): Structure | undefined => new StructureReader(text, at, limit, source, high).read();

class StructureReader {
  /** Sections already closed by their 万, 亿 …, largest first. */
  private readonly parts: { value: Decimal; scale: number }[] = [];
  /** What stands since. */
  private section: Decimal | undefined;
  /** A digit, or digits in Arabic, that no 十百千万 has placed yet. */
  private digit: Decimal | undefined;
  private digitAt = 0;
  /** Power of ten of the last 十百千万 …: a digit right behind it takes the next lower (一万二), unless 零 stands between. */
  private last = Infinity;
  private zero = false;
  /** Decimals have been read: only scales may follow. */
  private fraction = false;
  private vague = false;
  private bound = false;
  private paired = false;
  private implicit = false;
  private scale = 0;
  private at: number;
  /** Behind the last character that made the number whole. */
  private end: number;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly limit: number,
    private readonly source: string,
    private readonly high: boolean,
  ) {
    this.at = start;
    this.end = start;
  }

  read(): Structure | undefined {
    while (this.at < this.limit && this.readNext());
    if (this.end === this.start) return undefined;
    const { end, scale, bound, paired, implicit } = this;
    return { end, value: this.total(), scale, bound, paired, implicit };
  }

  private readNext(): boolean {
    const { text, start } = this;
    if (text[this.at] === " " && isNumeral(kindAt(text, this.at - 1))) {
      const next = skipSpaces(text, this.at);
      if (isNumeral(kindAt(text, next)) || text[next] === "点") this.at = next;
    }
    const { at } = this;
    const isFirst = at === start;
    switch (kindAt(text, at)) {
      case Kind.arabic:
        return this.readArabic();
      case Kind.digit:
        return this.readDigit();
      case Kind.capital:
        return (!isFirst || isTenOrScale(text, at + 1)) && this.readDigit();
      case Kind.ten:
      case Kind.capitalTen:
        return this.isTen(at) && this.readTen();
      case Kind.tens:
        return this.readTens();
      case Kind.scale:
        return this.readScale();
      case Kind.vague:
        return (isFirst || text[at] === "几") && this.readVague();
      case Kind.more:
        return !isFirst && this.readMore(at);
      default:
        if (text[at] === "点") return this.readPoint();
        if (text[at] === "个" && this.digit) return this.readSpokenScale();
        if (isFirst) return text[at] === "." && kindAt(text, at + 1) === Kind.arabic && this.readArabic();
        return text[at] === " " && kindAt(text, at + 1) === Kind.more && this.readMore(at + 1);
    }
  }

  private commit(at: number): void {
    this.at = at;
    this.end = at;
    this.bound ||= this.vague;
  }

  /** 十百千; 拾 only inside a number or before a numeral. */
  private isTen(at: number): boolean {
    const kind = kindAt(this.text, at);
    return kind === Kind.ten || (kind === Kind.capitalTen && (at > this.start || isNumeral(kindAt(this.text, at + 1))));
  }

  /** The digit not yet placed, in the place that 二 has in 一万二. */
  private placed(): Decimal {
    const isColloquial = this.last !== Infinity && this.last > 1 && !this.zero;
    return this.digit ? (isColloquial ? shift(this.digit, this.last - 1) : this.digit) : ZERO;
  }

  private total(): Decimal {
    return this.parts.reduce((sum, part) => add(sum, part.value), add(this.section ?? ZERO, this.placed()));
  }

  private readArabic(): boolean {
    const { text, at, start } = this;
    if (this.digit || this.fraction) return false;
    const arabic = readArabic(text, at, this.limit, this.source);
    if (!arabic) return false;
    // inside a number: 3万5千, 1千零20
    if (at > start && (arabic.value.exponent < 0 || !(this.zero || isTenOrScale(text, arabic.end)))) return false;
    this.digit = arabic.value;
    this.fraction = arabic.value.exponent < 0;
    this.digitAt = at;
    this.scale = 0;
    this.commit(arabic.end);
    if (text[this.at] === " " && kindAt(text, this.at + 1) === Kind.scale) this.at += 1;
    return true;
  }

  private readDigit(): boolean {
    const { text, at, start } = this;
    if (this.digit || this.fraction || (at > start && isLiang(text, at))) return false;
    const value = valueAt(text, at);
    if (value === 0) return this.readZero();
    const second = kindAt(text, at + 1) === Kind.digit && !isLiang(text, at + 1) ? valueAt(text, at + 1) : 0;
    const isPaired = second > 0 && isPair(value, second) && kindAt(text, at + 2) !== Kind.digit;
    if (second > 0 && !isPaired) return false;
    this.digit = decimal(isPaired && this.high ? second : value);
    this.digitAt = at;
    this.paired ||= isPaired;
    this.scale = 0;
    this.commit(at + (isPaired ? 2 : 1));
    return true;
  }

  private readZero(): boolean {
    const { text, at, start } = this;
    if (at > start) {
      if (this.zero) return false;
      this.zero = true;
      this.at += 1;
      return true;
    }
    this.zero = true;
    this.commit(at + 1);
    if (kindAt(text, at + 1) === Kind.none) this.digit = ZERO;
    return true;
  }

  private readTen(): boolean {
    const { text, at, start } = this;
    const power = valueAt(text, at);
    if (power >= this.last && this.last < 4) return this.dropDigit();
    if (!this.digit && at === start) this.implicit = power > 1;
    if (!this.digit && at > start && power > 1 && !this.vague) return false;
    if (this.digit && power === 1 && kindAt(text, at - 1) === Kind.arabic) return false;
    this.scale = this.digit && !this.section && this.parts.length === 0 && power > 1 ? power : 0;
    this.placeSection(shift(this.digit ?? ONE, power), power);
    return true;
  }

  private readTens(): boolean {
    if (this.digit || this.last <= 1) return false;
    this.scale = 0;
    this.placeSection(decimal(valueAt(this.text, this.at), 1), 1);
    return true;
  }

  private placeSection(value: Decimal, power: number): void {
    this.section = add(this.section ?? ZERO, value);
    this.digit = undefined;
    this.last = power;
    this.zero = false;
    this.commit(this.at + 1);
  }

  /** 万, 亿, 兆 close the section, and multiply smaller sections before it: 一万五千亿. */
  private readScale(): boolean {
    const { parts } = this;
    const power = valueAt(this.text, this.at);
    const top = parts.at(-1);
    const hasSection = this.section !== undefined || this.digit !== undefined;
    if (hasSection && top?.scale === power) return this.dropDigit();
    if (!hasSection && !top && this.at === this.start) this.implicit = true;
    const tens = this.digit && this.last < 4 ? this.placed() : (this.digit ?? ZERO);
    let sum = hasSection ? add(this.section ?? ZERO, tens) : top ? ZERO : ONE;
    while (parts.length > 0 && (parts.at(-1)?.scale ?? 0) <= power) sum = add(sum, parts.pop()?.value ?? ZERO);
    const value = shift(sum, power);
    if (value.exponent > MAX_EXPONENT) return false;
    parts.push({ value, scale: power });
    this.scale = parts.length > 1 ? 0 : !hasSection && top ? this.scale + power : power;
    this.section = undefined;
    this.digit = undefined;
    this.last = power;
    this.zero = false;
    this.commit(this.at + 1);
    return true;
  }

  /** The digit belongs to a number of its own: 三百 after 一百. */
  private dropDigit(): false {
    if (this.digit) this.end = this.digitAt;
    this.digit = undefined;
    return false;
  }

  /** 几 and 数 before a ten or scale (几十万), 几 behind one (十几). */
  private readVague(): boolean {
    const { text, at, start, last } = this;
    if (this.digit || this.fraction || this.vague) return false;
    const isBeforeTen = this.isTen(at + 1);
    if (!isBeforeTen && !(kindAt(text, at + 1) === Kind.scale && (at === start || last <= 1)) && (at === start || !(last === 1 || this.zero))) return false;
    this.vague = true;
    this.at += 1;
    if (at === start) return true;
    if (isBeforeTen) this.digit = ONE;
    else this.commit(this.at);
    return true;
  }

  /** 多 and 余 behind a round number; a scale may follow: 一千多万. */
  private readMore(at: number): boolean {
    const { text } = this;
    if (this.end !== this.at) return false;
    const isRound = text[at] === "来" ? this.last === 1 || this.last === 2 : !this.digit || text[this.at - 1] === "0" || (kindAt(text, this.at - 1) === Kind.arabic && isLess(decimal(10), this.digit));
    if (!isRound) return false;
    this.vague = true;
    this.commit(at + 1);
    this.at = skipSpaces(text, this.at);
    return kindAt(text, this.at) === Kind.scale;
  }

  /** 个亿 and 个多亿 of 两个多亿. */
  private readSpokenScale(): boolean {
    const { text, at } = this;
    const more = kindAt(text, at + 1) === Kind.more ? 1 : 0;
    if (text[at + 1 + more] !== "亿" || text[at + 2 + more] === "级" || text[at + 3 + more] === "级") return false;
    this.vague ||= more === 1;
    this.at += 1 + more;
    return true;
  }

  /** 点五 of 三点五; it closes what stands before, and a scale may follow: 一点二亿. */
  private readPoint(): boolean {
    if (this.fraction || !(this.digit || this.section || this.parts.length > 0)) return false;
    const decimals = readDecimals(this.text, skipSpaces(this.text, this.at + 1), this.limit);
    if (!decimals) return false;
    this.section = add(this.total(), decimals.value);
    this.parts.length = 0;
    this.digit = undefined;
    this.fraction = true;
    this.last = 0;
    this.scale = 0;
    this.commit(decimals.end);
    return true;
  }
}
