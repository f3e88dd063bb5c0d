import type { Result } from "../../src/index.js";

interface Spanned {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every object in it, however deep, that is a span of the text. */
function* spansOf(value: unknown): Generator<Spanned> {
  if (typeof value !== "object" || value === null) return;
  if ("start" in value && "end" in value && "text" in value) yield value as Spanned;
  for (const inner of Object.values(value)) yield* spansOf(inner);
}

/** What is wrong with a result whatever the text says, in a few words; `undefined` where nothing is. Offsets in UTF-16. */
export function faultOf(text: string, result: Result): string | undefined {
  for (const span of spansOf(result)) {
    const { start, end } = span;
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) return `span out of bounds: ${JSON.stringify(span)}`;
    if (text.slice(start, end) !== span.text) return `span is no slice: ${JSON.stringify(span)}`;
  }
  for (const kind of ["sentences", "tokens", "mentions"] as const) {
    let before = 0;
    for (const { start, end } of result[kind] ?? []) {
      if (start < before) return `${kind} out of order at ${start}`;
      before = end;
    }
  }
  const mentions = new Set(result.mentions.map(({ id }) => id));
  const claims = new Set(result.claims.map(({ id }) => id));
  for (const claim of result.claims) {
    const sentence = result.sentences[claim.sentence];
    if (!sentence) return `${claim.id}: no sentence ${claim.sentence}`;
    if (claim.within !== undefined && (!claims.has(claim.within) || claim.within === claim.id)) return `${claim.id} within ${claim.within}`;
    for (const inner of Object.values(claim) as unknown[]) {
      const mention = typeof inner === "object" && inner !== null && "mention" in inner ? inner.mention : undefined;
      if (mention !== undefined && !mentions.has(mention as string)) return `${claim.id}: no mention ${String(mention)}`;
    }
    if (claim.type === "relation" && claim.figure && !Number.isFinite(claim.figure.value)) return `${claim.id}: no finite figure`;
  }
  for (const mention of result.mentions) {
    if (mention.type !== "figure") continue;
    if (!Number.isFinite(mention.value) || (mention.upper !== undefined && !Number.isFinite(mention.upper))) return `${mention.id}: no finite figure`;
  }
  return undefined;
}
