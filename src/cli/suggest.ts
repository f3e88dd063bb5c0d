import { existsSync } from "node:fs";
import type { Command } from "commander";
import { closest, distance } from "fastest-levenshtein";

/** What somebody may have meant: what is a slip or two of the pen away. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word === "" || known.length === 0) return undefined;
  const best = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), best) <= Math.min(2, word.length / 2) ? best : undefined;
}

/** The command that a first argument, no file, may have been meant for. */
export function suggestCommand([first = ""]: readonly string[], { commands }: Command): string | undefined {
  if (!/^[a-z]+$/i.test(first) || existsSync(first)) return undefined;
  return nearest(first, commands.map((command) => command.name()));
}
