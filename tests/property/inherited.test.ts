import { expect, test } from "vitest";
import { createExtractor, OptionError, type Segmenter } from "../../src/index.js";

const INHERITED = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
const TEXT = "青禾乳业净利润增长5%。";

test.each(INHERITED)("%s is no option, no table of words, no type", (name) => {
  const named = (value: unknown): object => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object;
  expect(() => createExtractor(named([]))).toThrow(OptionError);
  expect(() => createExtractor({ words: named([]) })).toThrow(OptionError);
  expect(() => createExtractor({ words: { metrics: [{ word: "单量", ...named("x") } as never] } })).not.toThrow(TypeError);
  expect({}).not.toHaveProperty("polluted");
});

test.each(INHERITED)("a segmenter may tag words %s", (tag) => {
  const segmenter: Segmenter = {
    name: "own",
    segment: (_, start, end, into) => {
      for (let i = start; i < end; i += 1) into.push({ start: i, end: i + 1, tag });
    },
  };
  const { tokens = [], claims } = createExtractor({ segmenter, include: ["tokens", "claims"] }).extract(TEXT);
  expect(tokens.map((token) => token.tag)).toEqual(Array.from(TEXT, () => tag));
  expect(Array.isArray(claims)).toBe(true);
});

test.each(INHERITED)("a name %s of one's own is found as any other", (name) => {
  const { mentions } = createExtractor({ dictionary: [{ name, type: "organization", canonical: name, aliases: ["constructor2"] }] }).extract(`由 ${name} 与腾讯合作。`);
  expect(mentions.find((mention) => mention.text === name)).toMatchObject({ type: "organization", canonical: name });
});
