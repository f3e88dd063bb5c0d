/** A claim with what was said of it, and whether that is so. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001];
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Prints how often claims of like confidence are right, and how far the two lie apart. */
export function printReliability(title: string, judged: readonly Judged[]): void {
  let apart = 0;
  const rows = EDGES.slice(1).flatMap((to, i) => {
    const from = EDGES[i] ?? 0;
    const bin = judged.filter(({ confidence }) => from <= confidence && confidence < to);
    if (bin.length === 0) return [];
    const [said, so] = [mean(bin.map(({ confidence }) => confidence)), mean(bin.map(({ right }) => (right ? 1 : 0)))];
    apart += (bin.length / judged.length) * Math.abs(said - so);
    return [{ confidence: `${from} to ${Math.min(1, to)}`, mean: said.toFixed(2), right: so.toFixed(2), claims: bin.length }];
  });
  const base = mean(judged.map(({ right }) => (right ? 1 : 0)));
  const brier = mean(judged.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2));
  console.log(`${title}: Brier ${brier.toFixed(3)} (${(base * (1 - base)).toFixed(3)} by one number for all), calibration error ${apart.toFixed(3)}, ${judged.length} claims, ${base.toFixed(2)} right`);
  console.table(rows);
}
