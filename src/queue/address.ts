import { OptionError } from "../model/index.js";

/** Where Redis is: 127.0.0.1:6379 where absent. */
export interface RedisAddress {
  readonly host?: string;
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  /** Number of the database. */
  readonly db?: number;
  readonly tls?: object;
}

/**
 * `redis://user:password@host:6379/0`, or `rediss://…` over TLS, in parts.
 *
 * @throws {OptionError} no address of Redis; the password is not told
 */
export function parseRedisUrl(url: string): RedisAddress {
  const { protocol, hostname, port, username, password, pathname } = URL.canParse(url) ? new URL(url) : { protocol: "" };
  const db = pathname?.slice(1) ?? "";
  if (!["redis:", "rediss:"].includes(protocol) || !/^\d{0,4}$/.test(db)) throw new OptionError("redis", "another address", "one such as redis://127.0.0.1:6379/0");
  return {
    ...(hostname && { host: hostname.replace(/^\[(.*)\]$/, "$1") }),
    ...(port && { port: Number(port) }),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(db && { db: Number(db) }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
}
