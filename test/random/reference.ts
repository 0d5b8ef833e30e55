import reference from "../reference/quantiles.json" with { type: "json" };

type Quantile = (u: number, ...parameters: number[]) => number;
type Block = Exclude<keyof typeof reference, "program">;

/** What a quantile function gives for the rows [u, parameters..., quantile] of a block, beside what R gives. */
export function besideR(block: Block, quantile: Quantile): { ours: number; theirs: number }[] {
  return reference[block].map((row) => ({
    ours: quantile(row[0], ...row.slice(1, -1)),
    theirs: row[row.length - 1],
  }));
}

/**
 * Rows [parameters..., count, P(X <= count), P(X > count)] of a block where the quantile does not step from count to
 * count + 1 between just below and just above P(X <= count): 1e-10 of the nearer tail, or the resolution of u.
 */
export function wrongSteps(block: Block, quantile: Quantile): number[][] {
  return reference[block].filter((row) => {
    const [count, atMost, above] = row.slice(-3);
    const parameters = row.slice(0, -3);
    const margin = Math.max(1e-10 * Math.min(atMost, above), 1e-15);
    const step = atMost < 0.5 ? atMost : 1 - above;
    return (
      quantile(step - margin, ...parameters) !== count || quantile(step + margin, ...parameters) !== count + 1
    );
  });
}

/** The largest |ours / theirs - 1| of a block. */
export function worstRatio(block: Block, quantile: Quantile): number {
  const errors = besideR(block, quantile).map(({ ours, theirs }) =>
    ours === theirs ? 0 : Math.abs(ours / theirs - 1),
  );
  return Math.max(...errors);
}
