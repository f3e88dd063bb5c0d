import { Option, type Command } from "commander";
import type { Messages } from "./help/en.js";

/** `extract-claims check`: results beside fixtures. */
export function addCheckCommand(program: Command, { check: words, help }: Messages): void {
  program
    .command("check")
    .summary(words.summary)
    .description(words.description)
    .argument("<folders...>", words.folders)
    .option("-u, --update", words.update)
    .addOption(new Option("-m, --mark", words.mark).conflicts("update"))
    .helpOption("-h, --help", help)
    .addHelpText("after", words.more)
    .action(async (folders: string[], { update, mark }: { update?: true; mark?: true }) => {
      const { checkFolders } = await import("./check.js");
      process.exitCode = checkFolders(folders, update ? "update" : mark && "mark");
    });
}
