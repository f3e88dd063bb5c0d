import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/**
 * The arrows: model ← lexicon ← { sentences tokens mentions syntax claims } ← pipeline ← index ← cli.
 * Each room may import from those named and from itself; claims read what syntax made of the sentence.
 */
const ROOMS = {
  model: [],
  lexicon: ["model"],
  sentences: ["model", "lexicon"],
  tokens: ["model", "lexicon"],
  mentions: ["model", "lexicon"],
  syntax: ["model", "lexicon"],
  claims: ["model", "lexicon", "syntax"],
  export: ["model"],
  report: ["model"],
  fixture: ["model", "schema"],
};
const ALL = Object.keys(ROOMS);

const arrows = ALL.map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [...ALL.filter((other) => other !== room && !ROOMS[room].includes(other)).map((other) => `**/${other}/**`), "**/pipeline.js", "**/index.js", "!**/model/index.js", "**/extractor.js"],
            message: `src/${room} may import only from ${[...ROOMS[room], "itself"].join(", ")}`,
          },
          { group: ["node:*"], message: "Only the Node entry and the CLI touch the machine; stages must run in a browser" },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist", "coverage", "tables", "docs", "site", ".runtimes", "node_modules"] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  regexp.configs["flat/recommended"],
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  ...arrows,
  // An adapter with a door of its own, for Node alone.
  { files: ["src/tokens/nodejieba.ts", "src/tokens/compromise-node.ts"], rules: { "no-restricted-imports": "off" } },
  { files: ["src/cli.ts", "src/cli/**/*.ts", "scripts/**", "bench/**", "examples/**"], rules: { "no-console": "off" } },
);
