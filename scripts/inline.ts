import { createHash } from "node:crypto";
import { resolve, dirname } from "node:path";
import { buildSync } from "esbuild";

/** `import { text, sha256 } from "./page.ts?inline"`: a script or style bundled to be put into a page, and its hash for a CSP. */
export const INLINE = /\?inline$/;

/** A module with the bundle of a file as its text. */
export function inlineModule(path: string): string {
  const { outputFiles } = buildSync({ entryPoints: [path.replace(INLINE, "")], bundle: true, minify: true, write: false, format: "iife", target: ["es2022", "chrome123", "firefox121", "safari17.5"], charset: "utf8", legalComments: "none" });
  // A page is text within text: no closing tag may stand in it.
  const text = (outputFiles[0]?.text ?? "").trim().replaceAll(/<\/(?=script|style)/gi, "<\\/");
  return `export const text = ${JSON.stringify(text)}; export const sha256 = ${JSON.stringify(createHash("sha256").update(text).digest("base64"))};`;
}

/** For tsup and other users of esbuild. */
export const inlineEsbuild = {
  name: "inline",
  setup(build: { onResolve(filter: { filter: RegExp }, found: (args: { path: string; resolveDir: string }) => object): void; onLoad(filter: { filter: RegExp; namespace: string }, load: (args: { path: string }) => object): void }): void {
    build.onResolve({ filter: INLINE }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path), namespace: "inline" }));
    build.onLoad({ filter: INLINE, namespace: "inline" }, ({ path }) => ({ contents: inlineModule(path), watchFiles: [dirname(path)] }));
  },
};

/** Names a module whose path Vite must not see, lest it take a style for one of its own. */
const VIRTUAL = "\0inline:";

/** For vitest and other users of Vite. */
export const inlineVite = {
  name: "inline",
  enforce: "pre" as const,
  resolveId: (id: string, importer?: string): string | undefined => (INLINE.test(id) && importer !== undefined ? `${VIRTUAL}${encodeURIComponent(resolve(dirname(importer), id.replace(INLINE, ""))).replaceAll(".", "%2E")}` : undefined),
  load: (id: string): string | undefined => (id.startsWith(VIRTUAL) ? inlineModule(decodeURIComponent(id.slice(VIRTUAL.length))) : undefined),
};
