/** A table of `dict/`, as text: tsup, vitest and `scripts/tsv-hook.mjs` all load it so. */
declare module "*.tsv" {
  const text: string;
  export default text;
}
