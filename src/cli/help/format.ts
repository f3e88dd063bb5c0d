import { Help, type Argument, type Command, type Option } from "commander";
import stringWidth from "string-width";
import { wrap } from "../wrap.js";
import type { Messages } from "./en.js";

const HAN = /\p{Script=Han}/u;

/** Help in the words of a language, with a Chinese character as wide as two others and lines that break between any two of them. */
export function helpIn({ titles, choices, byDefault, variable }: Messages): Partial<Help> {
  return {
    displayWidth: (text) => stringWidth(text),
    styleTitle: (title) => titles[title] ?? title,
    boxWrap(text, width) {
      return HAN.test(text) && titles["Usage:"] !== undefined ? wrap(text, width) : Help.prototype.boxWrap.call(this, text, width);
    },
    commandUsage(command) {
      return Help.prototype.commandUsage.call(this, command).replace("[options]", titles["[options]"] ?? "[options]");
    },
    argumentDescription: ({ description, argChoices, defaultValue }: Argument) => [description, ...(argChoices ? [choices(argChoices.join(", "))] : []), ...(defaultValue === undefined ? [] : [byDefault(String(defaultValue))])].join(""),
    optionDescription({ description, argChoices, defaultValue, envVar, negate }: Option) {
      const parts = [description];
      if (argChoices) parts.push(choices(argChoices.join(", ")));
      if (defaultValue !== undefined && typeof defaultValue !== "boolean" && !negate) parts.push(byDefault(String(defaultValue)));
      if (envVar !== undefined) parts.push(variable(envVar));
      return parts.join("");
    },
    subcommandTerm: (command: Command) => [command.name(), ...(command.commands.length > 0 ? [command.commands.map((one) => one.name()).join("|")] : [])].join(" "),
  };
}
