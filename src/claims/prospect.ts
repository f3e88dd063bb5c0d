import type { LexemeTable } from "../lexicon/lexeme.js";
import type { DateMention, Document, Modality, Span } from "../model/index.js";
import type { Draft } from "./draft.js";
import type { Told } from "./scope.js";

/** Figures that may be forecast as a whole: money, rates and bare numbers, not what is counted. */
const FORECAST_UNIT = /^(?:[A-Z]{3}|percent|times)?$/;
const CALENDAR = /^\d{4}(?:-\d\d){0,2}/;

/** Modality of what is still to come, though no word beside the predicate says so. */
export class Prospect {
  /** Of each measure's name, by where it stands, what is to come of it. */
  readonly #measured = new Map<number, Modality>();
  readonly #today: string | undefined;

  constructor(
    private readonly lexemes: LexemeTable,
    private readonly document: Document,
  ) {
    const { referenceDate: date } = document;
    this.#today = date && [date.year, date.month, date.day].map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
  }

  /** Of a measure that its name calls forecast (预测市盈率, 营收指引, 预亏), or that goes on from one to come (甲目标是1000亿，乙为800亿). */
  ofMeasure(draft: Draft, modality: Modality): Modality {
    const metric = draft.type === "metric" ? draft.metric : undefined;
    if (draft.type !== "metric" || !metric) return modality;
    const isNamed = metric.start >= draft.clause.start;
    const carried = isNamed || draft.clause.host ? undefined : this.#measured.get(metric.start);
    const found = modality !== "actual" || !FORECAST_UNIT.test(draft.figure.unit ?? "") ? modality : (carried ?? (this.#isForecast(metric) ? "predicted" : modality));
    if (isNamed) this.#measured.set(metric.start, found);
    return found;
  }

  /** Of what holds only later than today: 到2030年，占比提高到50% is a target, what others think of 2030 a forecast. */
  ofTime(time: DateMention | undefined, told: Told | undefined): Modality {
    const start = CALENDAR.exec(time?.value ?? "")?.[0];
    if (start === undefined || this.#today === undefined || start <= this.#today || this.#today.startsWith(start)) return "actual";
    return told === "opinion" ? "predicted" : "planned";
  }

  #isForecast({ start, end }: Span): boolean {
    const { folded } = this.document;
    const [first, last] = [this.lexemes.get(folded, start, Math.min(start + 2, end)), this.lexemes.get(folded, Math.max(start, end - 2), end)];
    return first?.modal?.modality === "predicted" || last?.metric?.key === "guidance";
  }
}
