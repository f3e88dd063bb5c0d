const NAMES = ["青禾乳业", "临江重工", "海岳银行", "云帆科技", "北辰物流", "安和医药"];
const MOVES = ["同比增长", "同比下降", "较上年同期上升"];

export interface NewsDocument {
  readonly id: string;
  readonly text: string;
  readonly referenceDate: string;
}

/** News without end, each item another; about 200 bytes a sentence. */
export function newsDocument(i: number, sentences = 1): NewsDocument {
  let text = "";
  for (let j = 0; j < sentences; j += 1) {
    const k = i * 7 + j;
    text += `${NAMES[k % 6]}10月${1 + (k % 28)}日公告，2024年前三季度营业收入${(k % 900) / 10}亿元，${MOVES[k % 3]}约${k % 40}%。董事长林舒窈表示：“明年将在成都建设新工厂。”`;
  }
  return { id: `d${i}`, text, referenceDate: "2024-10-29" };
}

export function* news(count: number, sentences?: number): Generator<NewsDocument> {
  for (let i = 0; i < count; i += 1) yield newsDocument(i, sentences);
}

export const newsLines = (count: number, sentences?: number): string => Array.from(news(count, sentences), (document) => `${JSON.stringify(document)}\n`).join("");
