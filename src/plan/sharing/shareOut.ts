/** Totals of smaller probabilities are never met. */
const hardlyEver = 1e-20;

/**
 * Scales the rows' parts of each total so that they sum to it, in money.
 *
 * Totals that cannot be (or hardly ever) are divided as lies on the straight line between their neighbours; those above the
 * largest possible one in the same proportions as that.
 *
 * @param parts by row, E[row's loss; total = s] for totals s of 0, 1, 2... steps; changed in place
 */
export function shareOut(parts: readonly Float64Array[], step: number): void {
  const last = parts[0].length - 1;
  let known = 0;
  for (let s = 1; s <= last; s++) {
    const sum = parts.reduce((total, part) => total + part[s], 0);
    if (sum < hardlyEver) continue;
    for (const part of parts) {
      part[s] *= (s * step) / sum;
      bridge(part, known, s);
    }
    known = s;
  }
  for (const part of parts) extend(part, known);
}

function bridge(part: Float64Array, from: number, to: number): void {
  for (let s = from + 1; s < to; s++)
    part[s] = part[from] + ((part[to] - part[from]) * (s - from)) / (to - from);
}

function extend(part: Float64Array, known: number): void {
  for (let s = known + 1; s < part.length; s++) part[s] = (part[known] * s) / known;
}
