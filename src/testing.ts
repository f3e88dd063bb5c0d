import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { compareCase, type Difference } from "./fixture/compare.js";
import type { FixtureCase } from "./fixture/case.js";
import { FixtureError } from "./fixture/quote.js";
import { markCase } from "./fixture/mark.js";
import { rewriteCases } from "./fixture/rewrite.js";
import { fixtureFileSchema } from "./fixture/schema.js";
import { updateCase } from "./fixture/update.js";
import { createExtractor, ExtractClaimsError, type Extractor, type Result } from "./index.js";
import { z } from "zod";

export type { Difference } from "./fixture/compare.js";
export type { ExpectedClaim, ExpectedFigure, ExpectedMention, FixtureCase, FixtureEntry, Pattern, Quote } from "./fixture/case.js";
export { caseSchema, fixtureFileSchema } from "./fixture/schema.js";
export { FixtureError } from "./fixture/quote.js";
export { compareCase } from "./fixture/compare.js";

/** A case with where it stands. */
export interface Fixture {
  /** Path of its file, from the working directory. */
  readonly file: string;
  /** Position in the file, from 0. */
  readonly index: number;
  /** File, position and what the case is about: a name for a test. */
  readonly name: string;
  readonly case: FixtureCase;
  /** The text that the case is about. */
  readonly text: string;
  /** The path of the case's own dictionary, resolved. */
  readonly dictionary?: string;
}

/**
 * The cases of every `*.json` below a folder, in order of their paths.
 *
 * @throws {FixtureError} no such folder, or a file that is no fixture: which, where in it, and what would be right
 */
export function loadFixtures(folder: string): Fixture[] {
  let files: string[];
  try {
    files = statSync(folder).isDirectory() ? (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith(".json")).sort() : [""];
  } catch (error) {
    throw new FixtureError(`${folder}: found ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "no such folder" : (error as Error).message}; expected a folder of fixtures, or one file`);
  }
  return files.flatMap((file) => loadFile(join(folder, file), file === "" ? folder : relative(".", join(folder, file))));
}

function loadFile(path: string, file: string): Fixture[] {
  const parsed = fixtureFileSchema.safeParse(readJson(path, file));
  if (!parsed.success) throw new FixtureError(`${file}: ${z.prettifyError(parsed.error)}`);
  const cases = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  return cases.map((one, index) => ({
    file,
    index,
    name: `${file}#${index}${one.about === undefined ? "" : ` ${one.about}`}`,
    case: one,
    text: one.text ?? readText(join(dirname(path), one.file ?? ""), file),
    ...(typeof one.dictionary === "string" && { dictionary: join(dirname(path), one.dictionary) }),
  }));
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new FixtureError(`${file}: ${(error as Error).message}`);
  }
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readText(path, file));
  } catch (error) {
    if (error instanceof FixtureError) throw error;
    throw new FixtureError(`${file}: found ${(error as Error).message}; expected JSON as fixtures/README.md describes it`);
  }
}

/**
 * How what an extractor finds differs from what a fixture expects; empty where it does not. A case with a dictionary of its own
 * is read by an extractor made for it.
 *
 *     test.each(loadFixtures("fixtures"))("$name", (fixture) => {
 *       expect(checkFixture(fixture)).toEqual([]);
 *     });
 *
 * @throws {FixtureError} a quote that the text does not hold, a dictionary or reference date that cannot be read
 */
export function checkFixture(fixture: Fixture, extractor?: Extractor): Difference[] {
  return withResult(fixture, extractor, (result) => compareCase(fixture.case, fixture.text, result));
}

/**
 * Rewrites the files of fixtures so that they expect what is found now: only what differs, in place. For those who have looked
 * at the differences and agree with them.
 *
 * @returns  The files written.
 * @throws {FixtureError} as `checkFixture`, before anything is written
 */
export function updateFixtures(fixtures: readonly Fixture[], extractor?: Extractor): string[] {
  return rewriteFixtures(fixtures, extractor, updateCase);
}

/**
 * Marks what is missed now as known to be missed (`miss`), and removes the marks of what is found now; what is expected stays
 * as it is. For those who have looked at the differences and mean to mend the rules later.
 *
 * @returns  The files written.
 * @throws {FixtureError} as `checkFixture`, before anything is written
 */
export function markFixtures(fixtures: readonly Fixture[], extractor?: Extractor): string[] {
  return rewriteFixtures(fixtures, extractor, markCase);
}

function rewriteFixtures(fixtures: readonly Fixture[], extractor: Extractor | undefined, rewrite: typeof updateCase): string[] {
  const files = new Map<string, Map<number, FixtureCase>>();
  for (const fixture of fixtures) {
    if (checkFixture(fixture, extractor).length === 0) continue;
    const cases = files.get(fixture.file) ?? new Map<number, FixtureCase>();
    files.set(fixture.file, cases.set(fixture.index, withResult(fixture, extractor, (result) => rewrite(fixture.case, fixture.text, result))));
  }
  for (const [file, cases] of files) writeFileSync(file, rewriteCases(readFileSync(file, "utf8"), cases));
  return [...files.keys()];
}

let shared: Extractor | undefined;

function withResult<T>(fixture: Fixture, extractor: Extractor | undefined, use: (result: Result) => T): T {
  const { referenceDate } = fixture.case;
  const dictionary = fixture.dictionary ?? fixture.case.dictionary;
  try {
    const reader = dictionary === undefined ? (extractor ?? (shared ??= createExtractor())) : createExtractor({ dictionary });
    return use(reader.extract(fixture.text, referenceDate === undefined ? {} : { referenceDate }));
  } catch (error) {
    if (error instanceof FixtureError || error instanceof ExtractClaimsError) throw new FixtureError(`${fixture.name}: ${error.message}`);
    throw error;
  }
}

/** A difference in one line: `differs claims[0] change 增长: subject: expected 青禾乳业, found absent`. */
export function describeDifference({ kind, where, field, expected, found }: Difference): string {
  const parts = [field, expected === undefined ? undefined : `expected ${expected}`, found === undefined ? undefined : `found ${found}`].filter((part) => part !== undefined);
  return `${kind} ${where}: ${parts.join(", ")}`;
}
