import type { Command } from "commander";
import { checkDictionary } from "../index.js";
import type { Messages } from "./help/en.js";

/** `extract-claims dict check`: every row that cannot be used, not the first alone. */
export function addDictCommand(program: Command, { dict: words, help }: Messages): void {
  const dict = program.command("dict").summary(words.summary).description(words.description).helpCommand(false).helpOption("-h, --help", help);
  dict
    .command("check")
    .summary(words.checkSummary)
    .description(words.check)
    .argument("<files...>", words.files)
    .helpOption("-h, --help", help)
    .addHelpText("after", words.more)
    .action((files: string[]) => {
      const { entries, errors } = checkDictionary(files);
      for (const { message } of errors) console.error(`extract-claims: ${message}`);
      if (errors.length > 0) console.error(`extract-claims: ${words.bad(errors.length)}`);
      else console.log(`${files.join(", ")}: ${words.fine(entries)}`);
      process.exitCode = errors.length > 0 ? 1 : 0;
    });
}
