/**
 * Every rule by the name that its claims have, with the file in `src/claims` that holds it and what it reads. To find fixtures of one:
 * `npm run -s rules`, or `npm run -s rules -- metric/share`.
 */
export const RULES = {
  "metric/level": { file: "measure/metric.ts", reads: "净利润13亿元: the noun phrase before the figure" },
  "metric/list": { file: "measure/list.ts", reads: "A、B分别为5%、8%: as many figures as things" },
  "metric/table": { file: "measure/metric.ts", reads: "其中：住宅66万平方米: a row under a measure told before" },
  "metric/row": { file: "measure/metric.ts", reads: "浙江37例、北京9例: names with a figure each under a measure told before" },
  "metric/carried": { file: "measure/metric.ts", reads: "为13亿元: a figure of what was spoken of" },
  "metric/aside": { file: "measure/metric.ts", reads: "甲车（2.6万辆）: a figure alone in brackets" },
  "metric/share": { file: "measure/metric.ts", reads: "占总股本的2%" },
  "metric/behind": { file: "measure/counted.ts", reads: "378亿美元的市值: the metric behind the figure" },
  "metric/having": { file: "measure/counted.ts", reads: "新增确诊病例34145例: what is had or done is counted" },
  "metric/doers": { file: "measure/counted.ts", reads: "7家银行获机构调研: those who do it are counted" },
  "metric/times": { file: "measure/counted.ts", reads: "已被触发21次: how often, or how many" },
  "metric/casualties": { file: "measure/counted.ts", reads: "5人死亡: what befell them is counted" },
  "change/size": { file: "measure/change.ts", reads: "增长5%: a move with its size" },
  "change/level": { file: "measure/change.ts", reads: "升至4.05港元: a move with its end" },
  "change/list": { file: "measure/change.ts", reads: "分别增长5%和8%: one word, several sizes" },
  "change/bare": { file: "measure/change.ts", reads: "库存回升: a move without a figure" },
  "statement/say": { file: "statement-cue.ts", reads: "X表示，…; X：…" },
  "statement/tell": { file: "statement-cue.ts", reads: "X告诉记者，…" },
  "statement/answer": { file: "statement-cue.ts", reads: "X回应质疑，…" },
  "statement/talk": { file: "statement-cue.ts", reads: "X分析，…" },
  "statement/announce": { file: "statement-cue.ts", reads: "X宣布…" },
  "statement/publish": { file: "statement-cue.ts", reads: "X公告，…" },
  "statement/show": { file: "statement-cue.ts", reads: "调查显示…" },
  "statement/find": { file: "statement-cue.ts", reads: "X发现…" },
  "statement/judge": { file: "statement-cue.ts", reads: "X认为…; X预计…" },
  "statement/urge": { file: "statement-cue.ts", reads: "X要求…" },
  "statement/source": { file: "statement-subject.ts", reads: "据X报道，…; 在X看来，…" },
  "event/verb": { file: "event/read.ts", reads: "甲收购乙: the trigger is the predicate" },
  "event/noun": { file: "event/read.ts", reads: "完成对乙的收购: the trigger is a noun that something carries" },
  "event/relative": { file: "event/read.ts", reads: "甲签署的法案: the trigger modifies its object" },
  "relation/title": { file: "relation-position.ts", reads: "甲公司总裁某某" },
  "relation/office": { file: "relation-position.ts", reads: "某某出任甲公司总裁" },
  "relation/subsidiary": { file: "relation-holding.ts", reads: "甲旗下的乙" },
  "relation/owner": { file: "relation-holding.ts", reads: "甲持有乙15%股权" },
  "relation/alias": { file: "relation-name.ts", reads: "甲（简称乙）" },
  "relation/ticker": { file: "relation-name.ts", reads: "甲（1113.HK）" },
} as const satisfies Readonly<Record<string, { readonly file: string; readonly reads: string }>>;
/** Names of the built-in rules: `rule` of a claim. */
export type RuleName = keyof typeof RULES;
