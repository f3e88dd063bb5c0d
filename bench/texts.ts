import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** What is measured on: our own corpus without its marks, our articles, and the shared sets where they are. */
export function readTexts(): string[] {
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const corpus = readdirSync(join(root, "corpus")).filter((name) => name.endsWith(".md") && name !== "README.md").map((name) => read(`corpus/${name}`).replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, "$1"));
  const articles = readdirSync(join(root, "fixtures/articles")).map((name) => read(`fixtures/articles/${name}/source.txt`));
  const shared = ["claims/dev.jsonl", "claims/articles.jsonl"].map((name) => `../shared/eval/${name}`).filter((path) => existsSync(join(root, path)));
  return [...corpus, ...articles, ...shared.flatMap((path) => read(path).split("\n").filter(Boolean).map((line) => (JSON.parse(line) as { text: string }).text))];
}
