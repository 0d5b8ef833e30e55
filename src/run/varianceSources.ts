import { kindsOfLuck } from "../plan/kindsOfLuck.ts";
import type { Luck } from "../plan/luck.ts";
import type { Plan } from "../plan/plan.ts";
import type { Sample } from "../statistics/results.ts";
import { notSplit, splitVariance, type VarianceSources } from "../statistics/varianceSplit.ts";
import { inOrder } from "./inOrder.ts";
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
  const replications = partnerCount(plan, own.replications);
  const claims = `${plan.seed}/other claims`;
  const lucks: Partial<Luck>[] = [{ claims }];
  if (parameters && shocks) lucks.push({ claims, shocks: `${plan.seed}/other shocks` });
  const partners: Record<string, Float64Array>[] = [];
  const replayed = inOrder(lucks.length, lucks.length, (i) =>
    replay({ ...plan, replications, luck: { ...plan.luck, ...lucks[i] } }, columns, computing),
  );
  for await (const partner of replayed) {
    if (partner === "stopped") return notSplit;
    partners.push(partner);
  }
  const [otherClaims, otherShocks] = partners;
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

/** Replications that it takes, where all of the plan's are simulated. */
export function partnerReplications(plan: Plan): number {
  const { parameters, shocks } = kindsOfLuck(plan);
  return (Number(parameters) + Number(shocks)) * partnerCount(plan, plan.replications);
}

const leastReplications = 256;
const leastClusters = 8;

/** A quarter of the replications, in whole blocks; at least 256, and 8 blocks where these are what is independent, as far as there are so many. */
function partnerCount({ blockSize, shapes }: Plan, replications: number): number {
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
