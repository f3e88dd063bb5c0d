import type { Messages } from "./help/en.js";

/** How far the work has come, told on a terminal in one line that is written anew, and gone at the end. */
export interface Progress {
  advance(bytes: number): void;
  /** A line on standard error that stays. */
  say(message: string): void;
  end(): void;
}

/** Work that ends sooner needs no progress, in milliseconds. */
const PATIENCE = 500;
const INTERVAL = 100;
const MB = 1_000_000;

const silent: Progress = { advance: () => undefined, say: (message) => console.error(message), end: () => undefined };

/**
 * @param total  Bytes of input, where they are known: only then can be said what remains.
 * @param shown  Whether there is a terminal that shows nothing else.
 */
export async function openProgress(total: number | undefined, shown: boolean, { progress: words }: Messages): Promise<Progress> {
  if (!shown) return silent;
  const { createLogUpdate } = await import("log-update");
  const line = createLogUpdate(process.stderr, { showCursor: true });
  const start = performance.now();
  let [documents, bytes, drawn] = [0, 0, 0];
  return {
    advance(more) {
      documents += 1;
      bytes += more;
      const now = performance.now();
      if (now - start < PATIENCE || now - drawn < INTERVAL) return;
      drawn = now;
      const speed = bytes / ((now - start) / 1000);
      const rest = total === undefined ? undefined : Math.max(total - bytes, 0);
      line(words(documents, rate(speed), total === undefined ? undefined : `${Math.min(Math.floor((100 * bytes) / total), 100)}%`, rest === undefined ? undefined : clock(rest / speed)));
    },
    say(message) {
      line.clear();
      console.error(message);
    },
    end() {
      line.clear();
    },
  };
}

export const rate = (bytesPerSecond: number): string => `${(bytesPerSecond / MB).toFixed(2)} MB/s`;

/** Seconds as a clock shows them: `0:07`, `1:02:30`. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
