import type { NameParts } from "../../src/lexicon/name-part.js";
import type { NameForm } from "../../src/lexicon/name-form.js";
import type { NameType } from "../../src/model/index.js";

const LISTED = 0.3;
const SELDOM = 0.15;
const NOUN = 0.08;
const NOUN_END = 0.12;
const BODY = 4;
const LISTED_OR_CROSSED = 0.4;
const LONGEST_NATIVE = 3;

/**
 * Another name in place of one: a listed one, or one that nobody has, made of syllables and the words that end names, so
 * that the model learns to tell names by their build and neighbours and not from the lists.
 */
export function inventor(forms: readonly NameForm[], parts: NameParts, nouns: readonly string[], random: () => number): Inventor {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const listed = (type: NameType, fits: (form: NameForm) => boolean = () => true): string[] => forms.filter((form) => form.type === type && !form.ambiguous && !/[a-z]/.test(form.form) && fits(form)).map(({ form }) => form);
  const all = { organization: listed("organization"), product: listed("product"), location: listed("location"), person: listed("person") };
  const places = listed("location", ({ length }) => length < LONGEST_NATIVE + 1);
  const counties = forms.filter((form) => form.type === "location" && form.ambiguous && form.length > 1);
  const surnames = [...parts.surnames.common];
  const seldom = [...parts.surnames.rare, ...parts.surnames.compound];
  const given = [...parts.givenNames.name, ...parts.givenNames.usual];
  const foreign = [...parts.transliteration.core, ...parts.transliteration.other];
  const syllabary = new Set(foreign);
  const endings = [...parts.suffixes.values()].filter(({ type, suffix }) => type === "organization" && suffix.length > 1).map(({ suffix }) => suffix);

  const syllables = (list: readonly string[], count: number): string => Array.from({ length: count }, () => pick(list)).join("");
  /** The part of a name that is the name's alone: 氢舟, 越岭, 莫尔德, 青岛. */
  const brand = (): string => {
    const r = random();
    if (r < 0.52) return syllables(given, random() < 0.8 ? 2 : 3);
    if (r < 0.82) return syllables(foreign, 2 + Math.floor(random() * 4));
    if (r < 0.82 + NOUN) return pick(nouns);
    return pick(places);
  };
  const organization = (length: number): string => {
    const r = random();
    if (length <= BODY && r < 0.25) return brand();
    const place = random() < 0.1 ? pick(places) : "";
    const ending = random() < NOUN_END ? pick(nouns) : pick(endings);
    const legal = length > BODY && random() < 0.2 ? pick(["公司", "集团", "股份", "有限公司", "控股"]) : "";
    return place + brand() + ending + legal;
  };
  /** The head of one listed name and the tail of another. */
  const crossed = (list: readonly string[]): string | undefined => {
    const tail = pick(list);
    return tail.length < BODY ? undefined : brand().slice(0, 2) + tail.slice(2);
  };
  const person = (length: number): string => {
    const family = random() < SELDOM ? pick(seldom) : pick(surnames);
    return family + (length === LONGEST_NATIVE && random() < NOUN ? pick(nouns) : syllables(given, Math.max(1, length - family.length)));
  };
  /** Another for each of its parts: 莫尔德·卡斯坦. */
  const foreigner = (name: string): string => name.replace(/[^·・]+/g, () => syllables(foreign, 2 + Math.floor(random() * 3)));
  const familiar = (type: NameType): string | undefined => (random() < LISTED_OR_CROSSED ? pick(all[type]) : crossed(all[type])) || undefined;
  const isForeign = (name: string): boolean => /[·・]/.test(name) || (name.length > LONGEST_NATIVE && [...name].every((character) => syllabary.has(character)));
  const isCounty = (name: string): boolean => counties.some(({ form }) => form === name);
  return (type, name, news) => {
    if (/[a-z《0-9]/i.test(name)) return undefined;
    if (type === "person" && isForeign(name)) return foreigner(name);
    if (type === "person") return name.length < 2 || name.length > LONGEST_NATIVE ? undefined : person(name.length);
    if (type === "location" && isCounty(name)) return pick(counties).form;
    if (!news) return familiar(type);
    if (type === "location" || random() < LISTED) return pick(all[type]) || undefined;
    if (type === "product") return random() < 0.5 ? brand() : crossed(all.product);
    return isBody(name) ? crossed(all.organization) : organization(name.length);
  };
}

/** `news`: of business, where firms may have any name; elsewhere they are listed ones, or near to them. */
export type Inventor = (type: NameType, name: string, news: boolean) => string | undefined;

/** Courts, offices and schools keep to listed endings: no firm is called so. */
const isBody = (name: string): boolean => /[院局部厅委会署校学府军队党处所庭]$/.test(name);
