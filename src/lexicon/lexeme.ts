import type { AnyEventType, Direction, Modality } from "../model/index.js";
import { findMark } from "./table.js";
import { Trie } from "./trie.js";

/** A name of something measured. */
export interface MetricWord {
  /** Canonical id, such as `revenue`. */
  readonly key?: string | undefined;
  /** What stands before it belongs to its name (市场需求) and does not say whose it is (能源价格). */
  readonly whole?: true | undefined;
  /** Of a country or market, never of a firm or of who speaks: 通胀, 失业率. */
  readonly macro?: true | undefined;
}

/** A word by which a metric moves. */
export interface ChangeWord {
  readonly direction: Direction;
  /**
   * `move` needs a metric or a figure beside it; `price` moves a thing that has a price or level and needs no metric (涨, 收跌);
   * `state` says a lasting level (持平); `noun` is a movement as a noun (涨幅, 涨势); `sized` has no direction and counts with a figure only (变动).
   */
  readonly use: "move" | "price" | "state" | "noun" | "sized";
  /** Whether it can take what it moves as its object (提升产能利用率): `must` never moves its subject (提振). */
  readonly object: "may" | "must" | "no";
}

/** A word by which somebody is said to say something. */
export interface CueWord {
  /**
   * `say` reports words (表示, 称), `tell` to somebody (告诉记者), `answer` to a question
   * (回应质疑); `talk` does so before a comma, colon, quote or 称 (分析, 补充); `announce` takes what it announces as
   * its object or clause (宣布, 报道); `publish` is a paper's or body's act (公告, 披露); `show` needs a source as subject (显示), `find` takes
   * persons too (发现); `judge` is an opinion (认为, 预计), `view` one in 在…看来; `cite` gives
   * another's words (援引); `urge` asks
   * somebody to act (要求, 呼吁); `source` follows 据 or 从 (消息, 获悉).
   */
  readonly use: "say" | "tell" | "answer" | "talk" | "announce" | "publish" | "show" | "find" | "judge" | "view" | "cite" | "urge" | "source";
}

/**
 * A noun for somebody or something that speaks without a name: `person` (知情人士), `body` (警方), `voice` speaks for the body beside
 * it (发言人), `reporter` for the outlet itself (本报记者), `paper` says or shows something (草案), `study` so as somebody's work (调查),
 * `data` shows but is nobody (数据), `notice` is what a body issues (公告), `word` what goes round (消息, 传闻).
 */
export type SourceKind = "person" | "body" | "voice" | "reporter" | "paper" | "study" | "data" | "notice" | "word";

/** `post` is an office (总裁), `occupation` what somebody does (律师), `prefix` stands before a post (前, 时任), `body` joins a body to a post (研究部). */
export type TitleKind = "post" | "occupation" | "honorific" | "prefix" | "body";

export const RELATION_ROLES = ["part", "whole", "asset", "holder", "stockholder", "holding", "share", "alias", "code", "serve", "state-office", "office-ending", "byline", "as", "belongs", "becomes"] as const;
/** What a word says of the names beside it; see the head of `dict/relations.tsv`. */
export type RelationRole = (typeof RELATION_ROLES)[number];

/** A word that can be an event's trigger, in one of its senses. */
export interface EventWord {
  readonly type: AnyEventType;
  /**
   * Who stands where. `acts`: the subject acts on what follows; `self`: the subject alone; `opens`: the object follows the word or, with nobody
   * acting, stands before it (新品上市); `runs` likewise, but a firm or person before it is the agent (公司扩产); `forms`: alone, its subject is
   * the agent (公司成立); `mutual`: sides that act together; `puts`: the object stands behind 将 or before 被 (将A列入名单); `suffers`: the
   * subject is the object; `arises`: it comes about at a place or to somebody; `backs`: as `acts`, for whom
   * the text was speaking of.
   */
  readonly frame: "acts" | "self" | "opens" | "runs" | "forms" | "mutual" | "puts" | "suffers" | "arises" | "backs";
  /** The sense asks for an object of this class (发布 + 新品 is a launch, 发布 + 规定 a policy). */
  readonly with?: string | undefined;
  /** What 对, 向, 为, 给 bring; else 对 brings the object and 向 the counterparty. */
  readonly goal?: "object" | "counterparty" | undefined;
  /** Stands for an event only beside a verb that carries it (发生火灾). */
  readonly noun?: true | undefined;
}

/** A word that sets modality: 将, 预计, 如果. */
export interface ModalWord {
  /** `future` (将, 会) is planned where somebody acts and predicted where nobody decides; `actual` makes a habit of it (通常会). */
  readonly modality: Modality | "future";
  /**
   * `before` reaches what follows it in the clause; `clause` marks the whole clause (能否), `condition` what follows from it too (如果);
   * `after` stands behind what it is said of (可能性不大).
   */
  readonly reach: "before" | "clause" | "condition" | "after";
}

/** A word that denies: 未, 并非. */
export interface NegationWord {
  /** `word` negates the next predicate, `clause` what follows in the clause (严禁), `after` what stands before it (是不可能的). */
  readonly reach: "word" | "clause" | "after";
}

/** What a preposition makes of the phrase behind it. */
export type PrepositionRole =
  | "place" | "time" | "partner" | "goal" | "agent" | "patient" | "source" | "topic" | "means" | "cause" | "comparison" | "basis" | "passive" | "exception";

/** All that the claim tables say of one word; a word may stand in several tables. */
export interface Lexeme {
  readonly metric?: MetricWord;
  readonly change?: ChangeWord;
  readonly cue?: CueWord;
  readonly events?: readonly EventWord[];
  /** Carries an event's noun: 完成收购, 受到处罚 (the subject suffers it), 发生爆炸 (it comes about). */
  readonly carrier?: "active" | "suffer" | "arise";
  /** Calls off the event it governs: 终止收购. */
  readonly endsNext?: true;
  /** Says of the event before it that it failed or was called off: 谈判破裂. */
  readonly endsLast?: true;
  /** A word that holds an event's word and is none: 上市公司, 投资者. */
  readonly shield?: true;
  /** A verb whose object does what follows: 推动两家公司合并. */
  readonly pivot?: true;
  readonly modal?: ModalWord;
  readonly negation?: NegationWord;
  readonly preposition?: PrepositionRole;
  /** Closes a prepositional frame: 在…情况下, 从…来看; `time`, one that says when: 在…后. */
  readonly closer?: "time" | "plain";
  /** Closes a frame of means: 以集中竞价方式. */
  readonly manner?: true;
  /** What a firm publishes about itself: 财报. */
  readonly ownReport?: true;
  /** Adverb or connective that belongs to no noun phrase. */
  readonly adverb?: true;
  /** Only modifies the noun behind it, whatever the segmenter says: 相关, 在建. */
  readonly attribute?: true;
  /** Behind a size, links the move to where it ended: 至, 达到, 升至. */
  readonly reaches?: true;
  /** One figure for each of what stands before: 分别, 依次. */
  readonly each?: true;
  /** Links a metric to its figure: 为, 达, 达到, 约为. */
  readonly copula?: true;
  /** 同比, 环比, 较上年同期: what a change is measured against. */
  readonly basis?: string;
  /** Stands for a named thing: 公司, 该行, 他, 其, 双方. */
  readonly anaphor?: Anaphor;
  /** Speaks though it has no name: 知情人士, 警方, 草案. */
  readonly source?: SourceKind;
  /** Ties two names to each other: 旗下, 控股股东, 简称. */
  readonly relation?: RelationRole;
  /** Says what somebody is: 总裁, 前, 先生. */
  readonly title?: TitleKind;
  /** A verb that only carries the noun or verb behind it: 实现, 出现, 保持. */
  readonly light?: true;
  /** A verb whose object is had or counted: 拥有, 新增, 提供. */
  readonly having?: true;
  /** A noun behind a change word that leaves the move a move (上涨趋势) or makes it the name of something else (提升行动). */
  readonly after?: "trend" | "name" | "goal" | "forecast";
  /** What is strengthened or kept up without being measured (加大力度), or only named by a figure (3万美元大关). */
  readonly unmeasured?: true;
  /** Has a price or level of its own and needs no metric: 沪指, 美元, 螺纹钢; also as the end of a longer word. */
  readonly instrument?: true;
  /** A place or market that figures are given for without being a name: 我国, 全球, 多地. */
  readonly region?: true;
  /** What befalls people who are counted by it: 5人死亡. */
  readonly casualty?: true;
  /** What a cue makes of its content: urged whatever its subject, directed where it names none, forecast; an opinion of what others will do; done or found at the time of telling. */
  readonly makes?: "urged" | "directed" | "forecast" | "opinion" | "done";
  /** Opens a task in policy texts: 加快, 稳妥推进. */
  readonly imperative?: true;
  /** Belongs to the metric behind it: 合并, 中标; `far`, also with other words between (累计分红总额). */
  readonly modifier?: { readonly far?: true | undefined };
}

/** `speaker`: whoever is speaking (我们); `work`: a film, book or game, which `product` is not. */
export type Anaphor = "organization" | "person" | "product" | "work" | "location" | "any" | "plural" | "speaker";

export interface LexemeTable {
  /** The longest word that starts at `at` and ends by `end`. */
  match(folded: string, at: number, end: number): { readonly length: number; readonly lexeme: Lexeme } | undefined;
  /** What is said of `text`, or of its part `[start, end)`. */
  get(text: string, start?: number, end?: number): Lexeme | undefined;
}

/** The lexeme without one thing that it says; its shape stays. */
export const without = (lexeme: Lexeme, field: keyof Lexeme): Lexeme => shaped(lexeme, { [field]: undefined });

/** Nothing but one thing that the lexeme says, in the shape of all. */
export const only = (lexeme: Lexeme, field: keyof Lexeme): Lexeme => shaped({ [field]: lexeme[field] });

/**
 * Lexemes are all of one shape, whatever is said of their words: the rules read millions of them, the sooner so. What is asked of every
 * word comes first, and so stands together in memory.
 */
const BLANK: { readonly [K in keyof Required<Lexeme>]: undefined } = {
  cue: undefined, shield: undefined, makes: undefined, anaphor: undefined, change: undefined, events: undefined, modal: undefined, negation: undefined,
  preposition: undefined, adverb: undefined, basis: undefined, copula: undefined, relation: undefined, closer: undefined, metric: undefined, instrument: undefined,
  region: undefined, attribute: undefined, title: undefined, light: undefined, source: undefined, pivot: undefined, modifier: undefined, carrier: undefined,
  endsNext: undefined, endsLast: undefined, manner: undefined, ownReport: undefined, having: undefined, after: undefined, unmeasured: undefined, casualty: undefined,
  imperative: undefined, reaches: undefined, each: undefined,
};

const shaped = (...says: readonly object[]): Lexeme => Object.assign({ ...BLANK }, ...says) as Lexeme;

const HASH = 0x23;

/** Collects what every table says of a word, then serves it. A row of a table is read when its word is first asked for. */
export class LexemeBuilder {
  #text = "";
  /** Two numbers a row: where its word starts in the text, and where it ends. */
  readonly #words: number[] = [];
  /** What is said of the words from an offset on, by the cells of their rows. */
  readonly #tables: { readonly from: number; readonly says: (cells: readonly string[]) => Lexeme }[] = [];

  /** Adds a table's words, the first cells of its rows; `says` reads a row's cells. */
  addTable(text: string, says: (cells: readonly string[]) => Lexeme): void {
    const from = this.#append(text, says);
    let tab = -1;
    for (let start = 0, end = 0; start < text.length; start = end + 1) {
      end = findMark(text, "\n", start);
      if (end === start || text.charCodeAt(start) === HASH) continue;
      if (tab < start) tab = findMark(text, "\t", start);
      this.#words.push(from + start, from + Math.min(tab, end));
    }
  }

  add(word: string, says: Lexeme): void {
    const start = this.#append(word, () => says);
    this.#words.push(start, start + word.length);
  }

  #append(text: string, says: (cells: readonly string[]) => Lexeme): number {
    const from = this.#text.length;
    this.#tables.push({ from, says });
    this.#text += `${text}\n`;
    return from;
  }

  build(): LexemeTable {
    const [text, words, tables] = [this.#text, this.#words, this.#tables];
    /** Of a word that stands in several rows, those behind the first. */
    const further = new Map<number, number[]>();
    const trie = Trie.of({
      text,
      rows: words,
      width: 2,
      added(row, first) {
        if (row !== first) further.set(first, [...(further.get(first) ?? []), row]);
      },
    });
    const tableOf = (row: number): number => tables.findLastIndex(({ from }) => from <= words[2 * row]!);
    const endOf = (row: number): number => text.indexOf("\n", words[2 * row]);
    const saysOf = (row: number): Lexeme => tables[tableOf(row)]!.says(text.slice(words[2 * row], endOf(row)).split("\t"));
    /** The same of rows that say the same of their words: its table, and the cells behind the word. */
    const keyOf = (row: number): string => `${tableOf(row)}${text.slice(words[2 * row + 1], endOf(row))}`;
    const made = Array.from<Lexeme | undefined>({ length: words.length / 2 });
    /** Words of which the same is said share one lexeme: so few fit into a processor's cache. */
    const shared = new Map<string, Lexeme>();
    const lexeme = (id: number): Lexeme => (made[id] ??= share([id, ...(further.get(id) ?? [])]));
    const share = (rows: readonly number[]): Lexeme => {
      const key = rows.map(keyOf).join("\n");
      const says = shared.get(key) ?? merged(rows.map(saysOf));
      shared.set(key, says);
      return says;
    };
    return Object.freeze({
      get(text: string, start = 0, end = text.length) {
        const id = trie.find(text, start, end);
        return id < 0 ? undefined : lexeme(id);
      },
      match(folded: string, at: number, end: number) {
        if (!trie.mayStart(folded, at)) return undefined;
        let longest = -1;
        let length = 0;
        let node = 0;
        for (let i = at; i < end; i += 1) {
          node = trie.next(node, folded.charCodeAt(i));
          if (node === 0) break;
          const id = trie.value(node);
          if (id < 0) continue;
          longest = id;
          length = i + 1 - at;
        }
        return longest < 0 ? undefined : { length, lexeme: lexeme(longest) };
      },
    });
  }
}

/** All that is said of one word: what is said last counts, but an event's word has all its senses. */
function merged(all: readonly Lexeme[]): Lexeme {
  const events = all.flatMap((says) => says.events ?? []);
  return shaped(...all, events.length > 0 ? { events } : {});
}
