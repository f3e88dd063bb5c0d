/** The `value`s of every tag in a small XML text, by tag; throws where tags do not close. */
export function readValues(xml: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  const open: string[] = [];
  for (const [, closing, tag = "", attributes = "", single] of xml.matchAll(/<(\/?)(\w+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
      continue;
    }
    if (!single) open.push(tag);
    const value = /value="([^"]*)"/.exec(attributes)?.[1];
    if (value !== undefined) (values[tag] ??= []).push(value);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return values;
}
