import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "./run.js";

const { path: folder, write } = temporaryFolder();
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

const RIGHT = `[
  { "about": "a hedge stays", "text": "工商银行净利润下降约5%。",
    "claims": [ { "type": "change", "subject": "工商银行", "metric": "净利润", "trigger": "下降", "direction": "decrease" } ] },
  { "text": "天气不错。",   "match": "exact", "mentions": [], "claims": [] }
]
`;
const WRONG = `[
  { "about": "kept as it is", "text": "天气不错。",   "match": "exact", "claims": [] },
  { "about": "wrong direction, a subject that is not said", "text": "工商银行净利润下降约5%。",
    "claims": [
      { "type": "change", "subject": "净利润", "trigger": "下降", "direction": "increase", "figure": { "quote": "约5%", "value": 5, "unit": "percent" } }
    ] }
]
`;

test("exit code 0 where all is as expected, also for one file", async () => {
  write("right.json", RIGHT);
  expect(await run(folder, ["check", "right.json"])).toEqual({ code: 0, stdout: "2 of 2 cases as expected\n", stderr: "" });
});

test("exit code 1 and a line a difference", async () => {
  write("wrong.json", WRONG);
  const { code, stdout } = await run(folder, ["check", "."]);
  expect(code).toBe(1);
  expect(stdout.split("\n")).toEqual([
    "wrong.json#1 wrong direction, a subject that is not said",
    "  differs claims[0] change 下降: subject, expected 净利润, found 工商银行",
    "  differs claims[0] change 下降: direction, expected increase, found decrease",
    '  differs claims[0] change 下降: figure, expected {"quote":"约5%","value":5,"unit":"percent"}, found {"quote":"约5%","value":5,"unit":"percent","comparator":"approx"}',
    "3 of 4 cases as expected",
    "",
  ]);
});

test("--update rewrites what differs and nothing else", async () => {
  write("wrong.json", WRONG);
  const { code, stdout } = await run(folder, ["check", "wrong.json", "--update"]);
  expect([code, stdout.split("\n").at(-2)]).toEqual([0, "rewritten: wrong.json"]);
  const updated = read("wrong.json");
  expect(updated.split("\n").slice(0, 2)).toEqual(WRONG.split("\n").slice(0, 2));
  expect(JSON.parse(updated)).toMatchObject([{}, { claims: [{ type: "change", subject: "工商银行", trigger: "下降", direction: "decrease", figure: { quote: "约5%", value: 5, comparator: "approx" } }] }]);
  expect((await run(folder, ["check", "wrong.json"])).code).toBe(0);
});

test.each([
  ["no JSON", "nojson.json", "{", /nojson\.json: found .*; expected JSON/],
  ["an unknown field", "unknown.json", '{ "text": "天气不错。", "claim": [] }', /unknown\.json:/],
  ["a quote that the text does not hold", "quote.json", '{ "text": "天气不错。", "mentions": [{ "type": "date", "quote": "昨日" }] }', /quote\.json#0: the text does not hold "昨日"/],
  ["a reference date that is none", "date.json", '{ "text": "天气不错。", "referenceDate": "yesterday", "claims": [] }', /date\.json#0: referenceDate: found "yesterday"/],
  ["a text file that is missing", "file.json", '{ "file": "missing.txt", "claims": [] }', /file\.json: .*missing\.txt/],
])("exit code 2: %s", async (_about, name, content, message) => {
  write(name, content);
  const { code, stderr } = await run(folder, ["check", name]);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
