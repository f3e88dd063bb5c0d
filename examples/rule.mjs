// A claim rule and words of your own: node examples/rule.mjs (after npm run build)
import { createExtractor } from "extract-claims";

/** 每10股派5元: what a holder gets, which no word of the built-in tables names. */
const perShares = {
  name: "metric/per-shares",
  *apply({ sentence, subjectBefore }) {
    for (const clause of sentence.clauses) {
      const { words } = clause;
      for (const [i, { mention, start }] of words.entries()) {
        if (mention?.type !== "figure") continue;
        const before = words.slice(0, i).map(({ text }) => text).join("");
        const [metric] = /每\d+股派[息发现]?$/.exec(before) ?? [];
        if (metric === undefined) continue;
        const named = words.slice(0, i).find(({ kind }) => kind === "name") ?? subjectBefore(clause);
        yield {
          type: "metric",
          figure: mention,
          metric: { start: start - metric.length, end: start },
          ...(named && { subject: { start: named.start, end: named.end } }),
          key: "dividend_per_ten_shares",
        };
      }
    }
  },
};

const extractor = createExtractor({
  dictionary: [{ name: "青禾乳业", type: "organization" }],
  words: {
    "event-types": [{ type: "donation" }],
    events: [{ word: "捐建", type: "donation", frame: "acts" }],
  },
  rules: [perShares],
});

const { claims } = extractor.extract("青禾乳业公告，拟向全体股东每10股派5元。青禾乳业捐建了两所小学。", { explain: true });
for (const claim of claims) {
  if (claim.type === "metric") console.log(claim.rule, "|", claim.subject?.text, "|", claim.metric?.text, "|", claim.figure.value, "|", claim.modality);
  if (claim.type === "event") console.log(claim.rule, "|", claim.eventType, "|", claim.agent?.text, "|", claim.trigger.text, "|", claim.object?.text);
}
