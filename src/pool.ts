export { createPool, type Extracted, type Outcome, type Pool, type PoolDocument } from "./pool/pool.js";
export type { PoolOptions } from "./pool/option.js";
