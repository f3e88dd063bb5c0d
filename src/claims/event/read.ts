import type { EventNouns } from "../../lexicon/event.js";
import type { EventWord } from "../../lexicon/lexeme.js";
import { countBefore, itemAt, type FigureMention, type Modality, type Span } from "../../model/index.js";
import type { Clause } from "../../syntax/clause.js";
import type { Stretch } from "../../syntax/field.js";
import type { Analysis } from "../../syntax/analyse.js";
import { nounPhraseEnd } from "../../syntax/phrase.js";
import { figureOf, type Word } from "../../syntax/word.js";
import { NO_CUES, type EventDraft, type Reading } from "../draft.js";
import type { RuleName } from "../rule-name.js";
import { assignParties, themeOf } from "./assign.js";
import { complement, complementOf, isAmount, isBareVerb, objectEnds, type Complement } from "./object.js";
import { framedParties } from "./party-frame.js";
import { classesOf, senseOf, senseWith } from "./sense.js";
import { frameAt, subjectBefore } from "./subject.js";
import { useOf, type Use } from "./use.js";

/** An event with the words `[from, to)` of its trigger. */
interface Told {
  readonly draft: EventDraft;
  readonly from: number;
  readonly to: number;
  /** Triggers before this word belong to it. */
  readonly taken: number;
}

/** Events of a clause, one a trigger. */
export function eventsOf(reading: Reading, nouns: EventNouns, clause: Clause): EventDraft[] {
  const told: Told[] = [];
  let taken = 0;
  for (const at of clause.triggers) {
    const word = clause.words[at];
    if (!word?.lexeme?.events) continue;
    if (at < taken || isPreposition(clause, at)) {
      reading.trace?.drop("event", word, at < taken ? "joined" : "preposition");
      continue;
    }
    const event = readEvent(reading, nouns, clause, at, word.lexeme.events);
    if (!event) continue;
    taken = event.taken;
    const last = told.at(-1);
    // 提交至立法会审议: what it is handed over for.
    // 联合B成立C is done by both.
    if (last?.draft.counterparty?.end === word.start && last.draft.eventType !== "partnership") continue;
    const joined = last && joinedWith(clause, last, event);
    if (joined) {
      told[told.length - 1] = joined;
      reading.trace?.drop("event", last.draft.trigger, "joined", event.draft.trigger);
    }
    else told.push(event);
  }
  return withoutCarriers(reading, told);
}

/** 通过A收购B; but 国会通过法案 has no other verb, and 通过了 governs nothing. */
function isPreposition(clause: Clause, at: number): boolean {
  const frame = frameAt(clause, at);
  return clause.words[at]?.kind === "preposition" && (frame ? frame.to !== clause.words.length : clause.words[at + 1]?.kind !== "aspect");
}

/** How many words a relative clause that opens an object has at most. */
const RELATIVE = 20;
/** How far apart two words of one listing may stand: 首次公开发行股票并在创业板上市. */
const NEAR = 8;

/** 重组整合, 制定或修改, 首次公开发行股票并上市: one event told by two words of its type. */
function joinedWith({ words }: Clause, one: Told, other: Told): Told | undefined {
  const [first, second] = [one.draft, other.draft];
  // 会见来访的客人: the second only says who it is done to.
  if (first.eventType !== second.eventType || second.rule === "event/relative") return undefined;
  if (one.to === other.from || (one.to + 1 === other.from && words[one.to]?.kind === "conjunction")) {
    // 二审改判: the second word is no object of the first.
    const inner = first.object && first.object.start <= second.trigger.start && second.trigger.start < first.object.end;
    const { agent = second.agent, amount = second.amount, counterparty = second.counterparty, location = second.location } = first;
    const object = inner ? second.object : (first.object ?? second.object);
    const draft: EventDraft = { ...first, trigger: { start: first.trigger.start, end: second.trigger.end }, agent, object, amount, counterparty, location };
    return { draft, from: one.from, to: other.to, taken: other.taken };
  }
  const same = first.agent && first.agent.start === second.agent?.start && !first.object && (!second.object || first.eventType === "litigation");
  const near = same && other.from - one.to < NEAR;
  // 一审以受贿罪判处
  if (near && first.eventType === "litigation" && second.object) return other;
  return near && first.eventType === "listing" && words.slice(one.to, other.from).some((word) => word.kind === "conjunction") ? other : undefined;
}

/**
 * Of two events where one is in the other's object, one stays: the inner where the outer word only carries it or calls it off
 * (启动IPO, 终止收购A), the outer where the inner only describes its object (启动整治行动) and names nobody of its own.
 */
function withoutCarriers({ analysis, trace }: Reading, told: readonly Told[]): EventDraft[] {
  const kept: Told[] = [];
  for (const event of told) {
    // 获得A领投的融资: the relative clause stands between the two.
    const index = kept.length - (kept.length > 1 && kept.at(-1)?.draft.rule === "event/relative" ? 2 : 1);
    const last = kept[index];
    const { draft } = event;
    const outer = last?.draft;
    const word = last && outer?.clause.words[last.from];
    const covers = outer?.object !== undefined && outer.object.start <= draft.trigger.start && draft.trigger.end <= outer.object.end;
    const next = outer !== undefined && (draft.at === outer.at || last?.to === event.from);
    if (outer && (word?.lexeme?.endsNext || word?.lexeme?.carrier || word?.lexeme?.modal) && (next || (covers && draft.trigger.end === outer.object?.end))) {
      kept.splice(index, 1);
      kept.push(event);
      trace?.drop("event", outer.trigger, "carrier", draft.trigger);
    } else if (!(outer && covers && !namesIn(analysis, draft.agent, outer.object))) kept.push(event);
    else trace?.drop("event", draft.trigger, "carrier", outer.trigger);
  }
  return kept.map(({ draft }) => draft);
}

/** Whether the span names somebody inside `within`. */
function namesIn({ mentions }: Analysis, span: Span | undefined, within: Span | undefined): boolean {
  if (!span || !within || span.start < within.start || span.end > within.end) return false;
  for (let i = countBefore(mentions, span.start); (mentions[i]?.start ?? span.end) < span.end; i += 1) if (mentions[i]?.type !== "figure" && mentions[i]?.type !== "date") return true;
  return false;
}

const RULE_OF = { verb: "event/verb", noun: "event/noun", relative: "event/relative" } as const satisfies Record<Use["as"], RuleName>;

function readEvent(reading: Reading, nouns: EventNouns, clause: Clause, at: number, senses: readonly EventWord[]): Told | undefined {
  const { folded } = reading.analysis.document;
  const { words } = clause;
  const word = words[at];
  const probe = senses[0];
  const use = useOf(nouns, folded, clause, at, senses);
  if (!word || !probe) return undefined;
  if (!use) return void reading.trace?.drop("event", word, "background");
  const verbal = senses.filter((sense) => !sense.noun);
  const usable = use.as === "noun" || verbal.length === 0 ? senses : verbal;
  const subject = subjectOf(clause, at, use);
  const stands = use.as === "verb" ? complementOf(clause, at) : use.as === "relative" ? relativeHead(clause, at) : complement(at + 1);
  const theme = use.as === "noun" && !use.within ? themeOf(words, at, use.carrier) : undefined;
  const around = framedParties(clause, folded, at, probe, use.carrier);
  const before = around.passive || usable.some(({ frame }) => frame === "opens" || frame === "runs" || frame === "forms" || frame === "suffers") ? subject : undefined;
  const found = findSense(nouns, folded, words, usable, stands, [around.patient, around.target, theme, before].filter((stretch) => stretch !== undefined), word.lexeme?.endsNext === true);
  if (!found) return void reading.trace?.drop("event", word, "sense");
  const { sense } = found;
  const label = labelEnd(nouns, folded, words, at, sense, found.complement);
  const plain = label ? complement(label, undefined, found.complement.amount) : found.complement;
  const behind = sense.type === "litigation" ? withoutPunishment(nouns, folded, words, plain) : plain;
  const framed = sense === probe ? around : framedParties(clause, folded, at, sense, use.carrier);
  if (behind.object && isGeneric(nouns, folded, words, behind.object)) return void reading.trace?.drop("event", word, "generic");
  if ((isButton(words, at) || framed.used) && !behind.object) return void reading.trace?.drop("event", word, "background");
  const parties = assignParties(reading, nouns, { clause, at, use, sense, subject, theme, framed, behind });
  if (!parties) return void reading.trace?.drop("event", word, "parties");
  const off = use.off !== undefined || endsBefore(clause, at);
  const modality = off ? undefined : (use.modality ?? found.modality);
  const draft: EventDraft = {
    type: "event",
    eventType: sense.type,
    span: { start: clause.start, end: clause.end },
    trigger: { start: word.start, end: words[(label ?? at + 1) - 1]?.end ?? word.end },
    agent: parties.agent,
    object: parties.object,
    amount: framed.amount ?? behind.amount ?? amountBefore(words, at, use),
    counterparty: parties.counterparty,
    location: parties.location,
    sets: off || modality ? { polarity: off ? "negated" : undefined, modality } : undefined,
    acts: sense.frame !== "arises",
    basisCues: NO_CUES,
    sure: undefined,
    rule: RULE_OF[use.as],
    clause,
    at: use.carrier ?? at,
  };
  // What ends it is no event besides, nor is what a list is called that somebody is put on.
  const taken = Math.max(label ?? at + 1, use.off === undefined ? 0 : use.off + 1, sense.frame === "puts" ? behind.to : 0);
  return { draft, from: at, to: label ?? at + 1, taken };
}

interface Found {
  readonly sense: EventWord;
  readonly complement: Complement;
  /** Set by the noun the object stands before: 分拆业务的计划. */
  readonly modality: Modality | undefined;
}

/** The sense that the object asks for, and the object as far as that class of it reaches (印发关于…的实施意见). */
function findSense(nouns: EventNouns, folded: string, words: readonly Word[], senses: readonly EventWord[], behind: Complement, others: readonly Stretch[], endsNext: boolean): Found | undefined {
  const from = behind.object?.from ?? behind.to;
  if (senses.some((sense) => sense.with !== undefined) && (behind.object ?? (others.length === 0 && words[from] && words[from]?.kind !== "figure"))) {
    const ends = objectEnds(words, from);
    // 启动校外培训治理行动: a bare verb that the clause does not end with is inside the noun.
    // 新增允许用户参加会议的功能: so is a whole clause before 的.
    const relative = words[from]?.kind === "verb" && words.slice(from, from + RELATIVE).some((word) => word.kind === "de");
    const whole = behind.object && (relative || isBareVerb(words[behind.object.to])) && ends.at(-1) === words.length ? [words.length] : [];
    for (const to of [...whole, ...(behind.object ? [behind.object.to] : []), ...ends]) {
      const sense = senseWith(senses, classesOf(nouns, folded, words, { from, to }));
      if (sense) return { sense, complement: to === behind.object?.to ? behind : complement(to, { from, to }, behind.amount), modality: undefined };
    }
  }
  const object = behind.object ?? others[0];
  const sense = senseOf(senses, object ? classesOf(nouns, folded, words, object) : []);
  // 该功能已经开放了一段时间: what follows is no object, so what stands before decides.
  for (const stretch of sense ? [] : others) {
    const other = senseWith(senses, classesOf(nouns, folded, words, stretch));
    if (other) return { sense: other, complement: complement(behind.to), modality: undefined };
  }
  if (!sense) return undefined;
  const wide = widerObject(nouns, folded, words, from, sense, behind, others[0]);
  if (wide) return { sense, complement: complement(wide, { from, to: wide }, behind.amount), modality: undefined };
  const [de, head] = [itemAt(words, (object?.to ?? 0) - 2), itemAt(words, (object?.to ?? 0) - 1)];
  const makes = behind.object && head && de?.kind === "de" && !endsNext ? nouns.noun(folded, head.start, head.end) : undefined;
  if (behind.object && (makes === "planned" || makes === "predicted")) return { sense, complement: complement(behind.to, { from, to: behind.object.to - 2 }, behind.amount), modality: makes };
  return { sense, complement: behind, modality: undefined };
}

/** 打印 | 关闭, 举报/反馈: what a page offers to do, set apart by blanks and strokes. */
const isButton = (words: readonly Word[], at: number): boolean => words[at - 1]?.kind === "other" && (words[at + 1]?.kind ?? "other") === "other";

/** 推出新品的公司, 实施拆分的企业: whoever does so. */
const isGeneric = (nouns: EventNouns, folded: string, words: readonly Word[], { from, to }: Stretch): boolean =>
  words[to - 2]?.kind === "de" && !words.slice(from, to).some((word) => word.kind === "name") && classesOf(nouns, folded, words, { from: to - 1, to }).some((name) => name === "organization" || name === "staff");

/** Classes of nouns that a verb may stand before without being a predicate: 付款功能, 改造提升工程. */
const COMPOUND = new Set(["feature", "project", "campaign", "rule", "meeting"]);

/** Where an object goes on behind a verb inside it: 印发加快推动…的实施方案, 接入微信付款功能; nothing where it ends plainly. */
function widerObject(nouns: EventNouns, folded: string, words: readonly Word[], from: number, sense: EventWord, { object }: Complement, other: Stretch | undefined): number | undefined {
  const next = words[object?.to ?? from];
  if (next?.kind !== "verb" || next.lexeme?.cue || next.lexeme?.copula || sense.frame === "mutual" || (!object && other) || words[from]?.kind === "preposition") return undefined;
  const ends = objectEnds(words, from).filter((to) => classesOf(nouns, folded, words, { from, to }).some((name) => (sense.type === "policy" ? name === "rule" || name === "campaign" : COMPOUND.has(name))));
  const to = sense.type === "policy" ? ends.at(-1) : ends.find((end) => end > (object?.to ?? from) && end === words.length);
  return to !== undefined && to > (object?.to ?? from) ? to : undefined;
}

/** 完成[对A的]收购, 双方的合作: the subject stands before the carrier, or before the frame that holds the nominal. */
function subjectOf(clause: Clause, at: number, use: Use): Stretch | undefined {
  if (use.carrier !== undefined) return subjectBefore(clause, use.carrier);
  if (use.within) return subjectBefore(clause, use.within.from);
  const before = itemAt(clause.words, at - 1);
  // 甲公司最近一次融资
  if (use.pointed) {
    const owner = subjectBefore(clause, at - 1);
    return owner && clause.words[owner.to - 1]?.type === "organization" ? owner : undefined;
  }
  // 本轮融资: what points at it is no subject.
  if (use.as === "noun" && (before?.kind === "de" || (before && !before.lexeme?.anaphor && before.tag.startsWith("r")))) return undefined;
  const subject = subjectBefore(clause, at);
  // 在全球转型中: what stands in a frame has its subject there.
  const around = frameAt(clause, at);
  return subject && around?.preposition.lexeme?.preposition === "place" && subject.from < around.object.from ? undefined : subject;
}

/** A签署的[法案]: what the relative clause stands before. */
function relativeHead(clause: Clause, at: number): Complement {
  const { words } = clause;
  // 同来访的客人会谈: no further than the frame.
  const to = Math.min(frameAt(clause, at)?.to ?? words.length, nounPhraseEnd(words, at + 2));
  return to > at + 2 ? complement(to, { from: at + 2, to }) : complement(at + 2);
}

/** End of what only names the deal (签署[战略合作协议]); nothing where it is an object of its own. */
function labelEnd(nouns: EventNouns, folded: string, words: readonly Word[], at: number, sense: EventWord, { object }: Complement): number | undefined {
  if (!object || !(sense.with === "deal" || sense.with === "contract" || sense.with === "prospectus")) return undefined;
  const length = (words[object.to - 1]?.end ?? 0) - (words[at]?.end ?? 0);
  const bare = object.from === at + 1 && words.slice(object.from, object.to).every((word) => !word.mention);
  return bare && length <= 10 && classesOf(nouns, folded, words, object).length > 0 ? object.to : undefined;
}

/** 判处李某有期徒刑: whom, without what he gets. */
function withoutPunishment(nouns: EventNouns, folded: string, words: readonly Word[], whole: Complement): Complement {
  const { object } = whole;
  if (!object) return whole;
  let to = object.from;
  while (to < object.to && !classesOf(nouns, folded, words, { from: to, to: to + 1 }).includes("punishment")) to += 1;
  return complement(whole.to, to > object.from ? { from: object.from, to } : undefined, whole.amount);
}

/** 耗资8000万元回购, 完成1亿元融资, 获1.2亿元投资: what is spent or raised stands before the trigger. */
function amountBefore(words: readonly Word[], at: number, use: Use): FigureMention | undefined {
  const floor = Math.max(0, (use.carrier ?? at) - 6);
  for (let i = at - 1; i >= floor; i -= 1) {
    const word = words[i];
    const figure = figureOf(word);
    if (figure && isAmount(figure)) {
      const before = words[i - 1];
      const spent = before?.kind === "verb" && !before.lexeme?.events && !before.lexeme?.metric;
      return (use.carrier !== undefined && use.carrier < i) || spent ? figure : undefined;
    }
    if (!word || word.kind === "name" || word.lexeme?.cue) return undefined;
  }
  return undefined;
}

/** 终止收购, 放弃在港上市: a verb before the trigger calls it off. */
function endsBefore(clause: Clause, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const frame = frameAt(clause, i);
    // 在赛季结束后退役
    if (frame && frame.to <= at) {
      i = frame.from;
      continue;
    }
    const word = clause.words[i];
    if (word?.lexeme?.endsNext) return true;
    if (!word || word.lexeme?.cue || (word.kind === "verb" && !word.lexeme?.light && !word.lexeme?.carrier)) return false;
  }
  return false;
}
