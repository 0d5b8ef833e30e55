/** A number over replications, by which the sides of a comparison are told to have done the same. */
export interface SampleFigure {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
}

/** What one side of a comparison did in one go. */
export interface Measured {
  /** Of one processor's time: on a machine that others use too, the wall clock tells of these. */
  readonly seconds: number;
  readonly replications: number;
  readonly periods: number;
  /** Cells advanced by one period in one replication. */
  readonly cellSteps: number;
  readonly figures: readonly SampleFigure[];
}

/** One replication's periods settled, in nanoseconds each. */
export const nanosecondsPerApportionment = ({ seconds, replications, periods }: Measured): number =>
  (1e9 * seconds) / (replications * periods);

export const nanosecondsPerCellStep = ({ seconds, cellSteps }: Measured): number =>
  (1e9 * seconds) / cellSteps;

export const apportionmentsPerSecond = (measured: Measured): number =>
  1e9 / nanosecondsPerApportionment(measured);
