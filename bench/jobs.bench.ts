// How much sooner two workers are done than one, from memory to memory: npm run bench -- jobs
// Needs dist (npm run build) and two cores that nobody else uses.
import { loadavg } from "node:os";
import type { createPool as CreatePool } from "../src/pool.js";
import { keep, round } from "./figures.js";
import { readTexts, root } from "./texts.js";

const ROUNDS = 2;
/**
 * So many times over are the texts read. A stream is meant: each worker compiles the rules for itself, which takes its first
 * ten seconds or so of a core.
 */
const TIMES = 24;

const { createPool } = (await import(`${root}dist/pool.js`)) as { createPool: typeof CreatePool };
const documents = Array.from({ length: TIMES }, () => readTexts().map((text) => ({ text }))).flat();
const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const load = loadavg()[0] ?? 0;

const pools = [1, 2].map((workers) => createPool({ workers, include: ["claims"] }));
const best = pools.map(() => Number.POSITIVE_INFINITY);
// The first round warms up; one pool after the other in each, so that whatever else the machine does befalls both.
for (let i = 0; i <= ROUNDS; i += 1) {
  for (const [p, pool] of pools.entries()) {
    const start = performance.now();
    for await (const outcome of pool.map(documents)) if ("error" in outcome) throw new Error(outcome.error.message);
    if (i > 0) best[p] = Math.min(best[p]!, performance.now() - start);
  }
}
await Promise.all(pools.map((pool) => pool.close()));

const [one = 0, two = 0] = best;
console.log(`${(bytes / 1e6).toFixed(2)} MB in ${documents.length} documents, best of ${ROUNDS} rounds, load before ${load.toFixed(1)}${load > 0.5 ? ": not a quiet machine, so of little worth" : ""}`);
console.table([one, two].map((ms, i) => ({ workers: i + 1, ms: Math.round(ms), "MB/s": round(bytes / 1e3 / ms), "times as fast": round(one / ms) })));
keep([{ id: "workers", ours: one / two }]);
