// What every entry, for Node and for browsers, exports beside `extract` and `createExtractor`.
export type { Extractor } from "./extractor.js";
export type { ClaimRule, RuleClause, RuleContext, RuleDraft, RuleWord } from "./claims/own-rule.js";
export type { OwnWords, WordRows, WordTableName } from "./lexicon/claim.js";
export { WORD_TABLES } from "./lexicon/claim.js";
export type { Lexeme } from "./lexicon/lexeme.js";
export type { DictionaryEntry } from "./lexicon/dictionary.js";
export { DictionaryError, DROP_REASONS, ExtractClaimsError, OptionError, RuleError } from "./model/index.js";
export { EVENT_TYPES } from "./model/index.js";
export type * from "./model/result.js";
export type { AnyEventType, ClaimType, Comparator, DateMention, DateMod, Direction, Dropped, DropReason, ErrorCode, EventType, ExplainedArgument, ExplainedProperty, ExplainedWord, Explanation, FigureMention, Ground, Mention, MentionType, Modality, NameMention, NameType, Origin, Polarity, ReferenceDate, RelationType, Span } from "./model/index.js";
export type { DictionaryInput, ExtractOptions, ExtractorOptions } from "./option.js";
export type { Stage } from "./result.js";
export type { Segmenter } from "./tokens/segmenter.js";
export { offsetConverter } from "./offset.js";
export { recognizeDates, type RecognizeDatesOptions } from "./dates.js";
export { parseReferenceDate } from "./mentions/date.js";
export { recognizeFigures } from "./mentions/figure.js";
export { parseNumber, type ParsedNumber } from "./mentions/number.js";
