import { dateWords } from "./lexicon/date.js";
import { fold } from "./lexicon/fold.js";
import { dateRecognizer, parseReferenceDate } from "./mentions/date.js";
import type { Recognizer } from "./mentions/recognizer.js";
import { OptionError, type DateMention } from "./model/index.js";
import { splitSentences } from "./sentences/split.js";

/** How dates are read. */
export interface RecognizeDatesOptions {
  /** The day or local time from which 昨日 and 今年 are counted: `2022-02-01` or `2022-02-01T16:30:00`. */
  readonly referenceDate?: string;
}

let recognize: Recognizer<DateMention> | undefined;

/**
 * Every date, period, clock time, duration and recurring time of a Chinese text, without the rest of the pipeline.
 *
 *     recognizeDates("去年四季度至今", { referenceDate: "2022-02-01" })[0]   { start: 0, end: 7, value: "2021-10-01/2022-02-01", … }
 *     recognizeDates("每周三下午3点")[0]                                     { start: 0, end: 7, value: "XXXX-WXX-3T15:00", set: true, … }
 *     recognizeDates("周五", { referenceDate: "2022-03-20" })[0]             { start: 0, end: 2, value: "2022-03-18", alts: ["2022-03-25"], … }
 *
 * @param text     Used exactly as given: `text.slice(start, end)` is the quotation, offsets are UTF-16.
 * @param options  `referenceDate`; without it relative dates have no value, unless the text has a dateline.
 * @returns  Mentions in text order with TIMEX3 (ISO 8601) values, only as precise as the text; `alts` where the words allow another.
 * @throws {OptionError}  the text is no string, or the reference date is none
 * @see ISO 8601-1:2019; TimeML TIMEX3
 */
export function recognizeDates(text: string, { referenceDate }: RecognizeDatesOptions = {}): DateMention[] {
  if (typeof text !== "string") throw new OptionError("text", typeof text, "a string");
  recognize ??= dateRecognizer({ dates: dateWords() });
  return recognize({ text, folded: fold(text), sentences: splitSentences(text), tokens: [], ...(referenceDate !== undefined && { referenceDate: parseReferenceDate(referenceDate) }) });
}
