import { planAssumptions } from "../report/tables/assumptionsTable.ts";
import type { ComparedRun } from "./comparedRun.ts";
import type { DifferingAssumption } from "./comparison.ts";

/**
 * What differs between the scenarios of some runs, leaf by leaf, in the order of the first that states it. A table of the same name
 * with other contents differs too, and is then written with the beginning of its checksum.
 */
export function differingAssumptions(runs: readonly ComparedRun[]): DifferingAssumption[] {
  const stated = runs.map(
    (run) => new Map(planAssumptions(run.report).map((assumption) => [assumption.path, assumption])),
  );
  const paths = new Set(stated.flatMap((byPath) => [...byPath.keys()]));
  return [...paths].flatMap((path) => {
    const leaves = stated.map((byPath) => byPath.get(path) ?? null);
    const written = leaves.map((leaf) => leaf?.value ?? null);
    const values = isSame(written) ? withChecksums(written[0], runs) : written;
    return isSame(values) ? [] : [{ path, values, notes: leaves.map((leaf) => leaf?.note ?? null) }];
  });
}

function isSame(values: readonly (string | null)[]): boolean {
  return values.every((value) => value === values[0]);
}

/** What names a file, with what is in it; anything else as it is. */
function withChecksums(value: string | null, runs: readonly ComparedRun[]): (string | null)[] {
  return runs.map(({ sources }) => {
    const sum = Object.entries(sources).find(([path]) => path === value || path.endsWith(`/${value}`))?.[1];
    return sum === undefined ? value : `${value} (SHA-256 ${sum.slice(0, 8)})`;
  });
}
