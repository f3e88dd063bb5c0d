import fc from "fast-check";
import { expect, test } from "vitest";
import { jobId, JobError, MOST_DOCUMENTS, MOST_UNITS, readJob, type JobData } from "../../src/queue/job.js";
import { parseRedisUrl } from "../../src/queue/address.js";

const reader = { version: "1.0.0", dictionaryHash: "abc" };
const job: JobData = { ...reader, documents: [{ id: 1, text: "青禾乳业净利润增长5%。" }, { id: "b", text: "", referenceDate: "2022-02-01" }] };
const withId = (data: JobData): [string, JobData] => [jobId(data), data];

test("the same documents for the same version and dictionaries are the same job; all else is another", () => {
  expect(jobId(job)).toMatch(/^[0-9a-f]{64}$/);
  expect(jobId(structuredClone(job))).toBe(jobId(job));
  const others = [
    { ...job, version: "1.0.1" },
    { ...job, dictionaryHash: "abd" },
    { ...job, documents: job.documents.slice(0, 1) },
    { ...job, documents: [...job.documents].reverse() },
    { ...job, documents: [{ ...job.documents[0]!, id: "1" }, job.documents[1]!] },
    { ...job, documents: [{ ...job.documents[0]!, text: "青禾乳业净利润增长6%。" }, job.documents[1]!] },
    { ...job, documents: [{ ...job.documents[0]!, referenceDate: "2022-02-01" }, job.documents[1]!] },
  ];
  expect(new Set([job, ...others].map(jobId)).size).toBe(others.length + 1);
});

test("a job is read back as it was written", () => {
  expect(readJob(...withId(JSON.parse(JSON.stringify(job)) as JobData), reader)).toEqual(job);
});

test.each<[string, string, unknown]>([
  ["nothing", "x", undefined],
  ["no documents", ...withId({ ...job, documents: [] })],
  ["too many", ...withId({ ...job, documents: Array.from({ length: MOST_DOCUMENTS + 1 }, (_, id) => ({ id, text: "" })) })],
  ["too large", ...withId({ ...job, documents: [{ id: 1, text: "长".repeat(MOST_UNITS + 1) }] })],
  ["a text that is none", ...withId({ ...job, documents: [{ id: 1, text: 5 as never }] })],
  ["an id that is none", ...withId({ ...job, documents: [{ id: {} as never, text: "" }] })],
  ["a field more", ...withId({ ...job, __proto__x: 1 } as never)],
  ["a polluting field", "x", JSON.parse('{"__proto__":{"documents":[]},"version":"1.0.0","dictionaryHash":"abc"}')],
  ["another version", ...withId({ ...job, version: "0.9.0" })],
  ["other dictionaries", ...withId({ ...job, dictionaryHash: "x" })],
  ["the id of another job", "0".repeat(64), job],
])("a job with %s is refused", (_, id, data) => {
  expect(() => readJob(id, data, reader)).toThrow(JobError);
});

test("any data is a job or refused", () => {
  fc.assert(fc.property(fc.string(), fc.anything({ withNullPrototype: true }), (id, data) => void expect(() => readJob(id, data, reader)).toThrow(JobError)), { numRuns: 300 });
});

test("an address of Redis in parts", () => {
  expect(parseRedisUrl("redis://127.0.0.1:6380/2")).toEqual({ host: "127.0.0.1", port: 6380, db: 2 });
  expect(parseRedisUrl("rediss://me:p%40ss@[::1]")).toEqual({ host: "::1", username: "me", password: "p@ss", tls: {} });
  for (const url of ["", "http://x", "redis://x/a", "localhost:6379"]) expect(() => parseRedisUrl(url)).toThrow(/redis: found another address/);
});
