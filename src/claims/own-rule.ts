import type { Lexeme, PrepositionRole } from "../lexicon/lexeme.js";
import { anchorOf, countBefore, RuleError, type Claim, type Mention, type Modality, type Polarity, type Sentence, type Span } from "../model/index.js";
import type { Clause } from "../syntax/clause.js";
import type { Word, WordKind } from "../syntax/word.js";
import { NO_CUES, type Context, type Draft, type Reading } from "./draft.js";
import { checkDraft } from "./own-draft.js";

/** A word as the library's own rules see it: a mention, a word of `dict/`, or a word of the segmenter. */
export interface RuleWord extends Span {
  readonly text: string;
  readonly kind: WordKind;
  /** jieba's part-of-speech tag; empty for a mention. */
  readonly tag: string;
  readonly mention?: Mention;
  /** What the tables of `dict/`, and words of your own, say of it: `word.lexeme?.metric?.key`, `word.lexeme?.events`. */
  readonly lexeme?: Lexeme;
  /** What the prepositional frame does in which it stands: `partner` in 与甲公司, `patient` in 将利率. */
  readonly frame?: PrepositionRole;
}

/** A stretch between ，；：。！？; what stands in brackets in it is a clause of its own, behind it. */
export interface RuleClause extends Span {
  readonly words: readonly RuleWord[];
  readonly bracketed: boolean;
}

/** A sentence, read: what a rule of your own may look at. Offsets are UTF-16 into the text. */
export interface RuleContext {
  readonly text: string;
  readonly sentence: Span & { readonly text: string; readonly clauses: readonly RuleClause[] };
  /** The earlier name that a pronoun (公司, 他, 双方) stands for; nothing where it is no pronoun or none fits. */
  antecedentOf(word: RuleWord): Span | undefined;
  /** The name that a clause without a subject carries on from, in its paragraph. */
  subjectBefore(clause: RuleClause): Span | undefined;
}

/** A claim as a rule gives it: its type and arguments. All else is added as for any claim; what the rule sets of it stays. */
export type RuleDraft<T extends Claim = Claim> = T extends Claim ? Omit<T, Context | "span" | "rule"> & { readonly polarity?: Polarity; readonly modality?: Modality; readonly confidence?: number } : never;

/**
 * A rule of your own. It is asked once a sentence; a claim it makes goes before one of the same type on the same word.
 *
 *     const rule: ClaimRule = {
 *       name: "metric/per-ten-shares",
 *       *apply({ sentence }) { for (const { words } of sentence.clauses) … yield { type: "metric", figure, metric, subject }; },
 *     };
 */
export interface ClaimRule {
  /** What its claims have as `rule`. */
  readonly name: string;
  /** The claims it makes of a sentence. */
  apply(context: RuleContext): Iterable<RuleDraft>;
}

/**
 * The drafts of the user's rules, checked.
 *
 * @throws {RuleError} a rule throws, or gives what is no claim of the text
 */
export function ownDrafts(rules: readonly ClaimRule[], reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { clauses } = reading.analysis;
  for (let from = 0; from < clauses.length; ) {
    const sentence = clauses[from]!.sentence;
    let to = from + 1;
    while (clauses[to]?.sentence === sentence) to += 1;
    const own = clauses.slice(from, to);
    const context = contextOf(reading, sentence, own);
    for (const rule of rules) for (const draft of applied(rule, context)) drafts.push(placed(rule.name, checkDraft(rule.name, draft, sentence, reading.analysis), own));
    from = to;
  }
  return drafts;
}

function applied(rule: ClaimRule, context: RuleContext): RuleDraft[] {
  try {
    return [...rule.apply(context)];
  } catch (cause) {
    throw new RuleError(rule.name, cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), "drafts of claims, and no error", { cause });
  }
}

/** The draft with the clause that holds its anchor, and what the rule has set. */
function placed(rule: string, { polarity, modality, confidence, ...draft }: RuleDraft, clauses: readonly Clause[]): Draft {
  const anchor = anchorOf(draft as Draft);
  const holds = (clause: Clause): boolean => clause.words.some((word) => word.start <= anchor.start && anchor.start < word.end);
  const clause = clauses.find(holds) ?? clauses.at(-1)!;
  const at = clause.words.findIndex((word) => anchor.start < word.end);
  return {
    ...draft,
    span: { start: clause.start, end: clause.end },
    rule,
    clause,
    at: at < 0 ? Math.max(0, clause.words.length - 1) : at,
    sets: (polarity ?? modality) && { polarity, modality },
    acts: true,
    basisCues: NO_CUES,
    sure: confidence,
  } as Draft;
}

function contextOf({ analysis, antecedents }: Reading, { start, end }: Sentence, clauses: readonly Clause[]): RuleContext {
  const { text } = analysis.document;
  const words = new Map<RuleWord, Word>();
  const origins = new Map<RuleClause, Clause>();
  const views = clauses.map((clause): RuleClause => {
    const view = {
      start: clause.start,
      end: clause.end,
      bracketed: clause.host !== undefined,
      words: clause.words.map((word, i) => {
        const seen = viewOf(text, clause, word, i);
        words.set(seen, word);
        return seen;
      }),
    };
    origins.set(view, clause);
    return view;
  });
  return {
    text,
    sentence: { start, end, text: text.slice(start, end), clauses: views },
    antecedentOf(word) {
      const own = words.get(word);
      return own && antecedents.resolve(own);
    },
    subjectBefore(clause) {
      const own = origins.get(clause);
      return own && antecedents.topicBefore(own);
    },
  };
}

/** A copy: nothing that a rule does to it reaches the library. */
function viewOf(text: string, clause: Clause, { start, end, kind, tag, mention, lexeme }: Word, at: number): RuleWord {
  const frame = clause.frames[countBefore(clause.frames.map(({ from }) => ({ start: from, end: from })), at + 1) - 1];
  const role = frame && at < frame.to ? frame.preposition.lexeme?.preposition : undefined;
  const says = lexeme && (Object.fromEntries(Object.entries(lexeme).filter(([, said]) => said !== undefined)) as Lexeme);
  return { start, end, text: text.slice(start, end), kind, tag, ...(mention && { mention: { ...mention } }), ...(says && Object.keys(says).length > 0 && { lexeme: says }), ...(role && { frame: role }) };
}
