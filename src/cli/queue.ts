import { Option, type Command } from "commander";
import { createExtractor, ExtractClaimsError } from "../index.js";
import type { AddOptions, RedisAddress, WorkOptions } from "../queue.js";
import { UsageError } from "./error.js";
import type { Messages } from "./help/en.js";
import { readLines } from "./input.js";
import { listenForSignals } from "./jobs.js";
import { collect, wholeNumber } from "./option.js";

interface QueueFlags {
  readonly redis: string;
  readonly queue: string;
  readonly dict?: string[];
}
interface AddFlags extends QueueFlags {
  readonly batch?: number;
}
interface WorkFlags extends QueueFlags {
  readonly outDir?: string;
  readonly stream?: string;
  readonly jobs?: number;
  readonly patience?: number;
  readonly drain?: boolean;
}

type Queue = typeof import("../queue.js");

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** `extract-claims queue add|work`: many machines, one queue in Redis. */
export function addQueueCommand(program: Command, { queue: words, help }: Messages): void {
  const queue = program.command("queue").summary(words.summary).description(words.description).helpCommand(false).helpOption("-h, --help", help).addHelpText("after", words.more);
  const shared = (command: Command): Command =>
    command
      .helpOption("-h, --help", help)
      .addOption(new Option("--redis <url>", words.redis).env("REDIS_URL").default("redis://127.0.0.1:6379"))
      .option("--queue <name>", words.queue, "extract-claims")
      .option("-d, --dict <file>", words.dict, collect);
  shared(queue.command("add").description(words.add).argument("[files...]", words.files))
    .option("--batch <n>", words.batch, wholeNumber)
    .action(async (files: string[], flags: AddFlags) => {
      process.exitCode = await withQueue((module) => add(module, files.length > 0 ? files : ["-"], flags));
    });
  shared(queue.command("work").description(words.work))
    .option("--out-dir <folder>", words.outDir)
    .option("--stream <key>", words.stream)
    .option("-j, --jobs <n>", words.jobs, wholeNumber)
    .option("--patience <ms>", words.patience, wholeNumber)
    .option("--drain", words.drain)
    .action(async (flags: WorkFlags) => {
      process.exitCode = await withQueue((module) => work(module, flags));
    });
}

async function withQueue(run: (module: Queue) => Promise<number>): Promise<number> {
  let module: Queue;
  try {
    module = await import("../queue.js");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new UsageError("the queue needs two packages more: npm install bullmq ioredis");
  }
  try {
    return await run(module);
  } catch (error) {
    if (error instanceof ExtractClaimsError) throw new UsageError(error.message);
    throw error;
  }
}

async function add({ addDocuments, parseRedisUrl }: Queue, files: readonly string[], { redis, queue, dict = [], batch }: AddFlags): Promise<number> {
  let failed = 0;
  const fail = (message: string): void => {
    failed += 1;
    console.error(`extract-claims: ${message}`);
  };
  async function* documents() {
    for (const file of files) {
      for await (const input of readLines(file, "utf-8", DEFAULT_MAX_BYTES)) {
        if ("error" in input) fail(input.error.message);
        else yield input.document as Parameters<typeof addDocuments>[0] extends Iterable<infer D> | AsyncIterable<infer D> ? D : never;
      }
    }
  }
  const options: AddOptions = { connection: parseRedisUrl(redis), queue, reader: createExtractor({ dictionary: dict }), ...(batch !== undefined && { batch }), onRejected: (_, error) => fail(error.message) };
  const added = await addDocuments(documents(), options);
  console.error(`extract-claims: ${added.documents} documents in ${added.jobs} jobs${failed > 0 ? `, ${failed} rejected` : ""}`);
  return failed > 0 ? 1 : 0;
}

async function work({ startWorker, directorySink, streamSink, parseRedisUrl }: Queue, { redis, queue, dict = [], outDir, stream, jobs, patience, drain }: WorkFlags): Promise<number> {
  if ((outDir === undefined) === (stream === undefined)) throw new UsageError("queue work: name either --out-dir or --stream");
  const connection: RedisAddress = parseRedisUrl(redis);
  let failed = 0;
  const options: WorkOptions = {
    connection,
    queue,
    dictionary: dict,
    sink: outDir === undefined ? streamSink(stream ?? "", connection) : directorySink(outDir),
    ...(jobs !== undefined && { workers: jobs }),
    ...(patience !== undefined && { patience }),
    onFailed: (job, error) => {
      failed += 1;
      console.error(`extract-claims: ${job === "" ? "queue" : `job ${job}`}: ${error.message}`);
    },
  };
  const interruption = listenForSignals();
  const worker = startWorker(options);
  console.error(`extract-claims: doing the jobs of the queue ${queue}`);
  await Promise.race([interruption.stopped, ...(drain ? [worker.drained()] : [])]);
  await worker.close();
  return interruption.code || (failed > 0 ? 1 : 0);
}
