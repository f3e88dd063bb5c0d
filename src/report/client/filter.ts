import type { ClaimData } from "../claim.js";

/** The form's choices as a test of claims. */
export function readFilter(form: HTMLFormElement): (claim: ClaimData) => boolean {
  const data = new FormData(form);
  const types = new Set(data.getAll("type"));
  const field = (name: string): string => (data.get(name) as string | null) ?? "*";
  const [polarity, modality, source, search] = [field("polarity"), field("modality"), field("source"), field("search").trim().toLowerCase()];
  const fits = (wanted: string, value: string): boolean => wanted === "*" || wanted === value;
  return (claim) =>
    types.has(claim.type) && fits(polarity, claim.polarity) && fits(modality, claim.modality) && fits(source, claim.source) &&
    (search === "" || search === "*" || [claim.who, claim.what, claim.when, claim.source].some((text) => text.toLowerCase().includes(search)));
}

/** Name and value of every field, to be set again in the same form of another page. */
export function readState(form: HTMLFormElement): [string, string][] {
  return [...form.elements].flatMap((field): [string, string][] => {
    if (field instanceof HTMLInputElement && field.type === "checkbox") return field.checked ? [] : [[field.name, `-${field.value}`]];
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? [[field.name, field.value]] : [];
  });
}

export function writeState(form: HTMLFormElement, state: readonly (readonly [string, string])[]): void {
  const off = new Set(state.filter(([, value]) => value.startsWith("-")).map(([name, value]) => name + value));
  const values = new Map(state);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = !off.has(`${field.name}-${field.value}`);
    else if (field instanceof HTMLSelectElement) {
      const value = values.get(field.name);
      if ([...field.options].some((option) => option.value === value)) field.value = value ?? "*";
    } else if (field instanceof HTMLInputElement) field.value = values.get(field.name) ?? "";
  }
}
