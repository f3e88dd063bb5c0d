import { createExtractor } from "../../src/index.js";
import type { AnnotatedText } from "../../src/model/index.js";

export const TEXTS = {
  "青禾乳业三季报": `青禾乳业前三季度净利润增长12.3%

青禾乳业（600999）10月28日公告，2024年前三季度营业收入126亿元，同比增长约8%；归母净利润9.8亿元，同比增长12.3%。公司预计全年营业收入不低于170亿元。

公司董事长林舒窈在业绩说明会上表示：“明年将在成都建设新工厂，总投资约5亿元，我们不会裁员。”据东岳证券分析师许冉介绍，低温奶市场份额提升至21%，若原奶价格回升，公司毛利率可能下降。

10月29日，青禾乳业股价收涨4.2%，报18.6元。`,
  "云栈科技融资": `云栈科技10月30日宣布完成3亿元B轮融资，由北岭资本领投。公司旗下的栈桥网盘月活跃用户数超过1200万，同比翻番。

市场监管总局要求平台企业不得强制“二选一”，云栈科技回应称将配合整改。`,
} as const;

export function documents(): AnnotatedText[] {
  const extractor = createExtractor({ referenceDate: "2024-11-01", dictionary: [{ name: "青禾乳业", type: "organization" }, { name: "云栈科技", type: "organization" }, { name: "栈桥网盘", type: "product" }] });
  return Object.entries(TEXTS).map(([id, text]) => ({ id, text, result: extractor.extract(text) }));
}
