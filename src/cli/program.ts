import { readFileSync } from "node:fs";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { Stage } from "../index.js";
import { UsageError } from "./error.js";
import { extractFiles, type ExtractFlags } from "./extract.js";
import { ENCODINGS } from "./input.js";
import { FORMATS } from "./output.js";

const EXAMPLES = `
Examples:
  extract-claims article.txt                         a table of claims on a terminal, JSON in a pipe
  extract-claims *.txt --format ndjson               a result a line, with the file's name as its id
  cat article.txt | extract-claims -                 from standard input
  extract-claims news.jsonl > claims.ndjson          {"id","text","referenceDate"?} a line in, {"id",…} a line out
  extract-claims a.txt --dict names.tsv --reference-date 2022-11-20
  extract-claims check fixtures                      compare results with fixtures you keep

Exit codes: 0 all read (also without a claim), 1 some input failed, 2 wrong usage.`;

const STAGES: readonly Stage[] = ["sentences", "tokens", "mentions", "claims"];
const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function stages(value: string): Stage[] {
  const wanted = value.split(",") as Stage[];
  if (!wanted.every((stage) => STAGES.includes(stage))) throw new InvalidArgumentError(`expected some of ${STAGES.join(",")}`);
  return wanted;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("expected a whole number");
  return Number(value);
}

export function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL("../tables/manifest.json", import.meta.url), "utf8")) as { version: string };
  const program = new Command("extract-claims")
    .description("What a Chinese news text claims: who, what, how much, when, according to whom")
    .version(version)
    .showSuggestionAfterError()
    .addHelpText("after", EXAMPLES)
    .exitOverride((error) => {
      if (error.exitCode === 0) process.exit(0);
      // Commander has told what is wrong; its exit code 1 is our 2.
      process.exit(2);
    });
  program
    .command("extract", { isDefault: true })
    .description("extract claims from files (the default command)")
    .addArgument(new Argument("[files...]", "text files, .jsonl or .ndjson files of documents, - for standard input"))
    .addOption(new Option("-f, --format <format>", "output format; a table on a terminal, else JSON").choices(FORMATS))
    .option("--jsonl", "standard input holds a document a line")
    .option("-d, --dict <file>", "a dictionary of your own; may be repeated", collect, [])
    .option("-r, --reference-date <date>", "day or local time from which 昨日 is counted, such as 2022-02-01")
    .addOption(new Option("--segmenter <engine>", "word segmenter").choices(["builtin", "nodejieba"]).default("builtin"))
    .addOption(new Option("--offsets <unit>", "unit of offsets").choices(["utf16", "codepoint", "utf8"]).default("utf16"))
    .addOption(new Option("--encoding <name>", "encoding of the input; a byte order mark wins").choices(ENCODINGS).default("utf-8"))
    .option("--include <stages>", `output of which stages: ${STAGES.join(",")}`, stages)
    .option("--max-length <n>", "longest text taken, in UTF-16 code units (5000000)", wholeNumber)
    .action(async (files: string[], flags: ExtractFlags, command: Command) => {
      const paths = files.length > 0 ? files : process.stdin.isTTY ? [] : ["-"];
      if (paths.length === 0) {
        program.outputHelp({ error: true });
        throw new UsageError("no input: name a file, or pipe a text in");
      }
      void command;
      process.exitCode = await extractFiles(paths, flags);
    });
  program
    .command("check")
    .description("compare results with fixtures you keep (format: fixtures/README.md)")
    .argument("<folders...>", "folders of fixtures, or single files")
    .action(async (folders: string[]) => {
      const { checkFolders } = await import("./check.js");
      process.exitCode = checkFolders(folders);
    });
  return program;
}
