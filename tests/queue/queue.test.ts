import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createExtractor } from "../../src/index.js";
import type * as QueueDoor from "../../src/queue.js";
import { CLI, importBuilt, isBuilt } from "../built.js";
import { news, newsLines } from "../pool/news.js";
import { hasRedis, startRedis, type TestRedis } from "./redis.js";

const FULL = process.env["FULL"] !== undefined;
const COUNT = FULL ? 10_000 : 400;

test.skipIf(process.env["CI"] !== "true")("in CI there is a Redis to test with", () => expect(hasRedis).toBe(true));

describe.skipIf(!isBuilt || !hasRedis)("a queue in a real Redis", { timeout: FULL ? 3_000_000 : 180_000 }, () => {
  let door: typeof QueueDoor;
  let redis: TestRedis;
  let folder: string;
  const { version, dictionaryHash } = createExtractor();
  const reader = { version, dictionaryHash };
  const children = new Set<ChildProcess>();
  const connection = () => ({ host: "127.0.0.1", port: redis.port });
  const startWorker = (queue: string, ...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [CLI, "queue", "work", "--redis", redis.url, "--queue", queue, "--jobs", "1", "--patience", "2000", ...args], { stdio: ["ignore", "inherit", "pipe"] });
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  };
  const resultsIn = (directory: string): { id: string }[] =>
    readdirSync(directory).filter((file) => file.endsWith(".ndjson")).flatMap((file) => readFileSync(join(directory, file), "utf8").trimEnd().split("\n")).map((line) => JSON.parse(line) as { id: string });
  const ids = (count: number): string[] => Array.from(news(count), ({ id }) => id).sort();

  beforeAll(async () => {
    door = await importBuilt("queue");
    redis = await startRedis();
    folder = mkdtempSync(join(tmpdir(), "extract-claims-queue-"));
  });
  afterAll(async () => {
    for (const child of children) child.kill("SIGKILL");
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("three workers, one killed: no document is lost, none is there twice", async () => {
    const input = join(folder, "news.jsonl");
    const results = join(folder, "results");
    writeFileSync(input, newsLines(COUNT));
    const add = () => spawnSync(process.execPath, [CLI, "queue", "add", input, "--redis", redis.url, "--queue", "kill", "--batch", FULL ? "50" : "10"], { encoding: "utf8" });
    expect(add()).toMatchObject({ status: 0, stderr: expect.stringContaining(`${COUNT} documents in`) });

    const workers = [1, 2, 3].map(() => startWorker("kill", "--out-dir", results, "--drain"));
    const ends = workers.slice(1).map((child) => once(child, "exit"));
    // In the middle of the work, with a job in its hands.
    while (resultsInOrNone(results) < (FULL ? 1_000 : 40)) await setTimeout(20);
    workers[0]!.kill("SIGKILL");
    expect((await Promise.all(ends)).map(([code]) => code as unknown)).toEqual([0, 0]);

    expect(resultsIn(results).map(({ id }) => id).sort()).toEqual(ids(COUNT));
    // What was done already is not done again.
    expect(add().status).toBe(0);
    const queue = new Queue("kill", { connection: connection() });
    expect(await queue.getJobCounts("waiting", "active", "delayed", "failed")).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    await queue.close();
  });
  const resultsInOrNone = (directory: string): number => {
    try {
      return resultsIn(directory).length;
    } catch {
      return 0;
    }
  };

  test("into a stream: each result once, though a job is written twice; the same as extract gives", async () => {
    const documents = [...news(30)];
    expect(await door.addDocuments(documents, { connection: connection(), queue: "stream", reader, batch: 7 })).toEqual({ documents: 30, jobs: 5, rejected: 0 });
    const sink = door.streamSink("claims", connection());
    const twice: QueueDoor.ResultSink = { close: () => sink.close(), write: async (job, lines) => (await sink.write(job, lines), sink.write(job, lines)) };
    const failures: string[] = [];
    const worker = door.startWorker({ connection: connection(), queue: "stream", sink: twice, workers: 1, onFailed: (_, error) => failures.push(error.message) });
    await worker.drained();
    await worker.close();
    const client = new Redis(connection());
    const entries = (await client.xrange("claims", "-", "+")) as [string, string[]][];
    await client.quit();
    const found = new Map(entries.map(([, [, , , result = ""]]) => [(JSON.parse(result) as { id: string }).id, result]));
    expect(failures).toEqual([]);
    expect(entries).toHaveLength(30);
    const extractor = createExtractor();
    for (const { id, text, referenceDate } of documents) expect(found.get(id)).toBe(JSON.stringify({ id, ...extractor.extract(text, { referenceDate }) }));
  });

  test("a document that cannot be read gives its error; the others of its job their results", async () => {
    const directory = join(folder, "errors");
    await door.addDocuments([{ id: 1, text: "青禾乳业净利润增长5%。" }, { id: 2, text: "", referenceDate: "gestern" }], { connection: connection(), queue: "errors", reader });
    const worker = door.startWorker({ connection: connection(), queue: "errors", sink: door.directorySink(directory), workers: 1 });
    await worker.drained();
    await worker.close();
    expect(resultsIn(directory)).toMatchObject([{ id: 1, claims: [{ type: "change" }] }, { id: 2, error: { code: "option" } }]);
  });

  test("oversized and malformed jobs are refused at once, by producer and worker, and the others go on", async () => {
    const rejected: string[] = [];
    const bad = [{ id: 1 }, null, { id: {}, text: "" }, { id: 3, text: "长".repeat(8_000_001) }, { id: 4, text: "", referenceDate: 5 }] as never[];
    const good = { id: 5, text: "青禾乳业净利润增长5%。", ["__proto__x"]: 1 };
    const options = { connection: connection(), queue: "bad" };
    expect(await door.addDocuments([...bad, good], { ...options, reader, onRejected: (_, error) => rejected.push(error.name) })).toEqual({ documents: 1, jobs: 1, rejected: 5 });
    expect(rejected).toEqual(Array.from({ length: 5 }, () => "JobError"));
    await expect(door.addDocuments(bad, { ...options, reader })).rejects.toMatchObject({ name: "JobError" });

    const queue = new Queue("bad", { connection: connection() });
    const other = { ...reader, dictionaryHash: "other", documents: [{ id: 1, text: "" }] };
    await queue.addBulk([
      { name: "extract", data: { documents: "all" }, opts: { attempts: 5 } },
      { name: "extract", data: { ...reader, documents: Array.from({ length: 2_000 }, (_, id) => ({ id, text: "" })) }, opts: { attempts: 5 } },
      { name: "extract", data: other, opts: { attempts: 5, jobId: door.jobId(other) } },
      { name: "extract", data: { ...reader, documents: [{ id: 1, text: "" }] }, opts: { attempts: 5, jobId: "../../etc/passwd" } },
    ]);
    const directory = join(folder, "bad");
    const worker = door.startWorker({ ...options, sink: door.directorySink(directory), workers: 1 });
    await worker.drained();
    await worker.close();
    const failed = await queue.getFailed();
    expect(failed.map(({ attemptsMade }) => attemptsMade)).toEqual([1, 1, 1, 1]);
    expect(failed.every(({ failedReason }) => failedReason.startsWith("job "))).toBe(true);
    expect(resultsIn(directory).map(({ id }) => id as unknown)).toEqual([5]);
    await queue.close();
  });

  test("a job whose results cannot be written is tried again", async () => {
    const options = { connection: connection(), queue: "retry" };
    await door.addDocuments([{ id: 1, text: "" }], { ...options, reader });
    let tries = 0;
    const sink: QueueDoor.ResultSink = { close: () => Promise.resolve(), write: () => ((tries += 1) < 2 ? Promise.reject(new Error("no space")) : Promise.resolve()) };
    const worker = door.startWorker({ ...options, sink, workers: 1 });
    await worker.drained();
    await worker.close();
    expect(tries).toBe(2);
  });

  test("told to stop, a worker ends its job and exits with the signal's code", async () => {
    const worker = startWorker("idle", "--out-dir", join(folder, "idle"));
    expect(String((await once(worker.stderr!, "data"))[0])).toContain("doing the jobs of the queue idle");
    worker.kill("SIGTERM");
    expect((await once(worker, "exit"))[0]).toBe(143);
  });
});
