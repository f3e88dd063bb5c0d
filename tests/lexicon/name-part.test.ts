import { expect, test } from "vitest";
import { nameParts } from "../../src/lexicon/name-part.js";

const { surnames, givenNames, transliteration, titles, suffixes } = nameParts();

test("surnames: each in one class, single characters but for the compound ones", () => {
  const single = [...surnames.common, ...surnames.rare, ...surnames.word];
  expect(new Set(single).size).toBe(single.length);
  for (const surname of single) expect(surname).toHaveLength(1);
  for (const surname of surnames.compound) expect(surname.length).toBeGreaterThan(1);
  expect(single.length + surnames.compound.size).toBeGreaterThan(500);
  for (const surname of ["王", "欧阳", "尉迟", "覃", "仝"]) expect(single.includes(surname) || surnames.compound.has(surname), surname).toBe(true);
});

test("given names and transliterations: characters", () => {
  for (const character of [...givenNames.name, ...givenNames.usual, ...givenNames.foreign, ...transliteration.core, ...transliteration.other]) expect(character).toHaveLength(1);
  for (const character of givenNames.usual) expect(givenNames.name.has(character), character).toBe(false);
  for (const character of transliteration.other) expect(transliteration.core.has(character), character).toBe(false);
  for (const name of transliteration.name) expect(name, name).toMatch(/^\p{Script=Han}+$/u);
});

test("titles, with what stands before and after them", () => {
  expect(titles.post.size + titles.occupation.size).toBeGreaterThan(500);
  for (const post of ["董事长", "总裁", "首席分析师", "部长", "发言人", "CEO"]) expect(titles.post.has(post), post).toBe(true);
  for (const prefix of ["副", "前", "原", "时任", "代理"]) expect(titles.prefix.has(prefix), prefix).toBe(true);
  for (const post of titles.post) expect(titles.occupation.has(post), post).toBe(false);
});

test("suffixes by type", () => {
  expect(suffixes.get("股份有限公司")).toEqual({ suffix: "股份有限公司", type: "organization", strength: "sure" });
  expect(suffixes.get("自治州")?.type).toBe("location");
  expect(suffixes.get("单抗")?.type).toBe("product");
});
