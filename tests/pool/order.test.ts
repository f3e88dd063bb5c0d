import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runInOrder } from "../../src/pool/order.js";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

test("results come in the order of the source, whoever is ready first", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), async (waits, most) => {
      const source = waits.map((wait, i) => ({ wait, i }));
      const run = async (batch: readonly { wait: number; i: number }[]) => (await setTimeout(batch[0]?.wait), batch.map(({ i }) => i));
      expect(await collect(runInOrder(source, () => 10_000, run, most))).toEqual(numbers(waits.length));
    }),
    { numRuns: 30 },
  );
});

test("no more batches are under way than allowed, and no more is read than fits into the next", async () => {
  let [read, underWay, highest] = [0, 0, 0];
  const source = (function* () {
    for (const i of numbers(600)) yield (read = i);
  })();
  const run = async (batch: readonly number[]) => {
    highest = Math.max(highest, (underWay += 1));
    await setTimeout(1);
    underWay -= 1;
    return [...batch];
  };
  let seen = 0;
  for await (const item of runInOrder(source, () => 8_192, run, 3)) {
    expect(item).toBe(seen++);
    // Three batches of at most four, one that is filling, one item in the hand.
    expect(read - item).toBeLessThanOrEqual(4 * 4 + 4 + 1);
    if (seen % 100 === 0) await setTimeout(5);
  }
  expect([seen, highest]).toEqual([600, 3]);
});

test("an item of a slow source is not kept waiting for the next", async () => {
  const source = (async function* () {
    yield 1;
    await new Promise(() => undefined);
  })();
  const results = runInOrder(source, () => 1, (batch) => Promise.resolve(batch), 2);
  expect(await results.next()).toEqual({ value: 1, done: false });
  await results.return(undefined);
});

test("when the source fails, what came before it is given first", async () => {
  const source = (function* () {
    yield* [1, 2, 3];
    throw new Error("torn");
  })();
  const seen: number[] = [];
  const results = runInOrder(source, () => 1, async (batch) => (await setTimeout(2), batch), 2);
  await expect((async () => {
    for await (const item of results) seen.push(item);
  })()).rejects.toThrow("torn");
  expect(seen).toEqual([1, 2, 3]);
});

test("a source is told when the consumer has had enough", async () => {
  let ended = false;
  const source = (function* () {
    try {
      for (;;) yield 1;
    } finally {
      ended = true;
    }
  })();
  for await (const _ of runInOrder(source, () => 10_000, (batch) => Promise.resolve(batch), 2)) break;
  expect(ended).toBe(true);
});
