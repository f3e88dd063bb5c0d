import locationsChina from "../../dict/locations-china.tsv";
import locationsPlaces from "../../dict/locations-places.tsv";
import locationsWorld from "../../dict/locations-world.tsv";
import organizationsAcademia from "../../dict/organizations-academia.tsv";
import organizationsAshare from "../../dict/organizations-ashare.tsv";
import organizationsFinance from "../../dict/organizations-finance.tsv";
import organizationsForeign from "../../dict/organizations-foreign.tsv";
import organizationsGovernment from "../../dict/organizations-government.tsv";
import organizationsInternational from "../../dict/organizations-international.tsv";
import organizationsInternet from "../../dict/organizations-internet.tsv";
import organizationsMedia from "../../dict/organizations-media.tsv";
import organizationsProvincial from "../../dict/organizations-provincial.tsv";
import organizationsCulture from "../../dict/organizations-culture.tsv";
import organizationsSport from "../../dict/organizations-sport.tsv";
import organizationsWorld from "../../dict/organizations-world.tsv";
import persons from "../../dict/persons.tsv";
import products from "../../dict/products.tsv";
import type { NameType } from "../model/index.js";

export interface NameFile {
  readonly file: string;
  readonly text: string;
  readonly type: NameType;
}

/** Every table of names. Where two list the same form, the certain one counts before the ambiguous one, else the earlier. */
export const NAME_FILES: readonly NameFile[] = [
  { file: "organizations-government.tsv", text: organizationsGovernment, type: "organization" },
  { file: "organizations-provincial.tsv", text: organizationsProvincial, type: "organization" },
  { file: "organizations-ashare.tsv", text: organizationsAshare, type: "organization" },
  { file: "organizations-internet.tsv", text: organizationsInternet, type: "organization" },
  { file: "organizations-finance.tsv", text: organizationsFinance, type: "organization" },
  { file: "organizations-international.tsv", text: organizationsInternational, type: "organization" },
  { file: "organizations-foreign.tsv", text: organizationsForeign, type: "organization" },
  { file: "organizations-world.tsv", text: organizationsWorld, type: "organization" },
  { file: "organizations-media.tsv", text: organizationsMedia, type: "organization" },
  { file: "organizations-academia.tsv", text: organizationsAcademia, type: "organization" },
  { file: "organizations-sport.tsv", text: organizationsSport, type: "organization" },
  { file: "organizations-culture.tsv", text: organizationsCulture, type: "organization" },
  { file: "products.tsv", text: products, type: "product" },
  { file: "persons.tsv", text: persons, type: "person" },
  { file: "locations-world.tsv", text: locationsWorld, type: "location" },
  { file: "locations-places.tsv", text: locationsPlaces, type: "location" },
  { file: "locations-china.tsv", text: locationsChina, type: "location" },
];
