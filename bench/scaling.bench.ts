// How the time of the whole extraction grows with the text, prose and texts that nobody writes: npm run bench -- scaling [--long]
// In processor time, so that a busy machine does not matter. An exponent of 1 is linear: ten times the text takes ten times as long. `--long` goes on from 1 MB to 10 MB.
import { createExtractor } from "../src/index.js";
import { keep, round } from "./figures.js";
import { readTexts } from "./texts.js";

const SIZES = [10_000, 100_000, 1_000_000, ...(process.argv.includes("--long") ? [10_000_000] : [])];
const NESTED = 10_000;
const news = `${readTexts().join("\n")}\n`;
const { extract } = createExtractor({ maxLength: 20_000_000, referenceDate: "2022-02-01" });

const repeat = (unit: string) => (bytes: number): string => unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
const TEXTS: Readonly<Record<string, (bytes: number) => string>> = {
  news: (bytes) => repeat(news)(bytes).slice(0, Math.ceil((bytes * news.length) / Buffer.byteLength(news))),
  "news in one line": (bytes) => repeat(news.replaceAll("\n", ""))(bytes).slice(0, Math.ceil((bytes * news.length) / Buffer.byteLength(news))),
  "one character": repeat("一"),
  "digits only": repeat("1"),
  "brackets 10,000 deep": repeat(`${"（".repeat(NESTED)}${"）".repeat(NESTED)}`),
  "no punctuation": repeat("公司净利润同比增长"),
  "cue words only": repeat("表示"),
  "change words only": repeat("增长"),
  "event triggers only": repeat("收购"),
  "numbers with units": repeat("5亿元、"),
  "words in quote marks": repeat("“增长”"),
  "the same sentence": repeat("公司表示，净利润增长5%。"),
};

extract(news.slice(0, 100_000));
const rows = Object.entries(TEXTS).map(([text, make]) => {
  const points = SIZES.map((size) => {
    const input = make(size);
    return { bytes: Buffer.byteLength(input), ms: measure(input, size < 1_000_000 ? 3 : 1) };
  });
  const speeds = points.map(({ bytes, ms }) => [`${megabytes(bytes)} MB/s`, round(bytes / 1e3 / ms)] as const);
  return { text, ...Object.fromEntries(speeds), exponent: round(exponent(points)) };
});
console.table(rows);
const worst = Math.max(...rows.map((row) => row.exponent));
keep([{ id: "growth", ours: worst }]);
console.log(`the largest exponent is ${worst}; memory after all of it ${round(process.memoryUsage.rss() / 1e6)} MB`);

function measure(text: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i += 1) {
    const start = process.cpuUsage();
    extract(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Slope of the least-squares line through the logarithms of time and length. */
function exponent(points: readonly { readonly bytes: number; readonly ms: number }[]): number {
  const xs = points.map(({ bytes }) => Math.log(bytes));
  const ys = points.map(({ ms }) => Math.log(ms));
  const [x, y] = [mean(xs), mean(ys)];
  return xs.reduce((sum, value, i) => sum + (value - x) * ((ys[i] ?? y) - y), 0) / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 10 KB and so on as parts of a megabyte, for the table's head. */
function megabytes(bytes: number): number {
  return Number((bytes / 1e6).toPrecision(1));
}
