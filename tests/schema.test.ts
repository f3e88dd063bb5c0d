import { expect, expectTypeOf, test } from "vitest";
import { createExtractor } from "../src/index.js";
import type * as model from "../src/model/result.js";
import { resultJsonSchema, resultSchema, type Result } from "../src/schema.js";

/** A type as it is after JSON: nothing read-only. */
type Plain<T> = T extends string ? T : T extends readonly (infer U)[] ? Plain<U>[] : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

test("the types of the library are those of the schema", () => {
  expectTypeOf<Result>().toExtend<model.Result>();
  expectTypeOf<Plain<model.Result>>().toExtend<Result>();
});

test("a result of every kind parses, and its spans slice back", () => {
  const text = "青禾乳业（600999）10月28日公告，2024年前三季度营业收入12.6亿元，同比增长约8%。公司董事长林舒窈表示：“明年将在成都建设新工厂。”";
  const result = createExtractor().extract(text, { referenceDate: "2024-10-29", include: ["sentences", "tokens", "mentions", "claims"] });
  expect(resultSchema.parse(result)).toEqual(result);
  expect(new Set(result.claims.map((claim) => claim.type)).size).toBeGreaterThanOrEqual(3);
  const spans = [...result.sentences, ...(result.tokens ?? []), ...result.mentions, ...result.claims.flatMap((claim) => [claim.span, ...claim.cues])];
  for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
});

test("the schema is also a JSON Schema", () => {
  expect(resultJsonSchema()).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
});
