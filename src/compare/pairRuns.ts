import { firstReplications } from "../statistics/compare/firstReplications.ts";
import type { Sampling } from "../statistics/standardError.ts";
import type { ComparedRun } from "./comparedRun.ts";
import { type Columns, withDerived } from "./derivedColumns.ts";
import { pairedBecause } from "./words.ts";

/** The replications of a run that are compared. */
export interface Taken {
  readonly run: ComparedRun;
  readonly replications: number;
  readonly columns: Columns;
  readonly sampling: Sampling;
  /** How its pairs with the base's hang together; null where each has luck of its own, and for the base. */
  readonly together: Sampling | null;
  /** Why they are pairs, or not. */
  readonly why: string;
}

/**
 * Which replications are compared, and how. Runs of one seed whose blocks are of one size are compared replication by replication: a
 * draw belongs to the seed, the replication and its purpose, so that both had the same luck; of these the first so many are taken as all of
 * them have. Others are taken whole.
 */
export function pairRuns(runs: readonly ComparedRun[]): Taken[] {
  const [base] = runs;
  const isPaired = (run: ComparedRun) => whyNotPaired(base, run) === null;
  const common = Math.min(...runs.filter(isPaired).map(({ report }) => report.replications));
  return runs.map((run) => {
    const isTogether = isPaired(run);
    const replications = isTogether ? common : run.report.replications;
    const first = (clustered: boolean, shaped: boolean) =>
      firstReplications(replications, { blockSize: run.report.blockSize, clustered, shaped });
    const shaped = isShaped(run);
    const clustered = run.report.clustered;
    return {
      run,
      replications,
      columns: withDerived(firstOf(run.columns, replications)),
      sampling: first(clustered, shaped),
      together:
        isTogether && run !== base
          ? first(clustered || base.report.clustered, shaped || isShaped(base))
          : null,
      why: whyNotPaired(base, run) ?? pairedBecause.sameLuck,
    };
  });
}

function whyNotPaired(base: ComparedRun, { report }: ComparedRun): string | null {
  if (report.seed !== base.report.seed) return pairedBecause.otherSeed;
  return report.blockSize === base.report.blockSize ? null : pairedBecause.otherBlocks;
}

/** Whether the replications of a block share what was drawn once for it. */
function isShaped({ report }: ComparedRun): boolean {
  return report.assumptions.some(({ uncertain }) => uncertain === "perBlock");
}

function firstOf(columns: Columns, count: number): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, values.subarray(0, count)]),
  );
}
