import type { Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * Colours where they are wanted: on a terminal that has them. `NO_COLOR` says none anywhere, `FORCE_COLOR` colours in a pipe too
 * (https://no-color.org, https://force-color.org).
 */
export function coloursFor(out: Writable, { NO_COLOR, FORCE_COLOR }: NodeJS.ProcessEnv = process.env): Colours {
  const terminal = out as Partial<WriteStream>;
  const wanted = NO_COLOR ? false : FORCE_COLOR ? !/^(?:0|false)$/.test(FORCE_COLOR) : terminal.isTTY === true && (terminal.hasColors?.() ?? false);
  return picocolors.createColors(wanted);
}
