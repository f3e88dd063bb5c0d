import { createExtractor, type OffsetUnit } from "../../src/index.js";
import type { AnnotatedText } from "../../src/model/index.js";

/** Texts with what goes wrong in exports: characters of two code units, line breaks, quotes, commas, signs that make a formula. */
const TEXTS: Readonly<Record<string, string>> = {
  "news/一.txt":
    "📈青禾乳业（600999）10月28日公告，2024年前三季度营业收入12.6亿元，同比增长约8%。\r\n公司董事长林舒窈表示：“明年将在成都建设新工厂，\n总投资约5亿元。” 𠮷野家没有裁员。",
  "https://example.org/a#top": "=SUM(A1)，青禾乳业股价跌3.2%，报-6.76元。\n\n\t@所有人：“不再新增门店”，公司称。青禾乳业旗下的麦田咖啡在上海开出30家门店。",
  "empty": "",
};

export function documents(offsets: OffsetUnit = "utf16"): AnnotatedText[] {
  const extractor = createExtractor({ offsets, referenceDate: "2024-10-29" });
  return Object.entries(TEXTS).map(([id, text]) => ({ id, text, result: extractor.extract(text) }));
}

export const claimsOf = (all: readonly AnnotatedText[]) => all.flatMap(({ result }) => result.claims);
export const mentionsOf = (all: readonly AnnotatedText[]) => all.flatMap(({ result }) => result.mentions);
