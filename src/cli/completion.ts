import { Argument, type Command, type Option } from "commander";
import { LANGUAGES } from "./help/language.js";
import type { Messages } from "./help/en.js";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

/** `extract-claims completion`: written from the commands themselves, so that it knows what they know. */
export function addCompletionCommand(program: Command, { completion: words, help }: Messages): void {
  program
    .command("completion")
    .summary(words.summary)
    .description(words.description)
    .addArgument(new Argument("<shell>", words.shell).choices(SHELLS))
    .helpOption("-h, --help", help)
    .addHelpText("after", words.more)
    .action((shell: Shell) => {
      const commands = flatten(program);
      process.stdout.write(shell === "bash" ? bash(commands) : shell === "zsh" ? zsh(commands) : fish(commands));
    });
}

/** A command as shells see it. */
interface Node {
  /** The words that lead to it: none for the command itself, `dict check`. */
  readonly path: string;
  readonly options: readonly Choice[];
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  /** Values of its first argument, where they are known; else it takes files, or nothing. */
  readonly values?: readonly string[];
}
interface Choice {
  readonly short?: string;
  readonly long: string;
  readonly about: string;
  readonly takesValue: boolean;
  readonly values?: readonly string[];
  readonly takesPath: boolean;
}

function flatten(command: Command, path: readonly string[] = []): Node[] {
  const help = command.createHelp();
  const options = help.visibleOptions(command).map(choiceOf);
  const lang: Choice = { long: "--lang", about: "", takesValue: true, values: LANGUAGES, takesPath: false };
  const node: Node = {
    path: path.join(" "),
    options: options.some(({ long }) => long === "--lang") ? options : [...options, lang],
    commands: command.commands.map((one) => ({ name: one.name(), about: one.summary() || one.description() })),
    ...(command.registeredArguments[0]?.argChoices && { values: command.registeredArguments[0].argChoices }),
  };
  return [node, ...command.commands.flatMap((one) => flatten(one, [...path, one.name()]))];
}

const choiceOf = ({ short, long, description, required, optional, argChoices, flags }: Option): Choice => ({
  ...(short !== undefined && { short }),
  long: long ?? "",
  about: description,
  takesValue: required || optional,
  ...(argChoices && { values: argChoices }),
  takesPath: /<(?:file|folder)>/.test(flags),
});

const flagsOf = ({ short, long }: Choice): string[] => [...(short === undefined ? [] : [short]), long];

function bash(commands: readonly Node[]): string {
  const patterns = (path: string, choice: Choice): string => flagsOf(choice).map((flag) => `"${path} ${flag}"`).join("|");
  const valued = commands.flatMap(({ path, options }) => options.filter(({ takesValue }) => takesValue).map((choice) => `    ${patterns(path, choice)}) ${choice.values ? `COMPREPLY=($(compgen -W "${choice.values.join(" ")}" -- "$current"))` : choice.takesPath ? `COMPREPLY=($(compgen -f -- "$current"))` : ":"}; return;;`));
  const steps = commands.filter(({ path }) => path !== "").map(({ path }) => `      "${path.includes(" ") ? path : ` ${path}`}") command="${path}";;`);
  const words = commands.map(({ path, options, commands: below, values = [] }) => `    "${path}") options="${options.flatMap(flagsOf).join(" ")}"; words="${[...below.map(({ name }) => name), ...values].join(" ")}";;`);
  return `# bash completion of extract-claims: source <(extract-claims completion bash)
_extract_claims() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" options="" words="" i
  COMPREPLY=()
  # --format=csv comes as three words.
  if [[ $current == "=" ]]; then current=""
  elif [[ $previous == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
${steps.join("\n")}
    esac
  done
  case "$command $previous" in
${valued.join("\n")}
  esac
  case "$command" in
${words.join("\n")}
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _extract_claims extract-claims
`;
}

function zsh(commands: readonly Node[]): string {
  const quote = (text: string): string => text.replaceAll(/["$:[\\\]`]/g, "\\$&").replaceAll("'", "'\\''");
  const value = ({ takesValue, values, takesPath }: Choice): string => (!takesValue ? "" : values ? `:value:(${values.join(" ")})` : takesPath ? ":file:_files" : ":value:");
  const option = (choice: Choice): string => flagsOf(choice).map((flag) => `'*${flag}[${quote(choice.about)}]${value(choice)}'`).join(" ");
  const name = (path: string): string => `_extract_claims${path === "" ? "" : `_${path.replaceAll(" ", "_")}`}`;
  const functions = commands.map(({ path, options, commands: below, values }) => {
    const specs = options.map(option).join(" \\\n    ");
    if (below.length === 0) return `${name(path)}() {\n  _arguments -S ${specs} \\\n    ${values ? `'1:value:(${values.join(" ")})'` : "'*:file:_files'"}\n}`;
    const described = below.map((one) => `'${one.name}:${quote(one.about)}'`).join(" ");
    const cases = below.map((one) => `      ${one.name}) ${name(path === "" ? one.name : `${path} ${one.name}`)};;`).join("\n");
    return `${name(path)}() {
  local context state state_descr line
  local -A opt_args
  _arguments -S -C ${specs} \\
    '1: :->first' '*:: :->rest'
  case $state in
    first) local -a below=(${described}); _describe command below; ${path === "" ? "_files" : ":"};;
    rest) case $line[1] in
${cases}
      *) _files;;
      esac;;
  esac
}`;
  });
  return `#compdef extract-claims\n# zsh completion of extract-claims\n${functions.join("\n")}\nif [[ $funcstack[1] == _extract-claims ]]; then _extract_claims "$@"; else compdef _extract_claims extract-claims; fi\n`;
}

function fish(commands: readonly Node[]): string {
  const quote = (text: string): string => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
  const names = commands[0]?.commands.map(({ name }) => name) ?? [];
  const within = (path: string): string => (path === "" ? `not __fish_seen_subcommand_from ${names.join(" ")}` : path.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`).join("; and "));
  const lines = commands.flatMap(({ path, options, commands: below, values }) => {
    const start = `complete -c extract-claims -n ${quote(within(path))}`;
    const optionLines = options.map(({ short, long, about, takesValue, values: known, takesPath }) =>
      [start, `-l ${long.slice(2)}`, ...(short === undefined ? [] : [`-s ${short.slice(1)}`]), ...(about === "" ? [] : [`-d ${quote(about)}`]), ...(known ? [`-x -a ${quote(known.join(" "))}`] : takesPath ? ["-r"] : takesValue ? ["-x"] : [])].join(" "),
    );
    const belowLines = below.map(({ name, about }) => `${start} ${path === "" ? "" : "-f "}-a ${name} -d ${quote(about)}`);
    return [...optionLines, ...belowLines, ...(values ? [`${start} -f -a ${quote(values.join(" "))}`] : [])];
  });
  return `# fish completion of extract-claims\n${lines.join("\n")}\n`;
}
