import { UsageError } from "../error.js";
import { en, type Messages } from "./en.js";
import { zh } from "./zh.js";

export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

/**
 * The language asked for, by `--lang` wherever it stands, else by the locale; and the arguments without it: help is written
 * before options are read.
 */
export function takeLanguage(argv: readonly string[], environment: NodeJS.ProcessEnv): { language: Language; args: string[] } {
  const args = [...argv];
  const end = args.indexOf("--");
  const at = args.findIndex((arg, i) => (end < 0 || i < end) && /^--lang(?:=|$)/.test(arg));
  if (at < 0) return { language: localeLanguage(environment), args };
  const [flag = "", value] = args.slice(at, at + 2);
  const inline = flag.includes("=");
  const wanted = inline ? flag.slice(flag.indexOf("=") + 1) : value;
  args.splice(at, inline ? 1 : 2);
  const language = LANGUAGES.find((name) => name === wanted);
  if (language === undefined) throw new UsageError(`--lang: found ${wanted ?? "nothing"}; expected one of ${LANGUAGES.join(", ")}`);
  return { language, args };
}

const localeLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language => (/^zh\b|^zh_/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "zh" : "en");
