/** A sample: the indices of the features it has, and what it is. */
export interface Row {
  readonly features: readonly number[];
  readonly right: boolean;
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

const STEPS = 5000;
const RATE = 0.5;

/** Logistic regression by gradient descent, the same each time; `ridge` holds every weight but the bias back. */
export function fitLogistic(rows: readonly Row[], size: number, ridge: number): { bias: number; weights: number[] } {
  let bias = 0;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    let slope = 0;
    const slopes = weights.map((weight) => ridge * weight);
    for (const { features, right } of rows) {
      const error = logistic(features.reduce((sum, i) => sum + (weights[i] ?? 0), bias)) - (right ? 1 : 0);
      slope += error;
      for (const i of features) slopes[i] = (slopes[i] ?? 0) + error;
    }
    bias -= (RATE * slope) / rows.length;
    for (const [i, own] of slopes.entries()) weights[i] = (weights[i] ?? 0) - (RATE * own) / rows.length;
  }
  return { bias, weights };
}
