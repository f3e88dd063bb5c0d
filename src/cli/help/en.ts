/** What the command says of itself. */
export const en = {
  titles: {} as Readonly<Record<string, string>>,
  choices: (values: string): string => ` (one of ${values})`,
  byDefault: (value: string): string => ` (default: ${value})`,
  variable: (name: string): string => ` (environment: ${name})`,
  table: ["type", "who", "what", "when", "source"] as readonly string[],
  nothing: "no claims",
  version: "print the version",
  help: "print this help",
  groups: { input: "Input:", reading: "Reading:", output: "Output:", selection: "Which claims:", other: "Other:" },
  root: {
    usage: "[options] [inputs...]\n       extract-claims check [options] <folders...>\n       extract-claims dict check <files...>\n       extract-claims init [folder]\n       extract-claims completion <shell>\n       extract-claims queue add|work [options]",
    description:
      "What a Chinese news text claims: who, what, how much, when, according to whom. Reads texts and writes typed claims (metric, change, statement, event, relation), each tied to the words that make it.",
    inputs: "files, folders, patterns such as 'news/**/*.txt'; - for standard input",
    format: "a table on a terminal, else JSON (NDJSON for documents a line); see Formats",
    jsonl: "every input holds a document a line, whatever its name",
    dict: "a dictionary of your own; may be repeated",
    words: "words of your own for the claim rules: a table as in dict/, named after it (metrics.tsv, shop.cues.tsv …); may be repeated",
    explain: "also tell why each claim was made, and why other words became none; below each claim in a table",
    referenceDate: "day or local time from which 昨日 is counted, such as 2022-02-01; a document's own goes first",
    segmenter: "word segmenter; nodejieba must be installed beside this package",
    offsets: "unit of offsets: JavaScript's, Python's, or Go's and Rust's",
    encoding: "encoding of the input; a byte order mark goes first, auto is UTF-8 or else GB 18030",
    include: "stages whose output a result holds, separated by commas; all but tokens where none are named",
    maxLength: "longest text taken, in UTF-16 code units (default: 5000000)",
    jobs: "how many cores read documents (default: all, where there is work for them)",
    out: "write there instead of to standard output; FILE.part until it is complete",
    outDir: "write a file for each document there; each is complete or not there",
    resume: "with --out, in the format ndjson: go on where an earlier run of the same inputs was stopped or killed",
    bom: "begin CSV with a byte order mark, without which Excel garbles Chinese",
    type: "claims of these types alone, separated by commas",
    minConfidence: "claims of at least this confidence alone, from 0 to 1",
    stats: "at the end, say on standard error how many documents and claims there were, and how fast they were read",
    lang: "language of this help, of the progress line and of the report (default: that of the locale)",
  },
  check: {
    description: "Compare results with fixtures you keep (format: fixtures/README.md).",
    summary: "compare results with fixtures you keep",
    folders: "folders of fixtures, or single files",
    update: "rewrite the fixtures that differ to what is found now",
    mark: "mark what is missed now as a known miss, and drop the marks of what is found",
    more: `
Examples:
  extract-claims check fixtures                     every *.json below the folder
  extract-claims check fixtures/bank.json --update  take what is found now as what is expected

Exit codes: 0 as expected, 1 some case differs, 2 no such folder or a file that is no fixture.`,
  },
  dict: {
    description: "Work on dictionaries of your own.",
    summary: "look through dictionaries of your own",
    check: "Read dictionaries and name every row that cannot be used: where, what was found, what would be right.",
    checkSummary: "name every bad row of dictionaries",
    files: "dictionaries: tables, or jieba's user dictionaries; several are read together, as with several --dict",
    more: `
Examples:
  extract-claims dict check names.tsv
  extract-claims dict check names.tsv jieba.txt     together: also a writing that both have

Exit codes: 0 every row can be used, 1 some row cannot and is named on standard error, 2 wrong usage.`,
    fine: (entries: number): string => `${entries} ${entries === 1 ? "entry" : "entries"}, all of use`,
    bad: (rows: number): string => `${rows} ${rows === 1 ? "row" : "rows"} of no use`,
  },
  init: {
    description: "Write a dictionary and a fixture to start from. A file that is there already is left as it is.",
    summary: "write a dictionary and a fixture to start from",
    folder: "where to",
    written: "written:",
    kept: "left as it is:",
    next: (names: string, fixtures: string): string => `
Next:
  edit ${names} and ${fixtures}, then
  extract-claims dict check ${names}
  extract-claims check ${fixtures}`,
  },
  completion: {
    description: "Print a script that completes commands, options and their values in a shell.",
    summary: "print a script that completes this command in a shell",
    shell: "the shell",
    more: `
  bash   echo 'source <(extract-claims completion bash)' >> ~/.bashrc
  zsh    extract-claims completion zsh > ~/.zfunc/_extract-claims    # with fpath+=~/.zfunc before compinit in ~/.zshrc
  fish   extract-claims completion fish > ~/.config/fish/completions/extract-claims.fish`,
  },
  queue: {
    description: "Share work among machines through Redis and BullMQ.",
    summary: "share work among machines through Redis and BullMQ",
    redis: "where Redis is",
    queue: "name of the queue",
    dict: "a dictionary of your own, the same for producer and workers; may be repeated",
    add: "add the documents of .jsonl files",
    files: "documents a line; - or none for standard input",
    batch: "documents a job (default: 100)",
    work: "do jobs until told to stop (SIGINT, SIGTERM)",
    outDir: "write each job's results to a file there",
    stream: "append results to a Redis stream",
    jobs: "how many cores (default: all)",
    patience: "a worker silent for so long is taken for dead (default: 30000)",
    drain: "end when the queue is empty",
    more: `
Examples:
  extract-claims queue add news.jsonl               documents, in jobs of 100
  extract-claims queue work --out-dir results       on each machine; results in results/<job>.ndjson
  extract-claims queue work --stream claims         results into the Redis stream "claims"
  extract-claims queue work --out-dir results --drain   until nothing is left to do

Needs the packages bullmq and ioredis beside this one: npm install bullmq ioredis`,
  },
  progress: (documents: number, speed: string, percent: string | undefined, left: string | undefined): string =>
    [`${documents} documents`, speed, percent, left && `${left} left`].filter(Boolean).join(" · "),
  stats: { documents: "documents", failed: "failed", text: "text", time: "time", speed: "speed", claims: "claims" },
  more: `
Inputs:
  A file is one document, its path the id. A .jsonl or .ndjson file (with --jsonl: every input) holds a document a line,
  {"id", "text", "referenceDate"?}; other fields are ignored.
  A folder stands for every file below it, in the order of their paths, except those whose name or folder begins with a dot,
  node_modules, and what this run writes. Links to folders are not followed. To choose among files, give a pattern.
  A pattern (* ** ? [a-z] {a,b}, quoted, lest the shell expands it) stands for the files it matches, in the same order.
  A file that several of them name is read once. Without any and with a pipe, standard input is read.

Formats:
  table          for people; who, what, when, according to whom
  json           a result; of several documents an array
  ndjson         a result a line
  html           one page to open, mail or print; it fetches nothing
  csv            a row a claim (--bom for Excel)
  jsonld         W3C Web Annotation
  label-studio   tasks with predictions
  doccano        JSONL with entities and relations
  brat           an .ann file; of one document, or with --out-dir
  conll          mentions as character BIO

Results in a folder (--out-dir):
  news.txt gives DIR/news.txt.json; files of a folder or pattern keep their path below it; a document of news.jsonl gives
  DIR/news.jsonl/ID.json. The extension is the format's. Two documents never share a file: the second is named and left out.

Exit codes:
  0    all read, also without a claim
  1    some input failed and is named on standard error; the others are done
  2    wrong usage
  130  interrupted; what was under way is written

Environment:
  NO_COLOR, FORCE_COLOR       no colours, or colours in a pipe too
  COLUMNS                     width of the table where there is no terminal
  LC_ALL, LC_MESSAGES, LANG   language of this help

Examples:
  extract-claims article.txt                        a table of claims on a terminal, JSON in a pipe
  cat article.txt | extract-claims                  from standard input; so does -
  extract-claims news --format ndjson               every file of a folder, a result a line
  extract-claims 'news/**/*.txt' --out-dir claims   a file of results for each text
  extract-claims *.txt --format html --out report.html
  extract-claims *.txt --format csv --bom --out claims.csv
  extract-claims news.jsonl > claims.ndjson         a document a line in, {"id",…} a line out
  cat news.jsonl | extract-claims --jsonl           the same from standard input
  extract-claims news.jsonl -o claims.ndjson --resume   on all cores; once more continues after a kill
  extract-claims news --type event,change --min-confidence 0.8 --stats
  extract-claims a.txt --dict names.tsv --reference-date 2022-11-20
  extract-claims check fixtures                     compare results with fixtures you keep`,
};

export type Messages = typeof en;
