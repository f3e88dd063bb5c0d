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
  const parallel = (...args: string[]) => spawnSync("parallel", ["--will-cite", "-j2", "--pipepart", "-a", input, "--block", "40k", ...args], { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, PARALLEL_HOME: folder } });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "extract-claims-parallel-"));
    input = join(folder, "news.jsonl");
    writeFileSync(input, newsLines(400));
    expected = spawnSync(process.execPath, [CLI, input, "--jobs", "1"], { encoding: "utf8", maxBuffer: 1 << 30 }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("blocks of a file give, in order, what the file gives", () => {
    const { stdout, status } = parallel("--keep-order", filter);
    expect(status).toBe(0);
    expect(stdout === expected).toBe(true);
  });

  test("--joblog --resume-failed does what failed, and that alone", () => {
    const log = join(folder, "jobs.log");
    const flaky = join(folder, "flaky.sh");
    // The third block fails the first time.
    writeFileSync(flaky, `#!/bin/sh\nif [ "$1" = 3 ] && [ ! -e ${folder}/once ]; then touch ${folder}/once; exit 7; fi\n${filter} > ${folder}/$1.ndjson\n`, { mode: 0o755 });
    expect(parallel("--joblog", log, flaky, "{#}").status).not.toBe(0);
    expect(parallel("--joblog", log, "--resume-failed", flaky, "{#}").status).toBe(0);
    const jobs = readFileSync(log, "utf8").trimEnd().split("\n").slice(1).map((line) => Number(line.split("\t")[0]));
    expect(new Set(jobs).size).toBe(jobs.length - 1);
    const written = [...new Set(jobs)].sort((a, b) => a - b).map((job) => readFileSync(join(folder, `${job}.ndjson`), "utf8")).join("");
    expect(written === expected).toBe(true);
  });
});
