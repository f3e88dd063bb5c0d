import type { Language } from "../src/report/words.js";

const en = {
  about: "What a Chinese news text claims: who, what, how much, when, according to whom. Nothing you type leaves this page.",
  text: "Text",
  date: "Written on",
  example: "Example",
  share: "Copy link",
  shared: "The link is copied; it holds the text itself.",
  dictionary: "Names of your own",
  form: "A name a line: word and kind, such as 云栈科技 nt (nt organization, nr person, ns place, nz product); or a table whose first line is name, type, canonical, aliases, separated by tabs.",
  loading: "Loading the engine …",
  done: (claims: number, mentions: number, milliseconds: number): string => `${claims} claims, ${mentions} mentions in ${milliseconds} ms`,
};
const zh: typeof en = {
  about: "一篇中文新闻说了什么：谁、何事、多少、何时、出自谁口。输入的内容不会离开本页。",
  text: "正文",
  date: "写作日期",
  example: "示例",
  share: "复制链接",
  shared: "链接已复制，正文就在链接里。",
  dictionary: "自定义词典",
  form: "每行一个名称：词与类别，如“云栈科技 nt”（nt 机构，nr 人物，ns 地点，nz 产品）；或首行为 name、type、canonical、aliases 的制表符表格。",
  loading: "正在载入引擎……",
  done: (claims, mentions, milliseconds) => `${claims} 条主张，${mentions} 处提及，${milliseconds} 毫秒`,
};

export const WORDS: Readonly<Record<Language, typeof en>> = { en, zh };

export const EXAMPLE = {
  text: `栈桥网盘月活破1200万，云栈科技获3亿元B轮融资

云栈科技10月30日宣布完成3亿元B轮融资，由北岭资本领投。公司旗下的栈桥网盘月活跃用户数超过1200万，同比翻番；前三季度营业收入约2.6亿元，同比增长38%。

公司创始人陆知遥表示：“明年将在成都设立研发中心，我们不会裁员。”据东岳证券分析师许冉介绍，若带宽价格回升，云栈科技毛利率可能下降。

市场监管总局要求平台企业不得强制“二选一”，云栈科技回应称将配合整改。`,
  date: "2024-10-31",
  dictionary: "云栈科技 nt\n栈桥网盘 nz\n",
};
