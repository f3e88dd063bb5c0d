import { createRequire } from "node:module";
import type { Compromise } from "./tokens/latin.js";

let compromise: Compromise | undefined;

/**
 * compromise, loaded when first asked for: a copy of our own, so that no plugin or word that others give to theirs changes
 * what we read.
 */
export function loadCompromise(): Compromise {
  if (compromise) return compromise;
  const require = createRequire(import.meta.url);
  const path = require.resolve("compromise");
  const theirs = require.cache[path];
  Reflect.deleteProperty(require.cache, path);
  compromise = require(path) as Compromise;
  if (theirs) require.cache[path] = theirs;
  else Reflect.deleteProperty(require.cache, path);
  return compromise;
}
