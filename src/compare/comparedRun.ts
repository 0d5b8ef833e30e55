import type { Report } from "../report/report.ts";

/** A run to be compared: what was reported of it, and its replications. Plain data. */
export interface ComparedRun {
  /** "a" for the base, "b"... for the others. */
  readonly letter: string;
  /** Of its folder, or of its scenario file. */
  readonly name: string;
  /** As given on the command line. */
  readonly path: string;
  readonly report: Report;
  /** By name, one number per replication. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** SHA-256 of every file the scenario was read from, by path. */
  readonly sources: Readonly<Record<string, string>>;
}

export const mostRuns = 6;

/** `letterOf(0)` is "a". */
export function letterOf(index: number): string {
  return "abcdef"[index];
}
