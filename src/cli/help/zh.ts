import type { Messages } from "./en.js";

/** 命令对自己的说明。 */
export const zh: Messages = {
  titles: { "Usage:": "用法：", "Arguments:": "参数：", "Options:": "选项：", "Commands:": "命令：", "[options]": "[选项]" },
  choices: (values) => `（可选：${values}）`,
  byDefault: (value) => `（默认：${value}）`,
  variable: (name) => `（环境变量：${name}）`,
  table: ["类型", "谁", "什么", "何时", "据谁"],
  nothing: "没有主张",
  version: "显示版本",
  help: "显示本帮助",
  groups: { input: "输入：", reading: "阅读：", output: "输出：", selection: "选取主张：", other: "其他：" },
  root: {
    usage: "[选项] [输入...]\n       extract-claims check [选项] <目录...>\n       extract-claims dict check <文件...>\n       extract-claims init [目录]\n       extract-claims completion <shell>\n       extract-claims queue add|work [选项]",
    description: "一篇中文新闻说了什么：谁、什么事、多少、何时、据谁所说。读入文本，写出带类型的主张（metric、change、statement、event、relation），每一条都对应原文中说出它的那些字。",
    inputs: "文件、目录，或 'news/**/*.txt' 这样的通配模式；- 表示标准输入",
    format: "终端上默认是表格，否则是 JSON（一行一篇的输入则为 NDJSON）；见“格式”",
    jsonl: "无论叫什么名字，每个输入都是一行一篇",
    dict: "自己的词典；可以重复给出",
    words: "给主张规则用的自己的词：与 dict/ 中同样的表，文件以表命名（metrics.tsv、shop.cues.tsv 等）；可以重复给出",
    explain: "另外说明每条主张为何得出、其他词为何没有；表格中写在每条主张之下",
    referenceDate: "“昨日”从哪一天（或当地时间）算起，例如 2022-02-01；文档自带的优先",
    segmenter: "分词器；用 nodejieba 须另行安装",
    offsets: "偏移量的单位：JavaScript、Python、Go 和 Rust 各自的数法",
    encoding: "输入的编码；字节序标记优先，auto 先按 UTF-8，不行再按 GB 18030",
    include: "结果包含哪些阶段，以逗号分隔；不给则除 tokens 外全部",
    maxLength: "接受的最长文本，以 UTF-16 码元计（默认：5000000）",
    jobs: "用几个核（默认：有活可干时用全部）",
    out: "写到该文件而不是标准输出；写完之前叫 FILE.part",
    outDir: "每篇文档在该目录中写一个文件；要么完整，要么没有",
    resume: "与 --out 及 ndjson 格式同用：同样的输入，从上次被中断或杀掉的地方继续",
    bom: "CSV 以字节序标记开头，否则 Excel 打开中文是乱码",
    type: "只要这些类型的主张，以逗号分隔",
    minConfidence: "只要置信度不低于此值的主张，0 到 1",
    stats: "结束时在标准错误上给出文档数、各类主张数和速度",
    lang: "本帮助、进度和报告的语言（默认：按系统区域设置）",
  },
  check: {
    description: "把结果与你保存的样例比较（格式见 fixtures/README.md）。",
    summary: "把结果与你保存的样例比较",
    folders: "样例目录或单个文件",
    update: "把不一致的样例改写为现在找到的结果",
    mark: "把现在漏掉的标为已知遗漏，并去掉已能找到者的标记",
    more: `
例：
  extract-claims check fixtures                     目录下每个 *.json
  extract-claims check fixtures/bank.json --update  把现在找到的当作期望

退出码：0 与期望一致，1 有样例不一致，2 没有该目录或文件不是样例。`,
  },
  dict: {
    description: "处理你自己的词典。",
    summary: "检查你自己的词典",
    check: "读词典，指出每一个不能用的行：在哪里、写了什么、应当怎样写。",
    checkSummary: "指出词典中每一个不能用的行",
    files: "词典：表格，或 jieba 的用户词典；多个文件合在一起读，与多个 --dict 相同",
    more: `
例：
  extract-claims dict check names.tsv
  extract-claims dict check names.tsv jieba.txt     合在一起：两者共有的写法也会指出

退出码：0 每行都能用，1 有的行不能用并已在标准错误上指出，2 用法错误。`,
    fine: (entries) => `${entries} 个条目，全部可用`,
    bad: (rows) => `${rows} 行不能用`,
  },
  init: {
    description: "写一份词典和一份样例作为起点。已有的文件保持原样。",
    summary: "写一份词典和一份样例作为起点",
    folder: "写到哪里",
    written: "已写：",
    kept: "保持原样：",
    next: (names, fixtures) => `
接下来：
  编辑 ${names} 和 ${fixtures}，然后
  extract-claims dict check ${names}
  extract-claims check ${fixtures}`,
  },
  completion: {
    description: "打印一段脚本，让 shell 能补全命令、选项及其取值。",
    summary: "打印 shell 补全脚本",
    shell: "哪种 shell",
    more: `
  bash   echo 'source <(extract-claims completion bash)' >> ~/.bashrc
  zsh    extract-claims completion zsh > ~/.zfunc/_extract-claims    # ~/.zshrc 中在 compinit 之前加 fpath+=~/.zfunc
  fish   extract-claims completion fish > ~/.config/fish/completions/extract-claims.fish`,
  },
  queue: {
    description: "多台机器通过 Redis 和 BullMQ 分担工作。",
    summary: "多台机器通过 Redis 和 BullMQ 分担工作",
    redis: "Redis 在哪里",
    queue: "队列名",
    dict: "自己的词典，添加者与工作者须相同；可以重复给出",
    add: "把 .jsonl 文件中的文档加入队列",
    files: "一行一篇；- 或不给则读标准输入",
    batch: "一个作业含几篇文档（默认：100）",
    work: "做作业，直到被叫停（SIGINT、SIGTERM）",
    outDir: "每个作业的结果写到该目录的一个文件",
    stream: "把结果追加到一个 Redis stream",
    jobs: "用几个核（默认：全部）",
    patience: "工作者沉默多久（毫秒）算失联（默认：30000）",
    drain: "队列空了就结束",
    more: `
例：
  extract-claims queue add news.jsonl               文档，每 100 篇一个作业
  extract-claims queue work --out-dir results       在每台机器上；结果在 results/<作业>.ndjson
  extract-claims queue work --stream claims         结果写入名为 claims 的 Redis stream
  extract-claims queue work --out-dir results --drain   做完为止

另需两个包：npm install bullmq ioredis`,
  },
  progress: (documents, speed, percent, left) => [`${documents} 篇`, speed, percent, left && `还需 ${left}`].filter(Boolean).join(" · "),
  stats: { documents: "文档", failed: "失败", text: "文本", time: "用时", speed: "速度", claims: "主张" },
  more: `
输入：
  一个文件是一篇文档，路径就是它的 id。.jsonl 或 .ndjson 文件（用 --jsonl 则每个输入）一行一篇：
  {"id", "text", "referenceDate"?}；其他字段忽略。
  目录代表其下所有文件，按路径排序；名称或所在目录以点开头的、node_modules 以及本次写出的除外。
  不跟随指向目录的链接。要挑选文件，请用通配模式。
  通配模式（* ** ? [a-z] {a,b}，加引号以免 shell 先展开）代表它匹配的文件，次序相同。
  同一个文件被几处提到也只读一次。什么都不给而有管道时，读标准输入。

格式：
  table          给人看：谁、什么、何时、据谁
  json           一个结果；多篇则为数组
  ndjson         一行一个结果
  html           一个网页，可打开、邮寄、打印；不向外请求任何东西
  csv            一条主张一行（给 Excel 用请加 --bom）
  jsonld         W3C Web Annotation
  label-studio   带预测的任务
  doccano        含实体和关系的 JSONL
  brat           .ann 文件；只能一篇，或与 --out-dir 同用
  conll          按字 BIO 标注的提及

结果目录（--out-dir）：
  news.txt 得到 DIR/news.txt.json；来自目录或通配模式的文件保留其下的相对路径；news.jsonl 中的一篇得到
  DIR/news.jsonl/ID.json。扩展名随格式而定。两篇文档不会共用一个文件：后一篇会被指出并略去。

退出码：
  0    全部读完，没有主张也算
  1    有的输入失败，已在标准错误上指出；其余照做
  2    用法错误
  130  被中断；正在做的已写出

环境变量：
  NO_COLOR, FORCE_COLOR       不用颜色，或在管道中也用颜色
  COLUMNS                     不在终端时表格的宽度
  LC_ALL, LC_MESSAGES, LANG   本帮助的语言

例：
  extract-claims article.txt                        终端上是主张的表格，管道中是 JSON
  cat article.txt | extract-claims                  读标准输入；写 - 也一样
  extract-claims news --format ndjson               目录中的每个文件，一行一个结果
  extract-claims 'news/**/*.txt' --out-dir claims   每篇文本一个结果文件
  extract-claims *.txt --format html --out report.html
  extract-claims *.txt --format csv --bom --out claims.csv
  extract-claims news.jsonl > claims.ndjson         一行一篇进，一行 {"id",…} 出
  cat news.jsonl | extract-claims --jsonl           同上，来自标准输入
  extract-claims news.jsonl -o claims.ndjson --resume   用全部的核；被杀后再运行一次就接着做
  extract-claims news --type event,change --min-confidence 0.8 --stats
  extract-claims a.txt --dict names.tsv --reference-date 2022-11-20
  extract-claims check fixtures                     与你保存的样例比较`,
};
