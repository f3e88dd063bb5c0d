import { expect, test } from "vitest";
import { renderReport } from "../../src/report.js";
import { documents } from "./document.js";

const EVIL = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u0000`;

test("the text of the page is the text", () => {
  const [first] = documents();
  const page = renderReport([first!]);
  const shown = /<div class="text"[^>]*>\n([\s\S]*?)<\/div>/.exec(page)![1]!.replaceAll(/<[^<>]*>/g, "").replaceAll("&quot;", '"').replaceAll(/\n+/g, "\n").trim();
  expect(shown).toBe(first!.text.replaceAll(/\n+/g, "\n"));
});

test("nothing from outside is HTML: text, ids, titles, canonical names, values in the data", () => {
  const [first] = documents();
  const text = `${EVIL}青禾乳业营业收入126亿元。`;
  const at = text.indexOf("青禾乳业");
  const evil = { start: at, end: at + 4, text: "青禾乳业" };
  const result = { ...first!.result, sentences: [], mentions: [{ ...evil, id: "m1", type: "organization", canonical: EVIL, ticker: EVIL }], claims: [{ type: "metric", id: EVIL, subject: { ...evil, text: EVIL }, metric: evil, figure: { ...evil, value: 1, unit: EVIL, comparator: "eq" }, span: evil, sentence: 0, polarity: "affirmed", modality: "actual", attribution: { ...evil, text: EVIL }, cues: [], confidence: 1, rule: EVIL, within: EVIL }] };
  const page = renderReport([{ id: EVIL, text, result: result as never }, { id: `2${EVIL}`, text: "", result: { ...first!.result, mentions: [], claims: [] } }], { title: EVIL });
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(page).not.toMatch(/<img/i);
  expect(page).not.toContain("\u0000");
  const data = JSON.parse(/<script type="application\/json" class="data">([\s\S]*?)<\/script>/.exec(page)![1]!) as { documents: { id: string; claims: { id: string }[] }[] };
  expect(data.documents[0]!.id).toBe(EVIL);
  expect(data.documents[0]!.claims[0]!.id).toBe(EVIL);
});

test("a page asks for nothing: no address, no style attribute, one style and one script under their hashes", () => {
  const page = renderReport(documents());
  expect(page).not.toMatch(/\b(?:src|href|style|action)=|url\(|@import|https?:/);
  expect(page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/)![1]).toMatch(/^default-src &#39;none&#39;; style-src &#39;sha256-[^ ;]+&#39;; script-src &#39;sha256-[^ ;]+&#39;; base-uri/);
  expect(renderReport([], { nonce: "abc" })).toContain("<style nonce=\"abc\">");
});

test("any text makes a page: none, only breaks, lone surrogates, a claim of another unit", () => {
  const [first] = documents();
  const empty = { ...first!.result, sentences: [], mentions: [], claims: [] };
  for (const text of ["", "\r\n\r\n", "\ud800", "\u202e倒"]) expect(renderReport([{ id: "x", text, result: empty }])).toContain("</html>");
  expect(renderReport([])).toContain("</html>");
});
