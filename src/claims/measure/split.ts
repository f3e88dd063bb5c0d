import { itemAt, type Span } from "../../model/index.js";
import type { Stretch } from "../../syntax/field.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";
import type { Walk } from "./measure.js";
import type { Nouns } from "./noun.js";

/** Whose metric it is, and what is measured. */
export interface Measured {
  readonly subject: Span | undefined;
  readonly metric: Span | undefined;
  readonly key: string | undefined;
  /** The subject is named in the field itself, not carried from before. */
  readonly explicit: boolean;
  /** The measure just before, told again or by its parts. */
  readonly again: boolean;
}

/** @param explicit  by default where there is a subject */
export const measuredOf = (subject: Span | undefined, metric: Span | undefined, key?: string, explicit = subject !== undefined, again = false): Measured => ({ subject, metric, key, explicit, again });

/** A subject named before, for phrases that name none. */
export interface Carried extends Span {
  /** A firm, person or product, whose measures are its own throughout (公司产能利用率); a place's may belong to a part of it. */
  readonly owns: boolean;
  /** A country or place. */
  readonly place: boolean;
}

const PRICES = new Set(["price", "share_price", "yield", "average_price", "unit_price", "exchange_rate", "closing_price", "freight_rate"]);

/** Kinds of word that name nothing at the edge of a phrase, and behind whoever has a measure. */
const EDGE: ReadonlySet<string> = new Set(["de", "pause", "aspect", "conjunction"]);
const TAIL: ReadonlySet<string> = new Set(["date", "de", "localizer", "other"]);

export const spanOf = (words: readonly Word[], { from, to }: Stretch): Span | undefined => {
  let [a, b] = [from, to];
  while (a < b && EDGE.has(words[a]?.kind ?? "")) a += 1;
  while (b > a && EDGE.has(words[b - 1]?.kind ?? "")) b -= 1;
  // A whole phrase in quote marks is meant without them; marks inside a phrase stay.
  if (words[a]?.kind === "quote" && itemAt(words, b - 1)?.kind === "unquote") {
    a += 1;
    b -= 1;
  } else if (words[a]?.kind === "quote" && !words.slice(a, b).some((word) => word.kind === "unquote")) a += 1;
  const [first, last] = [words[a], itemAt(words, b - 1)];
  return first && last && a < b ? { start: first.start, end: last.end } : undefined;
};

/** Splits a noun phrase that is measured into subject and metric: `微信及WeChat | 合并月活跃用户数`, `电解铝、煤炭 | 价格`. */
export function splitField(walk: Walk, words: readonly Word[], field: Stretch, spoken: Carried | undefined, priced: boolean): Measured {
  const { reading, nouns } = walk;
  const { from, to } = field;
  const head = to - 1;
  // 美联储认为通胀仍高: it is not the bank's.
  const carried = (words[head]?.lexeme?.metric?.macro && !spoken?.place) || spoken?.start === words[from]?.start ? undefined : spoken;
  const key = words[head]?.lexeme?.metric?.key;
  // 激增的下游需求: that it moves is told apart.
  if (words[from]?.lexeme?.change && words[from + 1]?.kind === "de" && from + 2 < to) return splitField(walk, words, { from: from + 2, to }, spoken, priced);
  const owner = leadingOwner(reading, words, field);
  // 其营收, where nothing was named before: a pronoun alone says neither whose nor what.
  if (!owner && isBarePronoun(words[from]) && from + 1 < to) return splitField(walk, words, { from: words[from + 1]?.kind === "de" ? from + 2 : from + 1, to }, spoken, priced);
  const rest: Stretch = { from: owner?.to ?? from, to };
  const headed = nouns.isMetric(words[head]) && !(priced && nouns.isInstrument(words[head]));
  const metricFrom = headed ? metricStart(words, head, rest.from, nouns) : to;
  // 对股市的风险: the preposition modifies what is measured.
  const governed = words[from]?.kind === "preposition" && words[from]?.lexeme?.preposition === "goal";
  const whose = (stretch: Stretch): Span | undefined => spanOf(words, possessing(words, stretch));
  const what = (stretch: Stretch): Span | undefined => spanOf(words, undated(words, stretch));
  const give = (subject: Span | undefined, metric: Span | undefined): Measured => measuredOf(subject, metric, metric && key);
  if (governed) return withCarried(give(undefined, spanOf(words, field)), carried);
  if (owner && owner.to >= to) return give(owner.span, undefined);
  // 长津湖系列电影|总票房: a product's name may run on.
  if (owner?.product && headed && metricFrom > rest.from) return give(whose({ from, to: metricFrom }), what({ from: metricFrom, to }));
  // 当地数字经济|年均增速: how it is measured shows where its name begins.
  const apart = headed && metricFrom > rest.from && (PRICES.has(key ?? "") || words[metricFrom]?.lexeme?.modifier?.far === true);
  // 中国平板电脑市场|出货量: a market of the place has figures of its own.
  if (owner?.place && headed && metricFrom > rest.from && nouns.isMarket(words[metricFrom - 1])) return give(whose({ from, to: metricFrom }), what({ from: metricFrom, to }));
  if (owner && !apart) return give(owner.span, what(rest));
  if (!headed) {
    // 贷款利率|隔夜品种: the measure stands first, what it is of behind it.
    const inner = innerMetric(words, field);
    if (inner !== undefined && !priced) return measuredOf(spanOf(words, { from: inner, to }), spanOf(words, { from, to: inner }), undefined, true);
    if (nouns.isInstrument(words[head])) return give(spanOf(words, field), undefined);
    const possessor = priced ? undefined : possessorOf(words, field);
    if (possessor) return give(whose({ from, to: possessor }), what({ from: possessor + 1, to }));
    return priced ? give(spanOf(words, field), undefined) : withCarried(give(undefined, spanOf(words, field)), carried);
  }
  // 资源配置效率和企业的核心竞争力: two measures, and no possessor of both.
  if (words.slice(from, metricFrom).some((word, i) => isCoordination(word) && nouns.isMetric(words[from + i - 1]) && words[from + i - 1]?.lexeme?.metric)) return withCarried(give(undefined, what(field)), carried);
  const possessor = whose({ from, to: metricFrom });
  if (!possessor) return withCarried(give(undefined, what(field)), carried);
  // 产能利用率 of a firm that is spoken of stays whole; 能源价格 belongs to energy.
  const named = words.slice(from, metricFrom).some((word) => word.kind === "de" || word.kind === "name" || word.kind === "figure") || nouns.isDivision(words[metricFrom - 1]);
  const whole = words[head]?.lexeme?.metric?.whole && (carried !== undefined || !nouns.isHolder(words[metricFrom - 1]));
  if (whole && !named) return withCarried(give(undefined, spanOf(words, field)), carried?.owns ? carried : undefined);
  // 计入当期损益的政府补贴 is what is measured, whole; 收入在5亿元以下的公司数量 counts the firms.
  const before = words.slice(from, metricFrom);
  const de = before.findLastIndex((word) => word.kind === "de");
  const relative = key !== "count" && de > 0 && !nouns.isHolder(before[de - 1]) && before.some((word) => word.kind === "verb");
  // 北方省份|占比: what takes the share is named.
  if (carried?.owns && (!named || relative) && !PRICES.has(key ?? "") && !(key === "share" && nouns.isHolder(words[metricFrom - 1]))) return withCarried(give(undefined, spanOf(words, field)), carried);
  return give(possessor, what({ from: metricFrom, to }));
}

const isDate = (word: Word | undefined): boolean => word?.kind === "date";

/** 2021年薪酬: when, and not what. */
function undated(words: readonly Word[], { from, to }: Stretch): Stretch {
  let start = words[from]?.type === "figure" && words[from + 1]?.kind === "de" ? from + 2 : from;
  while (start < to - 1 && (isDate(words[start]) || (start > from && words[start]?.kind === "de"))) start += 1;
  return { from: start, to };
}

/** Whose it is without the time behind it (谱光未来三年) and, of a name, without title, description or relative clause before it. */
export function possessing(words: readonly Word[], { from, to }: Stretch): Stretch {
  let end = to;
  while (end > from + 1 && endsWhose(words[end - 1])) end -= 1;
  let start = from;
  // 10%以上的投资: how much, and not whose.
  if (words[start]?.type === "figure" && words[start + 1]?.kind === "de") start += 2;
  const type = itemAt(words, end - 1)?.type;
  const relative = type ? words.findLastIndex((word, i) => i > start && i < end - 1 && word.kind === "de") : -1;
  if (relative > start && words.slice(start, relative).some((word) => word.kind === "verb")) start = relative + 1;
  if (type === "person" || type === "organization") while (start < end - 1 && words[start]?.kind === "noun") start += 1;
  return { from: start, to: end };
}

/** 谱光未来三年, 北向资金全天: what says when, and not whose. */
const endsWhose = (word: Word | undefined): boolean => word !== undefined && (TAIL.has(word.kind) || (word.kind === "number" && word.lexeme?.adverb === true));

/** 其, 它 */
const isBarePronoun = (word: Word | undefined): boolean => word?.kind === "pronoun" && word.lexeme?.anaphor !== undefined && word.end - word.start === 1;

const withCarried = (measured: Measured, carried: Carried | undefined): Measured => measuredOf(carried ? { start: carried.start, end: carried.end } : measured.subject, measured.metric, measured.key, false);

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
  readonly product: boolean;
  readonly place: boolean;
}

/** Names or a pronoun at the start of a field: whose metric follows. */
function leadingOwner(reading: Reading, words: readonly Word[], { from, to }: Stretch): Owner | undefined {
  const first = words[from];
  if (!first) return undefined;
  // 两家公司; but 两家面板厂 are named by what they are.
  if (first.lexeme?.anaphor && !(first.kind === "figure" && words[from + 1]?.kind === "noun")) {
    const span = reading.antecedents.resolve(first);
    return span && { span, to: from + 1, product: false, place: false };
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
  const last = itemAt(words, end - 1);
  if (end === from || !last) return undefined;
  const held = heldBy(words, end, to);
  if (held) return { span: { start: first.start, end: words[held - 1]!.end }, to: held + 1, product: false, place: false };
  return { span: { start: first.start, end: last.end }, to: afterEtc(words, end, to), product: last.type === "product", place: last.type === "location" || last.lexeme?.region !== undefined };
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

/** No name of a measure has more words. */
const LONGEST_NAME = 12;

/**
 * Where the metric's name starts that ends with `words[head]`: what modifies it (合并, 中标) or is done (交易手续费), from the
 * farthest word on that says how it is measured (基金|累计分红总额, 公司|平均一年回报率), or from behind the 的 of its possessor.
 */
function metricStart(words: readonly Word[], head: number, floor: number, nouns: Nouns): number {
  let start = head;
  let near = true;
  for (let i = head - 1; i >= floor && i > head - LONGEST_NAME; i -= 1) {
    const word = words[i];
    if (!word || word.type === "figure" || isName(word) || isCoordination(word) || nouns.isHolder(word)) break;
    // 每名乘客的|手提行李重量; behind a relative clause the noun says whose it is.
    if (word.kind === "de") return words.slice(floor, i).some(({ kind, lexeme }) => kind === "verb" || kind === "preposition" || lexeme?.copula) ? start : i + 1;
    if (word.lexeme?.modifier?.far && i > floor) start = i;
    near &&= Boolean(word.lexeme?.modifier || word.lexeme?.metric || word.lexeme?.basis || isDeed(word) || (i === head - 1 && isBareDeed(word)) || ((word.tag === "b" || word.kind === "adjective") && i > floor));
    if (near) start = i;
  }
  return start;
}

const isName = (word: Word): boolean => word.kind === "name" || word.lexeme?.anaphor !== undefined;

/** 推理成本: what the tagger takes for a verb, right before the measure of it. */
const isBareDeed = ({ kind, tag, lexeme }: Word): boolean => kind === "verb" && tag === "v" && !lexeme;
/** 分红节奏, 交易笔数: a verb as a noun. */
const isDeed = (word: Word): boolean => word.kind === "noun" && word.tag === "vn" && !word.lexeme?.instrument;
