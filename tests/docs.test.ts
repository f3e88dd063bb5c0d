import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("every public name is documented, and every name that a docstring links to is there", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/typedoc/bin/typedoc", "--emit", "none"], { encoding: "utf8" });
  expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
}, 180_000);
