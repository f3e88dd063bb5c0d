/** What an error is about. */
export type ErrorCode = "text" | "option" | "dictionary" | "segmenter" | "tables" | "worker" | "job" | "rule";

/** Base of every error this library throws on purpose; `code` says which input was at fault. */
export class ExtractClaimsError extends Error {
  override name = "ExtractClaimsError";
  constructor(
    readonly code: ErrorCode,
    /** The input, option or file at fault. */
    readonly where: string,
    /** What was found there. */
    readonly found: string,
    /** What would be right. */
    readonly expected: string,
    options?: ErrorOptions,
  ) {
    super(`${where}: found ${found}; expected ${expected}`, options);
  }
}

/** An option or the text itself cannot be used. */
export class OptionError extends ExtractClaimsError {
  override name = "OptionError";
  constructor(option: string, found: string, expected: string) {
    super(option === "text" ? "text" : "option", option, found, expected);
  }
}

/** A row of a dictionary cannot be read. */
export class DictionaryError extends ExtractClaimsError {
  override name = "DictionaryError";
  constructor(
    readonly file: string,
    /** Counts from 1; 0 where the file itself cannot be read. */
    readonly line: number,
    found: string,
    expected: string,
  ) {
    super("dictionary", line === 0 ? file : `${file}:${line}`, found, expected);
  }
}

/** A claim rule of the user's throws (`cause` is what), or gives what is no claim of the text. */
export class RuleError extends ExtractClaimsError {
  override name = "RuleError";
  constructor(
    /** The rule's name. */
    readonly rule: string,
    found: string,
    expected: string,
    options?: ErrorOptions,
  ) {
    super("rule", `rule ${rule}`, found, expected, options);
  }
}
