#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { OutputError, UsageError } from "./cli/error.js";
import { MESSAGES, takeLanguage } from "./cli/help/language.js";
import { createProgram } from "./cli/program.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (head, less) closes the pipe: no failure.
  if (error.code === "EPIPE") process.exit(0);
  console.error(`extract-claims: standard output: ${error.code === "ENOSPC" ? "no space left on the device" : error.message}`);
  process.exit(1);
});

try {
  const { language, args } = takeLanguage(process.argv.slice(2), process.env);
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  await createProgram(version, language, MESSAGES[language]).parseAsync(args, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has told what is wrong, or given the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof UsageError) {
    console.error(`extract-claims: ${error.message}`);
    process.exitCode = 2;
  } else if (error instanceof OutputError) {
    console.error(`extract-claims: ${error.message}`);
    process.exitCode = 1;
  } else {
    console.error(`extract-claims: a bug of ours; please report it with the text that shows it\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}
