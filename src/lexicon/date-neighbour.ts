import table from "../../dict/date-neighbours.tsv";
import { oneOf, readTable, word } from "./table.js";

/** The rules of the date grammar that look at the character beside a date. */
const RULES = [
  "clock.behind", "clock.before", "clock.notBefore", "bareDay.before", "day.notBehind", "day.notBefore", "dayNumber.behind", "dayNumber.notBefore",
  "yearMonth.notBefore", "threeDigitYear.behind", "bareYear.behind", "shortYear.notBefore", "quarter.before", "season.notBefore", "last.notBehind",
  "week.notBefore", "weekday.notBefore", "holiday.before", "untilNow.notBefore", "plan.notBefore", "term.notBefore", "more.notBefore",
] as const;
type Rule = (typeof RULES)[number];

const CHARACTERS: ReadonlyMap<Rule, string> = new Map(readTable("dict/date-neighbours.tsv", table, { rule: oneOf(...RULES), characters: word }).map(({ rule, characters }) => [rule, characters]));

/** Is the character at `at` one of those that a rule names? None outside the text. */
export const isNeighbour = (rule: Rule, text: string, at: number): boolean => {
  const character = text[at];
  return character !== undefined && (CHARACTERS.get(rule)?.includes(character) ?? false);
};
