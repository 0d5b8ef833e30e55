import { perReplication } from "../ask/perReplication.ts";
import type { Sample } from "../results.ts";
import { criticalDistance, kolmogorovSmirnov } from "./kolmogorovSmirnov.ts";
import type { EnginesComparison, EnginesQuestion } from "./published.ts";

/**
 * A figure's distribution in one engine's replications beside that in the other's. No answer where the figure is no number in some
 * replication.
 *
 * @param other null: the other engine was not run
 */
export function compareEngines(
  { entry, of }: EnginesQuestion,
  own: Sample,
  other: Sample | null,
): EnginesComparison {
  const { kind, quantity, figure, source } = entry;
  const known = { kind, quantity, figure, source };
  const noAnswer = { ...known, distance: null, critical: null, verdict: "no answer" } as const;
  if (other === null || other.replications === 0) return noAnswer;
  const [ours, theirs] = [own, other].map((sample) => perReplication(of, sample));
  if (ours.some(Number.isNaN) || theirs.some(Number.isNaN)) return noAnswer;
  const distance = kolmogorovSmirnov(ours, theirs);
  const critical = criticalDistance(own.replications, other.replications);
  return { ...known, distance, critical, verdict: distance <= critical ? "agrees" : "differs" };
}
