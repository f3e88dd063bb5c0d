import { checkFixture, describeDifference, FixtureError, loadFixtures } from "../testing.js";
import { UsageError } from "./error.js";

/** Compares the results for every fixture below the folders with what it expects; prints differences. Gives the exit code. */
export function checkFolders(folders: readonly string[]): number {
  let cases = 0;
  let failed = 0;
  try {
    for (const fixture of folders.flatMap(loadFixtures)) {
      cases += 1;
      const differences = checkFixture(fixture);
      if (differences.length === 0) continue;
      failed += 1;
      console.log(fixture.name);
      for (const difference of differences) console.log(`  ${describeDifference(difference)}`);
    }
  } catch (error) {
    if (error instanceof FixtureError) throw new UsageError(error.message);
    throw error;
  }
  console.log(`${cases - failed} of ${cases} cases as expected`);
  return failed > 0 ? 1 : 0;
}
