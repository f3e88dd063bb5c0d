import { appendFileSync, readFileSync } from "node:fs";

/** One measured figure, beside a peer's of the same run where there is one. */
export interface Figure {
  readonly id: keyof typeof LABELS;
  readonly ours: number;
  readonly theirs?: number;
  readonly peer?: string;
}

const FILE = "BENCH_FIGURES";

/** Keeps figures for the README's table, where `bench/run.ts` asked for them. */
export function keep(figures: readonly Figure[]): void {
  const file = process.env[FILE];
  if (file !== undefined) for (const figure of figures) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

export const environment = (file: string): Record<string, string> => ({ [FILE]: file });

export const readFigures = (file: string): Figure[] => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Figure);

/** Rows of the table in their order: English, Chinese, and the unit of its figures. */
const LABELS = {
  tokens: ["words and tags", "分词与词性", "MB/s"],
  measures: ["figures and dates", "数值与日期", "MB/s"],
  names: ["names", "名称", "MB/s"],
  mentions: ["all mentions", "全部指称", "MB/s"],
  syntax: ["clauses and phrases", "分句与短语", "MB/s"],
  claims: ["claims", "主张", "MB/s"],
  whole: ["the whole extraction", "全部抽取", "MB/s"],
  start: ["import and first extraction", "导入并完成第一次抽取", "ms"],
  memory: ["memory after it", "此后的内存", "MB"],
  workers: ["two workers beside one", "两个工作线程比一个", "×"],
  growth: ["time ∝ length to the power of, worst of all texts", "时间 ∝ 长度的幂，所有文本中最差", ""],
} as const;

const HEADS = { en: "| | extract-claims | peer | |\n|---|---|---|---|", zh: "| | extract-claims | 对照 | |\n|---|---|---|---|" } as const;
const TIMES = { en: "times", zh: "倍" } as const;

/** The table of the README in a language. */
export function tableOf(figures: readonly Figure[], language: "en" | "zh"): string {
  const rows = (Object.keys(LABELS) as Figure["id"][]).flatMap((id) => {
    const figure = figures.find((one) => one.id === id);
    if (!figure) return [];
    const [en, zh, unit] = LABELS[id];
    const { ours, theirs, peer = "" } = figure;
    const ratio = theirs === undefined ? "" : `${round(ours / theirs)} ${TIMES[language]}`;
    return [`| ${language === "en" ? en : zh} | ${`${round(ours)} ${unit}`.trim()} | ${theirs === undefined ? "" : `${peer} ${round(theirs)} ${unit}`.trim()} | ${ratio} |`];
  });
  return [HEADS[language], ...rows].join("\n");
}

const BEGIN = "<!-- bench: written by npm run bench -- --write -->";
const END = "<!-- /bench -->";

/** The text with the table between its marks; as it is where it has none. */
export function withTable(text: string, table: string): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  return begin < 0 || end < begin ? text : `${text.slice(0, begin + BEGIN.length)}\n${table}\n${text.slice(end)}`;
}

export const round = (value: number): number => Number(value.toPrecision(value >= 1000 ? 4 : 3));
