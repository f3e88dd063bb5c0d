import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { en } from "../../src/cli/help/en.js";
import { MESSAGES, takeLanguage } from "../../src/cli/help/language.js";
import { zh } from "../../src/cli/help/zh.js";
import { createProgram } from "../../src/cli/program.js";

const HAN = /\p{Script=Han}/u;
const commands = ["", "check", "dict", "dict check", "init", "completion", "queue", "queue add", "queue work"];

function helpOf(language: "en" | "zh", path: string): string {
  let command = createProgram("0.0.0", language, MESSAGES[language]);
  for (const name of path.split(" ").filter(Boolean)) command = command.commands.find((one) => one.name() === name)!;
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80, getOutHasColors: () => false }).outputHelp();
  return text;
}

describe.each(commands)("help of %j", (path) => {
  const [english, chinese] = [helpOf("en", path), helpOf("zh", path)];
  test("names the same options and commands in both languages", () => {
    const names = (text: string): string[] => Array.from(text.matchAll(/^ {2}((?:-\w, )?-[\w-]+|[a-z]+(?= ))/gm), ([, name = ""]) => name);
    expect(names(chinese)).toEqual(names(english));
  });

  test("is in its language, heads and all", () => {
    expect(chinese).not.toMatch(/^(?:Usage|Arguments|Options|Commands|Examples|Exit codes)\b/m);
    expect(chinese).not.toContain("(default");
    expect(english.replaceAll(/昨日/g, "")).not.toMatch(HAN);
  });

  test("fits 80 columns where it is laid out", () => {
    const end = (text: string): number => text.search(/^(?:Inputs|Examples|输入|例|格式)[:：]$/m);
    const wide = (text: string): string[] => text.slice(0, end(text) < 0 ? undefined : end(text)).split("\n").filter((line) => stringWidth(line) > 82 && !line.includes("extract-claims"));
    expect([...wide(english), ...wide(chinese)]).toEqual([]);
  });
});

test("both languages show the same examples and formats", () => {
  const shown = (text: string): string[] => Array.from(text.matchAll(/^ {2}((?:cat [^|]+\| )?extract-claims .*?|[a-z-]+|\d+|[A-Z_]+(?:, [A-Z_]+)*)(?: {2,}|$)/gm), ([, line = ""]) => line);
  expect(shown(zh.more)).toEqual(shown(en.more));
  expect(shown(en.more).length).toBeGreaterThan(20);
});

test.each([
  [["--lang", "zh", "--help"], {}, "zh", ["--help"]],
  [["check", "--help", "--lang=zh"], {}, "zh", ["check", "--help"]],
  [["a.txt"], { LANG: "zh_CN.UTF-8" }, "zh", ["a.txt"]],
  [["a.txt"], { LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "en", ["a.txt"]],
  [["a.txt"], { LC_ALL: "", LC_MESSAGES: "zh_TW", LANG: "C" }, "zh", ["a.txt"]],
  [["--", "--lang", "zh"], {}, "en", ["--", "--lang", "zh"]],
  [["a.txt"], {}, "en", ["a.txt"]],
])("%j in %j", (argv, environment, language, args) => {
  expect(takeLanguage(argv, environment)).toEqual({ language, args });
});
