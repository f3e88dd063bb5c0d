import type { EventNouns } from "../../lexicon/event.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import { itemAt, type AnyEventType, type Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import { nounPhraseStart } from "../../syntax/phrase.js";
import type { Word } from "../../syntax/word.js";
import type { Reading } from "../draft.js";
import { hostOf } from "./aside.js";
import { carriedSubject } from "./carry.js";
import type { Complement } from "./object.js";
import { recipientBehind, type Framed } from "./party-frame.js";
import { isActor, isPlural, partyOf, splitOwned, splitPlace } from "./party.js";
import { classesOf } from "./sense.js";
import { frameAt, leadingSubject } from "./subject.js";
import type { Use } from "./use.js";

/** Who and what takes part in an event. */
export interface Parties extends Base {
  readonly agent: Span | undefined;
  readonly object: Span | undefined;
}

/** Who and what else does, whoever acts on whom. */
interface Base {
  counterparty: Span | undefined;
  location: Span | undefined;
}

const partiesOf = ({ counterparty, location }: Base, agent: Span | undefined, object?: Span): Parties => ({ agent, object, counterparty, location });

/** What of the clause stands around a trigger. */
export interface Surroundings {
  readonly clause: Clause;
  readonly at: number;
  readonly use: Use;
  readonly sense: EventWord;
  readonly subject: Stretch | undefined;
  /** Between the carrier and its nominal, or before 的: 完成[松原家电的]重整. */
  readonly theme: Stretch | undefined;
  readonly framed: Framed;
  readonly behind: Complement;
}

/** Frames whose subject may be a thing. */
const OPEN = new Set(["opens", "runs", "forms", "suffers"]);
/** Types whose thing may be the subject of an active verb: 新款手机发布, 方案公布. */
const THINGS = new Set(["launch", "policy", "construction"]);

/** Gives each party its part, as the frame of the sense asks; nothing where nobody and nothing takes part. */
export function assignParties(reading: Reading, nouns: EventNouns, around: Surroundings): Parties | undefined {
  const { clause, at, use, sense, theme, framed, behind } = around;
  // 在柏林会见默克尔时: where, not who.
  const met = sense.type === "meeting" ? placeOfMeeting(clause, at, around.subject) : undefined;
  const subject = met ? undefined : around.subject;
  const { words } = clause;
  const party = (stretch: Stretch | undefined): Span | undefined => stretch && partyOf(reading, words, stretch);
  const acts = sense.frame !== "arises" && (use.carrier !== undefined || (use.as === "verb" && (behind.object !== undefined || framed.counterparty !== undefined || sense.frame === "self" || sense.frame === "runs")));
  const host = acts && !use.pointed && !subject ? hostOf(reading.analysis, clause, at) : undefined;
  const carried = (): Span | undefined => host ? partyOf(reading, host.clause.words, host.subject) : (use.pointed ? (carriedSubject(reading, nouns, { clause, at, type: sense.type, done: false, anything: false }) ?? reading.antecedents.resolveAs(words[at] ?? clause, "organization")) : use.aside && !behind.object && !framed.location ? undefined : carriedSubject(reading, nouns, { clause, at, type: sense.type, done: behind.object !== undefined || theme !== undefined || framed.patient !== undefined, anything: !behind.object && OPEN.has(sense.frame) }));
  const sides = sense.goal === "counterparty" && subject && !framed.counterparty && !(sense.type === "meeting" && behind.object) ? splitSides(words, subject, at) : undefined;
  // 对央行加息的预期: 对 governs the forecast, whose subject it brings.
  const expected = use.modality && words[at + 1]?.kind === "de" ? framed.target : undefined;
  const own = party(expected ?? sides?.one ?? subject);
  const by = party(framed.agent);
  const receives = sense.frame === "puts" || sense.goal === "counterparty";
  const other = party(framed.counterparty ?? sides?.other ?? (receives ? recipientBehind(clause, behind.to) : undefined));
  const base: Base = { counterparty: other, location: location(reading, words, met ?? framed.location) };

  const give = (agent: Span | undefined, object: Span | undefined): Parties | undefined =>
    agent || object ? partiesOf(base, agent, object?.start === agent?.start ? undefined : object) : undefined;
  const followed = behind.object && heldBy(words, behind.object);
  if (followed?.holder && !base.counterparty && sense.goal === "counterparty") {
    const holder = party(followed.holder);
    if (holder) base.counterparty = holder;
  }
  const after = party(base.counterparty && followed?.holder && sense.goal === "counterparty" ? followed.held : behind.object);

  // 获得A领投的融资: whoever gets the money has the backing.
  if (use.as === "relative" && sense.frame === "backs") {
    const agent = by ?? (words[at - 1]?.kind === "name" ? party({ from: at - 1, to: at }) : own);
    const leading = leadingSubject(clause);
    const backed = leading && (isActor(words, leading) || words[leading.to - 1]?.kind === "name") ? party(leading) : undefined;
    const object = backed && backed.start !== agent?.start && backed.end <= (words[at]?.start ?? 0) ? backed : (reading.antecedents.topicBefore(clause, ["organization"]) ?? carried());
    return agent && give(agent, object);
  }
  if (use.as === "relative") {
    const agent = by ?? own ?? (framed.passive || itemAt(words, at - 1)?.kind === "preposition" || itemAt(words, (behind.object?.to ?? 0) - 1)?.kind !== "name" ? undefined : carried());
    return agent && after && sense.frame !== "self" && sense.frame !== "mutual" && sense.frame !== "arises" ? give(agent, after) : undefined;
  }
  const suffers = framed.passive || sense.frame === "suffers" || (use.carrier !== undefined && words[use.carrier]?.lexeme?.carrier === "suffer" && sense.frame === "acts" && !framed.target);
  if (suffers && (sense.frame !== "self" || sense.type === "layoff") && sense.frame !== "arises") {
    const object = party(framed.patient) ?? own ?? party(theme) ?? carried();
    if (sense.goal === "counterparty" && own && after && !base.counterparty) base.counterparty = after;
    if (receives && after && !base.counterparty && behind.object && isActor(words, behind.object)) base.counterparty = after;
    return object && give(by ?? (own && theme ? party(theme) : undefined), object);
  }
  const target = party(framed.patient) ?? after ?? (expected || (sense.frame === "opens" && subject) ? undefined : party(framed.target)) ?? (use.as === "noun" ? party(theme) : undefined);
  switch (sense.frame) {
    case "self": {
      // 甲证券担任保荐人: a firm takes on a task, and no post.
      if (sense.type === "appointment" && use.as === "verb" && subject && words[subject.to - 1]?.mention?.type === "organization" && !framed.passive) return undefined;
      // 终止对甲公司首次公开发行股票的审核: whose listing it is stands in the frame.
      const frame = sense.type === "listing" ? frameAt(clause, at) : undefined;
      const listed = frame?.preposition.lexeme?.preposition === "goal" && words[frame.object.from]?.kind === "name" ? party({ from: frame.object.from, to: frame.object.from + 1 }) : undefined;
      if (listed) return give(listed, undefined);
      // 已被交易所摘牌: it happens to its subject, whoever does it.
      // 香港上市, 这笔交易将筹资19亿美元: where, and by what; not who.
      const who = subject && sense.type !== "founding" && nobody(words, subject, sense.type) ? undefined : own;
      if (!who && own && subject && words[subject.to - 1]?.type === "location") base.location ??= own;
      const agent = (framed.passive ? undefined : by) ?? who ?? (theme && namesOwner(words, theme) ? party(theme) : undefined) ?? carried();
      const post = sense.type === "appointment" || sense.type === "departure" ? (after ?? party(framed.target)) : undefined;
      return agent && give(agent, post);
    }
    case "mutual":
      return mutual(around, base, own ?? party(theme), after, carried);
    case "arises":
      return arise(reading, words, base, subject ?? theme, carried);
    case "puts": {
      // 销售部门拆分为两个事业部: what becomes something else.
      if (sense.type === "restructuring" && !framed.patient && own && after && subject && !isActor(words, subject)) return give(by, own);
      const object = party(framed.patient) ?? (sense.type === "penalty" ? party(framed.target) : undefined);
      if (object && after && !base.counterparty && behind.object && isActor(words, behind.object)) base.counterparty = after;
      return object && give(by ?? own ?? carried(), object);
    }
    case "forms":
      // 甲公司由周岚创立
      return target ? give(by ?? own ?? carried(), target) : by && own ? give(by, own) : give(own ?? party(theme) ?? by, undefined);
    case "backs": {
      const agent = by ?? own ?? (target ? carried() : undefined);
      return agent && give(agent, target ?? backedBefore(reading, clause));
    }
    case "opens":
    case "runs":
      if (target) return give(by ?? own ?? carried(), target);
      return opened(reading, around, base, by, carried);
    default: {
      if (by && !target) return give(by, own);
      // 高利率抑制投资: in general.
      if (sense.type === "investment" && !target && !by && !around.behind.amount && !framed.counterparty && subject && words[at]?.kind === "noun" && !isActor(words, subject)) return undefined;
      // 股票回购: what is bought back does nothing itself.
      if (!target && subject && sense.type === "shareholding" && classesOf(nouns, reading.analysis.document.folded, words, subject).includes("shares")) return give(by ?? carried(), own);
      // 新版目录实施
      if (!target && subject && THINGS.has(sense.type) && isThing(nouns, reading.analysis.document.folded, words, subject)) return give(by, own);
      return give(by ?? own ?? carried(), target);
    }
  }
}

/** The place that a clause in a frame opens with (在柏林会见甲时); nothing where no frame opens right before it. */
function placeOfMeeting(clause: Clause, at: number, subject: Stretch | undefined): Stretch | undefined {
  const frame = subject && frameAt(clause, at);
  return frame?.object.from === subject?.from && frame?.preposition.lexeme?.preposition === "place" && isPlace(clause.words, subject!) ? subject : undefined;
}

const isPlace = (words: readonly Word[], { from, to }: Stretch): boolean => words.slice(from, to).every((word) => word.type === "location");

/** A product by its name, a rule by its noun. */
const isThing = (nouns: EventNouns, folded: string, words: readonly Word[], subject: Stretch): boolean =>
  words[subject.to - 1]?.mention?.type === "product" || (!isActor(words, subject) && classesOf(nouns, folded, words, subject).includes("rule"));

/** 松原家电的[融资]; but 甲领投的[融资] names no owner. */
const namesOwner = (words: readonly Word[], { from, to }: Stretch): boolean =>
  words.slice(from, to).some((word) => word.kind === "name") && !words.slice(from, to).some((word, i) => word.kind === "de" && words[from + i - 1]?.lexeme?.events);

/** A bare place before a listing, and a deed that is pointed at, do nothing themselves. */
function nobody(words: readonly Word[], { from, to }: Stretch, type: AnyEventType): boolean {
  if (type === "listing") return isPlace(words, { from, to });
  return type === "financing" && words[to - 1]?.kind === "noun" && (words[from]?.kind === "pronoun" || words[from]?.kind === "number") && !words[from]?.lexeme?.anaphor;
}

/** Whom the text was speaking of before those that back him (甲融资，乙领投，丙跟投). */
function backedBefore({ analysis: { clauses }, antecedents }: Reading, clause: Clause): Span | undefined {
  for (let i = clause.index; i > clause.index - BACKERS; ) {
    const topic = antecedents.topicBefore(clauses[i] ?? clause, ["organization"]);
    do i -= 1; while (topic && i > 0 && (clauses[i]?.start ?? 0) > topic.start);
    const told = clauses[i];
    if (!topic || !told?.triggers.some((at) => told.words[at]?.lexeme?.events?.[0]?.frame === "backs")) return topic;
  }
  return undefined;
}

/** How many clauses may tell of backers one after another. */
const BACKERS = 8;

/** 项目投产, 公司扩产, 启元汽车的电池量产: with nothing behind the word, its subject is what it opens or who runs it. */
function opened(reading: Reading, { clause: { words }, sense, subject, theme }: Surroundings, base: Base, by: Span | undefined, carried: () => Span | undefined): Parties | undefined {
  const stretch = subject ?? theme;
  if (!stretch) {
    const span = carried();
    return span && (sense.frame === "runs" ? partiesOf(base, span) : partiesOf(base, undefined, span));
  }
  const owned = splitOwned(words, stretch);
  const placed = splitPlace(words, stretch);
  if (owned) {
    const [agent, object] = [partyOf(reading, words, owned.owner), partyOf(reading, words, owned.thing)];
    return partiesOf(base, agent && (by ?? agent), object);
  }
  if (placed && words[placed.place.from]?.lexeme?.region && placed.rest.to > placed.rest.from && !base.location) {
    const [location, object] = [partyOf(reading, words, placed.place), partyOf(reading, words, placed.rest)];
    if (location && object) return partiesOf({ counterparty: base.counterparty, location }, by, object);
  }
  const span = partyOf(reading, words, stretch);
  if (!span) return undefined;
  return sense.frame === "runs" && isActor(words, stretch) ? partiesOf(base, span) : partiesOf(base, by, span);
}

/** Sides of what is done together: A与B合作 has A with B; A和B, or a plural, are the agent as one. */
function mutual({ clause: { words }, use, subject, behind }: Surroundings, base: Base, own: Span | undefined, after: Span | undefined, carried: () => Span | undefined): Parties | undefined {
  // 共同开发新车: a thing is no side.
  const isSide = behind.object && (isActor(words, behind.object) || words[behind.object.to - 1]?.kind === "name" || words[behind.object.from]?.kind === "name");
  const counterparty = base.counterparty ?? (isSide ? after : undefined);
  if (after && !isSide) {
    const agent = own ?? carried();
    return agent && partiesOf(base, agent, after);
  }
  if (counterparty) {
    return partiesOf({ counterparty, location: base.location }, own ?? carried());
  }
  if (use.carrier !== undefined && words[use.carrier]?.lexeme?.carrier === "arise") return undefined;
  if (own && (use.carrier !== undefined || use.as === "noun" || (subject && isPlural(words, subject)))) return partiesOf(base, own);
  if (own || use.carrier === undefined) return undefined;
  const agent = carried();
  return agent && partiesOf(base, agent);
}

/** 沈阳市和平区一家烧烤店发生爆炸: where, and to whom. */
function arise(reading: Reading, words: readonly Word[], base: Base, stretch: Stretch | undefined, carried: () => Span | undefined): Parties | undefined {
  if (!stretch) {
    const agent = base.location ? undefined : carried();
    return agent || base.location ? partiesOf(base, agent) : undefined;
  }
  const placed = splitPlace(words, stretch);
  if (placed) {
    const location = base.location ?? partyOf(reading, words, placed.place);
    const agent = placed.rest.to > placed.rest.from ? partyOf(reading, words, placed.rest) : undefined;
    return partiesOf({ counterparty: base.counterparty, location }, agent);
  }
  const owner = splitOwned(words, stretch)?.owner;
  const agent = partyOf(reading, words, owner ?? stretch);
  return agent && partiesOf(base, agent);
}

/** A与B合作: two sides, where the verb follows at once and 与 is no mere 和. */
function splitSides(words: readonly Word[], subject: Stretch, at: number): { one: Stretch; other: Stretch } | undefined {
  if (subject.to !== at) return undefined;
  for (let i = subject.to - 2; i > subject.from; i -= 1) {
    const word = words[i];
    if (word?.lexeme?.preposition === "partner" && word.tag === "p") return { one: { from: subject.from, to: i }, other: { from: i + 1, to: subject.to } };
  }
  return undefined;
}

/** Only a place that is named: 在南昌, 在北京人民大会堂. */
function location(reading: Reading, words: readonly Word[], stretch: Stretch | undefined): Span | undefined {
  if (!stretch) return undefined;
  let to = stretch.to;
  while (to > stretch.from && words[to - 1]?.type !== "location") to -= 1;
  return partyOf(reading, words, { from: stretch.from, to });
}

/** B持有的C股权: who holds what changes hands. */
function heldBy(words: readonly Word[], { from, to }: Stretch): { holder?: Stretch; held?: Stretch } {
  for (let i = from + 1; i < to - 2; i += 1) {
    if (words[i]?.lexeme?.relation && words[i + 1]?.kind === "de" && words[i - 1]?.kind === "name") return { holder: { from, to: i }, held: { from: i + 2, to } };
  }
  return {};
}

/** 完成[松原家电的]重整, 推动[两家公司]合并, 证监会的[处罚]: what stands before a nominal and belongs to it. */
export function themeOf(words: readonly Word[], at: number, carrier: number | undefined): Stretch | undefined {
  const end = itemAt(words, at - 1)?.kind === "de" ? at - 1 : at;
  if (carrier !== undefined) {
    let from = carrier + 1;
    while (from < end && (words[from]?.kind === "aspect" || words[from]?.kind === "figure")) from += 1;
    return from < end ? { from, to: end } : undefined;
  }
  if (end === at || at < 2) return undefined;
  const from = nounPhraseStart(words, end - 1, Math.max(0, at - 40));
  return from < end ? { from, to: end } : undefined;
}
