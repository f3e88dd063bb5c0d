import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI, isBuilt } from "../built.js";
import { newsLines } from "../pool/news.js";

const hasParallel = spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU parallel") ?? false;

test.skipIf(process.env["CI"] !== "true")("in CI there is a GNU parallel to test with", () => expect(hasParallel).toBe(true));

/** The contract of docs/scale.md: a filter of lines, which engines for many machines start where the lines are. */
describe.skipIf(!isBuilt || !hasParallel)("as a filter of GNU parallel", { timeout: 180_000 }, () => {
  let folder: string;
  let input: string;
  let expected: string;
  const filter = `${process.execPath} ${CLI} --jsonl --jobs 1`;
  const parallel = (...args: string[]) => spawnSync("parallel", ["--will-cite", "-j2", "--pipepart", "-a", input, "--block", "25k", ...args], { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, PARALLEL_HOME: folder } });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "extract-claims-parallel-"));
    input = join(folder, "news.jsonl");
    writeFileSync(input, newsLines(200));
    expected = spawnSync(process.execPath, [CLI, input, "--jobs", "1"], { encoding: "utf8", maxBuffer: 1 << 30 }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("blocks of a file give, in order, what the file gives", () => {
    const { stdout, status } = parallel("--keep-order", filter);
    expect(status).toBe(0);
    expect(stdout === expected).toBe(true);
  });

  // Not with --pipepart: resumed, GNU parallel 20221122 gives a job the first block instead of its own.
  test("parts of a file, with --joblog and --resume-failed: what failed goes on, the rest is not done again", () => {
    const log = join(folder, "jobs.log");
    const flaky = join(folder, "flaky.sh");
    spawnSync("split", ["-n", "l/8", "-d", input, join(folder, "part.")]);
    const parts = Array.from({ length: 8 }, (_, i) => join(folder, `part.0${i}`));
    // The third part fails the first time, with half a line written.
    writeFileSync(flaky, `#!/bin/sh\ncase $1 in *3) if [ ! -e ${folder}/once ]; then touch ${folder}/once; printf '{"id"' > $1.ndjson.part; exit 7; fi;; esac\nexec ${process.execPath} ${CLI} --jsonl --jobs 1 $1 -o $1.ndjson --resume\n`, { mode: 0o755 });
    const run = () => spawnSync("parallel", ["--will-cite", "-j2", "--joblog", log, "--resume-failed", flaky, "{}", ":::", ...parts], { encoding: "utf8", env: { ...process.env, PARALLEL_HOME: folder } });
    expect(run().status).toBe(1);
    expect(run().status).toBe(0);
    const jobs = readFileSync(log, "utf8").trimEnd().split("\n").slice(1).map((line) => Number(line.split("\t")[0]));
    expect(jobs.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 4, 5, 6, 7, 8]);
    expect(parts.map((part) => readFileSync(`${part}.ndjson`, "utf8")).join("") === expected).toBe(true);
  });
});
