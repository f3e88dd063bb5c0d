import type { Span } from "../../model/index.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";

/** Whose metric it is, and what is measured. */
export interface Measured {
  readonly subject?: Span;
  readonly metric?: Span;
  readonly key?: string;
  /** The subject is named in the field itself, not carried from before. */
  readonly explicit: boolean;
  /** The measure just before, told again or by its parts. */
  readonly again?: boolean;
}

/** A subject named before, for phrases that name none. */
export interface Carried extends Span {
  /** A firm, person or product, whose measures are its own throughout (公司产能利用率); a place's may belong to a part of it. */
  readonly owns: boolean;
}

const PRICES = new Set(["price", "share_price", "yield", "average_price", "unit_price", "exchange_rate", "closing_price", "freight_rate"]);
const MEASURE_END = /(?:[率额量价值费金度比]|[^指]数|[压能动]力|性)(?:水平)?$/u;

export const spanOf = (words: readonly Word[], { from, to }: Stretch): Span | undefined => {
  let [a, b] = [from, to];
  while (a < b && /^(?:de|quote|pause|aspect|conjunction)$/.test(words[a]?.kind ?? "") && !(words[a]?.kind === "quote")) a += 1;
  while (b > a && /^(?:de|pause|aspect|conjunction)$/.test(words[b - 1]?.kind ?? "")) b -= 1;
  // A whole phrase in quote marks is meant without them; marks inside a phrase stay.
  if (words[a]?.kind === "quote" && words[b - 1]?.kind === "unquote") {
    a += 1;
    b -= 1;
  } else if (words[a]?.kind === "quote" && !words.slice(a, b).some((word) => word.kind === "unquote")) a += 1;
  const [first, last] = [words[a], words[b - 1]];
  return first && last && a < b ? { start: first.start, end: last.end } : undefined;
};

export const isMetricWord = (word: Word | undefined, text: string): boolean =>
  word !== undefined && word.mention === undefined && (word.lexeme?.metric !== undefined || (word.kind === "noun" && word.end - word.start >= 2 && MEASURE_END.test(text.slice(word.start, word.end))));

/** Splits a noun phrase that is measured into subject and metric: `微信及WeChat | 合并月活跃用户数`, `电解铝、煤炭 | 价格`. */
export function splitField(reading: Reading, words: readonly Word[], field: Stretch, carried: Carried | undefined, priced: boolean): Measured {
  const { folded } = reading.analysis.document;
  const { from, to } = field;
  const head = to - 1;
  const key = words[head]?.lexeme?.metric?.key;
  const owner = leadingOwner(reading, words, field);
  const rest: Stretch = { from: owner?.to ?? from, to };
  const headed = isMetricWord(words[head], folded) && !(priced && isInstrument(words[head], folded));
  const metricFrom = headed ? metricStart(words, head, rest.from) : to;
  // 对股市的风险: the preposition modifies what is measured.
  const governed = words[from]?.kind === "preposition" && words[from]?.lexeme?.preposition === "goal";
  const give = (subject: Span | undefined, metric: Span | undefined): Measured => ({
    ...(subject && { subject }),
    ...(metric && { metric }),
    ...(metric && key !== undefined && { key }),
    explicit: subject !== undefined,
  });
  if (governed) return withCarried(give(undefined, spanOf(words, field)), carried);
  if (owner && owner.to >= to) return give(owner.span, undefined);
  // 长津湖系列电影|总票房: a product's name may run on.
  if (owner?.product && headed && metricFrom > rest.from) return give(spanOf(words, { from, to: metricFrom }), spanOf(words, { from: metricFrom, to }));
  if (owner && !(headed && PRICES.has(key ?? "") && metricFrom > rest.from)) return give(owner.span, spanOf(words, rest));
  if (!headed) {
    // 贷款利率|隔夜品种: the measure stands first, what it is of behind it.
    const inner = innerMetric(words, field);
    if (inner !== undefined && !priced) return { subject: spanOf(words, { from: inner, to })!, metric: spanOf(words, { from, to: inner })!, explicit: true };
    if (isInstrument(words[head], folded)) return give(spanOf(words, field), undefined);
    const possessor = priced ? undefined : possessorOf(words, field);
    if (possessor) return give(spanOf(words, { from, to: possessor }), spanOf(words, { from: possessor + 1, to }));
    return priced ? give(spanOf(words, field), undefined) : withCarried(give(undefined, spanOf(words, field)), carried);
  }
  const possessor = spanOf(words, { from, to: metricFrom });
  if (!possessor) return withCarried(give(undefined, spanOf(words, field)), carried);
  // 产能利用率 of a firm that is spoken of stays whole; 能源价格 belongs to energy.
  const named = words.slice(from, metricFrom).some((word) => word.kind === "de" || word.kind === "name" || word.kind === "figure") || isDivision(words[metricFrom - 1], folded);
  if (words[head]?.lexeme?.metric?.whole && !named) return withCarried(give(undefined, spanOf(words, field)), carried?.owns ? carried : undefined);
  // 计入当期损益的政府补贴 is what is measured, whole; 收入在5亿元以下的公司数量 counts the firms.
  const before = words.slice(from, metricFrom);
  const relative = key !== "count" && before.some((word) => word.kind === "de") && before.some((word) => word.kind === "verb");
  if (carried?.owns && (!named || relative) && !PRICES.has(key ?? "")) return withCarried(give(undefined, spanOf(words, field)), carried);
  return give(possessor, spanOf(words, { from: metricFrom, to }));
}

const withCarried = (measured: Measured, carried: Carried | undefined): Measured => ({ ...measured, ...(carried && { subject: { start: carried.start, end: carried.end } }), explicit: false });

/** 电池回收业务 | 收入: a part of a firm that has figures of its own. */
const isDivision = (word: Word | undefined, folded: string): boolean => word !== undefined && /(?:业务|板块|分部|事业部)$/u.test(folded.slice(word.start, word.end));

/** 沪指, 中药板块, 螺纹期货: a word of the table, or one that ends in it. */
export function isInstrument(word: Word | undefined, folded: string): boolean {
  return word !== undefined && (word.lexeme?.instrument === true || /(?:指数|板块|概念股|[^入参控持配招]股|期货|合约)$/u.test(folded.slice(word.start, word.end)));
}

/** Behind a dictionary metric inside a phrase that ends in something else; nothing where 的 stands in it. */
function innerMetric(words: readonly Word[], { from, to }: Stretch): number | undefined {
  for (let i = from; i < to - 1; i += 1) {
    if (words[i]?.kind === "de" || words[i]?.mention) return undefined;
    if (words[i]?.lexeme?.metric?.key?.endsWith("rate") || words[i]?.lexeme?.metric?.key === "price") return words[i + 1]?.lexeme?.metric || words[i + 1]?.kind === "de" ? undefined : i + 1;
  }
  return undefined;
}

/** Position of the 的 that ties what is measured to its possessor (全球最富十人的财富), where no relative clause stands before it. */
function possessorOf(words: readonly Word[], { from, to }: Stretch): number | undefined {
  for (let i = to - 2; i > from; i -= 1) {
    if (words[i]?.kind !== "de") continue;
    const before = words.slice(from, i);
    return to - i <= 4 && before.every((word) => word.kind !== "verb" && word.kind !== "preposition") ? i : undefined;
  }
  return undefined;
}

interface Owner {
  readonly span: Span;
  /** The word behind it. */
  readonly to: number;
  readonly product?: boolean;
}

/** Names or a pronoun at the start of a field: whose metric follows. */
function leadingOwner(reading: Reading, words: readonly Word[], { from, to }: Stretch): Owner | undefined {
  const first = words[from];
  if (!first) return undefined;
  if (first.lexeme?.anaphor) {
    const span = reading.antecedents.resolve(first);
    return span && { span, to: from + 1 };
  }
  let end = from;
  for (let i = from; i < to; i += 1) {
    const word = words[i];
    if (word?.kind === "name" || (word?.lexeme?.region && i + 1 < to) || (word?.kind === "date" && (words[i + 1]?.kind === "pause" || end === i - 1))) end = i + 1;
    else if (word?.kind === "pause" || word?.kind === "conjunction" || word?.lexeme?.preposition === "partner") continue;
    else break;
  }
  // 海州和临川的人均收入: what is coordinated with a name is one too.
  if (end > from && isCoordination(words[end])) {
    const de = words.findIndex((word, i) => i > end && i < to && word.kind === "de");
    if (de > 0) end = de;
  }
  const last = words[end - 1];
  if (end === from || !last) return undefined;
  const held = heldBy(words, end, to);
  if (held) return { span: { start: first.start, end: words[held - 1]!.end }, to: held + 1 };
  return { span: { start: first.start, end: last.end }, to: afterEtc(words, end, to), product: words[end - 1]?.mention?.type === "product" };
}

/** 全球最富十人的财富: the possessor runs on to 的; nothing where it does not, or a verb stands between. */
function heldBy(words: readonly Word[], end: number, to: number): number | undefined {
  for (let i = end; i < to - 1; i += 1) {
    if (words[i]?.kind === "de") return i > end ? i : undefined;
    if (words[i]?.kind === "verb" || words[i]?.lexeme?.metric) return undefined;
  }
  return undefined;
}

const isCoordination = (word: Word | undefined): boolean => word?.kind === "pause" || word?.kind === "conjunction" || word?.lexeme?.preposition === "partner";

/** Behind 等5家公司: the count and noun that sum up the names before. */
function afterEtc(words: readonly Word[], end: number, to: number): number {
  if (words[end]?.tag !== "u" || words[end]?.kind === "de") return end;
  return words[end + 1]?.kind === "figure" && (words[end + 2]?.kind === "noun" || words[end + 2]?.kind === "pronoun") && end + 3 < to ? end + 3 : end + 1;
}

/** Where the metric's name starts that ends with `words[head]`: its modifiers (累计, 日均, 合并) belong to it. */
function metricStart(words: readonly Word[], head: number, floor: number): number {
  let start = head;
  for (let i = head - 1; i >= floor; i -= 1) {
    const word = words[i];
    if (!word || !(word.lexeme?.modifier || word.lexeme?.metric || word.lexeme?.basis)) break;
    start = i;
  }
  return start;
}
