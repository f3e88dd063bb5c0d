// What `extract-claims init` writes: invented names, to be replaced by one's own.

export const DICTIONARY = `# Names of your own: where one stands, it wins over every other reading. Cells are separated by tabs, aliases by |.
# 自己的名称：出现之处，优先于其他读法。单元格以制表符分隔，别名以 | 分隔。
name	type	canonical	aliases	weight
青禾集市	product			
青禾集团	organization	青禾集团控股有限公司	青禾控股	
`;

export const FIXTURE = `[
  { "about": "names of one's own, and a change", "text": "青禾集团公布，青禾集市年活跃用户数同比增长约12%。", "dictionary": "../names.tsv",
    "mentions": [
      { "type": "organization", "quote": "青禾集团" },
      { "type": "product", "quote": "青禾集市" }
    ],
    "claims": [
      { "type": "change", "subject": "青禾集市", "metric": "年活跃用户数", "trigger": "增长", "direction": "increase",
        "figure": { "quote": "约12%", "value": 12, "unit": "percent", "comparator": "approx" }, "basis": "yoy" }
    ] },
  { "about": "nothing is invented", "text": "天气不错。", "match": "exact", "mentions": [], "claims": [] }
]
`;
