// What every entry, for Node and for browsers, exports beside `extract` and `createExtractor`.
export type { Extractor } from "./extractor.js";
export type { OwnWords, WordTableName } from "./lexicon/claim.js";
export type { DictionaryEntry } from "./lexicon/dictionary.js";
export { DictionaryError, ExtractClaimsError, OptionError } from "./model/index.js";
export { EVENT_TYPES } from "./model/index.js";
export type * from "./model/result.js";
export type { Comparator, DateMention, DateMod, Direction, ErrorCode, EventType, FigureMention, MentionType, Modality, NameType, Polarity, ReferenceDate, RelationType, Span } from "./model/index.js";
export type { DictionaryInput, ExtractOptions, ExtractorOptions } from "./option.js";
export type { Stage } from "./result.js";
export type { Segmenter } from "./tokens/segmenter.js";
export { offsetConverter } from "./offset.js";
export { recognizeDates, type RecognizeDatesOptions } from "./dates.js";
export { parseReferenceDate } from "./mentions/date.js";
export { recognizeFigures } from "./mentions/figure.js";
export { parseNumber, type ParsedNumber } from "./mentions/number.js";
