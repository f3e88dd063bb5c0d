/** How many UTF-16 code units of text go to a worker at a time: about a tenth of a second's work. */
const BATCH_UNITS = 32_768;

type Step<T> = { readonly kind: "read"; readonly result: IteratorResult<T> } | { readonly kind: "failed"; readonly error: unknown };
interface Done<R> {
  readonly kind: "done";
  readonly results: readonly R[];
}

/**
 * Sends what comes from `source` through `run` in batches and gives the results in the order of the source.
 *
 * A batch is sent as soon as fewer than `most` are under way, be it of one item: nobody waits for a slow source to fill it.
 * While all are under way it grows, up to a limit; then nothing more is read. So memory is bounded whatever the length of the
 * source and however slow the consumer. Results that are under way when the source fails come before its error.
 */
export async function* runInOrder<T, R>(source: Iterable<T> | AsyncIterable<T>, sizeOf: (item: T) => number, run: (batch: readonly T[]) => Promise<readonly R[]>, most: number): AsyncGenerator<R> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const read = async (): Promise<Step<T>> => {
    try {
      return { kind: "read", result: await iterator.next() };
    } catch (error) {
      return { kind: "failed", error };
    }
  };
  const send = (batch: readonly T[]): Promise<Done<R>> => {
    const done = run(batch).then((results): Done<R> => ({ kind: "done", results }));
    // Awaited when its turn comes; failing before that is no unhandled rejection.
    done.catch(() => undefined);
    return done;
  };

  const underWay: Promise<Done<R>>[] = [];
  let batch: T[] = [];
  let units = 0;
  let next: Promise<Step<T>> | undefined = read();
  let failure: { readonly error: unknown } | undefined;
  try {
    for (;;) {
      if (batch.length > 0 && underWay.length < most) {
        underWay.push(send(batch));
        [batch, units] = [[], 0];
      }
      const [oldest] = underWay;
      const awaited = [...(next && units < BATCH_UNITS ? [next] : []), ...(oldest ? [oldest] : [])];
      if (awaited.length === 0) break;
      const event = await Promise.race<Step<T> | Done<R>>(awaited);
      if (event.kind === "done") {
        underWay.shift();
        yield* event.results;
      } else if (event.kind === "failed") {
        failure = event;
        next = undefined;
      } else if (event.result.done) next = undefined;
      else {
        batch.push(event.result.value);
        units += sizeOf(event.result.value);
        next = read();
      }
    }
    if (failure) throw failure.error;
  } finally {
    // Not awaited: a source that waits for its own input would hold the consumer who has had enough.
    if (next) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
