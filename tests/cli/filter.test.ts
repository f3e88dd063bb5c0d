import { expect, test } from "vitest";
import { claimFilter } from "../../src/cli/filter.js";
import { extract, type Result } from "../../src/index.js";
import { resultSchema } from "../../src/schema.js";
import { run, temporaryFolder } from "./run.js";

const TEXT = "青禾集团回应称，青禾支付不会关停。青禾乳业营业收入126亿元，同比增长8%。";
const result = extract(TEXT);

test("everything where nothing is asked for", () => {
  expect(claimFilter({})).toBeUndefined();
  expect(claimFilter({ minConfidence: 0 })).toBeUndefined();
});

test("types, under the ids they have; none is within a statement that is not there", () => {
  expect(result.claims.some(({ within }) => within !== undefined)).toBe(true);
  const { claims } = claimFilter({ type: ["event", "change"] })!(result);
  expect(new Set(claims.map(({ type }) => type))).toEqual(new Set(["event", "change"]));
  for (const { id, within } of claims) {
    expect(result.claims.find((claim) => claim.id === id)).toBeDefined();
    expect(within).toBeUndefined();
  }
  const both = claimFilter({ type: ["event", "statement"] })!(result);
  expect(both.claims.find(({ type }) => type === "event")?.within).toBe(both.claims.find(({ type }) => type === "statement")?.id);
});

test("confidence", () => {
  const [least = 0] = result.claims.map(({ confidence }) => confidence).sort();
  expect(claimFilter({ minConfidence: least })!(result).claims).toHaveLength(result.claims.length);
  expect(claimFilter({ minConfidence: 1 })!(result).claims).toEqual([]);
});

test("by the command, and counted", async () => {
  const { path: folder, write } = temporaryFolder();
  write("a.txt", TEXT);
  const { code, stdout, stderr } = await run(folder, ["a.txt", "--type", "event", "-t", "metric", "--stats"]);
  expect(code).toBe(0);
  const { id: _, ...found } = JSON.parse(stdout) as Result & { id: string };
  expect(resultSchema.parse(found).claims.map(({ type }) => type)).toEqual(["event", "metric"]);
  expect(stderr).toMatch(/│ documents +│ +1 │[\s\S]*│ speed +│ +[\d.]+ MB\/s │[\s\S]*│ claims +│ +2 │[\s\S]*│ {3}metric +│ +1 │[\s\S]*│ {3}change +│ +0 │/);
});
