import { kindsOfLuck } from "../plan/kindsOfLuck.ts";
import type { Luck } from "../plan/luck.ts";
import type { Plan } from "../plan/plan.ts";
import type { Sample } from "../statistics/results.ts";
import { notSplit, splitVariance, type VarianceSources } from "../statistics/varianceSplit.ts";
import type { Computing } from "./simulate.ts";

/**
 * Where the variance of some columns comes from: splits it by replaying the first replications with other luck (`splitVariance`): with other claims and, where
 * a plan has shocks and uncertain numbers too, with other shocks and claims.
 *
 * @param own what was simulated already
 */
export async function varianceSources(
  columns: readonly string[],
  plan: Plan,
  own: Sample,
  computing: Computing,
): Promise<VarianceSources> {
  const { parameters, shocks } = kindsOfLuck(plan);
  if (!parameters && !shocks) return { kind: "claims" };
  const replications = partnerCount(plan, own);
  const partners = async (luck: Partial<Luck>) =>
    replay({ ...plan, replications, luck: { ...plan.luck, ...luck } }, columns, computing);
  const claims = `${plan.seed}/other claims`;
  const otherClaims = await partners({ claims });
  const otherShocks =
    parameters && shocks ? await partners({ claims, shocks: `${plan.seed}/other shocks` }) : null;
  if (otherClaims === "stopped" || otherShocks === "stopped") return notSplit;
  const sampling = {
    // What partners do not share is independent from one replication to the next; shapes they share by blocks.
    clustered: plan.shapes.length > 0,
    blockCounts: own.blockCounts.subarray(0, Math.ceil(replications / plan.blockSize)),
  };
  const rest = shocks ? "shocks" : "parameters";
  const splitOf = (name: string) =>
    splitVariance(
      {
        own: own.columns[name].values.subarray(0, replications),
        otherClaims: otherClaims[name],
        otherShocks: otherShocks?.[name] ?? null,
        rest,
      },
      sampling,
    );
  return {
    kind: "split",
    replications,
    splits: Object.fromEntries(columns.map((name) => [name, splitOf(name)])),
  };
}

const leastReplications = 256;
const leastClusters = 8;

/** A quarter of the replications, in whole blocks; at least 256, and 8 blocks where these are what is independent, as far as there are so many. */
export function partnerCount(
  { blockSize, shapes }: Plan,
  { replications }: Pick<Sample, "replications">,
): number {
  const ofClusters = shapes.length > 0 ? leastClusters * blockSize : 0;
  const wanted = Math.max(replications / 4, leastReplications, ofClusters);
  return Math.min(replications, Math.ceil(wanted / blockSize) * blockSize);
}

/** The columns of a plan's replications; by name. */
async function replay(
  plan: Plan,
  columns: readonly string[],
  { runBlocks, control }: Computing,
): Promise<Record<string, Float64Array> | "stopped"> {
  const indices = columns.map((name) => plan.columns.findIndex((column) => column.name === name));
  const values = columns.map(() => new Float64Array(plan.replications));
  let done = 0;
  await runBlocks(plan, control, ({ count, columns: ofBlock }) => {
    for (const [i, column] of indices.entries())
      values[i].set(ofBlock.subarray(column * count, (column + 1) * count), done);
    done += count;
  });
  if (done < plan.replications) return "stopped";
  return Object.fromEntries(columns.map((name, i) => [name, values[i]]));
}
