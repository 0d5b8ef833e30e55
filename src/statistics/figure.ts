/** A distribution over replications. `se` is the Monte Carlo standard error of the mean, `seQ50`... of the quantiles. */
export interface Figure {
  readonly mean: number;
  readonly se: number;
  readonly sd: number;
  readonly q05: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly q95: number;
  readonly seQ05: number;
  readonly seQ50: number;
  readonly seQ95: number;
}

/** A single number with its Monte Carlo standard error. */
export interface Estimate {
  readonly value: number;
  readonly se: number;
}
