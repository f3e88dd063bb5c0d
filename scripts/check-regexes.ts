import { readdirSync, readFileSync } from "node:fs";
import { check, type Diagnostics } from "recheck";
import ts from "typescript";

/**
 * Every regular expression in src, by `recheck`: none may take more than linear time on any input. One that is made while the
 * program runs cannot be checked, so there may be none. `npm run check:regexes`; exit code 1 with each that is wrong.
 */
interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Where a pattern is quadratic in theory, and why no input reaches that. */
const BOUNDED: Readonly<Record<string, string>> = {};

const found: Found[] = [];
const made: string[] = [];
for (const file of readdirSync("src", { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".ts")) continue;
  const source = ts.createSourceFile(file, readFileSync(`src/${file}`, "utf8"), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const where = (): string => `src/${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ where: where(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") made.push(where());
    if (ts.isCallExpression(node) && ["eval", "Function"].includes(node.expression.getText())) made.push(where());
    node.forEachChild(visit);
  };
  visit(source);
}

const wrong: string[] = made.map((where) => `${where}: made while the program runs`);
const counts = new Map<string, number>();
const known = new Map<string, Promise<Diagnostics>>();
const queue = [...found];
await Promise.all(
  [1, 2].map(async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { where, source, flags } = next;
      const key = `/${source}/${flags}`;
      if (!known.has(key)) known.set(key, check(source, flags, { timeout: 30_000 }));
      const result = await known.get(key)!;
      const kind = result.status === "safe" || result.status === "vulnerable" ? result.complexity.type : `unknown (${result.error.kind})`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (result.status !== "safe" && !(key in BOUNDED)) wrong.push(`${where}: ${key} ${result.status}${result.status === "vulnerable" ? `, ${result.complexity.summary}, such as ${result.attack.pattern}` : `, ${kind}`}`);
    }
  }),
);
console.log(`${found.length} regular expressions, ${known.size} of them different: ${Array.from(counts, ([kind, count]) => `${count} ${kind}`).join(", ")}; ${wrong.length} wrong`);
for (const line of wrong.sort()) console.log(line);
if (wrong.length > 0) process.exitCode = 1;
