import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import { RESOURCE_FILES } from "../src/resources.js";
import { inlineEsbuild } from "./inline.js";

const common: BuildOptions = { bundle: true, minify: true, format: "esm", target: ["es2022", "chrome123", "firefox121", "safari17.5"], charset: "utf8", legalComments: "none", loader: { ".tsv": "text" }, plugins: [inlineEsbuild], logLevel: "error" };

/** Size of a file as it travels, in bytes: packed, as any server of static files does; what is packed already stays. */
export interface Weight {
  readonly file: string;
  readonly bytes: number;
}

/** Builds the static site into a folder, and weighs it. The package's tables must have been built. */
export async function buildPlayground(folder: string): Promise<Weight[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({ ...common, entryPoints: ["playground/main.ts", "playground/worker.ts", "playground/style.css"], outdir: folder });
  copyFileSync("playground/index.html", join(folder, "index.html"));
  copyFileSync(RESOURCE_FILES.manifest, join(folder, "manifest.json"));
  writeFileSync(join(folder, "segmenter.pack"), gzipSync(readFileSync(RESOURCE_FILES.segmentation), { level: 9 }));
  writeFileSync(join(folder, "names.pack"), gzipSync(readFileSync(RESOURCE_FILES.nameModel), { level: 9 }));
  const files = readdirSync(folder);
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(folder, file)));
  const kept = { name: hash.digest("hex").slice(0, 16), files: ["./", ...files.filter((file) => file !== "index.html")] };
  await build({ ...common, entryPoints: ["playground/offline.ts"], outdir: folder, define: { BUILD: JSON.stringify(kept) } });
  return readdirSync(folder).map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }));
}

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** Serves a folder of files, on this machine alone. */
export function serveFolder(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const file = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    if (!readdirSync(folder).includes(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(readFileSync(join(folder, file)));
  });
  return new Promise((listening) => server.listen(port, "127.0.0.1", () => listening(server)));
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  const weights = await buildPlayground("site");
  for (const { file, bytes } of weights) console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KB  site/${file}`);
  console.log(`${(weights.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(0).padStart(6)} KB  in all, compressed`);
  if (argv.includes("--serve")) {
    await serveFolder("site", 8080);
    console.log("http://localhost:8080/ (Ctrl+C ends it)");
  }
}
