import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { OutputError } from "./error.js";
import type { Messages } from "./help/en.js";
import { DICTIONARY, FIXTURE } from "./starter.js";

const FILES = { "names.tsv": DICTIONARY, "fixtures/example.json": FIXTURE };

/** `extract-claims init`: files to start from. What is there stays. */
export function addInitCommand(program: Command, { init: words, help }: Messages): void {
  program
    .command("init")
    .summary(words.summary)
    .description(words.description)
    .argument("[folder]", words.folder, ".")
    .helpOption("-h, --help", help)
    .action((folder: string) => {
      for (const [name, content] of Object.entries(FILES)) {
        const file = join(folder, name);
        console.log(`${writeNew(file, content) ? words.written : words.kept} ${file}`);
      }
      console.log(words.next(join(folder, "names.tsv"), join(folder, "fixtures")));
    });
}

/** Whether the file was new. */
function writeNew(file: string, content: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new OutputError(`init: ${file}: ${(error as Error).message}`);
  }
}
