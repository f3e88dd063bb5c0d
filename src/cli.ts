#!/usr/bin/env node
import { createProgram } from "./cli/program.js";
import { UsageError } from "./cli/error.js";

// A reader that has seen enough (head, less) closes the pipe: no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  console.error(`extract-claims: standard output: ${error.message}`);
  process.exit(1);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`extract-claims: ${error.message}`);
  process.exitCode = 2;
}
