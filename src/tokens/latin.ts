import type { LatinSpan, Sentence } from "../model/index.js";

/** What we use of compromise. */
export type Compromise = (text: string) => { json(options: object): { terms: CompromiseTerm[] }[] };
interface CompromiseTerm {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

export type LatinReader = (text: string, sentences: readonly Sentence[]) => LatinSpan[];

/** A longer run is English prose, which names nothing of a Chinese text's; and reading takes 0.2 ms for a name, 10 ms for prose. */
const MOST_WORDS = 12;
/** As many different runs are read in one text. */
const MOST_RUNS = 500;
/** As many are remembered from text to text: the names of a stream of news come again. */
const MOST_KNOWN = 5000;
/** No joint of two words is longer than that of `Warner Bros., & Co`. */
const LONGEST_JOINT = 4;

const KINDS: readonly (readonly [tag: string, kind: LatinSpan["kind"]])[] = [
  ["Organization", "organization"],
  ["Person", "person"],
  ["Place", "location"],
  ["Money", "money"],
  ["Currency", "money"],
  ["Date", "date"],
  ["Value", "number"],
];
const LEGAL_FORM = /^(?:ltd|limited|inc|incorporated|corp|co|llc|llp|plc|sa|ag|nv)$/i;

const narrow = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit);
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);
/** Space & ' ( ) + , - . / and ’ */
const isJoint = (unit: number): boolean => unit === 0x20 || (unit >= 0x26 && unit <= 0x29) || (unit >= 0x2b && unit <= 0x2f) || unit === 0x2019;

/**
 * Reads the runs of two Latin words or more with compromise: `Tencent Holdings Ltd.` is an organization, `Tim Cook` a person.
 *
 * @param load  Gives compromise; called when the first such run comes, so never for plain Chinese.
 */
export function latinReader(load: () => Compromise): LatinReader {
  let compromise: Compromise | undefined;
  const known = new Map<string, readonly LatinSpan[]>();
  return (text, sentences) => {
    const spans: LatinSpan[] = [];
    const runs = new Set<string>();
    for (const sentence of sentences) {
      for (const { start, run } of findRuns(text, sentence.start, sentence.end)) {
        if (runs.size === MOST_RUNS && !runs.has(run)) continue;
        runs.add(run);
        let found = known.get(run);
        if (found === undefined) {
          compromise ??= load();
          if (known.size === MOST_KNOWN) known.clear();
          known.set(run, (found = readRun(run, compromise)));
        }
        for (const span of found) spans.push({ start: start + span.start, end: start + span.end, kind: span.kind });
      }
    }
    return spans;
  };
}

/** Runs of 2 to 12 words with letters in them, at least two of them apart (not MSFT.O), numbers between them included, in half-width characters. */
function findRuns(text: string, start: number, end: number): { start: number; run: string }[] {
  const runs: { start: number; run: string }[] = [];
  for (let i = start; i < end; ) {
    const from = i;
    let run = "";
    let length = 0;
    let words = 0;
    let spaced = false;
    let apart = false;
    for (let joint = 0; i < end && joint <= LONGEST_JOINT; ) {
      const unit = narrow(text.charCodeAt(i));
      if (isLetter(unit) || isDigit(unit)) {
        const word = i;
        let letters = false;
        for (; i < end; i += 1) {
          const next = narrow(text.charCodeAt(i));
          if (isLetter(next)) letters = true;
          else if (!isDigit(next)) break;
        }
        if (words <= MOST_WORDS) run += narrowed(text, word - joint, i);
        if (letters) words += 1;
        apart ||= spaced;
        spaced = false;
        joint = 0;
        length = i - from;
      } else if (length > 0 && isJoint(unit)) {
        spaced ||= unit === 0x20;
        joint += 1;
        i += 1;
      } else break;
    }
    if (words > 1 && words <= MOST_WORDS && apart) runs.push({ start: from, run: text[from + length] === "." ? `${run}.` : run });
    if (i === from) i += 1;
  }
  return runs;
}

function narrowed(text: string, start: number, end: number): string {
  let out = "";
  for (let i = start; i < end; i += 1) out += String.fromCharCode(narrow(text.charCodeAt(i)));
  return out;
}

function readRun(run: string, compromise: Compromise): LatinSpan[] {
  const spans: LatinSpan[] = [];
  let last: { start: number; end: number; kind: LatinSpan["kind"] } | undefined;
  for (const { terms } of compromise(run).json({ offset: true, terms: { tags: true, offset: true } })) {
    for (const { text, tags, offset } of terms) {
      const [start, end] = [offset.start, offset.start + offset.length];
      const kind = KINDS.find(([tag]) => tags.includes(tag))?.[1];
      if (kind === undefined || text === "" || !run.startsWith(text, start)) {
        last = undefined;
        continue;
      }
      const stop = tags.includes("Abbreviation") && run[end] === "." ? end + 1 : end;
      const between = last === undefined ? "" : run.slice(last.end, start);
      if (last?.kind === kind && (!between.includes(",") || LEGAL_FORM.test(text))) last.end = stop;
      else spans.push((last = { start, end: stop, kind }));
    }
  }
  return spans;
}
