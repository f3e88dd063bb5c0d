/** What a link carries, after the `#`: never sent to any server. */
export interface Shared {
  readonly text: string;
  readonly dictionary: string;
  readonly date: string;
}

async function pass(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}

export async function writeHash(shared: Shared): Promise<string> {
  const bytes = await pass(new TextEncoder().encode(JSON.stringify([shared.text, shared.dictionary, shared.date])), new CompressionStream("deflate-raw"));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#1${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Nothing where a link is no link of ours. */
export async function readHash(hash: string): Promise<Shared | undefined> {
  if (!hash.startsWith("#1")) return undefined;
  try {
    const binary = atob(hash.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await pass(Uint8Array.from(binary, (character) => character.charCodeAt(0)), new DecompressionStream("deflate-raw"));
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(parts) || !parts.every((part) => typeof part === "string")) return undefined;
    const [text = "", dictionary = "", date = ""] = parts;
    return { text, dictionary, date };
  } catch {
    return undefined;
  }
}
