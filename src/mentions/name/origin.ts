import type { KnownNames } from "../../lexicon/name.js";
import type { Span } from "../../model/index.js";

/**
 * Where the country or province ends that stands by its bare name before a place in it: 法国+格拉斯, 湖南+新晃. Nothing
 * where the end needs the whole (中国台湾地区), where the whole is listed, or where it is no such place.
 */
export function originEnd(folded: string, { start, end }: Span, names: KnownNames): number | undefined {
  const place = names.lookup(folded, start);
  if (place?.type !== "location" || place.ambiguous) return undefined;
  const middle = start + place.length;
  const rest = folded.slice(middle, end);
  if (rest.length < 2 || VAGUE.test(rest) || names.find(folded.slice(start, end))) return undefined;
  if (isState(place.canonical)) return middle;
  const isBareProvince = place.form !== place.canonical && PROVINCE.test(place.canonical) && [...names.abbreviations.values()].some((places) => places.includes(place.canonical));
  return isBareProvince && (DIVISION.test(rest) || names.find(rest)?.type === "location") ? middle : undefined;
}

/** How the full names of states end: 共和国, 联邦, 联盟. */
export const isState = (canonical: string): boolean => /[国邦盟]$/.test(canonical);

const PROVINCE = /[省市区]$/;
const DIVISION = /[市县旗镇乡村]$|新区$/;
/** Parts that have no name of their own. */
const VAGUE = /地区$|^[东西南北中]+部|^(?:大陆|内地|本土|全境|境内|沿海|各地)/;
