/** Relative tolerance within which a quotient counts as whole. */
const whole = 1e-12;

/** What rounding errors of a carried surplus may come to, in units: nobody is asked a unit for that. */
const nothing = 1e-9;

/** What is left of a payment, but for rounding errors: they would be a debit of their own in the next period. */
export function settled(left: number, payment: number): number {
  return Math.abs(left) <= whole * Math.abs(payment) ? 0 : left;
}

/** Up to a multiple of the unit (0: not at all): `roundUp(0.0282, 0.01)` is 0.03. */
export function roundUp(amount: number, unit: number): number {
  return unit === 0
    ? amount
    : multiple(Math.max(0, Math.ceil((amount / unit) * (1 - whole) - nothing)), unit);
}

export function roundDown(amount: number, unit: number): number {
  return unit === 0 || amount === Number.POSITIVE_INFINITY
    ? amount
    : multiple(Math.floor((amount / unit) * (1 + whole)), unit);
}

/** To the nearest multiple of the unit (0: not at all). */
export function roundNearest(amount: number, unit: number): number {
  return unit === 0 ? amount : multiple(Math.round(amount / unit), unit);
}

/**
 * So many times a rounded amount, without the rounding error of a product: `times(0.03, 23_000_000, 0.01)` is 690,000.
 */
export function times(amount: number, count: number, unit: number): number {
  return unit === 0 || !Number.isInteger(count)
    ? amount * count
    : multiple(Math.round(amount / unit) * count, unit);
}

/** Dividing by 100 gives 4.31 where multiplying by 0.01 gives 4.3100000000000005. */
function multiple(count: number, unit: number): number {
  const parts = Math.round(1 / unit);
  return Math.abs(parts * unit - 1) < whole ? count / parts : count * unit;
}
