/** Which engine simulates a plan, with how many joiners a year, how often. */
export interface Size {
  readonly engine: "exact" | "fast";
  readonly joinersPerYear: number;
  readonly replications: number;
}

/** So many joiners that hardly anything is left to luck. */
export const huge = (replications: number): Size => ({ engine: "fast", joinersPerYear: 1e10, replications });
