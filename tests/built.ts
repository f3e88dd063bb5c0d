import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What `npm run build` made: worker threads and the command are tested as they ship. */
const url = (file: string): URL => new URL(`../dist/${file}`, import.meta.url);

export const isBuilt = existsSync(url("pool-worker.js")) && existsSync(url("cli.js"));
export const CLI = fileURLToPath(url("cli.js"));
export const importBuilt = async <T>(door: string): Promise<T> => (await import(url(`${door}.js`).href)) as T;
