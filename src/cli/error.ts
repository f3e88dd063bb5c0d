import { ExtractClaimsError } from "../index.js";

const MEANINGS: Readonly<Record<string, readonly [found: string, expected: string]>> = {
  ENOENT: ["no such file", "the path of a file"],
  ENOTDIR: ["no such file", "the path of a file"],
  EACCES: ["a file that may not be read", "a file with read permission"],
  EPERM: ["a file that may not be read", "a file with read permission"],
  EISDIR: ["a directory", "a file"],
  ELOOP: ["links that lead in a circle", "the path of a file"],
  EMFILE: ["too many open files", "fewer files at a time"],
};

/** An input that cannot be read: named on standard error while the others go on. */
export class InputError extends ExtractClaimsError {
  override name = "InputError";
  constructor(where: string, found: string, expected: string) {
    super("text", where, found, expected);
  }

  /** Whatever went wrong with an input, in the words of this class; a bug stays what it is. */
  static from(where: string, error: unknown): InputError {
    if (error instanceof InputError) return error;
    if (error instanceof ExtractClaimsError) return new InputError(`${where}: ${error.where}`, error.found, error.expected);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const [found, expected] = MEANINGS[code] ?? [message, "a readable file"];
    return new InputError(where, found, expected);
  }
}

/** What was found cannot be written: exit code 1. */
export class OutputError extends Error {
  override name = "OutputError";
}

/** The command line is wrong: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
