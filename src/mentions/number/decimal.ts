/** An exact decimal number, `coefficient` × 10^`exponent`: 1.15亿 is 115 × 10^6, never 1.15 * 1e8 = 114999999.99999999. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

export const ZERO: Decimal = { coefficient: 0n, exponent: 0 };
export const ONE: Decimal = { coefficient: 1n, exponent: 0 };

export const decimal = (digits: number | string, exponent = 0): Decimal => ({ coefficient: BigInt(digits), exponent });

/** `value` × 10^`power` */
export const shift = (value: Decimal, power: number): Decimal => (power === 0 ? value : { coefficient: value.coefficient, exponent: value.exponent + power });

export const negate = (value: Decimal): Decimal => ({ coefficient: -value.coefficient, exponent: value.exponent });

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.coefficient === 0n) return b;
  if (b.coefficient === 0n) return a;
  const exponent = Math.min(a.exponent, b.exponent);
  return { coefficient: a.coefficient * 10n ** BigInt(a.exponent - exponent) + b.coefficient * 10n ** BigInt(b.exponent - exponent), exponent };
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent });

/** `value` to the power of a whole number that is not negative. */
export const power = (value: Decimal, exponent: number): Decimal => ({ coefficient: value.coefficient ** BigInt(exponent), exponent: value.exponent * exponent });

export const isLess = (a: Decimal, b: Decimal): boolean => {
  const exponent = Math.min(a.exponent, b.exponent);
  return a.coefficient * 10n ** BigInt(a.exponent - exponent) < b.coefficient * 10n ** BigInt(b.exponent - exponent);
};

/** The double nearest to the exact number. */
export const toNumber = (value: Decimal): number => Number(value.exponent === 0 ? value.coefficient : `${value.coefficient}e${value.exponent}`);
