import { checkFixture, describeDifference, FixtureError, loadFixtures, markFixtures, updateFixtures, type Fixture } from "../testing.js";
import { UsageError } from "./error.js";

/**
 * Compares the results for every fixture below the folders with what it expects, prints differences and, where it is asked to,
 * rewrites the fixtures that differ. Gives the exit code.
 */
export function checkFolders(folders: readonly string[], rewrite?: "update" | "mark"): number {
  try {
    const fixtures = folders.flatMap(loadFixtures);
    if (fixtures.length === 0) throw new FixtureError(`${folders.join(", ")}: found no file named *.json; expected fixtures`);
    const wrong = fixtures.filter(report);
    console.log(`${fixtures.length - wrong.length} of ${fixtures.length} cases as expected`);
    if (rewrite === undefined) return wrong.length > 0 ? 1 : 0;
    for (const file of rewrite === "update" ? updateFixtures(wrong) : markFixtures(wrong)) console.log(`rewritten: ${file}`);
    return 0;
  } catch (error) {
    if (error instanceof FixtureError) throw new UsageError(error.message);
    throw error;
  }
}

/** Whether a fixture differs; prints how. */
function report(fixture: Fixture): boolean {
  const differences = checkFixture(fixture);
  if (differences.length === 0) return false;
  console.log(fixture.name);
  for (const difference of differences) console.log(`  ${describeDifference(difference)}`);
  return true;
}
