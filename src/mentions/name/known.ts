import type { NameForm } from "../../lexicon/name-form.js";
import type { KnownNames } from "../../lexicon/name.js";
import type { UserEntries } from "../../lexicon/user-entry.js";
import type { Document } from "../../model/index.js";
import type { Candidates } from "./candidate.js";
import { MODEL_TYPES } from "./label.js";

/** Of a longer text, nothing is remembered. */
const LONGEST_REMEMBERED = 1 << 18;

/** Looks up each position of a text once: the model asks for the same as `addKnown`. */
export function rememberingLookup(lookup: KnownNames["lookup"]): KnownNames["lookup"] {
  let text = "";
  let forms: (NameForm | null | undefined)[] = [];
  return (folded, position) => {
    if (folded.length > LONGEST_REMEMBERED) return lookup(folded, position);
    if (folded !== text) {
      text = folded;
      forms = new Array<undefined>(folded.length + 1).fill(undefined);
    }
    const known = forms[position];
    if (known !== undefined) return known ?? undefined;
    const form = lookup(folded, position);
    forms[position] = form ?? null;
    return form;
  };
}

/** Known names, wherever they stand: how much a listing counts falls with how short and ambiguous the form is. */
export function addKnown({ folded, sentences }: Document, lookup: KnownNames["lookup"], boundaries: Uint8Array, inside: (start: number, end: number) => boolean, candidates: Candidates): void {
  for (const sentence of sentences) {
    for (let i = sentence.start; i < sentence.end; ) {
      const form = lookup(folded, i);
      if (!form || i + form.length > sentence.end) {
        i += 1;
        continue;
      }
      const end = i + form.length;
      const cuts = (boundaries[i] ? 0 : 1) + (boundaries[end] ? 0 : 1);
      const candidate = candidates.at(i, end);
      candidate.form = form;
      // What the model reads as a part of a longer name gets less help against it.
      const most = inside(i, end) ? INSIDE : Infinity;
      for (let one: NameForm | undefined = form; one; one = one.also) candidate.evidence[MODEL_TYPES.indexOf(one.type)]! += Math.min(most, trust(one)) - (one.type === "location" ? CUT_PLACE : CUT) * cuts;
      i = form.length > 1 && !form.ambiguous ? end : i + 1;
    }
  }
}

/** A name that cuts a word in two is seldom meant. */
const CUT = 6;
const CUT_PLACE = 3;
const INSIDE = 2;

const trust = ({ type, ambiguous, length }: NameForm): number => (ambiguous || length < 2 ? 0 : length === 2 ? 5 : 6) + (type === "location" && !ambiguous ? 1 : 0);

const CERTAIN = 1000;

/** The user's names win wherever they stand. */
export function addUser({ folded }: Document, { find }: UserEntries, candidates: Candidates): void {
  for (const { start, end, entry } of find(folded)) {
    if (entry.type === undefined) continue;
    const candidate = candidates.at(start, end);
    candidate.evidence.fill(-CERTAIN);
    candidate.evidence[MODEL_TYPES.indexOf(entry.type)] = CERTAIN;
    candidate.form = { form: folded.slice(start, end), length: end - start, type: entry.type, canonical: entry.canonical, ticker: undefined, owner: undefined, ambiguous: false, also: undefined };
    candidate.fixed = true;
  }
}
