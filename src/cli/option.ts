import { InvalidArgumentError, Option } from "commander";
import type { Stage } from "../index.js";
import { CLAIM_TYPES, type ClaimType } from "./filter.js";
import { nearest } from "./suggest.js";

// How the values of options are read.

export const STAGES: readonly Stage[] = ["sentences", "tokens", "mentions", "claims"];

/** An option that takes several of some values, separated by commas: help and completion name them. */
export function listOption(flags: string, about: string, values: readonly string[]): Option {
  const option = new Option(flags, about);
  option.argChoices = [...values];
  return option;
}

export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
export const stages = (value: string): Stage[] => someOf(value, STAGES);
export const claimTypes = (value: string, before: readonly ClaimType[] = []): ClaimType[] => [...before, ...someOf(value, CLAIM_TYPES)];

function someOf<T extends string>(value: string, known: readonly T[]): T[] {
  return value.split(",").map((name) => {
    const found = known.find((one) => one === name);
    if (found !== undefined) return found;
    const meant = nearest(name, known);
    throw new InvalidArgumentError(`expected some of ${known.join(",")}${meant === undefined ? "" : `\n(Did you mean ${meant}?)`}`);
  });
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError("expected a whole number");
  return Number(value);
}

export function jobs(value: string): number {
  const count = wholeNumber(value);
  if (count < 1 || count > 1024) throw new InvalidArgumentError("expected a number from 1 to 1024");
  return count;
}

export function share(value: string): number {
  if (!/^(?:0?\.\d{1,9}|[01](?:\.0{1,9})?)$/.test(value)) throw new InvalidArgumentError("expected a number from 0 to 1, such as 0.8");
  return Number(value);
}
