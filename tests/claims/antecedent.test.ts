import { expect, test } from "vitest";
import { read } from "./read.js";

/** Whom the statements of a text are by. */
const speakers = (marked: string): string[] => {
  const { claims, words } = read(marked);
  return claims.flatMap((claim) => (claim.type === "statement" ? [words(claim.speaker)] : []));
};

test.each([
  ["the company last spoken of", "[白石零售](organization)看好生鲜。[中远重工](organization)专注造船，公司表示，订单充足。", ["中远重工"]],
  ["a subject before a nearer object", "[中远重工](organization)去年收购了[白石船厂](organization)。公司表示，整合顺利。", ["中远重工"]],
  ["a person, not the body he speaks of", "[沈墨](person)任职于[中远重工](organization)。他说，订单充足。", ["沈墨"]],
  ["the bank", "[海州银行](organization)下调了利率。该行表示，利差仍然稳定。", ["海州银行"]],
  ["the people side by side", "[沈墨](person)和[林奇](person)相识多年。两人表示，合作将继续。", ["沈墨和林奇"]],
  ["both companies", "[中远重工](organization)与[白石船厂](organization)结束了诉讼。双方表示，合作将继续。", ["中远重工与白石船厂"]],
  ["an office for its holder", "[贝洛](person)抵达海州。这位总理表示，谈判顺利。", ["贝洛"]],
  ["not the other name in brackets", "[贝洛](person)（[Bello](person)）抵达海州。他表示，谈判顺利。", ["贝洛"]],
  ["a dropped subject", "[中远重工](organization)召开发布会，介绍上半年经营情况。", ["中远重工"]],
  ["nobody where none fits", "他表示，谈判顺利。", ["他"]],
  ["no pronoun inside a longer word", "多家上市公司表示，订单充足。", ["多家上市公司"]],
])("%s", (_, text, expected) => {
  expect(speakers(text)).toEqual(expected);
});
