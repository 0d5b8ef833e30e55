import { meanOf, varianceOf } from "../random/momentsOf.ts";
import { isAgainstBills, isPerClaim } from "./perClaim.ts";
import type { ClaimCount, GroupRow } from "./scenario.ts";

/** How many totals of a closed group are considered one by one: 0, step, 2 step... */
export interface LatticeSize {
  readonly step: number;
  /** How many there are, 0 included. */
  readonly points: number;
}

/** More points than this take too long to go through row by row. */
export const mostPoints = 100_000;

/** Totals that are further above the mean than so many standard deviations are as good as impossible. */
const farAbove = 30;

/**
 * The totals that a closed group may have in a period, up to 30 standard deviations above their mean or to the largest
 * there can be; null where its amounts are no multiples of one step, or any of its numbers is uncertain.
 *
 * @example two rows with benefits 100 and 250: the step is 50
 */
export function latticeSize(group: readonly GroupRow[]): LatticeSize | null {
  const rows = group.map(rowMoments);
  const known = rows.filter((row) => row !== null);
  const step = commonStep(known.flatMap(({ amounts }) => amounts));
  if (known.length < rows.length || step === null) return null;
  const sum = (of: (row: RowMoments) => number) => known.reduce((total, row) => total + of(row), 0);
  const mean = sum((row) => row.mean);
  const reach = mean + farAbove * Math.sqrt(sum((row) => row.variance));
  const largest = Math.min(
    sum((row) => row.most),
    reach,
  );
  // Rounding must not add a point.
  return { step, points: Math.ceil(largest / step - 1e-9) + 1 };
}

interface RowMoments {
  readonly amounts: readonly number[];
  /** Of the row's loss in a period. */
  readonly mean: number;
  readonly variance: number;
  readonly most: number;
}

function rowMoments({ number, claims, benefit }: GroupRow): RowMoments | null {
  const amounts = latticeAmounts(benefit);
  const count = countMoments(claims);
  if (amounts === null || count === null) return null;
  const spread = typeof benefit === "object" && isPerClaim(benefit) ? benefit.perClaim : null;
  const mean = spread === null ? amounts[0] : meanOf(spread);
  const variance = spread === null ? 0 : varianceOf(spread);
  return {
    amounts,
    mean: number * count.mean * mean,
    variance: number * (count.mean * variance + count.variance * mean ** 2),
    // However many claims of nothing are nothing.
    most: Math.max(...amounts) === 0 ? 0 : number * count.most * Math.max(...amounts),
  };
}

/** The amounts a claim may have; null where they are uncertain, or any in a range. */
export function latticeAmounts(benefit: GroupRow["benefit"]): readonly number[] | null {
  if (typeof benefit === "number") return [benefit];
  if (isAgainstBills(benefit) || !isPerClaim(benefit)) return null;
  return benefit.perClaim.kind === "discrete" ? benefit.perClaim.values : null;
}

/** Mean, variance and most of the claims of one member; null where they are uncertain. */
function countMoments(claims: ClaimCount): { mean: number; variance: number; most: number } | null {
  if (claims.kind === "atMostOne") {
    const { probability: p } = claims;
    return typeof p === "number" ? { mean: p, variance: p * (1 - p), most: p > 0 ? 1 : 0 } : null;
  }
  const { mean } = claims;
  const perMean = excess(claims);
  if (typeof mean !== "number" || perMean === null) return null;
  const most = mean > 0 ? Number.POSITIVE_INFINITY : 0;
  return { mean, variance: mean * (1 + mean * perMean), most };
}

/** The variance beyond that of a Poisson number, over the squared mean. */
function excess(claims: Exclude<ClaimCount, { kind: "atMostOne" }>): number | null {
  if (claims.kind === "poisson") return 0;
  if (claims.kind === "geometric") return 1;
  return typeof claims.shape === "number" ? 1 / claims.shape : null;
}

/** As many decimals as amounts may have. */
const mostDecimals = 6;

/**
 * The largest number that all amounts are whole multiples of; null where there is none with up to six decimals. All 0: 1.
 *
 * @example commonStep([0.3, 0.45]) // 0.15
 */
export function commonStep(amounts: readonly number[]): number | null {
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const scale = 10 ** decimals;
    if (!amounts.every((amount) => isWhole(amount * scale))) continue;
    const step = amounts.reduce((divisor, amount) => commonDivisor(divisor, Math.round(amount * scale)), 0);
    return step === 0 ? 1 : step / scale;
  }
  return null;
}

function isWhole(value: number): boolean {
  return (
    Number.isSafeInteger(Math.round(value)) &&
    Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value)
  );
}

function commonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
