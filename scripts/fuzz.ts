import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createExtractor } from "../src/index.js";
import { resultSchema } from "../src/schema.js";
import { markedLines, unmark } from "../tests/marked.js";
import { faultOf } from "../tests/property/invariants.js";

/**
 * Reads mutated news for a while and keeps what breaks a promise: `npm run fuzz -- --seconds 60 [--seed 1]`, or as often as
 * told: `npm run fuzz -- --executions 1000000`.
 * An input that does is written to `fuzz-failures/` and told at the end; exit code 1.
 */
const { values } = parseArgs({ options: { seconds: { type: "string" }, executions: { type: "string", default: "Infinity" }, seed: { type: "string", default: "1" } } });
const most = Number(values.executions);
const seconds = Number(values.seconds ?? (most < Infinity ? Infinity : 60));
const random = mulberry32(Number(values.seed));
const below = (n: number): number => Math.floor(random() * n);
const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;

const seeds = [
  ...readdirSync("corpus").filter((file) => file.endsWith(".md") && file !== "README.md").flatMap((file) => markedLines(`corpus/${file}`).map(unmark)),
  ...readdirSync("fixtures/articles").flatMap((slug) => readFileSync(`fixtures/articles/${slug}/source.txt`, "utf8").split("\n")),
  ...readdirSync("fixtures/mentions").filter((file) => file.endsWith(".md")).flatMap((file) => markedLines(`fixtures/mentions/${file}`).map(unmark)),
].filter((line) => line !== "");

/** What breaks readers: ends of ranges, halves of characters, marks without width, brackets, and the grammar's own words. */
const ODD = [
  "\0", "\ud83d", "\udc00", "😀", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u0301", "\r\n", "\r", "\u2028", "\u0085", "\t", "\u3000", "\ufffd", "é", "ﬁ", "İ", "ß",
  "《", "》", "“", "”", "‘", "（", "(", "）", "【", "」", "、", "，", "。", "；", "：", "-", "—", "~", "%", "‰", "/", ".", "..", "…", "+", "−",
  "0", "9", "00", "1e309", "９", "一", "〇", "零", "百", "千", "万", "亿", "兆", "半", "几", "数", "多", "余", "来", "点", "分之", "成", "倍", "个百分点", "元", "美元", "吨",
  "年", "月", "日", "号", "季度", "周", "时", "前", "后", "底", "初", "同比", "环比", "增长", "至", "从", "由", "为", "达", "约", "超", "不足", "不", "未", "将", "若", "据", "称", "表示", "公告", "分别", "的", "在", "和",
  "constructor", "__proto__", "<b>", "&amp;", "&#x", "http://a.b/?c=1&d", "a@b.c", "$1", "\\", "锟斤拷", "ä¸­", "1".repeat(400), "亿".repeat(40), "（".repeat(60), "、".repeat(60),
] as const;

const cut = (text: string): [number, number] => {
  const from = below(text.length + 1);
  return [from, Math.min(text.length, from + below(random() < 0.8 ? 6 : text.length + 1))];
};
const MUTATIONS: readonly ((text: string) => string)[] = [
  (text) => { const [from, to] = cut(text); return text.slice(0, from) + text.slice(to); },
  (text) => { const [from, to] = cut(text); return text.slice(0, to) + text.slice(from); },
  (text) => { const [from, to] = cut(text); return text.slice(0, from) + pick(ODD) + text.slice(to); },
  (text) => { const [at] = cut(text); return text.slice(0, at) + pick(ODD) + text.slice(at); },
  (text) => { const other = pick(seeds); return text.slice(0, cut(text)[0]) + other.slice(cut(other)[0]); },
  (text) => { const [at] = cut(text); const other = pick(seeds); const [from, to] = cut(other); return text.slice(0, at) + other.slice(from, to) + text.slice(at); },
  (text) => `${text}${pick(["", "\n", "\n\n", "。"])}${pick(seeds)}`,
  (text) => { const [at] = cut(text); return text.slice(0, at) + String.fromCharCode(below(0x10000)) + text.slice(at + 1); },
];
const LONGEST = 2_000;

const extractor = createExtractor();
const options = { referenceDate: "2024-10-29", include: ["sentences", "tokens", "mentions", "claims"] } as const;
const failures: { readonly why: string; readonly text: string }[] = [];
const deadline = Date.now() + seconds * 1_000;
const [started, used] = [Date.now(), process.cpuUsage()];
let executions = 0;
let units = 0;
let text = pick(seeds);
while (failures.length < 20 && executions < most && (executions % 64 !== 0 || Date.now() < deadline)) {
  // A few steps from a seed, then from another.
  text = random() < 0.3 || text.length > LONGEST ? pick(seeds) : pick(MUTATIONS)(text);
  executions += 1;
  if (executions % 50_000 === 0) console.error(`${executions} executions, ${failures.length} failures`);
  units += text.length;
  const why = check(text);
  if (why !== undefined) {
    failures.push({ why, text });
    text = pick(seeds);
  }
}

function check(text: string): string | undefined {
  try {
    const result = extractor.extract(text, options);
    const fault = faultOf(text, result);
    if (fault !== undefined) return fault;
    // Slower than reading: now and then.
    if (executions % 20 === 0 && JSON.stringify(extractor.extract(text, options)) !== JSON.stringify(result)) return "another result the second time";
    const parsed = executions % 20 === 0 ? resultSchema.safeParse(result) : undefined;
    return parsed?.error && `no result by the schema: ${parsed.error.message.slice(0, 300)}`;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join("\n") : String(error);
  }
}

const { user, system } = process.cpuUsage(used);
console.log(`${executions} executions, ${(units / 1e6).toFixed(1)} million characters, ${((Date.now() - started) / 1000).toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} s of one core), ${seeds.length} seeds, seed ${values.seed}: ${failures.length} failures`);
if (failures.length > 0) {
  mkdirSync("fuzz-failures", { recursive: true });
  for (const [i, failure] of failures.entries()) {
    writeFileSync(`fuzz-failures/${values.seed}-${i}.json`, JSON.stringify(failure, undefined, 1));
    console.log(`${failure.why}\n  ${JSON.stringify(failure.text).slice(0, 400)}`);
  }
  process.exitCode = 1;
}

/** A small generator with a seed, so that a run can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
