import { Argument, Command, Option } from "commander";
import { addCheckCommand } from "./check-command.js";
import { addCompletionCommand } from "./completion.js";
import { ENCODINGS } from "./decode.js";
import { addDictCommand } from "./dict.js";
import { UsageError } from "./error.js";
import { extractFiles, type ExtractFlags } from "./extract.js";
import { CLAIM_TYPES } from "./filter.js";
import type { Messages } from "./help/en.js";
import { helpIn } from "./help/format.js";
import { LANGUAGES, type Language } from "./help/language.js";
import { addInitCommand } from "./init.js";
import { FORMATS } from "./output.js";
import { claimTypes, collect, jobs, listOption, share, STAGES, stages, wholeNumber } from "./option.js";
import { addQueueCommand } from "./queue.js";
import { suggestCommand } from "./suggest.js";

/** The command line: what it takes, what it says of itself, and who does the work. */
export function createProgram(version: string, language: Language, messages: Messages): Command {
  const { root: words, groups } = messages;
  const program = new Command("extract-claims")
    .configureHelp(helpIn(messages))
    .description(words.description)
    .usage(words.usage)
    .helpCommand(false)
    .enablePositionalOptions() // what follows a command is its own: queue work --out-dir
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText("after", messages.more)
    .addArgument(new Argument("[inputs...]", words.inputs))
    .optionsGroup(groups.input)
    .option("--jsonl", words.jsonl)
    .addOption(new Option("--encoding <name>", words.encoding).choices(ENCODINGS).default("utf-8"))
    .option("--max-length <n>", words.maxLength, wholeNumber)
    .optionsGroup(groups.reading)
    .option("-d, --dict <file>", words.dict, collect)
    .option("-w, --words <file>", words.words, collect)
    .option("-r, --reference-date <date>", words.referenceDate)
    .addOption(new Option("--segmenter <engine>", words.segmenter).choices(["builtin", "nodejieba"]).default("builtin"))
    .option("-j, --jobs <n>", words.jobs, jobs)
    .optionsGroup(groups.selection)
    .addOption(listOption("-t, --type <types>", words.type, CLAIM_TYPES).argParser(claimTypes))
    .option("--min-confidence <share>", words.minConfidence, share)
    .addOption(listOption("--include <stages>", words.include, STAGES).argParser(stages))
    .option("--explain", words.explain)
    .optionsGroup(groups.output)
    .addOption(new Option("-f, --format <format>", words.format).choices(FORMATS))
    .option("-o, --out <file>", words.out)
    .addOption(new Option("--out-dir <folder>", words.outDir).conflicts(["out", "resume"]))
    .option("--resume", words.resume)
    .addOption(new Option("--offsets <unit>", words.offsets).choices(["utf16", "codepoint", "utf8"]).default("utf16"))
    .option("--bom", words.bom)
    .option("--stats", words.stats)
    .optionsGroup(groups.other)
    // Taken out of the arguments before they are read: it decides what help says.
    .addOption(new Option("--lang <language>", words.lang).choices(LANGUAGES))
    .version(version, "-V, --version", messages.version)
    .helpOption("-h, --help", messages.help)
    .action(async (inputs: string[], flags: ExtractFlags) => {
      const args = inputs.length > 0 ? inputs : process.stdin.isTTY ? [] : ["-"];
      if (args.length === 0) {
        program.outputHelp({ error: true });
        throw new UsageError("no input: name a file, or pipe a text in");
      }
      const meant = suggestCommand(args, program);
      if (meant !== undefined) throw new UsageError(`found neither a command nor a file ${args[0]}; did you mean the command ${meant}?`);
      process.exitCode = await extractFiles(args, flags, language);
    });
  addCheckCommand(program, messages);
  addDictCommand(program, messages);
  addInitCommand(program, messages);
  addCompletionCommand(program, messages);
  addQueueCommand(program, messages);
  return program;
}
