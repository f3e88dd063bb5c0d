import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract, type Result } from "../../src/index.js";
import { resultSchema } from "../../src/schema.js";
import { CLI, run, shell, temporaryFolder } from "./run.js";

const { path: folder, write } = temporaryFolder();
const TEXT = "微信月活跃用户数达13.089亿，同比增长3.7%。张勇昨日表示：“淘特将接入微信支付。”\n";
const OTHER = "工商银行净利润下降约5%。";
write("a.txt", TEXT);
write("b.txt", OTHER);

type Output = Result & { id: unknown; error?: { code: string; message: string } };
const lines = (stdout: string): Output[] => stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Output);
const kinds = ({ claims }: Output): string[] => claims.map(({ type }) => type);

describe("formats", () => {
  test("JSON in a pipe, the library's result under the file's name", async () => {
    const { code, stdout, stderr } = await run(folder, ["a.txt"]);
    const { id, ...result } = JSON.parse(stdout) as Output;
    expect({ code, stderr, id }).toEqual({ code: 0, stderr: "", id: "a.txt" });
    expect(resultSchema.parse(result)).toEqual(JSON.parse(JSON.stringify({ ...extract(TEXT), dictionaryHash: result.dictionaryHash })));
  });

  test("JSON of several files is one array", async () => {
    const { code, stdout } = await run(folder, ["a.txt", "b.txt"]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Output[]).map(({ id }) => id)).toEqual(["a.txt", "b.txt"]);
  });

  test("NDJSON is a result a line", async () => {
    const { stdout } = await run(folder, ["a.txt", "b.txt", "--format", "ndjson"]);
    expect(lines(stdout).map(({ id }) => id)).toEqual(["a.txt", "b.txt"]);
  });

  test("a table shows who, what, when; control characters of the text do not reach the terminal", async () => {
    write("escape.txt", "工商银行\u001b[31m净利润达5\u202e亿元。");
    const { stdout } = await run(folder, ["a.txt", "escape.txt", "--format", "table"]);
    expect(stdout).toMatch(/a\.txt\n┌/);
    expect(stdout).toMatch(/│ metric +│ 微信 +│ 月活跃用户数 = 13\.089亿 +│/);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\u202e");
  });

  test.skipIf(process.platform !== "linux")("a table on a terminal", async () => {
    const { stdout } = await shell(folder, `export -f extract-claims; SHELL=$BASH script -qec "extract-claims a.txt" /dev/null < /dev/null`);
    expect(stdout).toContain("┌");
  });

  test("the output of stages asked for", async () => {
    const { stdout } = await run(folder, ["a.txt", "--include", "tokens,claims"]);
    const { tokens, sentences, mentions, claims } = JSON.parse(stdout) as Output;
    expect([(tokens ?? []).length > 0, sentences, mentions, claims.length > 0]).toEqual([true, [], [], true]);
  });
});

describe("options", () => {
  test("a reference date; a document's own goes first", async () => {
    const { stdout } = await run(folder, ["--jsonl", "--reference-date", "2022-02-01"], `{"text":${JSON.stringify(TEXT)}}\n{"text":${JSON.stringify(TEXT)},"referenceDate":"2023-03-05"}\n`);
    const dates = lines(stdout).map(({ mentions }) => mentions.flatMap((mention) => (mention.type === "date" ? [mention.value] : [])));
    expect(dates).toEqual([["2022-01-31"], ["2023-03-04"]]);
  });

  test("dictionaries, several", async () => {
    write("own.tsv", "name\ttype\tcanonical\n张勇昨日\torganization\t张勇昨日集团\n");
    write("jieba.txt", "同比增长 nz\n");
    const { code, stdout } = await run(folder, ["a.txt", "--dict", "own.tsv", "-d", "jieba.txt"]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Output).mentions).toEqual(expect.arrayContaining([expect.objectContaining({ text: "张勇昨日", type: "organization" }), expect.objectContaining({ text: "同比增长", type: "product" })]));
  });

  test("offsets in the unit asked for", async () => {
    write("astral.txt", `😀${TEXT}`);
    const starts = await Promise.all(["utf16", "codepoint", "utf8"].map(async (unit) => (JSON.parse((await run(folder, ["astral.txt", "--offsets", unit])).stdout) as Output).mentions[0]?.start));
    expect(starts).toEqual([2, 1, 4]);
  });

  test("the longest text taken", async () => {
    const { code, stderr } = await run(folder, ["a.txt", "--max-length", "10"]);
    expect([code, stderr]).toEqual([1, `extract-claims: a.txt: text: found ${TEXT.length} UTF-16 code units; expected at most 10 (option maxLength)\n`]);
  });

  test("help with examples", async () => {
    const { code, stdout } = await run(folder, ["--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--reference-date[\s\S]*Exit codes:\n {2}0 [\s\S]*Examples:\n {2}extract-claims article\.txt/);
    expect((await run(folder, ["check", "--help"])).stdout).toContain("--update");
    expect((await run(folder, ["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("inputs", () => {
  test("standard input, named or not", async () => {
    for (const args of [[], ["-"]]) {
      const { code, stdout } = await run(folder, args, TEXT);
      expect([code, (JSON.parse(stdout) as Output).id, kinds(JSON.parse(stdout) as Output).includes("metric")]).toEqual([0, "-", true]);
    }
  });

  test("documents a line: in order, with their ids, other fields ignored", async () => {
    write("news.jsonl", [{ id: "x", text: TEXT, claims: "of others" }, { id: { a: 1 }, text: OTHER }, { text: "" }, { id: null, text: OTHER, referenceDate: null }].map((line) => JSON.stringify(line)).join("\r\n"));
    const { code, stdout } = await run(folder, ["news.jsonl"]);
    expect(code).toBe(0);
    expect(lines(stdout).map(({ id, claims }) => [id, claims.length > 0])).toEqual([["x", true], [{ a: 1 }, true], [3, false], [4, true]]);
    expect((await run(folder, ["--jsonl"], '{"text":"天气不错。"}')).code).toBe(0);
  });

  test("a bad line gives its error in its place, and the others go on", async () => {
    write("bad.ndjson", `{"id":"x","text":"天气不错。"}\nbad\n\n[1]\n{"id":"y","text":3}\n{"id":"z"}\n{"id":"d","text":"","referenceDate":"2022-99-99"}\n{"id":"e","text":"天气不错。"}\n`);
    const { code, stdout, stderr } = await run(folder, ["bad.ndjson"]);
    expect(code).toBe(1);
    expect(lines(stdout).map(({ id, error }) => [id, error?.message])).toEqual([
      ["x", undefined],
      [2, 'bad.ndjson:2: found "bad"; expected a JSON document such as {"id":1,"text":"…"}'],
      [4, 'bad.ndjson:4: found [1]; expected an object such as {"id":1,"text":"…"}'],
      ["y", 'bad.ndjson:5: found text 3; expected a string in "text"'],
      ["z", 'bad.ndjson:6: found no text; expected a string in "text"'],
      ["d", 'bad.ndjson:7: referenceDate: found "2022-99-99"; expected a date such as 2022-02-01 or a local time such as 2022-02-01T16:30:00'],
      ["e", undefined],
    ]);
    expect(stderr.split("\n").filter(Boolean)).toHaveLength(5);
  });

  test("a line beyond all measure is refused and passed over", async () => {
    const { code, stdout } = await run(folder, ["--jsonl", "--max-length", "100"], `{"id":1,"text":"${"长".repeat(40_000)}"}\n{"id":2,"text":"短"}\n`);
    expect(code).toBe(1);
    expect(lines(stdout).map(({ id, error }) => [id, error?.message.includes("a line of more than")])).toEqual([[1, true], [2, undefined]]);
  });

  test.skipIf(process.platform !== "linux")("a long stream of documents takes little more memory than a short one", async () => {
    const hook = 'data:text/javascript,process.on("exit",()=>process._rawDebug(process.resourceUsage().maxRSS))';
    const peak = async (count: number): Promise<number> => {
      const { stderr } = await shell(folder, `yes '${JSON.stringify({ text: "天气不错。", other: "长".repeat(30_000) })}' | head -${count} | "${process.execPath}" --import '${hook}' "${CLI}" --jsonl > /dev/null`);
      return Number(stderr) / 1024;
    };
    const [short, long] = [await peak(20), await peak(2_000)];
    expect(short).toBeGreaterThan(10);
    expect(long - short, "megabytes more, for 180 MB more of input").toBeLessThan(100);
  });

  test("an empty file has no claims, and that is said", async () => {
    write("empty.txt", "");
    const { code, stdout, stderr } = await run(folder, ["empty.txt"]);
    expect([code, (JSON.parse(stdout) as Output).claims, stderr]).toEqual([0, [], "extract-claims: empty.txt: empty, so no claims\n"]);
  });
});

describe("encodings", () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
  const gb18030 = Buffer.from("b9a4c9ccd2f8d0d0beb2c0fbc8f3cfc2bdb5d4bc3525a1a3", "hex");

  test("a byte order mark goes first and is no part of the text", async () => {
    write("utf8-mark.txt", `\ufeff${OTHER}`);
    write("utf16le.txt", utf16(`\ufeff${OTHER}`));
    write("utf16be.txt", utf16(`\ufeff${OTHER}`).swap16());
    const { code, stdout } = await run(folder, ["utf8-mark.txt", "utf16le.txt", "utf16be.txt", "--format", "ndjson"]);
    expect(code).toBe(0);
    for (const { sentences } of lines(stdout)) expect(sentences[0]).toMatchObject({ start: 0, text: OTHER });
  });

  test("GB 18030, by name or found out", async () => {
    write("gb.txt", gb18030);
    for (const encoding of ["gb18030", "auto"]) expect((JSON.parse((await run(folder, ["gb.txt", "--encoding", encoding])).stdout) as Output).sentences[0]?.text).toBe("工商银行静利润下降约5%。");
    expect((JSON.parse((await run(folder, ["a.txt", "--encoding", "auto"])).stdout) as Output).sentences[0]?.text).toContain("微信");
  });

  test("UTF-16 documents a line", async () => {
    const { code, stdout } = await run(folder, ["--jsonl"], utf16(`\ufeff{"id":"上","text":"${OTHER}"}\n{"id":2,"text":"天气不错。"}\n`));
    expect([code, lines(stdout).map(({ id }) => id)]).toEqual([0, ["上", 2]]);
  });

  test("bytes of another encoding, and files that are no text", async () => {
    write("gb.txt", gb18030);
    write("binary.bin", Uint8Array.of(0x50, 0x4b, 0, 3));
    write("cut.txt", Buffer.from(OTHER).subarray(0, 4));
    const { code, stderr } = await run(folder, ["gb.txt", "binary.bin", "cut.txt"]);
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual([
      "extract-claims: gb.txt: found byte 0xb9 at offset 0, which is not utf-8; expected text in that encoding; --encoding auto tries GB 18030 too",
      "extract-claims: binary.bin: found a NUL character at 2; expected text; this looks like a binary file, or UTF-16 without its mark (--encoding utf-16le)",
      "extract-claims: cut.txt: found an end within a character of utf-8; expected text in that encoding; --encoding auto tries GB 18030 too",
      "",
    ]);
  });
});

describe("exit codes", () => {
  test("1: inputs that fail are named, the others are done", async () => {
    mkdirSync(join(folder, "directory"), { recursive: true });
    const { code, stdout, stderr } = await run(folder, ["missing.txt", "a.txt", "directory", "a.txt/b", "b.txt", "--format", "ndjson"]);
    expect(code).toBe(1);
    expect(lines(stdout).map(({ id, error }) => [id, error === undefined])).toEqual([["missing.txt", false], ["a.txt", true], ["directory", false], ["a.txt/b", false], ["b.txt", true]]);
    expect(stderr.split("\n")).toEqual([
      "extract-claims: missing.txt: found no such file; expected the path of a file",
      "extract-claims: directory: found a folder without files; expected a folder with texts in it",
      "extract-claims: a.txt/b: found no such file; expected the path of a file",
      "",
    ]);
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("1: a file that may not be read", async () => {
    write("secret.txt", TEXT);
    const { code, stderr } = await shell(folder, "chmod 0 secret.txt; extract-claims secret.txt");
    expect([code, stderr]).toEqual([1, "extract-claims: secret.txt: found a file that may not be read; expected a file with read permission\n"]);
  });

  test.each([
    [["a.txt", "--formt", "json"], /unknown option '--formt'\n\(Did you mean --format\?\)/],
    [["a.txt", "--format", "xml"], /Allowed choices are json, ndjson, table/],
    [["a.txt", "--segmenter", "hanlp"], /Allowed choices are builtin, nodejieba/],
    [["a.txt", "--include", "words"], /expected some of sentences,tokens,mentions,claims/],
    [["a.txt", "--max-length", "many"], /expected a whole number/],
    [["a.txt", "--reference-date", "2022-02-30"], /referenceDate: found "2022-02-30"; expected a date such as/],
    [["a.txt", "--dict", "missing.tsv"], /missing\.tsv: found .*no such file.*; expected a readable file in UTF-8/],
    [["a.txt", "--dict", "broken.tsv"], /broken\.tsv:2: found "company"; expected one of organization/],
    [["a.txt", "--type", "metrics"], /expected some of metric,change,statement,event,relation\n\(Did you mean metric\?\)/],
    [["a.txt", "--min-confidence", "1.5"], /expected a number from 0 to 1/],
    [["a.txt", "--out-dir", "o", "--out", "o.json"], /'--out-dir <folder>' cannot be used with option '-o, --out <file>'/],
    [["a.txt", "--lang", "fr"], /--lang: found fr; expected one of en, zh/],
    [["chekc", "fixtures"], /did you mean the command check\?/],
    [["check"], /missing required argument 'folders'/],
    [["check", "missing"], /missing: found no such folder; expected a folder of fixtures/],
  ])("2: %j", async (args, message) => {
    write("broken.tsv", "name\ttype\n淘特\tcompany\n");
    const { code, stdout, stderr } = await run(folder, args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test.skipIf(process.platform === "win32")("0: a reader that closes the pipe", async () => {
    write("long.txt", OTHER.repeat(2_000));
    expect(await shell(folder, "extract-claims long.txt | head -c 3")).toEqual({ code: 0, stdout: "{\n ", stderr: "" });
  });

  test.skipIf(process.platform !== "linux")("1: a full disk", async () => {
    expect(await shell(folder, "extract-claims a.txt > /dev/full")).toEqual({ code: 1, stdout: "", stderr: "extract-claims: standard output: no space left on the device\n" });
  });
});

describe("why", () => {
  const text = "青禾乳业净利润下降约5%。上市公司应当及时披露信息。";

  test("--explain tells it below each claim, and of what became none", async () => {
    const { stdout } = await run(folder, ["--explain", "--format", "table"], text);
    expect(stdout).toMatch(/│ rule change\/size \(src\/claims\/measure\/change\.ts\), on .*下降 \[changes\] +│/);
    expect(stdout).toContain("no event on 上市公司: the word holds an event's word and tells none (dict/event-shields.tsv)");
  });

  test("in JSON as fields", async () => {
    const { stdout } = await run(folder, ["--explain"], text);
    expect(JSON.parse(stdout)).toMatchObject({ claims: [{ explanation: { words: expect.any(Array) } }], dropped: expect.any(Array) });
  });
});

describe("words of one's own", () => {
  test("--words takes tables by the name of the file", async () => {
    const metrics = write("shop.metrics.tsv", "日均单量\tdaily_orders\n");
    const types = write("event-types.tsv", "donation\n");
    const events = write("events.tsv", "捐建\tdonation\tacts\n");
    const { stdout } = await run(folder, ["--words", metrics, "--words", types, "--words", events], "腾讯日均单量为120万单。腾讯捐建了两所小学。");
    expect(JSON.parse(stdout)).toMatchObject({ claims: [{ metric: { key: "daily_orders" } }, { eventType: "donation" }] });
  });

  test.each([
    ["names.tsv", "", "--words: found names.tsv; expected a file named after its table"],
    ["cues.tsv", "念叨\tshout\n", 'cues.tsv:1: found "shout"; expected one of say'],
  ])("%s is refused where it is none", async (name, content, message) => {
    const { code, stderr } = await run(folder, ["--words", write(name, content)], "天气不错。");
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
