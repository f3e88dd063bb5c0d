import type { DateWords } from "../../lexicon/date.js";
import { Kind, kindAt, numeralKinds } from "../../lexicon/numeral.js";
import { WordTable } from "../../lexicon/words.js";
import { skipBlank } from "./text.js";

/** What a code unit may do at the start of a date. */
const WORD = 1;
const NUMBER = 2;
const FRAME = 4;

/** What may stand behind a number of a date: units, the first characters of longer ones, joints and separators. */
const BEHIND_NUMBER = "、年月日号时点分秒刻季周天星礼小个多余半来工交自学财会世岁旬昼钟整度-/:~至到—–―−qh";
const BEHIND_COUNTER = "月季星小交工财会学世钟多半余来自日周礼年整";

/** Frames of words that are grammar, not lists: what must come next for them to start a date. */
const FRAMES: Readonly<Record<string, string>> = {
  第: "", 首: "季月周日个", 农: "历", 阴: "历", 旧: "历", 闰: "", 正: "月", 冬: "月季天", 腊: "月", 春: "季天", 夏: "季天", 秋: "季天",
  上: "半个旬", 下: "半个旬", 中: "旬", 前: "", 头: "", 每: "", 周: "一二三四五六日天末", 星: "期", 礼: "拜", q: "1234", t: "+", f: "y", 大: "半", 小: "半", 半: "", 若: "干", 几: "", 数: "", 多: "",
  "“": "", '"': "", "‘": "", "'": "", "「": "", "『": "",
};
const NEEDS_NUMBER = "第闰前头";
const COUNTABLE = "年月天日周星礼个小季分秒岁世刻";

/** Tells in a look-up or two that no date starts at a position; most positions of a text end here. */
export class Starts {
  readonly #units = new Uint8Array(0x10000);
  readonly #behind = new Uint8Array(0x10000);
  readonly #words: WordTable<{ readonly word: string }>;
  readonly #plans: WordTable<{ readonly word: string }>;

  constructor(words: DateWords) {
    const tables = [words.relative, words.vague, words.parts, words.edges, words.holidays, words.eras, words.plans, words.terms, words.spans, words.zodiac, words.echoes, words.beforeDuration];
    this.#words = new WordTable(tables.flatMap((table) => table.rows.map(({ word }) => ({ word }))));
    this.#plans = words.plans;
    for (const { word } of this.#words.rows) this.#units[word.charCodeAt(0)]! |= WORD;
    for (let unit = 0; unit < numeralKinds.length; unit += 1) if (isDigit(numeralKinds[unit])) this.#units[unit]! |= NUMBER;
    for (const frame of Object.keys(FRAMES)) this.#units[frame.charCodeAt(0)]! |= FRAME;
    for (const unit of BEHIND_NUMBER) this.#behind[unit.charCodeAt(0)] = 1;
  }

  /** Does nothing start with this unit? */
  none(unit: number): boolean {
    return this.#units[unit] === 0;
  }

  may(text: string, at: number): boolean {
    const unit = this.#units[text.charCodeAt(at)] ?? 0;
    if ((unit & NUMBER) !== 0 && this.#numberMay(text, at)) return true;
    if ((unit & WORD) !== 0 && this.#words.has(text, at)) return true;
    return (unit & FRAME) !== 0 && this.#frameMay(text, at);
  }

  #frameMay(text: string, at: number): boolean {
    const frame = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (next === "") return false;
    const needs = FRAMES[frame] ?? "";
    if (needs !== "" && needs.includes(next)) return true;
    if (NEEDS_NUMBER.includes(frame)) return kindAt(text, skipBlank(text, at + 1)) !== Kind.none;
    if (frame === "每") return true;
    if ("半几数多".includes(frame)) return COUNTABLE.includes(next) || "十百千万".includes(next) || "交工自昼钟".includes(next);
    if ("“\"‘'「『".includes(frame)) return this.#plans.has(text, at + 1);
    return false;
  }

  #numberMay(text: string, at: number): boolean {
    let end = at;
    const arabic = kindAt(text, at) === Kind.arabic;
    while (isNumeral(text, end, arabic)) end += 1;
    let next = skipBlank(text, end);
    if (text[next] === "." && kindAt(text, next + 1) === Kind.arabic) {
      next += 1;
      while (next - at < LONGEST && kindAt(text, next) === Kind.arabic) next += 1;
      if (text[next] === ".") return true;
    } else if (text[next] === "点" && kindAt(text, next + 1) === Kind.digit) return true;
    while (next - at < LONGEST && kindAt(text, next) >= Kind.arabic && kindAt(text, next) <= Kind.more) next += 1;
    const unit = text.charCodeAt(skipBlank(text, next));
    if (this.#behind[unit] !== 1) return end - at === 4 || end - at === 8;
    return unit !== COUNTER || BEHIND_COUNTER.includes(text[skipBlank(text, next) + 1] ?? "!");
  }
}

/** What a number of a date begins with. */
const isDigit = (kind: number | undefined): boolean => kind === Kind.arabic || kind === Kind.digit || kind === Kind.ten || kind === Kind.tens;

/** No number before a unit of time is longer. */
const LONGEST = 40;
const COUNTER = "个".charCodeAt(0);

const isNumeral = (text: string, at: number, arabic: boolean): boolean => {
  const kind = kindAt(text, at);
  return arabic ? kind === Kind.arabic : kind !== Kind.arabic && isDigit(kind);
};
