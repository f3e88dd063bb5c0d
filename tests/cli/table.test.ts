import { PassThrough } from "node:stream";
import picocolors from "picocolors";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { coloursFor } from "../../src/cli/colour.js";
import { renderClaims } from "../../src/cli/table.js";
import { wrap } from "../../src/cli/wrap.js";
import { extract } from "../../src/index.js";

const { claims } = extract("据《财经周刊》报道，青禾集团旗下的青禾支付（Qinghe Payment Service）不会关停，预计2024年营业收入达1286.4亿元，同比增长约2%。青禾集团首席执行官林舒窈表示：“开放不会一步到位，用户资金的安全必须放在首位。”");
const TITLES = ["type", "who", "what", "when", "source"];
// eslint-disable-next-line no-control-regex
const uncoloured = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, "");

describe.each([200, 120, 100, 80, 79])("in %d columns", (columns) => {
  const table = renderClaims(claims, columns, picocolors.createColors(true), TITLES);
  test("every line of the table is as wide, colours or not, and none is wider than the terminal", () => {
    const widths = new Set(table.split("\n").map((line) => stringWidth(line)));
    expect([...widths]).toEqual([columns]);
  });

  test("nothing is cut off", () => {
    expect(uncoloured(table)).not.toContain("…");
    expect(uncoloured(table)).toContain("source");
  });
});

test("a terminal too narrow for a table gets paragraphs that fit", () => {
  const text = renderClaims(claims, 40, picocolors.createColors(false), TITLES);
  expect(Math.max(...text.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(40);
  expect(text).toMatch(/^statement\n {2}who: /);
});

describe("lines", () => {
  test.each([
    ["青禾集团营业收入", 8, "青禾集团\n营业收入"],
    ["截至2022-02-01，UTF-8", 16, "截至2022-02-01，\nUTF-8"],
    ["extraordinarily", 6, "extrao\nrdinar\nily"],
    ["a\nb", 5, "a\nb"],
    ["", 5, ""],
  ])("%j in %d columns", (text, width, lines) => {
    expect(wrap(text, width)).toBe(lines);
  });
});

test("colours: on a terminal that has them, unless NO_COLOR; in a pipe, if FORCE_COLOR", () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, hasColors: () => true });
  const wanted = (out: PassThrough, environment: NodeJS.ProcessEnv): boolean => coloursFor(out, environment).isColorSupported;
  expect([wanted(terminal, {}), wanted(terminal, { NO_COLOR: "1" }), wanted(terminal, { NO_COLOR: "" }), wanted(Object.assign(terminal, { hasColors: () => false }), {})]).toEqual([true, false, true, false]);
  const pipe = new PassThrough();
  expect([wanted(pipe, {}), wanted(pipe, { CI: "true" }), wanted(pipe, { FORCE_COLOR: "1" }), wanted(pipe, { FORCE_COLOR: "0" }), wanted(pipe, { FORCE_COLOR: "1", NO_COLOR: "1" })]).toEqual([false, false, true, false, false]);
});
