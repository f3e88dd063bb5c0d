import { readFileSync } from "node:fs";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { Stage } from "../index.js";
import { ENCODINGS } from "./decode.js";
import { UsageError } from "./error.js";
import { extractFiles, type ExtractFlags } from "./extract.js";
import { FORMATS } from "./output.js";
import { addQueueCommand } from "./queue.js";

const EXAMPLES = `
Examples:
  extract-claims article.txt                        a table of claims on a terminal, JSON in a pipe
  extract-claims *.txt --format ndjson              a result a line, with the file's name as its id
  cat article.txt | extract-claims                  from standard input; so does -
  extract-claims *.txt --format html --out report.html
  extract-claims *.txt --format csv --bom --out claims.csv
  extract-claims news.jsonl > claims.ndjson         {"id","text","referenceDate"?} a line in, {"id",…} a line out
  cat news.jsonl | extract-claims --jsonl           the same from standard input
  extract-claims news.jsonl -o claims.ndjson --resume   on all cores; once more continues after a kill
  extract-claims a.txt --dict names.tsv --reference-date 2022-11-20
  extract-claims check fixtures                     compare results with fixtures you keep

Exit codes: 0 all read (also without a claim), 1 some input failed and is named on standard error, 2 wrong usage,
130 interrupted (what was under way is written).`;

const CHECK_EXAMPLES = `
Examples:
  extract-claims check fixtures                     every *.json below the folder
  extract-claims check fixtures/bank.json --update  take what is found now as what is expected

Exit codes: 0 as expected, 1 some case differs, 2 no such folder or a file that is no fixture.`;

const STAGES: readonly Stage[] = ["sentences", "tokens", "mentions", "claims"];
const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

function stages(value: string): Stage[] {
  const wanted = value.split(",") as Stage[];
  if (!wanted.every((stage) => STAGES.includes(stage))) throw new InvalidArgumentError(`expected some of ${STAGES.join(",")}`);
  return wanted;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError("expected a whole number");
  return Number(value);
}

function jobs(value: string): number {
  const count = wholeNumber(value);
  if (count < 1 || count > 1024) throw new InvalidArgumentError("expected a number from 1 to 1024");
  return count;
}

/** The command line: what it takes, what it says of itself, and who does the work. */
export function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  const program = new Command("extract-claims")
    .description("What a Chinese news text claims: who, what, how much, when, according to whom.")
    .usage("[options] [files...]\n       extract-claims check [options] <folders...>")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText("after", EXAMPLES)
    .addArgument(new Argument("[files...]", "text files, .jsonl or .ndjson files of documents, - for standard input"))
    .addOption(new Option("-f, --format <format>", "output; a table on a terminal, else JSON (NDJSON for documents a line); html is a report to open in a browser").choices(FORMATS))
    .option("--jsonl", "every input holds a document a line, whatever its name")
    .option("-d, --dict <file>", "a dictionary of your own; may be repeated", collect)
    .option("-w, --words <file>", "words of your own for the claim rules: a table as in dict/, named after it (metrics.tsv, cues.tsv, events.tsv, event-types.tsv …); may be repeated", collect)
    .option("-r, --reference-date <date>", "day or local time from which 昨日 is counted, such as 2022-02-01; a document's own goes first")
    .addOption(new Option("--segmenter <engine>", "word segmenter").choices(["builtin", "nodejieba"]).default("builtin"))
    .addOption(new Option("--offsets <unit>", "unit of offsets").choices(["utf16", "codepoint", "utf8"]).default("utf16"))
    .addOption(new Option("--encoding <name>", "encoding of the input; a byte order mark goes first, auto is UTF-8 or else GB 18030").choices(ENCODINGS).default("utf-8"))
    .option("--include <stages>", `whose output the result holds, of ${STAGES.join(",")} (default: all but tokens)`, stages)
    .option("--explain", "also tell why each claim was made, and why other words became none; below each claim in a table")
    .option("--max-length <n>", "longest text taken, in UTF-16 code units (default: 5000000)", wholeNumber)
    .option("-j, --jobs <n>", "how many cores read documents (default: all, where there is work for them)", jobs)
    .option("-o, --out <file>", "write there instead of to standard output; FILE.part until it is complete")
    .option("--bom", "begin CSV with a byte order mark, without which Excel garbles Chinese")
    .option("--resume", "with --out, in the format ndjson: go on where an earlier run of the same inputs was stopped or killed")
    .action(async (files: string[], flags: ExtractFlags) => {
      const paths = files.length > 0 ? files : process.stdin.isTTY ? [] : ["-"];
      if (paths.length === 0) {
        program.outputHelp({ error: true });
        throw new UsageError("no input: name a file, or pipe a text in");
      }
      process.exitCode = await extractFiles(paths, flags);
    });
  program
    .command("check")
    .description("compare results with fixtures you keep (format: fixtures/README.md)")
    .argument("<folders...>", "folders of fixtures, or single files")
    .option("-u, --update", "rewrite the fixtures that differ to what is found now")
    .addOption(new Option("-m, --mark", "mark what is missed now as a known miss, and drop the marks of what is found").conflicts("update"))
    .addHelpText("after", CHECK_EXAMPLES)
    .action(async (folders: string[], { update, mark }: { update?: true; mark?: true }) => {
      const { checkFolders } = await import("./check.js");
      process.exitCode = checkFolders(folders, update ? "update" : mark && "mark");
    });
  addQueueCommand(program, wholeNumber, collect);
  return program;
}
