import { find } from "../src/report/client/data.js";
import { mount, type View } from "../src/report/client/view.js";
import type { Language } from "../src/report/words.js";
import type { Answer, Question } from "./message.js";
import { readHash, writeHash, type Shared } from "./share.js";
import { EXAMPLE, WORDS } from "./words.js";

/** Typing that stops for so long, in milliseconds, is worth reading. */
const PAUSE = 120;

const language: Language = (new URLSearchParams(location.search).get("lang") ?? navigator.language).startsWith("zh") ? "zh" : "en";
const words = WORDS[language];
const text = find<HTMLTextAreaElement>(document, "#text");
const dictionary = find<HTMLTextAreaElement>(document, "#dictionary");
const date = find<HTMLInputElement>(document, "#date");
const state = find<HTMLElement>(document, "#state");
const root = find<HTMLElement>(document, ".view");
const worker = new Worker("worker.js", { type: "module" });
let view: View | undefined;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const current = (): Shared => ({ text: text.value, dictionary: dictionary.value, date: date.value });

function tell(said: string, wrong = false): void {
  state.textContent = said;
  state.classList.toggle("wrong", wrong);
}

function ask(): void {
  asked += 1;
  worker.postMessage({ id: asked, language, ...current() } satisfies Question);
  // The address always leads back to what is shown.
  void writeHash(current()).then((hash) => history.replaceState(undefined, "", hash));
}

worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
  if (data.id !== asked) return;
  if ("error" in data) {
    tell(data.error, true);
    return;
  }
  const before = view?.state();
  const theme = document.documentElement.dataset["theme"];
  root.innerHTML = data.html;
  view = mount(root, before);
  if (theme !== undefined) document.documentElement.dataset["theme"] = theme;
  tell(words.done(data.claims, data.mentions, data.milliseconds));
});
worker.addEventListener("error", ({ message }) => tell(message, true));

function show(shared: Shared): void {
  text.value = shared.text;
  dictionary.value = shared.dictionary;
  date.value = shared.date;
  find<HTMLDetailsElement>(document, "#own").open = shared.dictionary.trim() !== "";
  ask();
}

for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
  const word = words[element.dataset["word"] as keyof typeof words];
  if (typeof word === "string") element.textContent = word;
}
document.documentElement.lang = language === "zh" ? "zh-CN" : language;
document.documentElement.classList.add("script");
for (const field of [text, dictionary, date])
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
find(document, "#example").addEventListener("click", () => show(EXAMPLE));
find(document, "#share").addEventListener("click", () => {
  void writeHash(current()).then(async (hash) => {
    history.replaceState(undefined, "", hash);
    await navigator.clipboard.writeText(location.href);
    tell(words.shared);
  }).catch((error: unknown) => tell(String(error), true));
});
addEventListener("hashchange", () => void readHash(location.hash).then((shared) => shared && show(shared)));

tell(words.loading);
show((await readHash(location.hash)) ?? EXAMPLE);
if ("serviceWorker" in navigator && isSecureContext) await navigator.serviceWorker.register("offline.js");
