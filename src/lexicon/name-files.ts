import locationsChina from "../../dict/locations-china.tsv";
import locationsWorld from "../../dict/locations-world.tsv";
import organizationsGovernment from "../../dict/organizations-government.tsv";
import organizationsProvincial from "../../dict/organizations-provincial.tsv";
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
  { file: "locations-world.tsv", text: locationsWorld, type: "location" },
  { file: "locations-china.tsv", text: locationsChina, type: "location" },
];
