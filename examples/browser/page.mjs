// With a bundler: import { extract, load } from "extract-claims/browser". Long texts belong into a worker, as in playground/.
import { extract, load } from "../../dist/browser.js";

await load(); // once; fetches tables/ and models/ from beside dist/
const [text, claims] = ["text", "claims"].map((id) => document.getElementById(id));

function show() {
  const found = extract(text.value).claims;
  claims.textContent = found.map(({ type, span }) => `${type}: ${span.text}`).join("\n");
}
text.addEventListener("input", show);
show();
