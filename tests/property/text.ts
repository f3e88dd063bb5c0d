import fc from "fast-check";

/** News in pieces, so that the grammar is reached, between all that may stand in a text. */
const PIECES = [
  "青禾乳业", "临江重工集团", "林舒窈", "成都", "《数据安全法》", "营业收入", "净利润", "用户数", "同比", "增长", "下降", "约", "超", "不足", "至", "为", "达", "12.6亿元", "3.5倍", "20%-25%", "八成", "近九千万", "十几家", "－6.76％",
  "2024年", "10月28日", "前三季度", "昨日", "去年同期", "截至", "年底", "每周三", "三个月前", "表示", "公告", "据", "称", "：", "“", "”", "（", "）", "，", "。", "；", "、", "\n", "将", "不", "未", "若", "预计", "拟", "收购", "推出", "合作", "辞职", "旗下", "董事长", "600999", "的", "和", "其中", "分别",
];
const HARD = [
  "\0", "\ud83d", "\ude00", "😀", "𠮷", "\u202e", "\u2066\u2069", "\u200b", "\u200d", "\ufeff", "e\u0301", "\u0301", "\r\n", "\r", "\u2028", "\u0085", "\u3000", "<p class=\"a\">", "</p>", "&nbsp;", "&#20013;", "<script>", "锟斤拷", "ä¸­å›½", "ï¼Œ", "\ufffd",
  "__proto__", "constructor", "toString", "1e309", "0".repeat(40), "9".repeat(400), "(".repeat(30), "亿".repeat(20), "İ", "ǅ", "ﬃ", "٣", "½", "Ⅻ", "㈱", "㍿", "①",
];

const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 2, arbitrary: fc.constantFrom(...HARD) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) });

/** Any sequence of UTF-16 code units, halves of pairs among them; mostly such as a reader of news will meet. */
export const anyText = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)) },
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")) },
);

const one = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const figure = fc
  .tuple(one("", "约", "超", "不足", "近", "逾"), one("12.6", "3,400", "1.15", "８", "九千", "三百五十", "0.25"), one("亿元", "万美元", "%", "个百分点", "倍", "吨", "万辆", "家门店"), one("", "以上", "左右"))
  .map((parts) => parts.join(""));
const sentence = fc
  .tuple(one("青禾乳业", "临江重工集团", "公司", ""), one("营业收入", "净利润", "用户数", "产量"), one("为", "达", "增长", "下降", "同比增长", "由"), fc.array(figure, { minLength: 1, maxLength: 3 }), one("", "，其中海外增长5%", "，预计明年超20亿元", "至30亿元", "（上年同期3亿元）"))
  .map(([who, metric, verb, figures, tail]) => `${who}${metric}${verb}${figures.join("、")}${tail}。`);

/**
 * Paragraphs of sentences with figures, as news writes them. A figure that touches a name, or stands for itself, is no such
 * thing: what is a name, and what a code, the whole text says.
 */
export const plainParagraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(""));
