// A claim rule and words of your own: node examples/rule.mjs (after npm run build)
import { createExtractor } from "extract-claims";

/** 每10股派5元: what a holder gets, which no word of the built-in tables names. */
const perShares = {
  name: "metric/per-shares",
  *apply({ sentence, subjectBefore }) {
    for (const clause of sentence.clauses) {
      const { words } = clause;
      for (const [i, word] of words.entries()) {
        if (!/^(?:派|派息|派发|派现)$/.test(word.text)) continue;
        const figure = words.slice(i + 1, i + 4).find(({ mention }) => mention?.type === "figure")?.mention;
        const shares = words.slice(0, i).find(({ mention }) => mention?.type === "figure" && mention.unit === "股");
        if (!figure || !shares) continue;
        const per = words[words.indexOf(shares) - 1];
        const named = words.find(({ kind, start }) => kind === "name" && start < shares.start) ?? subjectBefore(clause);
        yield {
          type: "metric",
          figure,
          metric: { start: per?.text === "每" ? per.start : shares.start, end: word.end },
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
