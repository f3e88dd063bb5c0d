import { lstatSync, readdirSync, statSync, type Dirent } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { InputError } from "./error.js";

/** A file to read, or why there is none. */
export interface Source {
  /** `-` is standard input. */
  readonly path: string;
  /** Where its results go, below a folder of results: the path below the folder or pattern that named it. */
  readonly name: string;
  /** In bytes, where that is known. */
  readonly size?: number;
  readonly error?: InputError;
}

export interface Sources {
  readonly sources: readonly Source[];
  /** Whether it may have been more than one: by number, or because a folder or pattern was given. */
  readonly many: boolean;
}

/** Where what we write goes: never read as input of a folder or pattern. */
export type IsOutput = (path: string) => boolean;

/**
 * Files in the order of the arguments; those of a folder or pattern in the order of their paths, by UTF-16 code units. A file
 * that two arguments name is read once.
 */
export async function findSources(args: readonly string[], isOutput: IsOutput): Promise<Sources> {
  const found = new Map<string, Source>();
  let many = false;
  for (const arg of args) {
    const { sources, open } = await expand(arg, isOutput);
    many ||= open;
    for (const source of sources) {
      const key = source.path === "-" ? "-" : resolve(source.path);
      if (!found.has(key)) found.set(key, source);
    }
  }
  return { sources: [...found.values()], many: many || found.size > 1 };
}

/** What an argument stands for; `open` where that is any number of files. */
async function expand(arg: string, isOutput: IsOutput): Promise<{ sources: readonly Source[]; open: boolean }> {
  if (arg === "-") return { sources: [{ path: arg, name: "standard-input" }], open: false };
  const found = sizeAndKind(arg);
  if (found?.kind === "folder") return { sources: filesBelow(arg, isOutput), open: true };
  if (found) return { sources: [source(arg, basename(arg))], open: false };
  // Loaded for patterns alone; most shells expand them themselves.
  const { glob, isDynamicPattern } = await import("tinyglobby");
  const pattern = process.platform === "win32" ? arg.replaceAll("\\", "/") : arg;
  if (!isDynamicPattern(pattern)) return { sources: [{ path: arg, name: basename(arg) }], open: false };
  const segments = pattern.split("/");
  const fixed = segments.slice(0, segments.findIndex((segment) => isDynamicPattern(segment))).join("/") || (pattern.startsWith("/") ? "/" : ".");
  const paths = (await glob(pattern, { expandDirectories: false, followSymbolicLinks: false, ignore: ["**/node_modules/**"] })).filter((path) => !isOutput(path) && sizeAndKind(path)?.kind !== "folder").sort();
  if (paths.length === 0) return { sources: [{ path: arg, name: arg, error: new InputError(arg, "no file of this pattern", "a pattern such as 'news/**/*.txt'") }], open: true };
  return { sources: paths.map((path) => source(path, relative(fixed, path))), open: true };
}

/**
 * Every file below a folder but those hidden by a dot, in node_modules, or of our own writing. Links to folders are not
 * followed, so that there are no circles; whatever is neither file nor folder (a pipe would never end) is left out.
 */
function filesBelow(folder: string, isOutput: IsOutput): Source[] {
  const files: Source[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    let entries: readonly Dirent[];
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch (error) {
      files.push({ path: at, name: at, error: InputError.from(at, error) });
      continue;
    }
    for (const entry of entries) {
      const path = join(at, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules" || isOutput(path)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && isFileOrLost(path))) files.push(source(path, relative(folder, path)));
    }
  }
  if (files.length === 0) return [{ path: folder, name: folder, error: new InputError(folder, "a folder without files", "a folder with texts in it") }];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A link to a file, or to nothing: that one is named when it is read. */
const isFileOrLost = (path: string): boolean => (sizeAndKind(path)?.kind ?? "file") === "file";

function source(path: string, name: string): Source {
  const size = sizeAndKind(path)?.size;
  return { path, name, ...(size !== undefined && { size }) };
}

/** Absent where there is nothing, not even a link that leads nowhere. */
function sizeAndKind(path: string): { readonly kind: "folder" | "file" | "other"; readonly size?: number } | undefined {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? { kind: "folder" } : stat.isFile() ? { kind: "file", size: stat.size } : { kind: "other" };
  } catch {
    return isLink(path) ? { kind: "file" } : undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
